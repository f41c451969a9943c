import type { Page } from 'playwright-core'

/** How many frames a screen passes in: as fast as a wheel that is spun. */
const FRAMES_A_SCREEN = 8

/** As text, because it runs in the browser, of whose objects this side has no types. */
const scrolling = (screens: number): string => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const between = []
  let before = await frame()
  for (let step = 0; step < ${screens * FRAMES_A_SCREEN}; step += 1) {
    scrollBy(0, innerHeight / ${FRAMES_A_SCREEN})
    const now = await frame()
    between.push(now - before)
    before = now
  }
  return between.sort((one, other) => one - other)
})()`

/**
 * Scrolls on without a pause, a part of a screen with every frame, so that each of them has rows to
 * draw; gives the times between frames in milliseconds, shortest first.
 */
export function scrollThrough(page: Page, screens: number): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>(scrolling(screens))
}
