import { sql } from 'kysely'

import type { Instant } from '../../customs/calendar/local-date.ts'
import { isZero } from '../../customs/money/decimal.ts'
import { newId } from '../../platform/ids.ts'
import type { NewRow, TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { Actor, Cause } from '../events/actor.ts'
import type { CaseEvent, NewCaseEvent } from '../events/case-event.ts'
import { currentSchemaVersion } from '../events/upcasters.ts'
import { evolve } from '../evolve.ts'
import { postingFor } from '../ledger/postings.ts'
import { withReferences } from '../personal/words-of-people.ts'
import { supplementaryAttentionOn } from '../supplementary-attention.ts'
import { waitingFor } from '../waiting-for.ts'
import { searchTermsOf } from './search-terms.ts'

/** By whom, because of what and when a change is made. */
export interface ChangeContext {
  readonly tenantId: string
  readonly actor: Actor
  readonly cause: Cause
  readonly now: Instant
}

/** A case after a change, with the events that made it. */
export interface RecordedChange {
  readonly state: CaseState
  readonly events: readonly CaseEvent[]
}

/**
 * Appends events to the record of a case and brings its projection and its ledger along, all in
 * the caller's transaction. The primary key of the events makes two writers at the same place in
 * the record impossible; callers lock the case first, so that it does not come to that.
 *
 * In what people have written, references stand for names and addresses: in the record, in its
 * projection, and in the change that is returned. `withPersonalFields` puts them back.
 */
export async function recordEvents(
  transaction: TenantTransaction,
  subject: { readonly caseId: string; readonly before: CaseState | undefined },
  changes: readonly NewCaseEvent[],
  context: ChangeContext,
): Promise<RecordedChange> {
  const { caseId, before } = subject
  const entries: NewRow<'ledger_entry'>[] = []
  const events: CaseEvent[] = []
  let state = before
  for (const change of await withReferences(transaction, before?.orderIds ?? [], changes)) {
    const event = numbered(change, caseId, (state?.version ?? 0) + 1, context)
    if (state !== undefined) entries.push(...ledgerRows(state, event, context))
    state = evolve(state, event)
    events.push(event)
  }
  if (state === undefined) throw new RangeError('nothing to record')
  if (events.length === 0) return { state, events }
  await write(transaction, {
    before,
    state,
    events: events.map((event) => eventRow(event, context)),
    entries,
    context,
  })
  return { state, events }
}

function numbered(
  change: NewCaseEvent,
  caseId: string,
  sequence: number,
  { actor, cause, now }: ChangeContext,
): CaseEvent {
  const schemaVersion = currentSchemaVersion(change.type)
  return { ...change, caseId, sequence, schemaVersion, at: now, actor, cause }
}

function eventRow(event: CaseEvent, { tenantId }: ChangeContext): NewRow<'case_event'> {
  return {
    tenant_id: tenantId,
    case_id: event.caseId,
    sequence: event.sequence,
    type: event.type,
    schema_version: event.schemaVersion,
    at: event.at,
    actor: JSON.stringify(event.actor),
    cause: JSON.stringify(event.cause),
    data: JSON.stringify(event.data),
  }
}

function ledgerRows(
  before: CaseState,
  event: CaseEvent,
  { tenantId }: ChangeContext,
): readonly NewRow<'ledger_entry'>[] {
  const posting = postingFor(before, event)
  if (posting === undefined || isZero(posting.entries[0].amount.amount)) return []
  const postingId = newId('posting')
  return posting.entries.map(({ account, amount }) => ({
    tenant_id: tenantId,
    case_id: event.caseId,
    posting_id: postingId,
    account,
    amount: amount.amount,
    currency: amount.currency,
    memo: posting.memo,
    event_sequence: event.sequence,
    at: event.at,
  }))
}

interface Writing {
  readonly before: CaseState | undefined
  readonly state: CaseState
  readonly events: readonly NewRow<'case_event'>[]
  readonly entries: readonly NewRow<'ledger_entry'>[]
  readonly context: ChangeContext
}

/**
 * One statement for all of it: each more would cost its way to the server and back. That the case is
 * as it was read is checked by its version; where it is not, the failure undoes all of it.
 */
async function write(
  transaction: TenantTransaction,
  { before, state, events, entries, context }: Writing,
): Promise<void> {
  const columns = projection(before, state)
  const projected = transaction.with('projected', (query) =>
    before === undefined
      ? query
          .insertInto('clearance_case')
          .values({ ...columns, ...identity(state, context) })
          .returning('id')
      : query
          .updateTable('clearance_case')
          .set(columns)
          .where('id', '=', state.caseId)
          .where('version', '=', before.version)
          .returning('id'),
  )
  const terms = referenceTerms(before, state, context)
  const found =
    terms.length === 0
      ? projected
      : projected.with('found_by', (query) =>
          query
            .insertInto('case_search_term')
            .values(terms)
            .onConflict((conflict) => conflict.doNothing())
            .returning('term'),
        )
  const posted =
    entries.length === 0
      ? found
      : found.with('posted', (query) =>
          query.insertInto('ledger_entry').values(entries).returning('event_sequence'),
        )
  const recorded = await posted
    .insertInto('case_event')
    .values(events)
    .returning(({ selectFrom }) => selectFrom('projected').select('id').as('projected'))
    .executeTakeFirstOrThrow()
  if (recorded.projected === null)
    throw new RangeError(`case ${state.caseId} was changed meanwhile`)
}

/** What lists and filters read of a case, and the case itself. */
function projection(before: CaseState | undefined, state: CaseState) {
  const waiting = waitingFor(state)
  const waitedBefore = before === undefined ? null : waitingFor(before)
  return {
    state: state.main,
    lane: state.lane?.lane ?? null,
    value_amount: state.quote?.customsValue.amount ?? null,
    value_currency: state.quote?.customsValue.currency ?? null,
    waiting_for: waiting,
    ...(waiting === waitedBefore
      ? {}
      : { waiting_since: waiting === null ? null : state.updatedAt }),
    lrn: state.declaration?.lrn ?? null,
    mrn: state.declaration?.mrn ?? null,
    ...dueColumns(state),
    ...(before?.assessment === state.assessment ? {} : { assessed_at: state.updatedAt }),
    ...(!isLetGo(before) && isLetGo(state) ? { released_at: state.updatedAt } : {}),
    supplementary_attention_on: supplementaryAttentionOn(state.supplementary) ?? null,
    changed_in: sql<string>`pg_current_xact_id()::text::bigint`,
    version: state.version,
    snapshot: JSON.stringify(state),
    updated_at: state.updatedAt,
  }
}

/** Release and the end of the authority's file may come in one change, so `released` may be passed by. */
function isLetGo(state: CaseState | undefined): boolean {
  return state?.main === 'released' || state?.main === 'cleared' || state?.main === 'delivered'
}

/** What was quoted and what was assessed, to be compared; there is no assessment without a quote. */
function dueColumns({ quote, assessment }: CaseState) {
  return {
    due_currency: quote?.dueAtImport.currency ?? null,
    due_quoted: quote?.dueAtImport.amount ?? null,
    due_assessed:
      assessment?.payable.currency === quote?.dueAtImport.currency
        ? (assessment?.payable.amount ?? null)
        : null,
  }
}

/** The words of references that the case was not known by before. */
function referenceTerms(
  before: CaseState | undefined,
  state: CaseState,
  { tenantId }: ChangeContext,
): readonly NewRow<'case_search_term'>[] {
  const earlier = referencesOf(before)
  const references = referencesOf(state).filter(
    (reference) => reference !== undefined && !earlier.includes(reference),
  )
  return searchTermsOf(references as readonly string[]).map((term) => ({
    ...{ tenant_id: tenantId, case_id: state.caseId },
    ...{ about: 'reference', term },
  }))
}

function referencesOf(state: CaseState | undefined): readonly (string | undefined)[] {
  const { declaration, supplementary } = state ?? {}
  const { attempt } = supplementary ?? {}
  return [declaration?.lrn, declaration?.mrn, attempt?.lrn, attempt?.mrn]
}

/** What never changes of a case. */
function identity(state: CaseState, { tenantId }: ChangeContext) {
  return {
    id: state.caseId,
    tenant_id: tenantId,
    reference: state.reference,
    destination: state.destination,
    opened_at: state.openedAt,
  }
}
