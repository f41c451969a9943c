import type { HttpOutcome } from '../../platform/http/index.ts'
import type { RefusalError, SendOutcome, Setback } from '../channel.ts'
import { retryAfterSeconds } from '../retry-after.ts'
import { conversationOf, readErrorResponse } from './read-answers.ts'

type Answered = Extract<HttpOutcome, { kind: 'answered' }>

/**
 * Statuses at which HMRC has taken nothing in and that say nothing of the message itself: our request
 * was put wrongly, came too fast, or met a service that is not there.
 */
const NOT_TAKEN_IN: ReadonlySet<number> = new Set([401, 404, 405, 406, 408, 415, 429, 501])

/**
 * What the answer to a submission means for the message. What is not surely HMRC's verdict on these very
 * bytes is never taken for a refusal, and what may have been registered never for unsent.
 */
export function submissionOutcome(outcome: HttpOutcome, now: Date): SendOutcome {
  if (outcome.kind !== 'answered') return outcome
  const { status, headers } = outcome
  if (status === 202) return { kind: 'delivered', httpStatus: status, ...conversationOf(headers) }
  const errors = readErrorResponse(Buffer.from(outcome.body))
  const setback = unfinishedBy(outcome, now)
  if (NOT_TAKEN_IN.has(status)) return { kind: 'not-sent', ...setback }
  if (status === 403) return forbidden(errors, setback)
  if (status >= 400 && status < 500) {
    // Without HMRC's explanation it was somebody on the way who would not have it.
    return errors.length > 0
      ? { kind: 'refused', httpStatus: status, errors }
      : { kind: 'not-sent', ...setback }
  }
  // HMRC's own gateway says why it is not there; anybody else may have handed the request on.
  if (status === 503 && errors.length > 0) return { kind: 'not-sent', ...setback }
  if (status >= 300 && status < 400) return { kind: 'not-sent', ...setback }
  return { kind: 'unknown', ...setback }
}

/**
 * 403 has several meanings: the firewall does not let these bytes pass, whoever sends them; the permission
 * does not reach as far as this; our application may not, which an operator mends.
 */
function forbidden(errors: readonly RefusalError[], setback: Setback): SendOutcome {
  const codes = errors.map(({ code }) => code)
  if (codes.includes('PAYLOAD_FORBIDDEN')) return { kind: 'refused', httpStatus: 403, errors }
  if (codes.includes('INVALID_SCOPE')) {
    return { kind: 'not-sent', ...setback, waitsFor: 'connection' }
  }
  return { kind: 'not-sent', ...setback }
}

/** Statuses that speak of the authority or of the limit rather than of the message. */
const OF_THE_CHANNEL: ReadonlySet<number> = new Set([408, 429])

/** What an answer that is no end means: whom it is about, what it says, and when to come again. */
export function unfinishedBy(answer: Answered, now: Date): Setback {
  const { status, body, headers } = answer
  const pause = retryAfterSeconds(headers, now)
  return {
    httpStatus: status,
    why: explained(status, readErrorResponse(Buffer.from(body))),
    obstacle: status >= 500 || OF_THE_CHANNEL.has(status) ? 'channel' : 'message',
    ...(pause !== undefined && { retryAfterSeconds: pause }),
  }
}

/** A status with the first error that its body explains, for a person to read. */
function explained(status: number, [first]: readonly RefusalError[]): string {
  return `HTTP ${status}${first === undefined ? '' : `, ${first.code}: ${first.message}`}`
}
