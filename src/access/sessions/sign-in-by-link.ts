import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { instantOf, type Clock } from '../../platform/clock.ts'
import {
  acrossTenants,
  inTenant,
  type Database,
  type Schema,
} from '../../platform/postgres/index.ts'
import { maySignIn } from '../people/person.ts'
import { openSession, type OpenedSession } from './session.ts'
import { isSignInSecret, signInSecretHash } from './sign-in-secret.ts'

/** What signing in works with. */
export interface SignInPorts {
  readonly database: Database<Schema>
  readonly clock: Clock
}

/** The secret of a link, and the device that shows it. */
export interface ShownLink {
  readonly secret: string
  readonly device: string | undefined
}

/**
 * Signs in whoever shows a link, and spends it. The refusal is the same for a link that was used, has
 * expired or never was: which of these it is would only help somebody who guesses.
 */
export async function signInByLink(
  { database, clock }: SignInPorts,
  { secret, device }: ShownLink,
): Promise<Result<OpenedSession>> {
  if (!isSignInSecret('link', secret)) return failure(linkRefused)
  const [found] = await acrossTenants(database, 'find_sign_in_link', [signInSecretHash(secret)])
  const { tenant_id: tenantId, sign_in_link_id: linkId } = found ?? {}
  if (tenantId === undefined || linkId === undefined) return failure(linkRefused)
  return inTenant(database, tenantId, async (transaction) => {
    const now = clock.now()
    const link = await transaction
      .selectFrom('sign_in_link')
      .selectAll()
      .where('id', '=', linkId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const person = await transaction
      .selectFrom('person')
      .selectAll()
      .where('id', '=', link.person_id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const isGood = link.used_at === null && instantOf(link.expires_at) > now
    if (!isGood || !maySignIn(person)) {
      return failure(linkRefused)
    }
    await transaction
      .updateTable('sign_in_link')
      .set({ used_at: now })
      .where('id', '=', linkId)
      .execute()
    return success(await openSession(transaction, { person, signedInWith: 'link', device, now }))
  })
}

const linkRefused: Failure = {
  code: 'sign-in-refused',
  path: '',
  message: 'This link does not let anybody in: it was used before, is too old, or is not whole.',
  mend: 'Ask an owner of your business for a new link.',
  zh: {
    message: '无法用此链接登录：链接已使用过、已过期或不完整。',
    mend: '请向本企业的所有者索取新的链接。',
  },
}
