import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { exampleOrder } from '../shipped-examples.ts'
import {
  arriveAndRelease,
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { expectAccessible } from './accessible.ts'
import { openBrowser, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { openSignedIn } from './signed-in-page.ts'

const title = 'sending imported goods back'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let trader: TestTrader
    let browser: Browser
    let watched: WatchedPage
    let page: Page
    let caseId: string

    beforeAll(async () => {
      installation = await startTestInstallation()
      trader = await installation.addTenant('e-commerce-platform')
      const order = await exampleOrder('marketplace-cn-gb')
      caseId = (await trader.client.post<{ caseId: string }>('/v1/orders', order)).caseId
      await caseIn(trader, caseId, 'ready')
      await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
      await arriveAndRelease(trader, caseId)
      browser = await openBrowser()
      watched = await openSignedIn(browser, { installation, trader, role: 'operator' })
      page = watched.page
    })
    afterAll(async () => {
      await browser.close()
      await installation.close()
    })

    it('leads from the page of the import to that of the export, which asks for what it lacks', async () => {
      const { reference } = await caseIn(trader, caseId, 'released', 'cleared')
      await page.goto(`/console/cases/${caseId}`)
      await page.getByRole('button', { name: 'Send goods back', exact: true }).click()
      await page.getByLabel('Item 1: pieces that go back, of 3').fill('2')
      await page.getByLabel('Place of the Incoterm').fill('London')
      await expectAccessible(page, 'send-goods-back')
      await page.getByRole('button', { name: 'Open the export', exact: true }).click()
      await page.getByRole('heading', { name: `${reference}-R1`, exact: true }).waitFor()
      await page.getByRole('link', { name: reference, exact: true }).waitFor()
      await page.getByLabel('Office of exit', { exact: true }).first().waitFor()
      await expectAccessible(page, 'export-that-lacks-facts')

      await page.getByRole('link', { name: reference, exact: true }).click()
      await page.getByRole('heading', { name: reference, exact: true }).waitFor()
      await page.getByRole('link', { name: `${reference}-R1`, exact: true }).waitFor()
      const { returns } = await caseIn(trader, caseId, 'released', 'cleared')
      expect(returns).toMatchObject([{ goods: [{ itemNumber: 1, quantity: 2 }, {}, {}] }])
    })
  },
)
