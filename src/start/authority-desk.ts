import { createHttpClient } from '../platform/http/index.ts'
import type { Credentials } from './credentials.ts'

export interface AuthorityDesk {
  readonly url: string
  readonly officerToken: string
}

/** Lets our software in at the sandbox authority and tells it where to push its notifications. */
export async function registerApplication(
  desk: AuthorityDesk,
  { clientId, ukCdsToken, ukCdsPushToken }: Credentials,
  callbackUrl: string,
): Promise<void> {
  await ask(desk, 'PUT', `/officers/applications/${clientId}`, {
    name: 'Tidewaiter',
    token: ukCdsToken,
    callbackUrl,
    callbackToken: ukCdsPushToken,
  })
}

export interface DefermentAccount {
  readonly number: string
  readonly holderEori: string
  readonly name: string
  readonly limitGbp: string
}

/** Opens a deferment account in the sandbox; one that exists stays as it is. */
export async function openDefermentAccount(
  desk: AuthorityDesk,
  account: DefermentAccount,
): Promise<void> {
  await ask(desk, 'POST', '/officers/deferment-accounts', account, [409])
}

async function ask(
  { url, officerToken }: AuthorityDesk,
  method: 'PUT' | 'POST',
  path: string,
  body: unknown,
  accepted: readonly number[] = [],
): Promise<void> {
  const http = createHttpClient()
  try {
    const outcome = await http.send({
      method,
      url: `${url}${path}`,
      headers: { authorization: `Bearer ${officerToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (outcome.kind !== 'answered') throw new Error(`the sandbox authority: ${outcome.why}`)
    if (outcome.status >= 300 && !accepted.includes(outcome.status)) {
      const answer = Buffer.from(outcome.body).toString('utf8')
      throw new Error(`the sandbox authority refused ${path}: ${answer}`)
    }
  } finally {
    http.close()
  }
}
