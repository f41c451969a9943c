import type { HttpOutcome } from '../../platform/http/index.ts'
import type { SendOutcome, Setback } from '../channel.ts'
import { conversationOf, readErrorResponse } from './read-answers.ts'

/** Statuses that say that nothing was taken in and that a later attempt may succeed. */
const NOT_TAKEN_IN: ReadonlySet<number> = new Set([401, 403, 404, 406, 408, 415, 429, 503])

/** What the answer to a submission means for the message. */
export function submissionOutcome(outcome: HttpOutcome): SendOutcome {
  if (outcome.kind !== 'answered') return outcome
  const { status, headers, body } = outcome
  if (status === 202) {
    return { kind: 'delivered', httpStatus: status, ...conversationOf(headers) }
  }
  if (NOT_TAKEN_IN.has(status)) return { kind: 'not-sent', ...unfinishedBy(status, body) }
  if (status >= 400 && status < 500) {
    const errors = readErrorResponse(status, Buffer.from(body))
    return { kind: 'refused', httpStatus: status, errors }
  }
  // A server error may have struck after the message was registered.
  return { kind: 'unknown', ...unfinishedBy(status, body) }
}

/** Statuses that speak of the authority or of the limit rather than of the message. */
const OF_THE_CHANNEL: ReadonlySet<number> = new Set([408, 429])

/** What an answer that is no end means: who it is about, and what it says. */
export function unfinishedBy(status: number, body: Uint8Array): Setback {
  const ofTheChannel = status >= 500 || OF_THE_CHANNEL.has(status)
  const obstacle = ofTheChannel ? 'channel' : 'message'
  return { httpStatus: status, why: explainStatus(status, body), obstacle }
}

/** A status with the first error that its body explains, for a person to read. */
export function explainStatus(status: number, body: Uint8Array): string {
  const [first] = readErrorResponse(status, Buffer.from(body))
  return `HTTP ${status}${first === undefined ? '' : `, ${first.code}: ${first.message}`}`
}
