import type { AuthorityDesk } from '../../src/start/authority-desk.ts'

/** One line of the authority's register. */
export interface RegisterLine {
  readonly lrn: string
  readonly lodgements: number
  readonly mrns: readonly string[]
  readonly states: readonly string[]
  /** How often the declaration was received. */
  readonly messages: number
}

/** A notification reaches the trader by being pushed or by being fetched, whichever comes first. */
export interface TraderNotification {
  readonly id: string
  readonly pushState: string
  readonly deliveredAt: string | null
  readonly pulledAt: string | null
}

export interface Dossier {
  readonly charges: readonly { readonly method: string; readonly amountGbp: string }[]
  readonly notifications: readonly TraderNotification[]
}

export interface DefermentAccount {
  readonly number: string
  readonly owedGbp: string
}

/** Reads what the authority has on its books and answers letters, as its officers can. */
export class OfficerDesk {
  readonly #desk: AuthorityDesk

  constructor(desk: AuthorityDesk) {
    this.#desk = desk
  }

  async register(): Promise<readonly RegisterLine[]> {
    return (await this.#read<{ register: RegisterLine[] }>('/officers/register')).register
  }

  dossier(mrn: string): Promise<Dossier> {
    return this.#read(`/officers/lodgements/${mrn}`)
  }

  async defermentAccounts(): Promise<readonly DefermentAccount[]> {
    const path = '/officers/deferment-accounts'
    return (await this.#read<{ accounts: DefermentAccount[] }>(path)).accounts
  }

  /** Writes to a trader in a thread, as an officer does. */
  async answerLetter(thread: string, text: string): Promise<void> {
    const { url, officerToken } = this.#desk
    const path = `/officers/correspondence/${thread}/messages`
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${officerToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ officer: 'A. Officer', text }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }

  async #read<T>(path: string): Promise<T> {
    const { url, officerToken } = this.#desk
    const answer = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${officerToken}` },
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
}
