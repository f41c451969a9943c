import { Client } from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { exampleOrder } from '../shipped-examples.ts'
import {
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { expectAccessible, expectNoOverflow } from './accessible.ts'
import { openBrowser, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { openSignedIn } from './signed-in-page.ts'
import { sweep } from './sweep.ts'

const title = 'the connection to HMRC in the console'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let trader: TestTrader
    let browser: Browser
    let watched: WatchedPage
    let page: Page

    beforeAll(async () => {
      installation = await startTestInstallation()
      trader = await installation.addTenant('e-commerce-platform')
      browser = await openBrowser()
      watched = await openSignedIn(browser, { installation, trader })
      page = watched.page
    })
    afterAll(async () => {
      await browser.close()
      await installation.close()
    })

    const button = (name: string | RegExp) => page.getByRole('button', { name })
    const open = () => page.goto('/console/settings/connections')

    it('is made at the page of the authority, from which one comes back connected', async () => {
      await open()
      await page.getByText('Never connected').waitFor()
      await button('Connect').click()
      await page
        .getByRole('heading', { name: 'Permit Tidewaiter to act for your business?' })
        .waitFor()
      expect(new URL(page.url()).origin).toBe(installation.authorityUrl)
      await page.setViewportSize({ width: 360, height: 780 })
      await expectNoOverflow(page)
      await expectAccessible(page)
      await page.setViewportSize({ width: 1440, height: 900 })
      await button(/^Permit/).click()
      await page.getByText('Connected since').waitFor()
      expect(page.url()).toBe(`${installation.publicUrl}/console/settings/connections`)
      await sweep(page, {
        name: 'hmrc-connection',
        ready: (shown) => shown.getByText(/Connected since|连接于/).waitFor(),
      })
    })

    it('says so when the person has refused', async () => {
      await button('Permit anew').click()
      await button(/^Do not permit/).click()
      await page.getByRole('heading', { name: 'The business was not connected' }).waitFor()
      await page
        .getByRole('alert')
        .getByText(/HMRC has not permitted us/)
        .waitFor()
      expect(new URL(page.url()).search).toBe('')
      await page.getByRole('link', { name: 'Back to the connection' }).click()
      await page.getByText('Connected since').waitFor()
    })

    it('that HMRC has ended is told where the day begins, and mended from there', async () => {
      await endAtHmrc()
      await page.goto('/console/')
      await page.getByRole('alert').getByText('HMRC does not let us in').waitFor()
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Look at the connection' }).click()
      await page.getByText('HMRC has not renewed it').waitFor()
      await sweep(page, {
        name: 'hmrc-connection-ended',
        ready: (shown) => shown.getByText(/HMRC has not renewed it|HMRC 未予续期/).waitFor(),
      })
      await button('Connect').click()
      await button(/^Permit/).click()
      await page.getByText('Connected since').waitFor()
    })

    it('serves to ask where a declaration stands, on the page of its case', async () => {
      const { client } = trader
      const order = await exampleOrder('marketplace-cn-gb')
      const { caseId } = await client.post<{ caseId: string }>('/v1/orders', order)
      await caseIn(trader, caseId, 'ready')
      await client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
      const { declaration } = await caseIn(trader, caseId, 'registered')
      await page.goto(`/console/cases/${caseId}?section=messages`)
      await button('Ask HMRC where it stands').click()
      await page.getByRole('status').getByText('version 1 · received').waitFor()
      expect(await page.getByRole('status').getByText(declaration!.mrn!).count()).toBe(1)
      await sweep(page, {
        name: 'asked-hmrc',
        ready: (shown) =>
          shown
            .getByRole('status')
            .getByText(/version 1|第 1 版/)
            .waitFor(),
      })
    })

    it('is ended here after a question', async () => {
      await open()
      await button('Disconnect').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
      await page.getByText('Disconnected here').waitFor()
      expect(watched.complaints).toEqual([])
    })

    it('is not for those who do not answer for declarations', async () => {
      const viewer = await openSignedIn(browser, { installation, trader, role: 'viewer' })
      await viewer.page.goto('/console/settings')
      await viewer.page.getByRole('heading', { level: 1 }).waitFor()
      expect(await viewer.page.getByRole('link', { name: 'HMRC' }).count()).toBe(0)
      await viewer.context.close()
    })

    /** As it is once HMRC has refused to renew a permission. */
    async function endAtHmrc(): Promise<void> {
      const client = new Client({ connectionString: installation.databaseOwnerUrl })
      await client.connect()
      await client.query(`select set_config('app.tenant_id', $1, false)`, [trader.tenantId])
      const { rowCount } = await client.query(
        `update authority_grant set sealed_tokens = null, ended_at = now(), ended_why = 'refused'
         where ended_at is null`,
      )
      await client.end()
      expect(rowCount).toBe(1)
    }
  },
)
