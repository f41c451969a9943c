import { join } from 'node:path'

import { Client } from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { GoodsDataMending } from '../../src/api/goods-data.ts'
import type { Consignment } from '../../src/customs/consignment/consignment.ts'
import { money } from '../../src/customs/money/money.ts'
import type { Order } from '../../src/customs/order/order.ts'
import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import { timings } from '../../src/exchange/timings.ts'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import { layWire, type LossyWire } from '../../src/stage/wire/lossy-wire.ts'
import {
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { openBrowser, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { openSignedIn } from './signed-in-page.ts'
import { sweep } from './sweep.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'

const title = 'what somebody who declares does on the page of a case'
const paymentProof = join(checkoutFolder, 'test', 'files', 'payment.pdf')
const by = { officer: 'A. Officer' }

/** Italian shoes whose maker sells them itself, claimed to be free of duty under the EU agreement. */
const brentana = 'Calzaturificio Brentana S.r.l.'
const inFermo = { lines: ['4 Via del Porto'], city: 'Fermo', postcode: '63900', country: 'IT' }
const registration = {
  ...{ exporterName: brentana, number: 'ITREX12345678901' },
  ...{ agreement: 'gb-eu-tca', validFrom: '2025-01-01' },
} as NonNullable<TraderProfile['exporterRegistrations']>[number]

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let trader: TestTrader
    let wire: LossyWire
    let browser: Browser
    let watched: WatchedPage
    let page: Page

    beforeAll(async () => {
      installation = await startTestInstallation({
        authorityUrlForWorker: async (url) => (wire = await layWire(url)).url,
      })
      const profile = await exampleProfile('e-commerce-platform')
      trader = await installation.addTenant('e-commerce-platform', {
        ...profile,
        exporterRegistrations: [registration],
      })
      browser = await openBrowser()
      watched = await openSignedIn(browser, { installation, trader, role: 'broker' })
      page = watched.page
    })
    beforeEach(() => wire.mend())
    afterAll(async () => {
      await browser.close()
      await installation.close()
      await wire.close()
    })

    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const heading = (name: string) => page.getByRole('heading', { name, exact: true })
    const open = (caseId: string) => page.goto(`/console/cases/${caseId}`)

    const hand = async (order: Order): Promise<string> =>
      (await trader.client.post<{ readonly caseId: string }>('/v1/orders', order)).caseId

    const readyCase = async (example: string): Promise<string> => {
      const caseId = await hand(await exampleOrder(example))
      await caseIn(trader, caseId, 'ready')
      return caseId
    }

    /** Goods that the sandbox authority puts before an officer, who has accepted the entry. */
    const caseBeforeOfficer = async (): Promise<{ caseId: string; dossier: string }> => {
      const caseId = await readyCase('refused')
      await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'A' })
      const { declaration } = await caseIn(trader, caseId, 'accepted')
      return { caseId, dossier: `/officers/lodgements/${declaration!.mrn!}` }
    }

    const colleagueMends = (caseId: string, mending: GoodsDataMending): Promise<void> =>
      mendAsColleague(installation, trader, { caseId, mending })

    it('sends the papers that customs want, and answers their question', async () => {
      const { caseId, dossier } = await caseBeforeOfficer()
      await open(caseId)
      await installation.officer('POST', `${dossier}/document-requests`, {
        ...by,
        wanted: ['proof of payment'],
        reason: 'To verify the price.',
      })
      await page.getByText('proof of payment', { exact: true }).first().waitFor()
      await page.getByText('Why: To verify the price.').waitFor()
      await page.locator('input[type=file]').first().setInputFiles(paymentProof)
      await page.getByLabel(/^payment\.pdf/).check()
      await sweep(page, {
        name: 'case-documents-wanted',
        ready: (swept) => swept.getByLabel(/^payment\.pdf/).waitFor(),
      })
      await button('Send to customs').click()
      await page.getByLabel(/^payment\.pdf/).waitFor({ state: 'hidden' })

      await installation.officer('POST', `${dossier}/questions`, {
        ...by,
        question: 'Who owns the trade mark?',
      })
      await page.getByText('Who owns the trade mark?').first().waitFor()
      await page.getByLabel('Your answer').fill('The seller does.')
      await sweep(page, {
        name: 'case-question',
        ready: (swept) => swept.getByText('Who owns the trade mark?').first().waitFor(),
      })
      await button('Send the answer').click()
      await expect
        .poll(async () => {
          const { files } = await installation.officer<{
            readonly files: readonly { readonly fileName: string | null }[]
          }>('GET', dossier)
          return files.map(({ fileName }) => fileName).filter((name) => name !== null).length
        })
        .toBe(2)
    })

    it('says what becomes of goods that may not come in', async () => {
      const { caseId, dossier } = await caseBeforeOfficer()
      await open(caseId)
      await installation.officer('POST', `${dossier}/inspections`, { ...by, reason: 'A sample.' })
      await heading('Inspection by customs').waitFor()
      await sweep(page, {
        name: 'case-inspection',
        ready: (swept) => swept.locator('#next-step').waitFor(),
      })
      await installation.officer('POST', `${dossier}/refusal`, {
        ...by,
        reason: 'The marks copy a brand.',
      })
      await page.getByText('The marks copy a brand.').first().waitFor()
      await page
        .getByRole('combobox', { name: 'What becomes of the goods' })
        .selectOption('returned')
      await page.getByLabel(/^Why, for those who read the record/).fill('The seller takes them')
      await sweep(page, {
        name: 'case-outcome',
        ready: (swept) => swept.getByText('The marks copy a brand.').first().waitFor(),
      })
      await button('Record for good').click()
      await caseIn(trader, caseId, 'returned')
      await heading('Sent back').waitFor()
    })

    it('withdraws a declaration once that is confirmed, wherever one goes next', async () => {
      const caseId = await readyCase('marketplace-cn-gb')
      await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
      await caseIn(trader, caseId, 'registered')
      await open(caseId)
      await button('Withdraw the declaration').click()
      await page.getByLabel(/^Why, in words for customs/).fill('The buyer has cancelled the order.')
      await button('Ask customs to withdraw it').click()
      await sweep(page, {
        name: 'case-withdraw',
        ready: (swept) => swept.getByRole('dialog').waitFor(),
      })
      await button('Do not send').click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      expect((await caseIn(trader, caseId, 'registered')).requests).toEqual([])
      // Whoever leaves the page right after the last click has nevertheless sent the request.
      await button('Ask customs to withdraw it').click()
      await button('Send it to customs').click()
      await page.getByRole('link', { name: 'Ledger' }).click()
      await page.getByRole('link', { name: 'Cases', exact: true }).click()
      await caseIn(trader, caseId, 'invalidated')
      await open(caseId)
      await page.getByText('Nothing is left to do').waitFor()
    })

    it('amends a declaration: shows what would change, sends it, and shows it granted', async () => {
      const caseId = await readyCase('marketplace-cn-gb')
      await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
      await caseIn(trader, caseId, 'registered')
      await open(caseId)
      await button('Amend the declaration').click()
      await page.getByLabel('Shipping marks').fill('AMENDED 7')
      await page.getByLabel(/^Why, in words for customs/).fill('The cartons were marked anew.')
      await button('Ask customs to amend it').click()
      await page.getByRole('dialog').getByText('AMENDED 7').waitFor()
      await sweep(page, {
        name: 'case-amend',
        ready: (swept) => swept.getByRole('dialog').waitFor(),
      })
      await button('Send it to customs').click()
      await expect
        .poll(async () => (await caseIn(trader, caseId, 'registered')).requests)
        .toMatchObject([{ kind: 'amendment', state: 'granted' }])
      await page.getByRole('link', { name: 'Declaration', exact: true }).click()
      await page.getByText('AMENDED 7').first().waitFor()
    })

    it('keeps what was typed of the goods while a colleague changes them, and overwrites neither', async () => {
      const caseId = await readyCase('marketplace-cn-gb')
      await open(caseId)
      await button('Mend the goods data').click()
      const marks = page.getByLabel('Shipping marks')
      await marks.fill('MINE 1')
      await colleagueMends(caseId, { packages: { count: 7, type: 'CT', marks: 'THEIRS' } })
      const meanwhile = page.getByText('Somebody has changed the goods data while you typed')
      await meanwhile.waitFor()
      expect(await marks.inputValue()).toBe('MINE 1')
      await page.getByText(/you typed “MINE 1”/).waitFor()
      await sweep(page, {
        name: 'case-changed-meanwhile',
        ready: (swept) => swept.getByText('THEIRS').first().waitFor(),
      })
      expect(await button('Save and check again').isDisabled()).toBe(true)
      await button('Go on with what I typed').click()
      await button('Save and check again').click()
      await expect
        .poll(() => packagesOf(trader, caseId))
        .toEqual({ count: 7, type: 'CT', marks: 'MINE 1' })

      // Whoever takes it back does not take back what came after.
      await button('Take back').waitFor()
      await colleagueMends(caseId, { packages: { count: 8, type: 'CT', marks: 'LATER' } })
      await button('Take back').click()
      await page.getByText(/^Nothing was taken back/).waitFor()
      expect(await packagesOf(trader, caseId)).toMatchObject({ count: 8, marks: 'LATER' })
    })

    it('sends a message again that was given up', async () => {
      const caseId = await readyCase('marketplace-cn-gb')
      await wire.cut()
      await open(caseId)
      await button('Declare the goods').click()
      await caseIn(trader, caseId, 'lodged')
      await page.getByText('Customs do not have this message yet').waitFor()
      await spendAttempts(installation.databaseOwnerUrl, { tenantId: trader.tenantId, caseId })
      await page.getByText('A message to customs was given up after many attempts.').waitFor()
      await sweep(page, {
        name: 'case-given-up',
        ready: (swept) => swept.getByRole('alert').first().waitFor(),
      })
      await wire.mend()
      await button('Send it again').click()
      await caseIn(trader, caseId, 'registered')
      await button('Send it again').waitFor({ state: 'hidden' })
    })

    it('records the certificate that a chamber has issued', async () => {
      const caseId = await readyCase('marketplace-cn-gb')
      await page.goto(`/console/cases/${caseId}?section=papers`)
      await page.getByLabel('What the paper is').selectOption('certificate-of-origin')
      await page.locator('input[type=file]').setInputFiles(paymentProof)
      await page.getByText('payment.pdf').first().waitFor()
      await button('The chamber has issued it').click()
      await page.getByLabel(/^Number/).fill('CN-2026-778')
      await page.getByLabel(/^Issued by/).fill('Chamber of Ningbo')
      await page.getByLabel(/^At/).fill('Ningbo')
      await page.getByLabel(/^On/).fill(today())
      await sweep(page, {
        name: 'case-certificate',
        ready: (swept) => swept.locator('input[type=date]').first().waitFor(),
      })
      await button('Record the issue').click()
      await page.getByText('Issued as CN-2026-778').waitFor()
    })

    it('records who signed for a preferential origin, so that the case can go on', async () => {
      const order = await exampleOrder('marketplace-cn-gb')
      // Worth more than the limit below which no duty is due, so that the claim matters.
      const shoes = order.lines.find(({ commodityCode }) => commodityCode === '6403999690')
      const caseId = await hand({
        ...order,
        seller: { ...order.seller, name: brentana, address: inFermo },
        shipFrom: inFermo,
        lines: [
          {
            ...shoes!,
            unitPrice: money('189.00', 'GBP'),
            origin: 'IT',
            preference: { agreement: 'gb-eu-tca', proof: 'statement-on-origin', reference: 'INV' },
          },
        ] as Order['lines'],
      })
      await caseIn(trader, caseId, 'preparing')
      await open(caseId)
      await heading('The exporter has signed the statement').waitFor()
      await page.getByLabel('Who signed').fill('Giulia Ferraro')
      await page.getByLabel('Where', { exact: true }).fill('Fermo')
      await page.getByLabel('On', { exact: true }).fill(today())
      await sweep(page, {
        name: 'case-preference',
        ready: (swept) => swept.locator('input[type=date]').first().waitFor(),
      })
      await button('Record the signature').click()
      await heading('Your declaration').waitFor()
    })

    it('runs without an error in a script or against the policy of its pages', () => {
      expect(watched.complaints).toEqual([])
    })
  },
)

