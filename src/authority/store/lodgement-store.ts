import { sql, type Selectable, type Transaction } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Assessment } from '../assessment/assessment.ts'
import type { Lodgement, OpenControl } from '../processing/lodgement.ts'
import type { SettlementFacts } from '../processing/settle.ts'
import type { InitialDeclaration } from '../rules/check.ts'
import { SIMPLIFIED_TYPES } from '../rules/data-set.ts'
import { loadHeldSecurities } from './security-store.ts'
import type { AuthorityTables, LodgementTable } from './tables.ts'

/**
 * A transaction on the authority's own database. Its type keeps the office's tables apart from
 * those of the application, which has a database of its own.
 */
export type AuthorityTransaction = Transaction<AuthorityTables>

type LodgementRow = Pick<Selectable<LodgementTable>, (typeof lodgementColumns)[number]>

/**
 * The columns that a step works on. EORI, DUCR and type only serve searching, and `due_at` is set
 * anew by every step.
 */
export const lodgementColumns = [
  'id',
  'application_id',
  'conversation_id',
  'lrn',
  'mrn',
  'declared',
  'corrected',
  'version',
  'state',
  'received_at',
  'registered_at',
  'arrived_at',
  'accepted_at',
  'released_at',
  'ended_at',
  'final_tax_version',
  'payment_state',
  'payment_state_since',
] as const

/**
 * Takes lodgements that are due, locked for this transaction. What another transaction holds is
 * passed over, so an officer at work on one entry never stops the others.
 */
export async function claimDueLodgements(
  transaction: AuthorityTransaction,
  now: Instant,
  limit: number,
): Promise<readonly Lodgement[]> {
  const rows = await transaction
    .selectFrom('lodgement')
    .select(lodgementColumns)
    .where('due_at', '<=', new Date(now))
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(readLodgement)
}

/**
 * Has the office look anew at the entries that wait for something, before the goods go or after: how long
 * they wait, and for whom, may have changed.
 */
export async function wakeWaiting(transaction: AuthorityTransaction, now: Instant): Promise<void> {
  await transaction
    .updateTable('lodgement')
    .set({ due_at: now })
    .where('state', 'in', ['accepted', 'released'])
    .execute()
}

/** Takes one lodgement for change, waiting until nobody else has it. */
export async function lockLodgement(
  transaction: AuthorityTransaction,
  mrn: string,
): Promise<Lodgement | undefined> {
  const row = await transaction
    .selectFrom('lodgement')
    .select(lodgementColumns)
    .where('mrn', '=', mrn)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : readLodgement(row)
}

/** The MRN of the newest lodgement of an application that has a consignment reference. */
export async function mrnOfDucr(
  transaction: AuthorityTransaction,
  ducr: string,
  applicationId: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('lodgement')
    .select('mrn')
    .where('ducr', '=', ducr)
    .where('application_id', '=', applicationId)
    .orderBy('received_at', 'desc')
    .executeTakeFirst()
  return row?.mrn
}

/** Takes several lodgements for change, in the order of their MRNs so that nobody waits in a ring. */
export async function lockLodgements(
  transaction: AuthorityTransaction,
  mrns: readonly string[],
): Promise<ReadonlyMap<string, Lodgement>> {
  if (mrns.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('lodgement')
    .select(lodgementColumns)
    .where('mrn', 'in', [...mrns])
    .orderBy('mrn')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.mrn, readLodgement(row)]))
}

