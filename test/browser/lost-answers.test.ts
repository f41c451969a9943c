import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CaseLedger } from '../../src/api/ledgers.ts'
import type { OrderView } from '../../src/api/views/order-view.ts'
import type { ReceiptView } from '../../src/api/warehouse-receipts.ts'
import { csvOf, fullRow } from '../purchase-lists.ts'
import {
  arriveAndRelease,
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { openBrowser } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { openSignedIn } from './signed-in-page.ts'
import { exampleOrder } from '../shipped-examples.ts'

const title = 'a change whose answer is lost on the way'

interface List<Item> {
  readonly items: readonly Item[]
}

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let browser: Browser

    beforeAll(async () => {
      installation = await startTestInstallation()
      browser = await openBrowser()
    })
    afterAll(async () => {
      await browser.close()
      await installation.close()
    })

    it('is not made a second time when a payment is recorded again', async () => {
      const trader = await installation.addTenant('e-commerce-platform')
      const caseId = await releasedCase(trader)
      const { page } = await openSignedIn(browser, { installation, trader })
      await page.goto(`/console/cases/${caseId}?section=ledger`)
      await page.getByLabel(/^Amount/).fill('1.00')
      await page.getByLabel('Bank reference or receipt').fill('BANK-1')
      await loseNextAnswer(page, '/payments')
      const record = page.getByRole('button', { name: 'Record', exact: true })
      await record.click()
      await page.getByRole('alert').getByText('The server cannot be reached').waitFor()
      await record.click()
      await page.getByRole('alert').waitFor({ state: 'hidden' })
      const reference = page.getByLabel('Bank reference or receipt')
      await expect.poll(() => reference.inputValue()).toBe('')
      const { entries } = await trader.client.get<CaseLedger>(`/v1/cases/${caseId}/ledger`)
      const paid = entries.filter(
        ({ account, amount }) => account === 'bank' && amount.amount === '1.00',
      )
      expect(paid).toHaveLength(1)

      await page.getByLabel(/^Amount/).fill('1.00')
      await page.getByLabel('Bank reference or receipt').fill('BANK-1')
      await record.click()
      const again = async () => {
        const after = await trader.client.get<CaseLedger>(`/v1/cases/${caseId}/ledger`)
        return after.entries.length - entries.length
      }
      // Two entries make one posting: what was answered is over, and the next is a payment of its own.
      await expect.poll(again).toBe(2)
    })

    it('is not made a second time when goods are received again', async () => {
      const trader = await installation.addTenant('purchasing-agent')
      const orderId = await takeOneOrder(installation, trader)
      const { page } = await openSignedIn(browser, { installation, trader })
      await page.goto(`/console/receiving/${orderId}`)
      await page
        .getByRole('button', { name: /^One more/ })
        .first()
        .click()
      await page.getByLabel('Weight with packaging, kg').first().fill('0.4')
      await loseNextAnswer(page, '/v1/warehouse-receipts')
      const record = page.getByRole('button', { name: 'Record the receipt' })
      await record.click()
      await page.getByRole('alert').getByText('The server cannot be reached').waitFor()
      await record.click()
      await page.getByText('The receipt is recorded.').waitFor()
      const receipts = await trader.client.get<List<ReceiptView>>(
        `/v1/warehouse-receipts?orderId=${orderId}`,
      )
      expect(receipts.items).toHaveLength(1)
    })
  },
)

/** The next request to a place reaches the server and is obeyed, but its answer reaches nobody. */
async function loseNextAnswer(page: Page, place: string): Promise<void> {
  let isLost = false
  await page.route(
    (url) => url.pathname.endsWith(place),
    async (route) => {
      if (isLost || route.request().method() !== 'POST') return route.continue()
      isLost = true
      await route.fetch()
      await route.abort('connectionreset')
    },
  )
}

async function releasedCase(trader: TestTrader): Promise<string> {
  const order = await exampleOrder('marketplace-cn-gb')
  const { caseId } = await trader.client.post<{ readonly caseId: string }>('/v1/orders', order)
  await caseIn(trader, caseId, 'ready')
  await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
  await arriveAndRelease(trader, caseId)
  return caseId
}

async function takeOneOrder(installation: TestInstallation, trader: TestTrader): Promise<string> {
  const answer = await fetch(`${installation.apiUrl}/v1/purchase-lists?name=one`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${trader.apiKey}`, 'content-type': 'text/csv' },
      'idempotency-key': 'list-of-one-order',
    },
    body: csvOf([fullRow]),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const { items } = await trader.client.get<List<OrderView>>('/v1/orders')
  const [order] = items
  if (order === undefined) throw new Error('the list was taken in without an order')
  return order.id
}
