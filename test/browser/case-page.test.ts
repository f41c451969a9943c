import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Order } from '../../src/customs/order/order.ts'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import type { CaseSection } from '../../src/web/console/case/case-sections.ts'
import { copyAuthorityLaw } from '../authority-law.ts'
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
import { sweep } from './sweep.ts'
import { exampleOrder } from '../shipped-examples.ts'

const title = 'the page of a case'

/** What stands in each section of a case, in whichever language it is read. */
const sections: Readonly<Record<CaseSection, RegExp>> = {
  overview: /Who is who, and why|各方身份与依据/,
  charges: /Quoted and assessed|报价与核定/,
  papers: /What the case needs|本案所需单证/,
  declaration: /Goods item 1|商品项 1/,
  messages: /What it says|报文含义/,
  letters: /No letters about this case|本案没有信函/,
  ledger: /Postings|记账凭证/,
  history: /Everything that has happened|全部记录/,
}

/** Each look at a page takes seconds, and a section is looked at in eight ways. */
const MANY_LOOKS = { timeout: 600_000 }

/** The code of the loudspeaker in the example order, which the authority of this test has ended. */
const ENDED_CODE = '8518210000'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: TestInstallation
    let trader: TestTrader
    let browser: Browser
    let watched: WatchedPage
    let page: Page
    let authorityFolder: string

    beforeAll(async () => {
      authorityFolder = await copyAuthorityLaw()
      await endCode(join(authorityFolder, 'gb-tariff', '2021-01-01.csv'))
      installation = await startTestInstallation({
        authorityDataFolder: authorityFolder,
        authorityTariffFolder: join(authorityFolder, 'gb-tariff'),
      })
      trader = await installation.addTenant('e-commerce-platform')
      browser = await openBrowser()
    })
    beforeEach(async () => {
      watched = await openSignedIn(browser, { installation, trader })
      page = watched.page
    })
    afterEach(async () => {
      await watched.context.close()
      // Neither an error in a script nor anything against the page's policy.
      expect(watched.complaints).toEqual([])
    })
    afterAll(async () => {
      await browser.close()
      await installation.close()
      await rm(authorityFolder, { recursive: true })
    })

    const hand = async (name: string, but: Partial<Order> = {}): Promise<string> => {
      const order = { ...(await exampleOrder(name)), ...but }
      const { caseId } = await trader.client.post<{ readonly caseId: string }>('/v1/orders', order)
      return caseId
    }

    /** An order that nothing stands in the way of: all goods have codes that hold on both sides. */
    const handSound = async (): Promise<string> => {
      const { lines } = await exampleOrder('marketplace-cn-gb')
      return hand('marketplace-cn-gb', {
        lines: lines.filter(({ commodityCode }) => commodityCode !== ENDED_CODE),
      })
    }

    const button = (name: string) => page.getByRole('button', { name, exact: true })

    it(
      'leads a broker from a rejection through its explained error to the release',
      MANY_LOOKS,
      async () => {
        const caseId = await hand('marketplace-cn-gb')
        await caseIn(trader, caseId, 'ready')
        await page.goto(`/console/cases/${caseId}`)
        await page.getByRole('heading', { name: 'Your declaration' }).waitFor()
        await button('Declare the goods').click()

        await page.getByText('Customs rejected the declaration.').first().waitFor()
        await page.getByText('CDS40013').first().waitFor()
        await page.getByText('has no commodity code').first().waitFor()
        await sweep(page, {
          name: 'case-rejected',
          ready: () => page.getByText('CDS40013').first().waitFor(),
        })
        await lookIn(page, 'en')

        await page.getByRole('link', { name: 'See it in the declaration' }).click()
        const field = page.locator('[data-open]', { hasText: '6/14' }).last()
        await field.getByText('85182100').first().waitFor()
        await sweep(page, {
          name: 'case-rejected-declaration',
          ready: () => page.locator('[data-open]', { hasText: '6/14' }).last().waitFor(),
        })
        await lookIn(page, 'en')

        await page.getByLabel('Item 2: Commodity code').fill('8518220090')
        await button('Save and check again').click()
        await page.getByRole('heading', { name: 'Your declaration' }).waitFor()
        await button('Declare the goods').click()

        await page.getByRole('heading', { name: 'Arrival of the goods' }).waitFor()
        await button('Report').click()
        await page.getByRole('heading', { name: 'Delivery' }).waitFor()
        await caseIn(trader, caseId, 'released', 'cleared')
        await page.getByRole('link', { name: 'Course', exact: true }).click()
        await page.getByRole('list').getByText('Rejected declaration').waitFor()
      },
    )

    it('takes a mended fact back as long as nothing is declared', async () => {
      const caseId = await handSound()
      await caseIn(trader, caseId, 'ready')
      await page.goto(`/console/cases/${caseId}`)
      await button('Mend the goods data').click()
      const marks = page.getByLabel('Shipping marks')
      const before = await marks.inputValue()
      await marks.fill('TW 9/9')
      await button('Save and check again').click()
      await page.getByText('Saved; the case is checked again.').waitFor()
      await button('Take back').click()
      await expect
        .poll(async () => {
          const goods = await trader.client.get<{ packages?: { marks?: string } }>(
            `/v1/cases/${caseId}/goods`,
          )
          return goods.packages?.marks ?? ''
        })
        .toBe(before)
    })

    it('stops a case with a reason and takes it up again from the notice', async () => {
      const caseId = await handSound()
      await caseIn(trader, caseId, 'ready')
      await page.goto(`/console/cases/${caseId}`)
      await button('Stop the case').first().click()
      await page.getByLabel('Why it is stopped').fill('The buyer hesitates.')
      await page.locator('form').getByRole('button', { name: 'Stop the case' }).click()
      await page.getByText('The case is stopped.').waitFor()
      await page.getByText('The buyer hesitates.').first().waitFor()
      await page.getByRole('alert').getByRole('button', { name: 'Take it up again' }).click()
      await caseIn(trader, caseId, 'ready')
      await page.getByRole('heading', { name: 'Your declaration' }).waitFor()
    })

    it('teaches what is to be mended in an order that says too little', MANY_LOOKS, async () => {
      const caseId = await hand('vague-and-incomplete')
      await caseIn(trader, caseId, 'preparing')
      await page.goto(`/console/cases/${caseId}`)
      const ready = () => page.locator('form textarea').first().waitFor()
      await ready()
      await sweep(page, { name: 'case-to-mend', ready })
    })

    it(
      'shows every section of a released case to everyone, narrow, wide, light and dark',
      MANY_LOOKS,
      async () => {
        const caseId = await releasedCase(trader, handSound)
        for (const [section, shown] of Object.entries(sections)) {
          await page.goto(`/console/cases/${caseId}?section=${section}`)
          const ready = () => page.getByText(shown).first().waitFor()
          await sweep(page, { name: `case-${section}`, ready })
        }
      },
    )

    it('opens the arithmetic of a charge with the keyboard', async () => {
      const caseId = await releasedCase(trader, handSound)
      await page.goto(`/console/cases/${caseId}?section=charges`)
      const duty = page.getByRole('button', { name: /^Customs duty/ })
      await duty.focus()
      await page.keyboard.press('Enter')
      await page.getByText('12%', { exact: false }).first().waitFor()
      await expectAccessible(page, 'charges with arithmetic')
    })

    it('shows a paper in its place', async () => {
      const caseId = await releasedCase(trader, handSound)
      await page.goto(`/console/cases/${caseId}?section=papers`)
      await button('Show: Commercial invoice').click()
      const shown = page.getByTitle('Commercial invoice')
      await shown.waitFor()
      expect(await shown.getAttribute('src')).toMatch(/^blob:/)
      await shown.screenshot({
        path: join(checkoutFolder, 'var', 'screenshots', 'case-paper.png'),
      })
    })

    it('prints in short on a few pages, and whole where that is wanted', async () => {
      const caseId = await releasedCase(trader, handSound)
      await page.goto(`/console/cases/${caseId}/print`)
      await page.getByText('Assessed by customs').first().waitFor()
      await sweep(page, {
        name: 'case-print-short',
        ready: (swept) => swept.getByRole('heading', { level: 2 }).nth(4).waitFor(),
      })
      const folder = join(checkoutFolder, 'var', 'screenshots')
      const short = await page.pdf({ format: 'A4', path: join(folder, 'case-print-short.pdf') })
      expect(pagesIn(short)).toBeLessThanOrEqual(2)
      await page.goto(`/console/cases/${caseId}?section=declaration`)
      const pdfOfIt = await page.getByRole('link', { name: 'As PDF' }).getAttribute('href')
      const file = await page.request.get(pdfOfIt!)
      expect(pagesIn(await file.body())).toBeGreaterThan(2)
      await page.getByRole('link', { name: 'For printing' }).click()
      await page.getByRole('heading', { name: 'Everything that has happened' }).waitFor()
      expect(await page.getByRole('heading', { name: 'Ledger' }).count()).toBe(0)
      await expectAccessible(page, 'the declaration for paper')
      await page.screenshot({ path: join(folder, 'case-print-declaration.png'), fullPage: true })
      await page.getByRole('link', { name: 'Everything' }).click()
      await page.getByRole('heading', { name: 'Everything that has happened' }).waitFor()
      await expectAccessible(page, 'the case for paper')
      const pdf = await page.pdf({ format: 'A4', path: join(folder, 'case-print.pdf') })
      expect(pagesIn(pdf)).toBeGreaterThan(3)
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByRole('navigation').count()).toBe(0)
      expect(await button('Print').isVisible()).toBe(false)
      await page.screenshot({ path: join(folder, 'case-print.png'), fullPage: true })
      await page.emulateMedia({ media: 'screen' })
    })
  },
)

/** How many pages a document of the browser has; it writes their objects uncompressed. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

let released: string | undefined

/** One case that came to its release, for the tests that only look at one. */
async function releasedCase(trader: TestTrader, hand: () => Promise<string>): Promise<string> {
  if (released !== undefined) return released
  const caseId = await hand()
  await caseIn(trader, caseId, 'ready')
  await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
  await arriveAndRelease(trader, caseId)
  released = caseId
  return caseId
}

/** Ends a code in the authority's tariff before the goods are declared. */
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

/** Puts the page back to how the steps of a test speak to it. */
async function lookIn(page: Page, language: 'en' | 'zh'): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.evaluate((spoken) => localStorage.setItem('tidewaiter.language', spoken), language)
  await page.reload()
}
