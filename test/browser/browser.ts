import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

import { chromiumPath } from './chromium.ts'

/** Chromium without what it does for itself: looking for updates, asking, reporting home. */
const SWITCHES = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
]

/** A browser that the pages of one test file share. */
export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('the test must be skipped without chromium')
  return chromium.launch({
    executablePath: chromiumPath,
    // As root the browser refuses its sandbox; it only sees pages of our own.
    args: [...SWITCHES, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
}

/** A page, with all that it complained of and asked for on the way. */
export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of scripts, of the console and of policies; those of refused requests are left out. */
  readonly complaints: readonly string[]
  /** The address of every request that the page made or tried to make. */
  readonly requests: readonly string[]
}

/** Opens an empty page with a profile of its own, English, light and wide unless told otherwise. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A refused request is an answer that the page shows; the browser notes each of them as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text())
    }
  })
  return { page, context, complaints, requests }
}
