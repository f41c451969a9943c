import { setTimeout as sleep } from 'node:timers/promises'
import { readJsonApiDocument } from '../../customs/formats/uk-trade-tariff/api/json-api-document.ts'
import type { HttpClient, HttpOutcome } from '../../platform/http/index.ts'
import { randomFraction } from '../../platform/ids.ts'
import { retryPauseMs } from './retry-pause.ts'

/** Where the service is, and how it may be asked. */
export interface TariffServiceSettings {
  /** With the tariff that is wanted, such as `https://www.trade-tariff.service.gov.uk/api/v2`. */
  readonly baseUrl: string
  readonly requestsPerSecond: number
  /** How often a question is put before it counts as unanswered. */
  readonly attemptsMax?: number
  /** The pause before the second attempt; it doubles with each one. */
  readonly firstPauseMs?: number
}

/** What the service says to a question. */
export type ServiceAnswer =
  | { readonly kind: 'body'; readonly text: string }
  /** It does not have what was asked for. */
  | { readonly kind: 'not-there' }
  | { readonly kind: 'unanswered'; readonly why: string }

/** The UK Trade Tariff service as somebody who asks it. */
export interface TariffService {
  /** Asks for a path below the base, such as `/chapters/01?as_of=2026-11-22`. */
  ask(path: string): Promise<ServiceAnswer>
}

const ATTEMPTS_MAX = 6
const FIRST_PAUSE_MS = 500

/**
 * Asks the service at the pace that it allows. Questions change nothing, so one that was not answered
 * is put again: after a broken connection, a time limit, an error of the service, a refusal for haste
 * (429) or a body that was cut. Time limit and size limit are those of the client.
 */
export function tariffService(http: HttpClient, settings: TariffServiceSettings): TariffService {
  const { baseUrl, attemptsMax = ATTEMPTS_MAX, firstPauseMs = FIRST_PAUSE_MS } = settings
  const turn = turnsAt(settings.requestsPerSecond)
  return {
    ask: async (path) => {
      let attempt = 1
      for (;;) {
        await turn()
        const headers = { accept: 'application/json' }
        const outcome = await http.send({ method: 'GET', url: baseUrl + path, headers })
        const answer = answerOf(outcome)
        if (answer.kind !== 'again') return answer
        if (attempt >= attemptsMax) return { kind: 'unanswered', why: answer.why }
        await sleep(
          retryPauseMs({ attempt, firstPauseMs, askedFor: answer.retryAfter }, randomFraction()),
        )
        attempt += 1
      }
    },
  }
}

/** A question that may be put again. */
interface AskAgain {
  readonly kind: 'again'
  readonly why: string
  /** What the service asks to wait, as its header says it. */
  readonly retryAfter?: string
}

function answerOf(outcome: HttpOutcome): ServiceAnswer | AskAgain {
  if (outcome.kind !== 'answered') return { kind: 'again', why: outcome.why }
  const { status, headers, body } = outcome
  if (status === 404) return { kind: 'not-there' }
  if (status === 429 || status >= 500) {
    const retryAfter = headers['retry-after']
    return { kind: 'again', why: `HTTP ${status}`, ...(retryAfter !== undefined && { retryAfter }) }
  }
  if (status !== 200) return { kind: 'unanswered', why: `HTTP ${status}` }
  const text = new TextDecoder().decode(body)
  const document = readJsonApiDocument(text)
  if (document.ok) return { kind: 'body', text }
  const [{ code, message }] = document.failures
  if (code === 'not-found') return { kind: 'not-there' }
  return code === 'message-unreadable'
    ? { kind: 'again', why: message }
    : { kind: 'unanswered', why: message }
}

/** Lets one caller after another go, so many a second. */
function turnsAt(perSecond: number): () => Promise<void> {
  const stepMs = 1_000 / perSecond
  let nextAtMs = 0
  return async () => {
    const nowMs = performance.now()
    const atMs = Math.max(nowMs, nextAtMs)
    nextAtMs = atMs + stepMs
    if (atMs > nowMs) await sleep(atMs - nowMs)
  }
}
