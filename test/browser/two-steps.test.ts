import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import {
  caseIn,
  caseThat,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'
import { openBrowser } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { openSignedIn } from './signed-in-page.ts'
import { sweep } from './sweep.ts'

const title = 'declaring in two steps in the console'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let trader: TestTrader
    let profile: TraderProfile
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      installation = await startTestInstallation()
      profile = await exampleProfile('e-commerce-platform')
      trader = await installation.addTenant('e-commerce-platform', profile)
      browser = await openBrowser()
      ;({ page } = await openSignedIn(browser, { installation, trader, role: 'owner' }))
    })
    afterAll(async () => {
      await browser.close()
      await installation.close()
    })

    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const heading = (name: string) => page.getByRole('heading', { name, exact: true })

    it('states the authorisation, declares simplified, and completes it after the release', async () => {
      const order = await exampleOrder('marketplace-cn-gb')
      const { caseId } = await trader.client.post<{ caseId: string }>('/v1/orders', order)
      await caseIn(trader, caseId, 'ready')
      const simplified = page.getByLabel('Simplified first, completed afterwards')
      await page.goto(`/console/cases/${caseId}`)
      await button('Declare the goods').waitFor()
      expect(await simplified.count()).toBe(0)

      await page.goto('/console/settings')
      await page.getByLabel('Authorised for simplified declarations (SDE)').check()
      await page.getByLabel('EORI number of the authorised business').fill(profile.declarant.eori)
      await page.getByLabel('Number of the authorisation').fill('GBSDE123456789012I')
      await sweep(page, {
        name: 'settings-simplified',
        ready: (swept) => swept.getByRole('heading', { level: 1 }).waitFor(),
      })
      await button('Save').click()
      await page.getByText('Saved', { exact: true }).waitFor()

      await page.goto(`/console/cases/${caseId}`)
      await page.getByLabel(/^They have arrived/).check()
      await simplified.check()
      await button('Declare the goods').click()
      await heading('Supplementary declaration').first().waitFor()
      await sweep(page, {
        name: 'case-supplementary-owed',
        ready: (swept) => swept.locator('#next-step').waitFor(),
      })
      await page.getByText('It says nothing else than the simplified declaration did.').waitFor()
      await button('Change the goods data').click()
      await page.getByLabel('Pieces', { exact: true }).first().fill('1')
      await button('Save the goods data').click()
      const differing = page.getByRole('table', {
        name: 'What differs from the simplified declaration',
      })
      await differing.getByRole('rowheader', { name: /item price/ }).waitFor()
      await page.getByRole('table', { name: 'What that makes' }).waitFor()
      await sweep(page, {
        name: 'case-supplementary-changed',
        ready: (swept) =>
          swept
            .getByRole('table', { name: /simplified declaration|简化申报/ })
            .first()
            .waitFor(),
      })

      await page.goto(`/console/cases/${caseId}?section=ledger`)
      await page.getByText(/^Nothing is charged when the goods are released/).waitFor()

      await button('Hand in the supplementary declaration').click()
      await caseThat(trader, caseId, 'cleared', (view) => view.supplementary?.state === 'cleared')
      await heading('Balances').waitFor()
      await page.goto(`/console/cases/${caseId}?section=declaration`)
      await page.getByRole('link', { name: 'Supplementary declaration as PDF' }).waitFor()
      await sweep(page, {
        name: 'case-supplementary-declaration',
        ready: (swept) => swept.getByText('IMY', { exact: true }).waitFor(),
      })
    })
  },
)
