import type { Page } from 'playwright-core'

/** As text, because it runs in the browser, of whose objects this side has no types. */
const scrolling = (screens: number): string => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const between = []
  for (let screen = 0; screen < ${screens}; screen += 1) {
    scrollBy(0, innerHeight)
    let before = await frame()
    for (let each = 0; each < 6; each += 1) {
      const now = await frame()
      between.push(now - before)
      before = now
    }
  }
  return between.sort((one, other) => one - other)
})()`

/** Scrolls on, a screen at a time; gives the times between frames in milliseconds, shortest first. */
export function scrollThrough(page: Page, screens: number): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>(scrolling(screens))
}
