/** After so long without a touch an open page counts as left alone. */
const LEFT_ALONE_MS = 60_000

/** What a person does at a page; scrolling and the way of the pointer come with these. */
const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Opening a page is something that a person does. */
let touchedAt = performance.now()

if (typeof window !== 'undefined') {
  for (const touch of touches) {
    window.addEventListener(touch, () => (touchedAt = performance.now()), {
      capture: true,
      passive: true,
    })
  }
}

/**
 * Headers by which a page says that nobody sits at it: what it then asks for by itself, such as
 * polls, does not keep its session alive.
 */
export function attendance(now = performance.now()): Readonly<Record<string, string>> {
  return now - touchedAt > LEFT_ALONE_MS ? { 'tidewaiter-unattended': '1' } : {}
}
