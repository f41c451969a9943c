import type { HttpClient } from '../../platform/http/index.ts'
import { openLetter } from '../letters/letter-envelope.ts'
import type { LetterChannel } from '../letters/letter-box.ts'
import type { Turns } from '../turns.ts'
import { ofBusiness, sendAuthorised } from '../uk-cds/authorised-request.ts'
import type { UkCdsConnection } from '../uk-cds/channel.ts'
import { UK_LETTERS } from './channel-name.ts'
import { collectChanges } from './collect-changes.ts'
import { letterOutcome } from './letter-outcome.ts'

export { UK_LETTERS } from './channel-name.ts'

/** The way to the correspondence interface. */
export interface UkLettersConnection extends Pick<UkCdsConnection, 'clock' | 'access'> {
  readonly http: HttpClient
  /** Base address of the interface, without a trailing slash. */
  readonly baseUrl: string
  /** The turns that questions of the collecting node take. */
  readonly turns: Turns
  /** How often letters are looked for, by all nodes together. */
  readonly everySeconds: number
}

/** The way of letters to the sandbox office, which knows a letter by our reference of it. */
export function ukLettersChannel(connection: UkLettersConnection): LetterChannel {
  const { http, baseUrl, access, clock, everySeconds } = connection
  return {
    name: UK_LETTERS,
    send: async (message, turns) => {
      const { thread, letter } = openLetter(message.body)
      const path =
        thread === undefined ? 'threads' : `threads/${encodeURIComponent(thread)}/messages`
      const outcome = await sendAuthorised({ http, turns }, ofBusiness(access, message.tenantId), {
        method: 'POST',
        url: `${baseUrl}/correspondence/${path}`,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(letter),
      })
      return outcome.kind === 'answered' ? letterOutcome(outcome, new Date(clock.now())) : outcome
    },
    // The same reference again gets the same answer, so nothing has to be asked first.
    inquire: () => Promise.resolve({ kind: 'not-known' }),
    pull: () => Promise.resolve(undefined),
    letters: { everySeconds, collect: (take) => collectChanges(connection, take) },
  }
}
