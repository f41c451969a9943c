import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from 'playwright-core'

import { checkoutFolder } from '../../src/platform/checkout.ts'
import { expectAccessible, expectNoOverflow } from './accessible.ts'

interface Look {
  readonly language: 'en' | 'zh'
  readonly scheme: 'light' | 'dark'
  readonly width: 360 | 1440
}

/** Both languages, light and dark, on a phone and on a desk. */
const allLooks: readonly Look[] = (['zh', 'en'] as const).flatMap((language) =>
  (['dark', 'light'] as const).flatMap((scheme) =>
    ([360, 1440] as const).map((width) => ({ language, scheme, width })),
  ),
)

/** Two of the eight that differ in everything: what breaks in one look alone is found by CI. */
const oppositeLooks: readonly Look[] = [
  { language: 'zh', scheme: 'dark', width: 360 },
  { language: 'en', scheme: 'light', width: 1440 },
]

/** All looks take too long for every run of the tests; `TIDEWAITER_LOOKS=all`, as in CI, takes them. */
const isAll = process.env.TIDEWAITER_LOOKS === 'all'
const looks = isAll ? allLooks : oppositeLooks

/** A page that is to be looked at. */
export interface Sweep {
  /** Begins the names of the pictures in `var/screenshots`. */
  readonly name: string
  /** Waits until what is looked at is there, in whichever language. */
  readonly ready: (page: Page) => Promise<unknown>
}

/**
 * Looks at a page in both languages, light and dark, narrow and wide: axe finds nothing, nothing
 * reaches beyond the edge. With all looks a picture of each is kept for people to look at. The page is changed
 * where it stands, as a reader would change it, and is left English, light and wide.
 */
export async function sweep(page: Page, { name, ready }: Sweep): Promise<void> {
  try {
    for (const look of looks) {
      await showAs(page, look)
      await ready(page)
      await page.evaluate(untilStill)
      // What is fixed to the window stands in the middle of a picture of a page that was scrolled.
      await page.evaluate(() => scrollTo(0, 0))
      const picture = `${name}-${look.language}-${look.scheme}-${look.width}`
      if (isAll) await page.screenshot({ path: await placeOf(picture), fullPage: true })
      await expectNoOverflow(page, picture)
      await expectAccessible(page, picture)
    }
  } finally {
    // Also after a finding, so that one does not hide what the next tests have to say.
    await showAs(page, { language: 'en', scheme: 'light', width: 1440 })
  }
}

/**
 * Two frames later every change of colour has begun, and then those that end have ended. As text, because
 * it runs in the browser, of whose objects this side has no types.
 */
const untilStill = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  await frame()
  const ending = document.getAnimations().filter(
    (animation) => animation.effect?.getComputedTiming().endTime !== Infinity,
  )
  await Promise.allSettled(ending.map((animation) => animation.finished))
})()`

async function placeOf(picture: string): Promise<string> {
  const folder = join(checkoutFolder, 'var', 'screenshots')
  await mkdir(folder, { recursive: true })
  return join(folder, `${picture}.png`)
}

async function showAs(page: Page, { language, scheme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width < 500 ? 780 : 900 })
  // Nothing is caught halfway from one colour to another.
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  // As if the reader had chosen the language in another tab.
  await page.evaluate((chosen) => {
    const key = 'tidewaiter.language'
    localStorage.setItem(key, chosen)
    dispatchEvent(new StorageEvent('storage', { key, newValue: chosen }))
  }, language)
}