/** Changes goods data as somebody else does, through the interface, on the version of the moment. */
async function mendAsColleague(
  installation: TestInstallation,
  { apiKey }: TestTrader,
  { caseId, mending }: { readonly caseId: string; readonly mending: GoodsDataMending },
): Promise<void> {
  const url = `${installation.apiUrl}/v1/cases/${caseId}/goods`
  const authorization = `Bearer ${apiKey}`
  // While a case is checked again its version goes on, and what was just read is old already.
  const mend = async (): Promise<number> => {
    const read = await fetch(url, { headers: { authorization } })
    const answer = await fetch(url, {
      method: 'PATCH',
      headers: {
        ...{ authorization, 'content-type': 'application/json' },
        'if-match': read.headers.get('etag') ?? '',
      },
      body: JSON.stringify(mending),
    })
    return answer.status
  }
  await expect.poll(mend).toBe(200)
}

async function packagesOf(
  { client }: TestTrader,
  caseId: string,
): Promise<Consignment['packages']> {
  return (await client.get<Consignment>(`/v1/cases/${caseId}/goods`)).packages
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** As if a message had been tried for an hour already: the next attempt is its last. */
async function spendAttempts(
  databaseUrl: string,
  { tenantId, caseId }: { readonly tenantId: string; readonly caseId: string },
): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl })
  await owner.connect()
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [tenantId])
  try {
    const isTried = async (): Promise<boolean> => {
      const { rowCount } = await owner.query(
        `update exchange_message set attempts = $1, due_at = now()
         where case_id = $2 and state in ('due', 'unknown') and attempts > 0`,
        [timings.attemptsMax - 1, caseId],
      )
      return rowCount === 1
    }
    await expect.poll(isTried, { timeout: 20_000 }).toBe(true)
  } finally {
    await owner.end()
  }
}
