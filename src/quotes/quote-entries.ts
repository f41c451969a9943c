import type { Instant } from '../customs/calendar/local-date.ts'
import { instantOf } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import type { QuoteAmendment } from './amend-guaranteed-quote.ts'
import type { RecordedReconciliation } from './reconcile-guaranteed-quote.ts'
import type { RecordContext } from './record-context.ts'

/** What came of a guaranteed quote, each the oldest first. */
export interface QuoteEntries {
  readonly amendments: readonly QuoteAmendment[]
  readonly reconciliations: readonly RecordedReconciliation[]
}

/** What was handed in for a quote, and what it came to. */
interface NewEntry {
  readonly kind: Row<'guaranteed_quote_entry'>['kind']
  readonly stated: object
  readonly outcome: object
}

/** What came of a guaranteed quote until now. */
export async function readQuoteEntries(
  transaction: TenantTransaction,
  quoteId: string,
): Promise<QuoteEntries> {
  const rows = await transaction
    .selectFrom('guaranteed_quote_entry')
    .selectAll()
    .where('quote_id', '=', quoteId)
    .orderBy('id')
    .execute()
  const entriesOf = (kind: NewEntry['kind']) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, at, stated, outcome }) => ({
        ...{ id, at: instantOf(at) },
        ...stated,
        ...outcome,
      }))
  return {
    amendments: entriesOf('amendment') as unknown as QuoteEntries['amendments'],
    reconciliations: entriesOf('reconciliation') as unknown as QuoteEntries['reconciliations'],
  }
}

/** Puts on record what came of a quote, with who handed it in. */
export async function addQuoteEntry(
  transaction: TenantTransaction,
  { quoteId, entry }: { readonly quoteId: string; readonly entry: NewEntry },
  context: RecordContext,
): Promise<{ readonly id: string; readonly at: Instant }> {
  const id = newId('quote_entry')
  await transaction
    .insertInto('guaranteed_quote_entry')
    .values({
      id,
      tenant_id: context.tenantId,
      quote_id: quoteId,
      kind: entry.kind,
      stated: JSON.stringify(entry.stated),
      outcome: JSON.stringify(entry.outcome),
      actor: JSON.stringify(context.actor),
      cause: JSON.stringify(context.cause),
      at: context.now,
    })
    .execute()
  return { id, at: context.now }
}
