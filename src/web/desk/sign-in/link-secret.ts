/**
 * The secret of a sign-in link, which stands behind the `#`. It is taken out of the address at once,
 * so that it stays neither in the history nor on the screen.
 */
export function takeLinkSecret(): string | undefined {
  taken ??= readSecret()
  return taken
}

let taken: string | undefined

function readSecret(): string | undefined {
  const { hash, pathname, search } = window.location
  if (!/^#[A-Za-z0-9_-]{43}$/.test(hash)) return undefined
  window.history.replaceState(null, '', `${pathname}${search}`)
  return hash.slice(1)
}
