import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from 'playwright-core'

import { checkoutFolder } from '../../src/platform/checkout.ts'
import { expectAccessible, expectNoOverflow } from './accessible.ts'

/** How a page is looked at: each language with one scheme in full width, and the other on a phone. */
const everyLook = (['en', 'zh'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    [360, 1440].map((width) => ({ language, scheme, width })),
  ),
)

export interface Sweep {
  /** Begins the names of the pictures in `var/screenshots`. */
  readonly name: string
  /** Brings the page back to what is looked at, after it was loaded anew. */
  readonly ready: (page: Page) => Promise<unknown>
}

/**
 * Looks at a page in both languages, light and dark, narrow and wide: axe finds nothing, nothing
 * reaches beyond the edge, and a picture of each is kept for people to look at.
 */
export async function sweep(page: Page, { name, ready }: Sweep): Promise<void> {
  const folder = join(checkoutFolder, 'var', 'screenshots')
  await mkdir(folder, { recursive: true })
  for (const { language, scheme, width } of everyLook) {
    await page.setViewportSize({ width, height: width < 500 ? 780 : 900 })
    await page.evaluate(
      ([spoken, colours]) => {
        localStorage.setItem('tidewaiter.language', spoken)
        localStorage.setItem('mantine-color-scheme-value', colours)
      },
      [language, scheme] as const,
    )
    await page.reload()
    await ready(page)
    const look = `${name}-${language}-${scheme}-${width}`
    await page.screenshot({ path: join(folder, `${look}.png`), fullPage: true })
    await expectNoOverflow(page, look)
    await expectAccessible(page, look)
  }
}
