import type { LetterChannel } from '../exchange/letters/letter-box.ts'
import { turnsOn } from '../exchange/turns.ts'
import type { UkCdsConnection } from '../exchange/uk-cds/channel.ts'
import { UK_LETTERS, ukLettersChannel } from '../exchange/uk-letters/channel.ts'
import type { Config } from '../platform/config.ts'
import { createHttpClient, type HttpClient } from '../platform/http/index.ts'
import type { Database, Schema } from '../platform/postgres/index.ts'
import type { Shutdown } from '../platform/process/index.ts'

/** Letters are slower than notifications; whoever waits for one waits for minutes at least. */
const COLLECT_EVERY_SECONDS = 5

/** Letters carry papers, so they take longer and are larger than declarations. */
const HTTP_LIMITS = { timeLimitMs: 30_000, answerLimitBytes: 8_000_000 } as const

/** What the way of letters is made of in a service process. */
export interface LettersSources {
  readonly config: Pick<Config, 'ukLettersUrl' | 'channelLimitPerSecond'>
  readonly database: Database<Schema>
  readonly ukCds: Pick<UkCdsConnection, 'clock' | 'access'>
  readonly http: HttpClient
  /** How often the office is asked for what has changed, by all nodes together. */
  readonly everySeconds?: number
}

/** The channels of letters: one where the address of a correspondence interface is set, none otherwise. */
export function letterChannels({
  config,
  database,
  ukCds,
  http,
  everySeconds = COLLECT_EVERY_SECONDS,
}: LettersSources): readonly LetterChannel[] {
  const { ukLettersUrl, channelLimitPerSecond: limitPerSecond } = config
  if (ukLettersUrl === undefined) return []
  const { clock, access } = ukCds
  const turns = turnsOn({ database, channel: UK_LETTERS, limitPerSecond })
  return [
    ukLettersChannel({
      ...{ http, clock, access, turns, everySeconds },
      baseUrl: ukLettersUrl.replace(/\/+$/, ''),
    }),
  ]
}

/** The same with a client of its own, which ends with the process. */
export function openLetters(
  sources: Omit<LettersSources, 'http'>,
  shutdown: Shutdown,
): readonly LetterChannel[] {
  const http = createHttpClient(HTTP_LIMITS)
  shutdown.add('http client of letters', () => Promise.resolve(http.close()))
  return letterChannels({ ...sources, http })
}
