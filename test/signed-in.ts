import type { InjectOptions } from 'fastify'

import {
  invitePerson,
  issueSignInLink,
  signInByLink,
  type OpenedSession,
  type Role,
} from '../src/access/index.ts'
import type { Clock } from '../src/platform/clock.ts'
import { newId } from '../src/platform/ids.ts'
import { inTenant } from '../src/platform/postgres/index.ts'
import type { TestApi, TestTenant } from './api.ts'

/** The origin of the pages of a test's interface, which changes with a session have to come from. */
export const ownOrigin = 'http://localhost:8080'

/** A person who is signed in, with what their browser sends. */
export interface SignedIn {
  readonly personId: string
  readonly session: OpenedSession
  readonly cookie: string
}

/** Invites a person and makes a link for them; gives the secret of the link. */
export function inviteWithLink(
  { database, clock }: Pick<TestApi, 'database'> & { readonly clock: Clock },
  { tenantId }: Pick<TestTenant, 'tenantId'>,
  { name = 'Test person', role = 'owner' }: { readonly name?: string; readonly role?: Role } = {},
): Promise<{ readonly personId: string; readonly secret: string }> {
  const context = { tenantId, actor: { kind: 'operator', id: 'test' }, now: clock.now() } as const
  return inTenant(database, tenantId, async (transaction) => {
    const { personId } = await invitePerson(transaction, { name, role }, context)
    const link = await issueSignInLink(transaction, personId, context)
    if (!link.ok) throw new Error(link.failures[0].message)
    return { personId, secret: link.value.secret }
  })
}

/** Somebody of the tenant who has come in by a link. */
export async function signIn(
  api: TestApi,
  tenant: TestTenant,
  person: { readonly name?: string; readonly role?: Role } = {},
): Promise<SignedIn> {
  const { personId, secret } = await inviteWithLink(api, tenant, person)
  const opened = await signInByLink(api, { secret, device: 'Firefox, Linux' })
  if (!opened.ok) throw new Error(opened.failures[0].message)
  const session = opened.value
  return { personId, session, cookie: `tidewaiter_session=${session.secret}` }
}

/** Lets a new person in and gives the secret that their browser's cookie holds. */
export async function openSession(
  house: Pick<TestApi, 'database'> & { readonly clock: Clock },
  tenant: Pick<TestTenant, 'tenantId'>,
  person: { readonly name: string; readonly role: Role },
): Promise<string> {
  const { secret } = await inviteWithLink(house, tenant, person)
  const opened = await signInByLink(house, { secret, device: 'Chromium, Linux' })
  if (!opened.ok) throw new Error(opened.failures[0].message)
  return opened.value.secret
}

/** Asks as the pages do: with the cookie, the origin, and an Idempotency-Key for a change. */
export function askSignedIn(
  api: TestApi,
  { cookie }: Pick<SignedIn, 'cookie'>,
  request: InjectOptions & { readonly url: string },
) {
  const idempotency = request.method === 'POST' ? { 'idempotency-key': newId('test') } : {}
  const headers = { cookie, origin: ownOrigin, ...idempotency, ...request.headers }
  return api.server.inject({ ...request, headers })
}
