import type { Instant } from '../customs/calendar/local-date.ts'
import { failure, type Result, success } from '../customs/result.ts'
import type { CaseState } from '../clearance/case-state.ts'
import type { CaseEvent } from '../clearance/events/case-event.ts'
import { readUnnamedCaseInBrief } from '../clearance/store/case-in-brief.ts'
import { readCase, readEvents } from '../clearance/store/case-store.ts'
import { instantOf } from '../platform/clock.ts'
import { newId, sha256Hex } from '../platform/ids.ts'
import {
  acrossTenants,
  type Database,
  inTenant,
  type Row,
  type Schema,
  type TenantTransaction,
} from '../platform/postgres/index.ts'
import { derivedSecret, type SealingKey } from '../platform/sealed-secret.ts'
import { type ExpectedTime, expectedTime } from './shopper/expected-time.ts'
import { nextSteps, waitedSeconds } from './shopper/next-step.ts'
import { type ShopperView, shopperView } from './shopper/shopper-view.ts'
import { situationOf } from './shopper/situation.ts'
import { readStepHistory } from './shopper/step-history.ts'

/** An address under which whoever has it sees how one parcel fares. */
export interface TrackingLink {
  readonly linkId: string
  readonly caseId: string
  readonly createdAt: Instant
  readonly revokedAt?: Instant
}

/**
 * The secret end of a link's address: 256 bits, worked out from the link's id with our key. The
 * database holds only its hash, and a mail can still repeat the address months later.
 */
export function trackingToken(key: SealingKey, linkId: string): string {
  return derivedSecret(key, linkId)
}

const TOKEN = /^[\w-]{43}$/

/** The page for people behind a token, as it is handed on and stands in a mail. */
export function trackingUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/track/${token}`
}

/** Makes a link to a case of this tenant. */
export async function createTrackingLink(
  transaction: TenantTransaction,
  key: SealingKey,
  link: { readonly tenantId: string; readonly caseId: string; readonly now: Instant },
): Promise<{ readonly link: TrackingLink; readonly token: string }> {
  const linkId = newId('link')
  const token = trackingToken(key, linkId)
  const row = await transaction
    .insertInto('tracking_link')
    .values({
      id: linkId,
      tenant_id: link.tenantId,
      case_id: link.caseId,
      token_sha256: sha256Hex(token),
      created_at: link.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { link: linkOf(row), token }
}

/** Ends a link at once and for good; ending it again changes nothing. */
export async function revokeTrackingLink(
  transaction: TenantTransaction,
  { linkId, now }: { readonly linkId: string; readonly now: Instant },
): Promise<Result<TrackingLink>> {
  const row = await transaction
    .updateTable('tracking_link')
    .set(({ fn, ref, val }) => ({ revoked_at: fn.coalesce(ref('revoked_at'), val(new Date(now))) }))
    .where('id', '=', linkId)
    .returningAll()
    .executeTakeFirst()
  if (row !== undefined) return success(linkOf(row))
  return failure({
    code: 'not-found',
    path: '',
    message: `There is no tracking link ${linkId}.`,
    mend: 'List the tracking links of the case to see their ids.',
    zh: { message: `没有查询链接 ${linkId}。`, mend: '请在本案的查询链接列表中查看编号。' },
  })
}

/** The links of a case, revoked ones as well, the newest first. */
export async function listTrackingLinks(
  transaction: TenantTransaction,
  caseId: string,
): Promise<readonly TrackingLink[]> {
  const rows = await transaction
    .selectFrom('tracking_link')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(linkOf)
}

/**
 * What somebody with a token sees; nothing for a token that is malformed, unknown or revoked, which
 * are not told apart so that nobody learns which addresses once led somewhere.
 */
export async function followTrackingLink(
  database: Database<Schema>,
  token: string,
  now: Instant,
): Promise<ShopperView | undefined> {
  if (!TOKEN.test(token)) return undefined
  const [found] = await acrossTenants(database, 'find_tracking_link', [sha256Hex(token)])
  const { tenant_id: tenantId, tracking_link_id: linkId } = found ?? {}
  if (tenantId === undefined || linkId === undefined) return undefined
  return inTenant(database, tenantId, async (transaction) => {
    const link = await transaction
      .selectFrom('tracking_link')
      .select('case_id')
      .where('id', '=', linkId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (link === undefined) return undefined
    const state = await readCase(transaction, link.case_id)
    if (state === undefined) return undefined
    const events = await readEvents(transaction, link.case_id)
    const brief = await readUnnamedCaseInBrief(transaction, link.case_id)
    const expected = await expectedFor(transaction, state, { events, now })
    return shopperView(state, events, { ...(brief && { brief }), ...(expected && { expected }) })
  })
}

/** How long the next step of a case has taken the tenant's others, where that can be said. */
async function expectedFor(
  transaction: TenantTransaction,
  state: CaseState,
  { events, now }: { readonly events: readonly CaseEvent[]; readonly now: Instant },
): Promise<ExpectedTime | undefined> {
  const step = nextSteps[situationOf(state)]
  const waited = step && waitedSeconds(step, events, now)
  if (step === undefined || waited === undefined) return undefined
  return expectedTime(step, await readStepHistory(transaction, step, now), waited)
}

function linkOf(row: Row<'tracking_link'>): TrackingLink {
  return {
    linkId: row.id,
    caseId: row.case_id,
    createdAt: instantOf(row.created_at),
    ...(row.revoked_at !== null && { revokedAt: instantOf(row.revoked_at) }),
  }
}
