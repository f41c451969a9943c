import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { csvOf, fullRow, furtherLine, otherOrder, type Cells } from '../purchase-lists.ts'
import {
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { openBrowser, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { openSignedIn } from './signed-in-page.ts'
import { sweep } from './sweep.ts'

const title = 'a table of orders in the browser'

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
      trader = await installation.addTenant('purchasing-agent')
      browser = await openBrowser()
    })
    beforeEach(async () => {
      watched = await openSignedIn(browser, { installation, trader })
      page = watched.page
    })
    afterEach(async () => {
      expect(watched.complaints).toEqual([])
      await watched.context.close()
    })
    afterAll(async () => {
      await browser.close()
      await installation.close()
    })

    const upload = async (rows: readonly Cells[]) => {
      await page.goto('/console/upload')
      const buffer = Buffer.from(csvOf(rows))
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('tab', { name: '2. Rows' }).click()
      await page.getByRole('table').waitFor()
    }
    const takingRequests = () =>
      watched.requests.filter((url) => url.endsWith('/orders') && url.includes('list-drafts'))
    const many = (count: number, prefix: string): readonly Cells[] =>
      Array.from({ length: count }, (_, index) => ({
        ...(index === 0 ? fullRow : otherOrder()),
        order_reference: `${prefix}-${index}`,
      }))

    it('is looked at before it is sent', async () => {
      await page.goto('/console/upload')
      const choose = (name: string, buffer: Buffer) =>
        page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
      await choose('list.xlsx', Buffer.from('PK'))
      await page.getByText('list.xlsx is of another kind.').waitFor()
      await choose('list.csv', Buffer.alloc(8 * 1024 * 1024 + 1, 'a'))
      await page.getByText('list.csv has 8.1 MB; at most 8 MB are taken.').waitFor()
      expect(watched.requests.filter((url) => url.endsWith('/v1/list-drafts'))).toEqual([])
      await sweep(page, {
        name: 'upload-too-large',
        ready: (swept) => swept.getByRole('alert').waitFor(),
      })
    })

    it('is taken in once, although an order of two rows is refused', async () => {
      const row = { ...fullRow, order_reference: 'ONCE-1' }
      const list = csvOf([row])
      const headers = { authorization: `Bearer ${trader.apiKey}`, 'content-type': 'text/csv' }
      await fetch(`${installation.publicUrl}/v1/purchase-lists?name=first`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
        body: list,
      })
      await upload([row, furtherLine({ order_reference: 'ONCE-1', sku: 'KK-CUP-3' })])
      await page.getByRole('tab', { name: '3. Take in' }).click()
      await page.getByRole('button', { name: 'Take the good orders in' }).click()
      await page.getByText('1 orders were not. Their rows say why.').waitFor()
      expect(takingRequests()).toHaveLength(1)
      await page.getByRole('button', { name: 'Mend the rest' }).click()
      await page.getByText('There is already an order ONCE-1').waitFor()
      await page.getByText('Waits for another row of its order').waitFor()
    })

    it('stops being taken in when nothing comes of it, or when somebody says so', async () => {
      await upload(many(120, 'STOP'))
      await page.getByRole('tab', { name: '3. Take in' }).click()
      let answer = () => Promise.resolve()
      const asked = new Promise<void>((resolve) => {
        void page.route('**/v1/list-drafts/*/orders', (route) => {
          answer = () => route.continue()
          resolve()
        })
      })
      await page.getByRole('button', { name: 'Take the good orders in' }).click()
      await asked
      await page.getByRole('button', { name: 'Stop' }).click()
      await answer()
      await page.getByText('50 orders were taken in.').waitFor()
      expect(takingRequests()).toHaveLength(1)
      await page.unroute('**/v1/list-drafts/*/orders')
      await page.route('**/v1/list-drafts/*/orders', async (route) => {
        const id = page.url().split('/').at(-1) ?? ''
        const draft = await trader.client.get<object>(`/v1/list-drafts/${id}`)
        await route.fulfill({ status: 201, json: { orders: [], refused: 0, draft } })
      })
      await page.getByRole('button', { name: 'Take the good orders in' }).click()
      await page.getByText('0 orders were taken in.').waitFor()
      expect(takingRequests()).toHaveLength(2)
    })

    it('asks for a page of rows that failed only when it is told to', async () => {
      await upload(many(620, 'PAGE'))
      const table = page.getByRole('table')
      expect(await table.getAttribute('aria-rowcount')).toBe('621')
      let failed = 0
      await page.route(/rows\?.*after=501/, (route) => {
        failed += 1
        return route.fulfill({ status: 400, json: { status: 400, failures: [] } })
      })
      await table.evaluate((box) => box.scrollTo(0, box.scrollHeight))
      const again = page.getByRole('button', { name: 'Try again' })
      await again.waitFor()
      await page.waitForTimeout(500)
      expect(failed).toBe(1)
      await page.unroute(/rows\?.*after=501/)
      await again.click()
      await again.waitFor({ state: 'detached' })
      await table.evaluate((box) => box.scrollTo(0, box.scrollHeight))
      const last = table.getByRole('row').filter({ hasText: 'PAGE-619' })
      expect(await last.getAttribute('aria-rowindex')).toBe('621')
    })

    it('says how much filling a column overwrites, and takes all of it back', async () => {
      await upload([
        { ...fullRow, order_reference: 'FILL-1' },
        { ...otherOrder({ sku: '' }), order_reference: 'FILL-2' },
      ])
      await page.getByLabel('Fill a column').selectOption('Sku')
      await page.getByLabel('with', { exact: true }).fill('KK-ALL')
      await page.getByLabel('in', { exact: true }).selectOption('all rows')
      await page.getByRole('button', { name: 'Fill', exact: true }).click()
      await page.getByText('1 cell of Sku holds another text').waitFor()
      await page.getByRole('button', { name: 'Overwrite' }).click()
      await page.getByText('2 cells are filled.').waitFor()
      await page.getByRole('button', { name: 'of row 3: KK-ALL' }).waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByRole('button', { name: 'of row 2: KK-CUP-2' }).waitFor()
      await page.getByRole('button', { name: 'of row 3: empty' }).first().waitFor()
    })

    it('warns of what customs will ask before the order is taken', async () => {
      await upload([{ ...fullRow, order_reference: 'WARN-1', description: 'gifts' }])
      await page.getByText('Ready, but customs will ask:').waitFor()
      await sweep(page, {
        name: 'upload-warning',
        ready: (swept) => swept.locator('[data-severity=warning]').waitFor(),
      })
    })

    it('is mended by keyboard, character by character, and each change can be taken back', async () => {
      await upload([
        { ...fullRow, order_reference: 'KEY-1' },
        { ...otherOrder(), order_reference: 'KEY-2' },
      ])
      const cell = (row: number) => page.getByRole('button', { name: `of row ${row}: KK-CUP` })
      const input = page.locator('input[maxlength="2000"]')
      await cell(2).focus()
      await page.keyboard.press('Enter')
      // An input method takes Enter for the end of a word.
      await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
      expect(await input.count()).toBe(1)
      await page.keyboard.press('Escape')
      await expect.poll(() => cell(2).evaluate((it) => it === document.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
      await input.fill('KK-CUP-8')
      await page.keyboard.press('Enter')
      await expect.poll(() => cell(2).evaluate((it) => it === document.activeElement)).toBe(true)
      await cell(3).click()
      await input.fill('KK-CUP-9')
      await page.keyboard.press('Enter')
      await page.getByText('Row 2 is changed.').waitFor()
      await page.getByText('Row 3 is changed.').waitFor()
      const notice = page.getByRole('alert').filter({ hasText: 'Row 2 is changed.' })
      await notice.getByRole('button', { name: 'Undo' }).click()
      await page.getByRole('button', { name: 'of row 2: KK-CUP-2' }).waitFor()
      await page.getByRole('button', { name: 'of row 3: KK-CUP-9' }).waitFor()
    })
  },
)
