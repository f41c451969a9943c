import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { recordAccessChange, type AccessContext } from '../audit.ts'
import { readPerson } from '../people/person.ts'
import { endUnusedLinks } from './shut-out.ts'
import { newSignInSecret, signInSecretHash } from './sign-in-secret.ts'

/** How long an unused link lets in: over a weekend, and no longer. */
export const LINK_LIFE_HOURS = 72

/** A link at the moment of its making, the only one at which its secret is known. */
export interface IssuedSignInLink {
  readonly personId: string
  readonly secret: string
  readonly expiresAt: Instant
}

/**
 * Makes a link that lets a person in once. Links that were made for the person before and not used
 * end, so that one that has gone astray can be replaced.
 */
export async function issueSignInLink(
  transaction: TenantTransaction,
  personId: string,
  context: AccessContext,
): Promise<Result<IssuedSignInLink>> {
  const person = await readPerson(transaction, personId)
  if (!person.ok) return person
  const { state } = person.value
  if (state === 'disabled' || state === 'erased') return failure(isShutOut)
  const { tenantId, now } = context
  await endUnusedLinks(transaction, personId, now)
  const secret = newSignInSecret('link')
  const expiresAt = instantOf(new Date(Date.parse(now) + LINK_LIFE_HOURS * 3_600_000))
  await transaction
    .insertInto('sign_in_link')
    .values({
      id: newId('sign_in_link'),
      tenant_id: tenantId,
      person_id: personId,
      secret_sha256: signInSecretHash(secret),
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  await recordAccessChange(
    transaction,
    { action: 'sign-in-link-issued', subject: personId, detail: { expiresAt } },
    context,
  )
  return success({ personId, secret, expiresAt })
}

/**
 * The address that a person opens to use a link. The secret stands behind `#`, which browsers send to
 * nobody: it reaches neither a log nor another site.
 *
 * @param publicUrl where the outside world reaches us, without a trailing slash
 */
export function signInLinkUrl(publicUrl: string, { secret }: IssuedSignInLink): string {
  return `${publicUrl}/console/welcome#${secret}`
}

const isShutOut: Failure = {
  code: 'conflict',
  path: '',
  message: 'The person is disabled and may not sign in.',
  mend: 'Enable the person first.',
  zh: { message: '该人员已停用，不能登录。', mend: '请先启用该人员。' },
}
