import { Type, type Static } from 'typebox'
import { checkedReader } from '../../customs/checked-reader.ts'
import type { HttpOutcome } from '../../platform/http/index.ts'
import type { SendOutcome, Setback } from '../channel.ts'
import { retryAfterSeconds } from '../retry-after.ts'

type Answered = Extract<HttpOutcome, { kind: 'answered' }>

const takenSchema = Type.Object({ thread: Type.Optional(Type.String({ minLength: 1 })) })
const readTaken = checkedReader<Readonly<Static<typeof takenSchema>>>(takenSchema)

const refusalSchema = Type.Object({
  code: Type.String({ minLength: 1 }),
  message: Type.String(),
  path: Type.Optional(Type.String()),
})
const readRefusal = checkedReader<Readonly<Static<typeof refusalSchema>>>(refusalSchema)

/** Statuses that speak of the channel or of the limit rather than of the letter. */
const OF_THE_CHANNEL: ReadonlySet<number> = new Set([408, 429])

/** Statuses by which the office refuses a letter, if it says why. */
const REFUSED: ReadonlySet<number> = new Set([400, 403, 404, 409, 413, 422])

/**
 * What the answer to a letter means for it. The office's reference of the thread is kept as the
 * conversation. What is not surely the office's own verdict is never taken for a refusal.
 */
export function letterOutcome(outcome: HttpOutcome, now: Date): SendOutcome {
  if (outcome.kind !== 'answered') return outcome
  const { status: httpStatus } = outcome
  if (httpStatus === 200 || httpStatus === 201) {
    const read = readTaken(jsonOf(outcome.body))
    const thread = read.ok ? read.value.thread : undefined
    return {
      kind: 'delivered',
      httpStatus,
      ...(thread !== undefined && { conversationId: thread }),
    }
  }
  const refusal = readRefusal(jsonOf(outcome.body))
  if (REFUSED.has(httpStatus) && refusal.ok) {
    return { kind: 'refused', httpStatus, errors: [refusal.value] }
  }
  const setback = letterSetback(outcome, now)
  return httpStatus >= 500 ? { kind: 'unknown', ...setback } : { kind: 'not-sent', ...setback }
}

/** What an answer that is no end means: whom it is about, what it says, and when to come again. */
export function letterSetback(answer: Answered, now: Date): Setback {
  const { status, headers } = answer
  const pause = retryAfterSeconds(headers, now)
  const explained = readRefusal(jsonOf(answer.body))
  return {
    httpStatus: status,
    why: `HTTP ${status}${explained.ok ? `, ${explained.value.code}: ${explained.value.message}` : ''}`,
    obstacle: status >= 500 || OF_THE_CHANNEL.has(status) ? 'channel' : 'message',
    ...(pause !== undefined && { retryAfterSeconds: pause }),
  }
}

/** The value that a body holds; undefined where it is no JSON. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
