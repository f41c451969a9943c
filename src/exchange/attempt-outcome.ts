import type { Inquiry, SendOutcome } from './channel.ts'

/** What an attempt has come to; `known` where the authority had the message already. */
export type AttemptOutcome = SendOutcome | Extract<Inquiry, { kind: 'known' }>

/**
 * In whose way it stood that an attempt came to no end: nobody gets through on the `channel`, this
 * `business` is not let in, or it is this `message` alone. Undefined where it came to an end.
 */
export function obstacleOf(
  outcome: AttemptOutcome,
): 'channel' | 'business' | 'message' | undefined {
  if (outcome.kind !== 'not-sent' && outcome.kind !== 'unknown') return undefined
  return outcome.waitsFor === undefined ? (outcome.obstacle ?? 'channel') : 'business'
}

/** Why an attempt came to no end or to a refusal, for people to read. */
export function reasonOf(outcome: AttemptOutcome): string | undefined {
  if ('why' in outcome) return outcome.why
  if (outcome.kind !== 'refused') return undefined
  return outcome.errors.map(({ code, message }) => `${code}: ${message}`).join('; ')
}
