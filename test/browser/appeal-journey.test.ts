import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CaseCorrespondence } from '../../src/api/case-correspondence.ts'
import type { WholeThreadView } from '../../src/api/views/thread-view.ts'
import { copyAuthorityLaw } from '../authority-law.ts'
import {
  caseIn,
  releasedCase,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder } from '../shipped-examples.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { openSignedIn } from './signed-in-page.ts'
import { sweep } from './sweep.ts'

const title = 'from a rejected declaration through an appeal to the release'
const officer = 'A. Officer'

/** The code of the handbag in the example order, which the authority of this test has ended. */
const ENDED_CODE = '4202221000'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let trader: TestTrader
    let browser: Browser
    let watched: WatchedPage
    let page: Page
    let office: WatchedPage
    let desk: Page
    let deskUrl: string
    let authorityFolder: string
    let caseId: string
    let mrn: string

    beforeAll(async () => {
      authorityFolder = await copyAuthorityLaw()
      await endCode(join(authorityFolder, 'gb-tariff', '2021-01-01.csv'))
      installation = await startTestInstallation({
        authorityDataFolder: authorityFolder,
        authorityTariffFolder: join(authorityFolder, 'gb-tariff'),
      })
      trader = await installation.addTenant('e-commerce-platform')
      browser = await openBrowser()
      watched = await openSignedIn(browser, { installation, trader, role: 'broker' })
      page = watched.page
      office = await openPage(browser)
      desk = office.page
      deskUrl = await signInAtDesk()
    })
    afterAll(async () => {
      await browser.close()
      await installation.close()
      await rm(authorityFolder, { recursive: true })
    })

    const button = (name: string) => page.getByRole('button', { name, exact: true })

    async function signInAtDesk(): Promise<string> {
      const { url } = await installation.officer<{ url: string }>(
        'POST',
        '/officers/sign-in-links',
        { name: officer },
      )
      await desk.goto(url)
      await desk.getByRole('heading', { name: 'Queue', exact: true }).waitFor()
      return `${new URL(url).origin}/desk/`
    }

    /** Opens the form of an act at the desk and gives it. */
    async function openAct(name: string): Promise<Locator> {
      await desk
        .getByRole('region', { name: 'What you can do', exact: true })
        .getByRole('button', { name, exact: true })
        .click()
      return desk.getByRole('form', { name, exact: true })
    }

    /** Sends the form of an act, and waits until the desk has taken it and shut the form. */
    async function take(form: Locator, name: string): Promise<void> {
      await form.getByRole('button', { name, exact: true }).click()
      await form.waitFor({ state: 'detached' })
    }

    it('lets a broker mend what was rejected, and puts the goods before an officer', async () => {
      const order = await exampleOrder('refused')
      ;({ caseId } = await trader.client.post<{ caseId: string }>('/v1/orders', order))
      await caseIn(trader, caseId, 'ready')
      await page.goto(`/console/cases/${caseId}`)
      await page.getByRole('heading', { name: 'Your declaration' }).waitFor()
      await button('Declare the goods').click()
      await page.getByText('Customs rejected the declaration.').first().waitFor()
      await page.getByLabel('Item 1: Commodity code').fill('4202321000')
      await button('Save and check again').click()
      await caseIn(trader, caseId, 'ready')
      await page.getByLabel('They have arrived').check()
      await button('Declare the goods').click()
      mrn = (await caseIn(trader, caseId, 'accepted')).declaration!.mrn!
    })

    it('offers the appeal once an officer has inspected and assessed the goods anew', async () => {
      await desk.goto(`${deskUrl}lodgements/${mrn}`)
      const inspection = await openAct('Order an inspection')
      await inspection.getByLabel('Reason').fill('The price looks low.')
      await take(inspection, 'Order an inspection')
      const findings = await openAct('Record findings')
      await findings.getByLabel('What was found').selectOption({ label: 'Another value' })
      await findings.getByLabel('Item price').fill('900.00')
      await findings.getByLabel('What was seen').fill('Like goods cost more.')
      await take(findings, 'Record findings')
      await desk
        .getByText('Item 1: Another value → £900.00. Like goods cost more.', { exact: true })
        .waitFor()
      const reassessment = await openAct('Re-assess')
      expect(await reassessment.getByLabel('Item price').inputValue()).toBe('900.00')
      await reassessment.getByLabel('Reason').fill('Like goods cost more.')
      await reassessment.getByRole('button', { name: 'See the difference', exact: true }).click()
      await reassessment.getByText(/^The trader pays £[\d.,]+ more\.$/).waitFor()
      await take(reassessment, 'Re-assess')
      const { appealable } = await trader.client.until<CaseCorrespondence>(
        `/v1/cases/${caseId}/correspondence`,
        {
          ...{ what: 'a decision to appeal against', timeLimitMs: 30_000 },
          satisfied: (letters) => letters.appealable.length > 0,
        },
      )
      expect(appealable).toMatchObject([{ decision: 'assessment', isLate: false }])
    })

    it('carries the appeal to the office, whose decision stands in the thread', async () => {
      await page.goto(`/console/cases/${caseId}?section=letters`)
      await page.getByText(/New assessment of .* can be put to review/).waitFor()
      await sweep(page, {
        name: 'case-letters',
        ready: (swept) =>
          swept
            .getByText(/can be put to review|可申请复核/)
            .first()
            .waitFor(),
      })
      await button('Appeal').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Subject').fill('Review of the assessment')
      await dialog.getByLabel('Why the decision is wrong').fill('The goods are samples.')
      await dialog.getByLabel('What should be decided instead').fill('The price as declared.')
      await dialog
        .getByRole('textbox', { name: 'Letter', exact: true })
        .fill('Please review the assessment.')
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'payment.png', mimeType: 'image/png', buffer: onePixel })
      await dialog
        .getByRole('list', { name: 'Papers of the letter' })
        .getByText('payment.png')
        .waitFor()
      await sweep(page, {
        name: 'case-appeal',
        ready: (swept) => swept.getByRole('dialog').getByRole('textbox').first().waitFor(),
      })
      await dialog.getByRole('button', { name: 'Send the letter' }).click()
      await page.getByRole('heading', { name: 'Review of the assessment', level: 1 }).waitFor()
      const threadId = page.url().split('/').at(-1)!
      const thread = await trader.client.until<WholeThreadView>(`/v1/correspondence/${threadId}`, {
        ...{ what: 'with the office', timeLimitMs: 30_000 },
        satisfied: ({ officeReference }) => officeReference !== undefined,
      })
      expect(thread).toMatchObject({ kind: 'appeal', mrn, awaits: 'office' })
      await desk.getByRole('link', { name: 'Letters', exact: true }).click()
      await desk.getByRole('link', { name: /Review of the assessment/ }).click()
      await desk.getByText('The goods are samples.', { exact: true }).waitFor()
      const decision = await openAct('Decide')
      await decision.getByLabel('Decision').selectOption({ label: 'Decision cancelled' })
      await decision.getByRole('button', { name: 'See the difference', exact: true }).click()
      await decision.getByText(/^The trader gets £[\d.,]+ back\.$/).waitFor()
      const taxes = decision.getByRole('table', { name: 'Payable, tax by tax' })
      await taxes.getByRole('rowheader', { name: 'Import VAT' }).waitFor()
      await decision.getByLabel('Reasons').fill('They are samples, as the payment shows.')
      await take(decision, 'Decide')
      await desk.getByText(/^The declaration was assessed anew/).waitFor()
      await page.getByText('They are samples, as the payment shows.').first().waitFor()
      await page
        .getByText(/The decision was cancelled/)
        .first()
        .waitFor()
      await sweep(page, {
        name: 'correspondence-thread',
        ready: (swept) =>
          swept.getByText('They are samples, as the payment shows.').first().waitFor(),
      })
    })

    it('ends with the goods released and paid for, and the letters on their page', async () => {
      // The maker's name is watched, so that the goods wait for an officer's word to the end.
      await desk.goto(`${deskUrl}lodgements/${mrn}`)
      const release = await openAct('Release')
      await release.getByLabel('Reason').fill('The review is concluded.')
      await release.getByLabel('I have checked this').check()
      await take(release, 'Release')
      const released = await releasedCase(trader, caseId)
      expect(released.state).toMatch(/^(released|cleared)$/)
      await page.goto('/console/correspondence?standing=ended')
      await page.getByRole('link', { name: 'Review of the assessment' }).waitFor()
      await sweep(page, {
        name: 'correspondence',
        ready: (swept) => swept.getByRole('link', { name: 'Review of the assessment' }).waitFor(),
      })
      await page.goto('/console/authorities/uk-cds?part=corrections')
      await page.getByText('Review of the assessment', { exact: true }).waitFor()
      await page.goto(`/console/cases/${caseId}?section=history`)
      await page.getByText('We wrote to customs (appeal).').first().waitFor()
    })

    it('works out what an error makes in the letter that tells of it, tax by tax', async () => {
      await page.goto(`/console/cases/${caseId}?section=letters`)
      await button('Write a letter').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('What it is about').selectOption('voluntary-correction')
      await dialog.getByRole('button', { name: 'Work out the amount from the goods data' }).click()
      await dialog.getByLabel('Price each').first().fill('500.00')
      await dialog.getByRole('button', { name: 'Work it out', exact: true }).click()
      const figures = dialog.getByRole('table', { name: 'What the error makes' })
      await figures.getByRole('rowheader', { name: 'Duty and tax together' }).waitFor()
      await figures.getByRole('rowheader', { name: 'Import VAT' }).waitFor()
      const amount = dialog.getByLabel('Duty and tax that it makes, in pounds')
      expect(await amount.inputValue()).toMatch(/^-?[1-9]\d*\.\d\d$/)
      await dialog.getByLabel('Price each').first().fill('600.00')
      await dialog.getByText('The goods data have been changed since.').waitFor()
      await figures.getByRole('rowheader', { name: 'Import VAT' }).waitFor()
      await dialog.getByLabel('Price each').first().fill('500.00')
      await dialog.getByText('The goods data have been changed since.').waitFor({ state: 'hidden' })
      await amount.fill('12.34')
      expect(await amount.inputValue()).toBe('12.34')
    })

    it('runs without an error in a script or against the policy of its pages', () => {
      expect([...watched.complaints, ...office.complaints]).toEqual([])
    })
  },
)

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function endCode(path: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  const ended = text
    .split('\n')
    .map((line) =>
      line.startsWith(`${ENDED_CODE},`)
        ? line.replace(',2021-01-01,,', ',2021-01-01,2021-06-01,')
        : line,
    )
    .join('\n')
  if (ended === text) throw new Error(`the tariff has no open line for ${ENDED_CODE}`)
  await writeFile(path, ended)
}
