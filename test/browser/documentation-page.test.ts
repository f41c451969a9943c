import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../../src/platform/process/index.ts'
import { startTestApi, type TestApi } from '../api.ts'
import { type BrowserPage, openBrowserPage } from './browser-page.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'

const title = 'the page of the documentation'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let page: BrowserPage
    let origin: string

    beforeAll(async () => {
      const port = await freePort()
      // Links lead to another name of this machine than the one that the page is read under.
      api = await startTestApi({ publicUrl: `http://localhost:${port}` })
      origin = await api.server.listen({ host: '127.0.0.1', port })
      page = await openBrowserPage(chromiumPath!)
      await page.open(`${origin}/docs/`)
      await page.until(`/Hand in an order/.test(document.documentElement.textContent)`)
    })
    afterAll(async () => {
      await page.close()
      await api.close()
    })

    const press = async (text: string): Promise<void> => {
      await page.until(`${buttonSaying(text)} !== undefined`)
      await page.evaluate(`${buttonSaying(text)}.click()`)
    }

    it('shows what can be asked for, and how to begin', async () => {
      expect(await page.evaluate('document.title')).toBe('Tidewaiter API')
      const shown = await page.evaluate<string>('document.body.innerText')
      for (const text of ['Tidewaiter', 'orders', 'cases', 'webhooks', 'Authorization: Bearer']) {
        expect(shown).toContain(text)
      }
    })

    it('is laid out by its own style sheet', async () => {
      const width = await page.evaluate<number>(
        `document.querySelector('aside, .t-doc__sidebar').getBoundingClientRect().width`,
      )
      expect(width).toBeGreaterThan(200)
      expect(width).toBeLessThan(400)
      expect((await page.screenshot()).length).toBeGreaterThan(20_000)
    })

    it('sends a request to the server that it came from, and shows the answer', async () => {
      await page.open(`${origin}/docs/#tag/health/GET/health/live`)
      await press('Test Request (get /health/live)')
      await press('Send')
      await page.until(`/200 OK/.test(document.body.innerText)`)
      expect(page.requests).toContain(`${origin}/health/live`)
    })

    it('loads nothing from anywhere else', () => {
      const elsewhere = page.requests.filter((url) => !isFrom(origin, url))
      expect(page.requests.length).toBeGreaterThan(2)
      expect(elsewhere).toEqual([])
    })

    it('runs without an error in a script or against its policy', () => {
      expect(page.complaints).toEqual([])
    })
  },
)

describe.skipIf(chromiumPath === undefined)('a browser that is kept from something', () => {
  it('complains, and so would the tests above', async () => {
    const page = await openBrowserPage(chromiumPath!)
    const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`
    const script = '<script src="http://127.0.0.1:9/elsewhere.js"></script>'
    await page.open(`data:text/html,${encodeURIComponent(policy + script)}`)
    await page.until(`document.readyState === 'complete'`)
    await expect.poll(() => page.complaints.join()).toMatch(/Content Security Policy/)
    await page.evaluate(`setTimeout(() => { throw new Error('broken') })`)
    await expect.poll(() => page.complaints.join()).toContain('broken')
    await page.close()
  })
})

/** The first button that says a text. */
function buttonSaying(text: string): string {
  const says = `innerText.replaceAll(/\\s+/g, ' ').includes(${JSON.stringify(text)})`
  return `[...document.querySelectorAll('button')].find(({ innerText }) => ${says})`
}

/** What a page makes itself, as pictures in its style sheet, leaves no machine. */
function isFrom(origin: string, url: string): boolean {
  return url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url)
}
