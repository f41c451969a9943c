/**
 * Of a channel's circuit breaker. `closed` lets everything through, `open` nothing, `half-open` one
 * attempt at a time that finds out whether the authority is back.
 */
export type BreakerState = 'closed' | 'open' | 'half-open'

/**
 * What changes it.
 * - `answered`: the authority has answered, whatever it said of the message.
 * - `failed`: nobody got through, but not often enough to say so of the channel.
 * - `tripped`: nobody got through, and that was once too often.
 * - `told-to-wait`: the authority has said for how long it wants to hear nothing.
 * - `pause-over`: an attempt is made after the pause, or in place of a probe that did not come back.
 */
export type BreakerEvent = 'answered' | 'failed' | 'tripped' | 'told-to-wait' | 'pause-over'

/** Which event leads from which state to which; there is no other way to change one. */
export interface BreakerTransition {
  readonly from: BreakerState
  readonly event: BreakerEvent
  readonly to: BreakerState
}

/**
 * The whole life of a breaker. Attempts that were under way when it opened still come back to an
 * open one: they say nothing new.
 */
export const breakerLifeCycle: readonly BreakerTransition[] = [
  { from: 'closed', event: 'answered', to: 'closed' },
  { from: 'closed', event: 'failed', to: 'closed' },
  { from: 'closed', event: 'tripped', to: 'open' },
  { from: 'closed', event: 'told-to-wait', to: 'open' },
  { from: 'open', event: 'answered', to: 'open' },
  { from: 'open', event: 'failed', to: 'open' },
  { from: 'open', event: 'told-to-wait', to: 'open' },
  { from: 'open', event: 'pause-over', to: 'half-open' },
  { from: 'half-open', event: 'pause-over', to: 'half-open' },
  { from: 'half-open', event: 'answered', to: 'closed' },
  { from: 'half-open', event: 'tripped', to: 'open' },
  { from: 'half-open', event: 'told-to-wait', to: 'open' },
]

/**
 * The state after an event.
 * @throws RangeError where the table has no such edge, which is a fault of the caller
 */
export function breakerAfter(from: BreakerState, event: BreakerEvent): BreakerState {
  const edge = breakerLifeCycle.find((other) => other.from === from && other.event === event)
  if (edge === undefined) throw new RangeError(`a breaker that is ${from} cannot be ${event}`)
  return edge.to
}
