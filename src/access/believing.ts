import type { Clock } from '../platform/clock.ts'
import { sha256Hex } from '../platform/ids.ts'
import type { Principal } from './principal.ts'

/** How long a secret that was found good is believed without asking again: a revocation works by then. */
const BELIEVED_MS = 3_000
const MOST_BELIEVED = 10_000

interface Believed<Found> {
  readonly principal: Found
  readonly until: number
}

type Find<Found> = (secret: string) => Promise<Found | undefined>

/** What is believed is known at once; what is looked for is waited for. */
type Believing<Found> = (secret: string) => Found | Promise<Found | undefined>

/**
 * The same search with a short memory for what it has found, by the hash of the secret. Requests that
 * come together with one secret wait for one search.
 */
export function believing<Found extends Principal>(
  clock: Clock,
  find: Find<Found>,
): Believing<Found> {
  const believed = new Map<string, Believed<Found>>()
  const searches = new Map<string, Promise<Found | undefined>>()
  const lookFor = async (secret: string, hash: string, now: number) => {
    believed.delete(hash)
    const search = searches.get(hash) ?? find(secret).finally(() => searches.delete(hash))
    searches.set(hash, search)
    const principal = await search
    if (principal === undefined) return undefined
    // Only good ones are remembered, so guesses cannot fill the memory; many good ones just start anew.
    if (believed.size >= MOST_BELIEVED) believed.clear()
    believed.set(hash, { principal, until: now + BELIEVED_MS })
    return principal
  }
  return (secret) => {
    const hash = sha256Hex(secret)
    const now = Date.parse(clock.now())
    const known = believed.get(hash)
    return known !== undefined && now < known.until ? known.principal : lookFor(secret, hash, now)
  }
}
