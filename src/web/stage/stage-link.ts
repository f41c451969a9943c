/** How the page reaches the director: a port of this machine and the key of this start. */
export interface StageLink {
  readonly key: string
  readonly directorUrl: string
}

const PLACE = 'tidewaiter.stage'
const FORM = /^([\w-]{20,})\.(\d{1,5})$/

/**
 * What the link has behind its `#`. It is taken out of the address at once, so that it stays neither
 * in the history nor in a picture of the screen, and kept for this tab alone.
 */
export function readStageLink(): StageLink | undefined {
  const written = window.location.hash.slice(1)
  if (FORM.test(written)) {
    keep(written)
    window.history.replaceState(null, '', window.location.pathname)
  }
  const [, key, port] = FORM.exec(FORM.test(written) ? written : (kept() ?? '')) ?? []
  if (key === undefined || port === undefined) return undefined
  return { key, directorUrl: `${window.location.protocol}//${window.location.hostname}:${port}` }
}

function keep(link: string): void {
  try {
    sessionStorage.setItem(PLACE, link)
  } catch {
    // A browser that keeps nothing shows the stage until the page is loaded again.
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(PLACE)
  } catch {
    return null
  }
}
