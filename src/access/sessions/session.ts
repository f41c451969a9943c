import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import { recordAccessChange } from '../audit.ts'
import { actorOf } from '../people/person.ts'
import { newSignInSecret, signInSecretHash } from './sign-in-secret.ts'

const IDLE_LIFE_MS = 12 * 3_600_000
const WHOLE_LIFE_MS = 7 * 24 * 3_600_000

/** Where a person is signed in. */
export interface Session {
  readonly sessionId: string
  readonly signedInWith: 'link' | 'passkey'
  /** Browser and system in a few words. */
  readonly device?: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  /** Twelve hours after it was last used, seven days after it began at the latest. */
  readonly expiresAt: Instant
}

/** A session at the moment of its making, the only one at which its secret is known. */
export interface OpenedSession {
  readonly tenantId: string
  readonly personId: string
  readonly sessionId: string
  readonly secret: string
  /** When it ends whatever happens. */
  readonly endsAt: Instant
}

/** How and from where a person has signed in. */
export interface SignIn {
  readonly person: Row<'person'>
  readonly signedInWith: Session['signedInWith']
  readonly device: string | undefined
  readonly now: Instant
}

/** Opens a session for a person who has proved who they are. The first one makes them active. */
export async function openSession(
  transaction: TenantTransaction,
  { person, signedInWith, device, now }: SignIn,
): Promise<OpenedSession> {
  const { id: personId, tenant_id: tenantId } = person
  const secret = newSignInSecret('session')
  const sessionId = newId('session')
  await transaction
    .insertInto('person_session')
    .values({
      id: sessionId,
      tenant_id: tenantId,
      person_id: personId,
      secret_sha256: signInSecretHash(secret),
      signed_in_with: signedInWith,
      device: device ?? null,
      created_at: now,
      last_seen_at: now,
    })
    .execute()
  if (person.joined_at === null) {
    await transaction
      .updateTable('person')
      .set({ joined_at: now })
      .where('id', '=', personId)
      .execute()
  }
  await recordAccessChange(
    transaction,
    { action: 'signed-in', subject: personId, detail: { with: signedInWith, sessionId } },
    { tenantId, actor: actorOf(person), now },
  )
  const endsAt = instantOf(new Date(Date.parse(now) + WHOLE_LIFE_MS))
  return { tenantId, personId, sessionId, secret, endsAt }
}

/** Where a person is signed in at the moment, the newest first. */
export async function listSessions(
  transaction: TenantTransaction,
  personId: string,
  now: Instant,
): Promise<readonly Session[]> {
  const rows = await transaction
    .selectFrom('person_session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.filter((row) => isOpen(row, now)).map(sessionOf)
}

/** Ends one session of a person. Ending it again changes nothing. */
export async function endSession(
  transaction: TenantTransaction,
  { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
  now: Instant,
): Promise<Result<Session>> {
  const row = await transaction
    .updateTable('person_session')
    .set(({ fn, val }) => ({ ended_at: fn.coalesce('ended_at', val(new Date(now))) }))
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? failure(noSuchSession(sessionId)) : success(sessionOf(row))
}

/**
 * Ends every session of a person but one.
 *
 * @returns how many were ended
 */
export async function endOtherSessions(
  transaction: TenantTransaction,
  { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
  now: Instant,
): Promise<number> {
  const ended = await transaction
    .updateTable('person_session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('id', '!=', sessionId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length
}

type Times = Pick<Row<'person_session'>, 'created_at' | 'last_seen_at'>

/** Whether a session opens anything at the given moment. */
export function isOpen(
  row: Times & Pick<Row<'person_session'>, 'ended_at'>,
  now: Instant,
): boolean {
  return row.ended_at === null && now < expiryOf(row)
}

/** When a session ends unless it is used before. */
export function expiryOf({ created_at, last_seen_at }: Times): Instant {
  const idle = last_seen_at.getTime() + IDLE_LIFE_MS
  const whole = created_at.getTime() + WHOLE_LIFE_MS
  return instantOf(new Date(Math.min(idle, whole)))
}

function sessionOf(row: Row<'person_session'>): Session {
  return {
    sessionId: row.id,
    signedInWith: row.signed_in_with,
    ...(row.device !== null && { device: row.device }),
    createdAt: instantOf(row.created_at),
    lastSeenAt: instantOf(row.last_seen_at),
    expiresAt: expiryOf(row),
  }
}

function noSuchSession(sessionId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `You have no session ${sessionId}.`,
    mend: 'List your sessions to see their ids.',
    zh: { message: `您没有登录会话 ${sessionId}。`, mend: '请在您的登录会话列表中查看编号。' },
  }
}
