import { createHttpClient } from '../platform/http/index.ts'
import { CONNECTION_PAGE } from '../services/uk-cds-connection.ts'
import type { Credentials } from './credentials.ts'

/**
 * Where the sandbox authority takes orders from its officers; `npm start` acts as one of them to
 * set the stage. API and worker never get this token.
 */
export interface AuthorityDesk {
  readonly url: string
  readonly officerToken: string
}

/**
 * Lets our software in at the sandbox authority and tells it where to push its notifications.
 *
 * @param publicUrl where people's browsers come back to who have permitted us to act for their business
 */
export async function registerApplication(
  desk: AuthorityDesk,
  { clientId, clientSecret, ukCdsToken, ukCdsPushToken }: Credentials,
  callbackUrl: string,
  publicUrl?: string,
): Promise<void> {
  await askDesk(desk, {
    method: 'PUT',
    path: `/officers/applications/${clientId}`,
    body: {
      name: 'Tidewaiter',
      token: ukCdsToken,
      callbackUrl,
      callbackToken: ukCdsPushToken,
      clientSecret,
      ...(publicUrl !== undefined && { redirectUrls: [`${publicUrl}${CONNECTION_PAGE}`] }),
    },
  })
}

/** An account to be opened, in the words of the officers' interface. */
export interface DefermentAccount {
  /** Seven digits, data element 2/6. */
  readonly number: string
  readonly holderEori: string
  readonly name: string
  /** The most that may be owed on it, pounds as a decimal. */
  readonly limitGbp: string
}

/** Opens a deferment account in the sandbox; one that exists stays as it is. */
export async function openDefermentAccount(
  desk: AuthorityDesk,
  account: DefermentAccount,
): Promise<void> {
  const path = '/officers/deferment-accounts'
  await askDesk(desk, { method: 'POST', path, body: account, alsoAccepted: 409 })
}

/** One thing to ask for at the officers' interface. */
export interface DeskRequest {
  readonly method: 'PUT' | 'POST'
  readonly path: string
  readonly body: unknown
  /** A status beyond success that is as good as one. */
  readonly alsoAccepted?: number
}

/**
 * Asks the officers' interface for something.
 *
 * @returns the body of the answer
 * @throws when the office refuses: what the start asks for is its own doing
 */
export async function askDesk(
  { url, officerToken }: AuthorityDesk,
  request: DeskRequest,
): Promise<string> {
  const { method, path, body, alsoAccepted } = request
  const http = createHttpClient()
  try {
    const outcome = await http.send({
      method,
      url: `${url}${path}`,
      headers: { authorization: `Bearer ${officerToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (outcome.kind !== 'answered') throw new Error(`the sandbox authority: ${outcome.why}`)
    const answer = Buffer.from(outcome.body).toString('utf8')
    if (outcome.status >= 300 && outcome.status !== alsoAccepted) {
      throw new Error(`the sandbox authority refused ${path}: ${answer}`)
    }
    return answer
  } finally {
    http.close()
  }
}
