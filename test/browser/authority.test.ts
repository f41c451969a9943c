import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { systemClock } from '../../src/platform/clock.ts'
import { freePort } from '../../src/platform/process/index.ts'
import { startTestApi, type TestApi, type TestTenant } from '../api.ts'
import { plantCase } from '../planted-record.ts'
import { inviteWithLink } from '../signed-in.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'

const title = 'the page of an authority in the console'

const HOUR = 3_600
const DAY = 86_400

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let tenant: TestTenant
    let browser: Browser
    let origin: string
    let owner: WatchedPage
    let page: Page

    beforeAll(async () => {
      const port = await freePort()
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin })
      api.clock.set(systemClock.now())
      tenant = await api.addTenant()
      await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
      owner = await openPage(browser)
      ;({ page } = owner)
      const { secret } = await inviteWithLink(api, tenant, { name: 'Mei Tanaka' })
      await page.goto(`${origin}/console/welcome#${secret}`)
      await page.getByRole('button', { name: 'Not now' }).click()
      await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    }, 120_000)
    afterAll(async () => {
      await browser.close()
      await api.close()
    })

    const fillTheRecord = async (): Promise<void> => {
      for (let week = 0; week < 10; week += 1) {
        await plantCase(api, tenant, {
          endedAgo: week * 7 * DAY + HOUR,
          events: [
            ['declaration-sent', -(40 + week * 9) * 60],
            ['declaration-accepted', 0],
            ['goods-released', (20 + week * 5) * 60],
          ],
        })
      }
      await plantCase(api, tenant, {
        ...{ endedAgo: HOUR, state: 'accepted', mrn: '26GB00000000000001' },
        events: [
          [
            'documents-requested',
            0,
            { controlId: 'a', wanted: 'invoice', dueAt: at(-60), reason: 'the price is low' },
          ],
          ['examination-ordered', 0, { controlId: 'b' }],
        ],
      })
      await plantCase(api, tenant, {
        endedAgo: DAY,
        events: [
          ['assessment-final', -3 * HOUR, { versionId: '1', payable: pounds('100.00') }],
          ['control-not-satisfied', -HOUR, { controlId: 'c', why: 'the weight' }],
          ['assessment-corrected', -HOUR, { versionId: '2', payable: pounds('130.20') }],
        ],
      })
    }
    const at = (seconds: number) =>
      new Date(Date.parse(api.clock.now()) + seconds * 1_000).toISOString()
    const pounds = (amount: string) => ({ amount, currency: 'GBP' })

    const open = async (part = ''): Promise<void> => {
      await page.goto(`${origin}/console/authorities/uk-cds${part}`)
      await page.getByRole('heading', { name: 'HM Revenue & Customs', level: 1 }).waitFor()
    }

    it('is reached from the exchange, and says that there is no record yet', async () => {
      await page.getByRole('link', { name: 'Exchange' }).click()
      await page.getByRole('link', { name: 'How you stand with customs' }).click()
      await page.getByRole('heading', { name: 'Nothing is open' }).waitFor()
      await page.getByRole('heading', { name: 'Nothing to measure yet' }).waitFor()
      expect(await page.locator('svg[role="img"]').count()).toBe(0)
      await page.getByRole('button', { name: 'Corrections', exact: true }).click()
      await page.getByRole('heading', { name: 'Nothing was corrected in this time' }).waitFor()
      await page.getByRole('button', { name: 'Standing', exact: true }).click()
      const record = page.getByRole('article', { name: 'Record of compliance' })
      await record.getByText('no record yet').first().waitFor()
      await page.getByRole('link', { name: 'Messages and channels' }).click()
      await page.getByRole('heading', { name: 'Exchange', level: 1 }).waitFor()
    })

    it('draws how long answers take, and tells what is open and overdue', async () => {
      await fillTheRecord()
      await open()
      const acceptance = page.getByRole('figure', { name: 'Lodged or arrived to accepted' })
      const chart = acceptance.getByRole('img', { name: /^Half within .+; 10 measured$/ })
      await chart.waitFor()
      expect(await chart.locator('rect').count()).toBe(20)
      await page.getByText('The charts in figures').click()
      const figures = page.getByRole('region', { name: 'The charts in figures' })
      expect(await figures.getByRole('row').count()).toBe(21)
      const matters = page.getByRole('list', { name: 'Open', exact: true }).getByRole('listitem')
      expect(await matters.count()).toBe(2)
      await matters.first().getByText('Your turn', { exact: true }).waitFor()
      await matters.first().getByText('Overdue', { exact: true }).waitFor()
      await matters.first().getByText('invoice: the price is low', { exact: true }).waitFor()
      await matters.last().getByText('Their turn', { exact: true }).waitFor()
      await sweep(page, {
        name: 'authority',
        ready: (swept) => swept.locator('svg[role="img"]').first().waitFor(),
      })
    }, 120_000)

    it('tells what was assessed anew and what that came to', async () => {
      await open('?part=corrections')
      const sums = page.getByRole('table', { name: 'In sum' })
      await sums.getByRole('row', { name: /Re-assessed by the authority 1 £30\.20/ }).waitFor()
      await sweep(page, {
        name: 'authority-corrections',
        ready: (swept) => swept.getByRole('table').waitFor(),
      })
    }, 120_000)

    it('keeps contacts beside those that are published: added, changed, removed', async () => {
      await open('?part=contacts')
      const published = page.getByRole('list', { name: 'Published by the authority' })
      await published.getByRole('heading', { name: 'National Clearance Hub (NCH)' }).waitFor()
      await page.getByRole('button', { name: 'Add a contact' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Office').fill('Hub, documents')
      await dialog.getByLabel('Person').fill('Ada Harrow')
      await dialog.getByRole('button', { name: 'Save' }).click()
      await dialog
        .getByText('The contact has neither e-mail nor telephone nor postal address.')
        .waitFor()
      await dialog.getByLabel('E-mail').fill('ada.harrow@example.org')
      await dialog.getByLabel('Languages').fill('en, zh')
      await dialog.getByRole('button', { name: 'Save' }).click()
      await dialog.waitFor({ state: 'hidden' })
      const own = page.getByRole('list', { name: 'Your own contacts' })
      await own.getByRole('link', { name: 'ada.harrow@example.org' }).waitFor()
      await own.getByText('English, Chinese', { exact: true }).waitFor()
      await own.getByRole('button', { name: 'Edit Ada Harrow' }).click()
      await dialog.getByLabel('Role').fill('Higher officer')
      await dialog.getByRole('button', { name: 'Save' }).click()
      await own.getByText('Higher officer, Hub, documents', { exact: true }).waitFor()
      await sweep(page, {
        name: 'authority-contacts',
        ready: (swept) => swept.getByText('Ada Harrow').first().waitFor(),
      })
      await own.getByRole('button', { name: 'Remove Ada Harrow' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
      await page.getByText('None written down yet.', { exact: true }).waitFor()
    }, 120_000)

    it('holds nothing to be met before there are a document and a judgement', async () => {
      await open('?part=standing')
      const solvency = page.getByRole('article', { name: 'Financial solvency' })
      await solvency.getByText('Missing', { exact: true }).waitFor()
      await solvency.getByRole('button', { name: /^Attach a document/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('input[type="file"]').setInputFiles('test/files/payment.pdf')
      await dialog.getByLabel('Last day').fill('2099-12-31')
      await dialog.getByRole('button', { name: 'Attach', exact: true }).click()
      await solvency.getByText('Cannot be said', { exact: true }).waitFor()
      await solvency.getByRole('link', { name: 'payment.pdf' }).waitFor()
      await solvency.getByRole('button', { name: /^Judge/ }).click()
      await dialog.getByLabel('met', { exact: true }).check()
      await dialog.getByLabel('Why').fill('Three sound years.')
      await sweep(page, {
        name: 'authority-judgement',
        ready: (swept) => swept.getByRole('dialog').getByRole('radio').first().waitFor(),
      })
      await dialog.getByRole('button', { name: 'Put on record' }).click()
      await solvency.getByText('Met', { exact: true }).waitFor()
      await solvency.getByText(/Judged met: Three sound years\..*Mei Tanaka/).waitFor()
      await sweep(page, {
        name: 'authority-standing',
        ready: (swept) => swept.getByText('payment.pdf').waitFor(),
      })
      await solvency.getByRole('button', { name: 'Withdraw payment.pdf' }).click()
      await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click()
      await solvency.getByText('Missing', { exact: true }).waitFor()
    }, 120_000)

    it('runs without an error in a script or against its policy', () => {
      expect(owner.complaints).toEqual([])
    })
  },
)
