import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../../src/platform/process/index.ts'
import { startTestApi, type TestApi } from '../api.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'

const title = 'the page of the documentation'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let browser: Browser
    let watched: WatchedPage
    let origin: string

    beforeAll(async () => {
      const port = await freePort()
      // Links lead to another name of this machine than the one that the page is read under.
      api = await startTestApi({ publicUrl: `http://localhost:${port}` })
      origin = await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
      watched = await openPage(browser)
      await watched.page.goto(`${origin}/docs/`)
      await watched.page.getByText('Hand in an order').first().waitFor()
    })
    afterAll(async () => {
      await browser.close()
      await api.close()
    })

    it('shows what can be asked for, and how to begin', async () => {
      const { page } = watched
      expect(await page.title()).toBe('Tidewaiter API')
      const shown = await page.locator('body').innerText()
      for (const text of ['Tidewaiter', 'orders', 'cases', 'webhooks', 'Authorization: Bearer']) {
        expect(shown).toContain(text)
      }
    })

    it('is laid out by its own style sheet', async () => {
      const { page } = watched
      const box = await page.locator('aside, .t-doc__sidebar').first().boundingBox()
      expect(box?.width).toBeGreaterThan(200)
      expect(box?.width).toBeLessThan(400)
      expect((await page.screenshot()).length).toBeGreaterThan(20_000)
    })

    it('sends a request to the server that it came from, and shows the answer', async () => {
      const { page, requests } = watched
      await page.goto(`${origin}/docs/#tag/health/GET/health/live`)
      await page.getByRole('button', { name: 'Test Request (get /health/live)' }).click()
      await page.getByRole('button', { name: 'Send', exact: false }).last().click()
      await page.getByText('200 OK').first().waitFor()
      expect(requests).toContain(`${origin}/health/live`)
    })

    it('loads nothing from anywhere else', () => {
      const elsewhere = watched.requests.filter((url) => !isFrom(origin, url))
      expect(watched.requests.length).toBeGreaterThan(2)
      expect(elsewhere).toEqual([])
    })

    it('runs without an error in a script or against its policy', () => {
      expect(watched.complaints).toEqual([])
    })
  },
)

describe.skipIf(chromiumPath === undefined)('a browser that is kept from something', () => {
  it('complains, and so would the tests above', async () => {
    const browser = await openBrowser()
    const { page, complaints } = await openPage(browser)
    const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`
    const script = '<script src="http://127.0.0.1:9/elsewhere.js"></script>'
    await page.goto(`data:text/html,${encodeURIComponent(policy + script)}`)
    await expect.poll(() => complaints.join()).toMatch(/Content Security Policy/)
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('broken')
      })
    })
    await expect.poll(() => complaints.join()).toContain('broken')
    await browser.close()
  })
})

/** What a page makes itself, as pictures in its style sheet, leaves no machine. */
function isFrom(origin: string, url: string): boolean {
  return url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url)
}
