import type { Instant } from '../../customs/calendar/local-date.ts'
import type { HttpOutcome } from '../../platform/http/index.ts'
import { secondsAfter } from '../processing/instant.ts'

/** After so long the office gives up pushing; the message can still be pulled. HMRC: two weeks. */
const GIVE_UP_AFTER_SECONDS = 14 * 86_400

/** HMRC tries again every 2.5 minutes when there is no answer, every 10 when there is a wrong one. */
const LONGEST_WAIT_SECONDS = { 'no-answer': 150, 'wrong-answer': 600 } as const

/**
 * What becomes of a notification after an attempt to push it. One that was given up is not lost:
 * the trader can still pull it.
 */
export type PushOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly at: Instant; readonly why: string }
  | { readonly kind: 'given-up'; readonly why: string }

/** One attempt to push, with what decides whether there is a next. */
export interface PushAttempt {
  readonly outcome: HttpOutcome
  /** This attempt's number, from 1. */
  readonly attempt: number
  /** When it was first due; the time after which the office gives up runs from here. */
  readonly since: Instant
  readonly now: Instant
}

/** What follows from an attempt: any 2xx is delivery; else the wait doubles from one second up. */
export function afterAttempt({ outcome, attempt, since, now }: PushAttempt): PushOutcome {
  const answered = outcome.kind === 'answered'
  if (answered && outcome.status >= 200 && outcome.status < 300) return { kind: 'delivered' }
  const why = answered ? `answered ${outcome.status}` : outcome.why
  if (now >= secondsAfter(since, GIVE_UP_AFTER_SECONDS)) return { kind: 'given-up', why }
  const wrong = answered && outcome.status < 500
  const longest = LONGEST_WAIT_SECONDS[wrong ? 'wrong-answer' : 'no-answer']
  const wait = Math.min(2 ** Math.min(attempt - 1, 20), longest)
  return { kind: 'again', at: secondsAfter(now, wait), why }
}
