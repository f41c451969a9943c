import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { checkoutFolder } from '../../src/platform/checkout.ts'
import {
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { openSignedIn } from './signed-in-page.ts'
import { sweep } from './sweep.ts'

const title = "an agent's whole way, from the list to the shopper's page"

/** Porcelain from a maker of pencils: customs of this test want to see it. */
const watchPorcelain = {
  id: 'porcelain',
  name: 'Porcelain',
  words: 'Every consignment of porcelain is opened.',
  condition: { anyItem: [{ field: 'commodityCode', startsWithOneOf: ['6911'] }] },
  action: 'inspect',
  weight: 40,
  enabled: true,
  position: 10,
}

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let trader: TestTrader
    let browser: Browser
    let agent: WatchedPage
    let officer: WatchedPage
    let shopper: WatchedPage
    let page: Page
    let caseUrl: string
    let mrn: string

    beforeAll(async () => {
      installation = await startTestInstallation()
      await installation.officer('PUT', '/officers/risk-rules', {
        officer: 'Head of the office',
        rules: [watchPorcelain],
      })
      trader = await installation.addTenant('purchasing-agent')
      browser = await openBrowser()
      agent = await openSignedIn(browser, { installation, trader })
      officer = await openPage(browser)
      shopper = await openPage(browser, { viewport: { width: 360, height: 780 } })
      page = agent.page
    })
    afterAll(async () => {
      await browser.close()
      await installation.close()
    })

    const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

    it('takes the list in and mends the flagged row where it stands', async () => {
      const list = await readFile(join(checkoutFolder, 'examples', 'purchase-list.csv'), 'utf8')
      // At this price the parcel is no longer of low value, so duty and VAT fall due at import.
      const dearer = list.replace(',2,28.00,GBP,', ',2,88.00,GBP,')
      expect(dearer).not.toBe(list)
      await page.goto('/console/upload')
      await page.locator('input[type=file]').setInputFiles({
        ...{ name: 'september.csv', mimeType: 'text/csv', buffer: Buffer.from(dearer) },
      })
      await page.getByText('To mend 1').waitFor()
      for (const [label, text] of [
        ['Quantity', '2'],
        ['Unit price', '6.40'],
      ] as const) {
        await page.getByRole('button', { name: `Change ${label} of row 6` }).click()
        await page.getByRole('textbox', { name: label, exact: true }).fill(text)
        await page.keyboard.press('Enter')
      }
      await page.getByText('To mend 0').waitFor()
      await page.getByRole('tab', { name: '3. Take in' }).click()
      await press('Take the good orders in')
      await page.getByText('4 orders were taken in.').waitFor()
    })

    it('receives and weighs what came', async () => {
      for (const [reference, weights] of [
        ['TSB-L12-001', ['0.780', '0.150']],
        ['TSB-L12-003', ['0.740']],
      ] as const) {
        await page.goto('/console/receiving')
        await page.getByRole('link', { name: reference }).click()
        const all = page.getByRole('button', { name: 'All', exact: true })
        await all.first().waitFor()
        for (const [index, weight] of weights.entries()) {
          await all.nth(index).click()
          await page.getByLabel('Weight with packaging, kg').nth(index).fill(weight)
        }
        await press('Record the receipt')
        await page.getByText('All pieces are here').waitFor()
      }
    })

    it('consolidates the two orders of one buyer and opens their case', async () => {
      await page.goto('/console/consolidation')
      await page.getByLabel('Move order TSB-L12-001 to').selectOption({ label: 'a new shipment' })
      const shipment = page.getByRole('region', { name: /^Shipment/ })
      await shipment.getByText('TSB-L12-001').first().waitFor()
      await page.getByLabel('Move order TSB-L12-003 to').selectOption({ index: 1 })
      await shipment.getByText('TSB-L12-003').first().waitFor()
      await press('Seal and open the cases')
      await press('Seal it')
      await page.getByText(/is sealed; its cases are open/).waitFor()
      await page.getByRole('link', { name: /^Case / }).click()
      await page.getByRole('heading', { name: 'Your declaration' }).waitFor()
      caseUrl = page.url()
    })

    it('looks the papers through and declares', async () => {
      await page.getByRole('link', { name: 'Papers', exact: true }).click()
      await page.getByText('Commercial invoice').first().waitFor()
      await press('Declare the goods')
      await page.getByRole('heading', { name: 'Arrival of the goods' }).waitFor()
      await press('Report')
      mrn = await page
        .getByText(/^\d\dGB[0-9A-Z]{14}$/)
        .first()
        .innerText()
    })

    it('is inspected and charged anew by an officer at the desk', async () => {
      const { url } = await installation.officer<{ url: string }>(
        'POST',
        '/officers/sign-in-links',
        { name: 'Ada' },
      )
      const desk = officer.page
      await desk.goto(url)
      await desk.getByText(mrn).first().waitFor()
      await desk.goto(`${new URL(url).origin}/desk/lodgements/${mrn}`)
      const acts = desk.getByRole('region', { name: 'What you can do' })
      await acts.getByRole('button', { name: 'Record findings', exact: true }).click()
      const findings = desk.getByRole('form', { name: 'Record findings' })
      await findings.getByLabel('What was found').first().selectOption({ label: 'Another value' })
      await findings.getByLabel('Item price').first().fill('400.00')
      for (const other of (await findings.getByLabel('What was found').all()).slice(1)) {
        await other.selectOption({ label: 'As declared' })
      }
      const seen = ['The maker asks 200 pounds a cup.', 'Pens as declared', 'Paper as declared']
      for (const [index, text] of seen.entries()) {
        await findings.getByLabel('What was seen').nth(index).fill(text)
      }
      await findings.getByRole('button', { name: 'Record findings' }).click()
      await desk.getByText('Item 1: Another value → £400.00').waitFor()
      await acts.getByRole('button', { name: 'Re-assess', exact: true }).click()
      const anew = desk.getByRole('form', { name: 'Re-assess' })
      await anew.getByLabel('Reason').fill('Price of identical goods')
      await anew.getByRole('button', { name: 'Re-assess', exact: true }).click()
      await desk.getByText('Cleared').first().waitFor()
    })

    it('sees the release and why the charges changed, and records what the buyer paid', async () => {
      await page.goto(`${caseUrl.split('?')[0]}`)
      await page.getByRole('heading', { name: 'Delivery' }).waitFor()
      await page.getByRole('link', { name: 'Charges', exact: true }).click()
      await page.getByText('Quoted and assessed').waitFor()
      await page.getByRole('link', { name: 'Ledger', exact: true }).click()
      await page.getByLabel('Bank reference or receipt').fill('BANK-1')
      await press('Record')
      await page.getByText('BANK-1').first().waitFor()
    })

    it('gives the shopper a page that says in plain words what happened', async () => {
      await page.getByRole('link', { name: 'Course', exact: true }).click()
      await press('Make a link')
      const open = page.getByRole('link', { name: 'Open the page' })
      await shopper.page.goto((await open.getAttribute('href')) ?? '')
      await shopper.page.getByText('Customs has released your parcel.').waitFor()
      const told = await shopper.page.locator('body').innerText()
      expect(told).not.toContain('Ashdown')
    })

    it('asks before a link that the shopper holds is revoked', async () => {
      await page.getByRole('button', { name: 'Revoke', exact: true }).first().click()
      await sweep(page, {
        name: 'revoke-link',
        ready: (swept) => swept.getByRole('dialog').waitFor(),
      })
      await page.getByRole('button', { name: 'Keep it' }).click()
      expect(await page.getByText('· revoked').count()).toBe(0)
      await page.getByRole('button', { name: 'Revoke', exact: true }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
      await page.getByText('· revoked').waitFor()
    })

    it('runs without a complaint of any browser', () => {
      expect([agent, officer, shopper].flatMap(({ complaints }) => complaints)).toEqual([])
    })
  },
)
