import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { newId } from '../../src/platform/ids.ts'
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
import { exampleOrder } from '../shipped-examples.ts'

const title = 'refusals in the language of the reader'

/** Each page is looked at in eight ways. */
const MANY_LOOKS = { timeout: 600_000 }

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let trader: TestTrader
    let browser: Browser
    let watched: WatchedPage

    beforeAll(async () => {
      installation = await startTestInstallation()
      trader = await installation.addTenant('e-commerce-platform')
      browser = await openBrowser()
    })
    beforeEach(async () => {
      watched = await openSignedIn(browser, { installation, trader })
    })
    afterEach(() => watched.context.close())
    afterAll(async () => {
      await browser.close()
      await installation.close()
    })

    it('say in both that there is no such case', MANY_LOOKS, async () => {
      const caseId = newId('case')
      await watched.page.goto(`/console/cases/${caseId}`)
      await sweep(watched.page, {
        name: 'refusal-no-case',
        ready: (page) =>
          page
            .getByText(new RegExp(`There is no case ${caseId}|没有清关案 ${caseId}`))
            .first()
            .waitFor(),
      })
    })

    it('say in both what keeps a case from being declared', MANY_LOOKS, async () => {
      const { packages: _, transport, ...order } = await exampleOrder('marketplace-cn-gb')
      const { identity: __, ...unidentified } = transport
      const { caseId } = await trader.client.post<{ readonly caseId: string }>('/v1/orders', {
        ...order,
        transport: unidentified,
      })
      await caseIn(trader, caseId, 'preparing')
      await watched.page.goto(`/console/cases/${caseId}`)
      await sweep(watched.page, {
        name: 'refusal-obstacles',
        ready: (page) =>
          page
            .getByText(/The declaration needs the flight|报关单需要运送货物的航班、船舶或车辆/)
            .first()
            .waitFor(),
      })
      expect(watched.complaints).toEqual([])
    })

    it('say in both that an address leads nowhere, and where to go on', MANY_LOOKS, async () => {
      await watched.page.goto('/console/no-such-place')
      await sweep(watched.page, {
        name: 'nothing-here',
        ready: (page) => page.locator('main a').first().waitFor(),
      })
      await watched.page.locator('main a').first().click()
      await watched.page.locator('main h1').waitFor()
      expect(new URL(watched.page.url()).pathname).toMatch(/^\/console\/?$/)
      expect(watched.complaints).toEqual([])
    })

    it('leave the frame standing where a page breaks, with a way back', MANY_LOOKS, async () => {
      const { page } = watched
      await page.route('**/v1/orders?**', (route) => route.fulfill({ json: { orders: 'broken' } }))
      await page.goto('/console/orders')
      const ready = () =>
        page.getByRole('heading', { name: /This page cannot be shown|此页无法显示/ }).waitFor()
      await sweep(page, { name: 'broken-page', ready })
      await page.getByText('Something went wrong in this page').waitFor()
      expect(await page.getByText('The server cannot be reached').count()).toBe(0)
      expect(await page.locator('nav a').count()).toBeGreaterThan(3)
      await page.getByRole('link', { name: 'Back to the start' }).click()
      await page.locator('main h1').waitFor()
      expect(new URL(page.url()).pathname).toMatch(/^\/console\/?$/)
    })
  },
)