/** The simplified declarations among some MRNs, as declarations that complete them refer to them. */
export async function loadInitialDeclarations(
  transaction: AuthorityTransaction,
  mrns: readonly string[],
): Promise<ReadonlyMap<string, InitialDeclaration>> {
  if (mrns.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('lodgement')
    .select(lodgementColumns)
    .where('mrn', 'in', [...new Set(mrns)])
    .execute()
  const simplified = rows
    .map(readLodgement)
    .filter(({ declaration }) => SIMPLIFIED_TYPES.includes(declaration.typeCode))
  return new Map(
    simplified.map(({ mrn, declaration, acceptedAt, state }) => [
      mrn,
      {
        declarant: declaration.declarant.id,
        ...(acceptedAt === undefined ? {} : { acceptedAt }),
        isReleased: state === 'released' || state === 'cleared',
      },
    ]),
  )
}

/** What release depends on, for each of several lodgements that have an assessment. */
export async function loadSettlementFacts(
  transaction: AuthorityTransaction,
  lodgementIds: readonly string[],
): Promise<ReadonlyMap<string, SettlementFacts>> {
  if (lodgementIds.length === 0) return new Map()
  const assessments = await loadAssessments(transaction, lodgementIds)
  const controls = await loadOpenControls(transaction, lodgementIds)
  const charges = await loadCharges(transaction, lodgementIds)
  const securities = await loadHeldSecurities(transaction, lodgementIds)
  return new Map(
    [...assessments].map(([id, assessment]) => [
      id,
      {
        assessment,
        openControls: controls.get(id) ?? [],
        chargedByMethod: charges.get(id) ?? new Map<string, DecimalText>(),
        securities: securities.get(id) ?? [],
      },
    ]),
  )
}

async function loadAssessments(
  transaction: AuthorityTransaction,
  lodgementIds: readonly string[],
): Promise<ReadonlyMap<string, Assessment>> {
  const rows = await transaction
    .selectFrom('assessment')
    .distinctOn('lodgement_id')
    .select(['lodgement_id', 'data'])
    .where('lodgement_id', 'in', [...lodgementIds])
    .orderBy('lodgement_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.lodgement_id, row.data]))
}

/** The open controls of each lodgement, oldest first. A lodgement without any is not in the map. */
export async function loadOpenControls(
  transaction: AuthorityTransaction,
  lodgementIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenControl[]>> {
  if (lodgementIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('control')
    .select(['id', 'lodgement_id', 'kind', 'blocks_release', 'reason', 'detail', 'opened_at'])
    .select((control) =>
      control
        .selectFrom('file_upload')
        .select(sql<Date | null>`min(received_at)`.as('at'))
        .whereRef('file_upload.lodgement_id', '=', 'control.lodgement_id')
        .whereRef('file_upload.received_at', '>=', 'control.opened_at')
        .as('answered_at'),
    )
    .where('lodgement_id', 'in', [...lodgementIds])
    .where('state', '=', 'open')
    .orderBy('opened_at')
    .execute()
  const controls = new Map<string, OpenControl[]>()
  for (const row of rows) {
    const { id, kind, reason, detail } = row
    const control = {
      ...{ id, kind, reason, detail, blocksRelease: row.blocks_release },
      openedAt: instantOf(row.opened_at),
      ...time('answeredAt', row.answered_at),
    }
    controls.set(row.lodgement_id, [...(controls.get(row.lodgement_id) ?? []), control])
  }
  return controls
}

/**
 * What has been charged or paid so far, in pounds, by lodgement and method of payment; repayments
 * are set off, but for those on claims, which leave what is owed as it was. A lodgement without charges is not in the map.
 */
export async function loadCharges(
  transaction: AuthorityTransaction,
  lodgementIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, DecimalText>>> {
  if (lodgementIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('charge')
    .select(['lodgement_id', 'method', sql<string>`sum(amount_gbp)`.as('amount')])
    .where('lodgement_id', 'in', [...lodgementIds])
    .where('claim', 'is', null)
    .groupBy(['lodgement_id', 'method'])
    .execute()
  const charges = new Map<string, Map<string, DecimalText>>()
  for (const { lodgement_id: id, method, amount } of rows) {
    const byMethod = charges.get(id) ?? new Map<string, DecimalText>()
    charges.set(id, byMethod.set(method, decimal(amount)))
  }
  return charges
}

function readLodgement(row: LodgementRow): Lodgement {
  return {
    id: row.id,
    applicationId: row.application_id,
    conversationId: row.conversation_id,
    ...(row.lrn === null ? {} : { lrn: row.lrn }),
    mrn: row.mrn,
    declaration: row.corrected ?? row.declared,
    version: row.version,
    state: row.state,
    receivedAt: instantOf(row.received_at),
    ...time('registeredAt', row.registered_at),
    ...time('arrivedAt', row.arrived_at),
    ...time('acceptedAt', row.accepted_at),
    ...time('releasedAt', row.released_at),
    ...time('endedAt', row.ended_at),
    finalTaxVersion: row.final_tax_version,
    paymentState: row.payment_state,
    ...time('paymentStateSince', row.payment_state_since),
  }
}

function time<Name extends string>(
  name: Name,
  at: Date | null,
): { readonly [Key in Name]?: Instant } {
  return at === null ? {} : ({ [name]: instantOf(at) } as { readonly [Key in Name]?: Instant })
}
