import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, success, type Result } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId, newSecret, sha256Hex } from '../../platform/ids.ts'
import { secondsAfter } from '../processing/instant.ts'
import type { OfficerRole } from '../store/desk-tables.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'

/** How long a session lasts, however busy it is: a working day and no more. */
export const SESSION_SECONDS = 12 * 3600
/** How long a link waits to be opened. */
const LINK_SECONDS = 24 * 3600
const SECRET_BYTES = 32

/** An officer who has signed in. */
export interface DeskSession {
  readonly id: string
  readonly officerId: string
  /** The officer's name, as it stands in the dossier. */
  readonly officer: string
  readonly role: OfficerRole
  readonly expiresAt: Instant
}

/** A session at its beginning, with the secret that the cookie carries. */
export interface OpenedSession extends DeskSession {
  readonly secret: string
}

/** Whom a link is for, and who makes it. */
export interface LinkOrder {
  readonly name: string
  /** What a new officer may do; who is known already is not given another role by a link. */
  readonly role?: OfficerRole | undefined
  readonly by: string
  readonly at: Instant
}

/** A link's secret, which is told this once. */
export interface SignInLink {
  readonly officer: string
  readonly secret: string
  readonly expiresAt: Instant
}

/**
 * Makes a link that signs an officer in once; a new one is an ordinary officer unless said otherwise.
 * Earlier links of theirs stay good until they are used or run out. One whose access is closed gets
 * none, nor one who is known in another role than the link says.
 */
export async function makeSignInLink(
  transaction: AuthorityTransaction,
  { name, role, by, at }: LinkOrder,
): Promise<Result<SignInLink>> {
  await transaction
    .insertInto('officer')
    .values({ id: newId('officer'), name, role: role ?? 'officer', created_at: at, created_by: by })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const {
    id,
    access_closed_at: closedAt,
    role: known,
  } = await transaction
    .selectFrom('officer')
    .select(['id', 'access_closed_at', 'role'])
    .where('name', '=', name)
    .forShare()
    .executeTakeFirstOrThrow()
  if (closedAt !== null) return accessIsClosed
  if (role !== undefined && role !== known) return hasAnotherRole(known)
  const secret = newSecret(SECRET_BYTES)
  const expiresAt = secondsAfter(at, LINK_SECONDS)
  await transaction
    .insertInto('sign_in_link')
    .values({
      token_sha256: sha256Hex(secret),
      officer_id: id,
      made_at: at,
      made_by: by,
      expires_at: expiresAt,
    })
    .execute()
  return success({ officer: name, secret, expiresAt })
}

/** Opens a session for the officer of a link. Two who hold the same link do not both get in. */
export async function redeemLink(
  transaction: AuthorityTransaction,
  secret: string,
  at: Instant,
): Promise<Result<OpenedSession>> {
  const link = await transaction
    .updateTable('sign_in_link')
    .set({ used_at: at })
    .where('token_sha256', '=', sha256Hex(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(at))
    .returning('officer_id')
    .executeTakeFirst()
  if (link === undefined) {
    return failure({
      code: 'unauthenticated',
      path: '/token',
      message: 'This sign-in link has been used, has run out, or never was one.',
      mend: 'Ask for a new link, or sign in with a passkey.',
      zh: {
        message: '此登录链接已被使用、已失效或无效。',
        mend: '请索取新链接，或用通行密钥登录。',
      },
    })
  }
  return openSession(transaction, link.officer_id, at)
}

/** Opens a session for an officer who has proved who they are, unless their access is closed. */
export async function openSession(
  transaction: AuthorityTransaction,
  officerId: string,
  at: Instant,
): Promise<Result<OpenedSession>> {
  // Who closes the access waits for this session or is waited for: none is opened beside it.
  const officer = await transaction
    .updateTable('officer')
    .set({ last_signed_in_at: at })
    .where('id', '=', officerId)
    .where('access_closed_at', 'is', null)
    .returning(['name', 'role'])
    .executeTakeFirst()
  if (officer === undefined) return accessIsClosed
  const secret = newSecret(SECRET_BYTES)
  const id = newId('session')
  const expiresAt = secondsAfter(at, SESSION_SECONDS)
  await transaction
    .insertInto('officer_session')
    .values({
      id,
      token_sha256: sha256Hex(secret),
      officer_id: officerId,
      opened_at: at,
      expires_at: expiresAt,
    })
    .execute()
  return success({ id, officerId, officer: officer.name, role: officer.role, expiresAt, secret })
}

/** The session that a cookie's secret belongs to, unless it has ended or run out. */
export async function findSession(
  transaction: AuthorityTransaction,
  secret: string,
  at: Instant,
): Promise<DeskSession | undefined> {
  const row = await transaction
    .selectFrom('officer_session')
    .innerJoin('officer', 'officer.id', 'officer_session.officer_id')
    .select(['officer_session.id', 'officer_id', 'name', 'role', 'expires_at'])
    .where('token_sha256', '=', sha256Hex(secret))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date(at))
    .where('access_closed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, officer_id: officerId, name: officer, role, expires_at: expires } = row
  return { id, officerId, officer, role, expiresAt: instantOf(expires) }
}

/** Ends a session; its cookie is worth nothing from then on. */
export async function endSession(
  transaction: AuthorityTransaction,
  sessionId: string,
  at: Instant,
): Promise<void> {
  await transaction
    .updateTable('officer_session')
    .set({ ended_at: at })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}

const roleNames = {
  head: { en: 'the head of the office', zh: '负责人' },
  officer: { en: 'an officer', zh: '关员' },
} as const satisfies Record<OfficerRole, BilingualText>

function hasAnotherRole(known: OfficerRole): Result<never> {
  const role = roleNames[known]
  return failure({
    code: 'conflict',
    path: '/role',
    message: `Somebody of this name is known here as ${role.en}.`,
    mend: 'make the link for that role, or choose another name',
    zh: {
      message: `此处已有同名人员，身份为${role.zh}。`,
      mend: '请按该身份生成链接，或使用其他姓名',
    },
  })
}

const accessIsClosed = failure({
  code: 'conflict',
  path: '/name',
  message: 'The access of this officer is closed.',
  mend: 'ask the head of the office to open it again',
  zh: { message: '该关员的访问权限已被关闭。', mend: '请负责人重新开放' },
})
