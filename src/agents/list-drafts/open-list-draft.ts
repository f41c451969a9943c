import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { type Result } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderComposition } from '../purchase-list/compose-order.ts'
import type { Encoding } from '../purchase-list/decode-purchase-list.ts'
import type { DraftColumn } from './draft-column.ts'
import { type ListDraft, readListDraft } from './list-draft.ts'
import { headingIndex, proposeMapping } from './propose-mapping.ts'
import { ownFacts } from './own-facts.ts'
import { type DraftFile, readDraftFile } from './read-draft-file.ts'
import { recallMapping } from './remembered-mapping.ts'
import { insertDraftRows } from './store-draft-rows.ts'
import { touchDraft } from './touch-draft.ts'

/** A file of orders as it was handed in. */
export interface NewListDraft {
  readonly name: string
  readonly bytes: Uint8Array
  /** Where it cannot be told from the bytes. */
  readonly encoding?: Encoding
}

/**
 * Keeps a table of orders with a proposal of what its columns mean. Nothing of it is an order yet.
 * Fails with `message-unreadable`, `unsupported-type` or `too-large` for a file that is no such table.
 */
export async function openListDraft(
  transaction: TenantTransaction,
  { name, bytes, encoding }: NewListDraft,
  composition: OrderComposition,
  context: ChangeContext,
): Promise<Result<ListDraft>> {
  const know = headingIndex(composition.format.columns)
  const file = readDraftFile(bytes, know, encoding)
  if (!file.ok) return file
  const remembered = await recallMapping(transaction, file.value.headings)
  const proposed = proposeMapping(
    file.value.headings,
    (index) => file.value.rows.map(({ cells }) => cells[index] ?? ''),
    {
      ...{ know, columns: composition.format.columns, countries: composition.countries },
      ...(remembered && { remembered: remembered.columns }),
    },
  )
  const own = await ownFacts(transaction, proposed, composition.format.columns)
  const draft = {
    draftId: newId('draft'),
    columns: [...proposed, ...beyondHeadings(file.value)],
    defaults: { ...own, ...remembered?.defaults },
  }
  await transaction
    .insertInto('list_draft')
    .values({
      ...{ id: draft.draftId, tenant_id: context.tenantId, name, version: 0 },
      encoding: file.value.encoding,
      delimiter: file.value.delimiter,
      columns: JSON.stringify(draft.columns),
      defaults: JSON.stringify(draft.defaults),
      created_at: context.now,
      updated_at: context.now,
      ...{ rows_flawed: 0, rows_ready: 0, rows_taken: 0 },
    })
    .execute()
  const table = { ...draft, tenantId: context.tenantId, rows: file.value.rows }
  await insertDraftRows(transaction, table, composition)
  await touchDraft(transaction, draft, context)
  return readListDraft(transaction, draft.draftId)
}

/** Columns for what stands beyond the last heading, so that nothing of the file is lost. */
function beyondHeadings({ headings, width }: DraftFile): readonly DraftColumn[] {
  return Array.from({ length: width - headings.length }, () => ({
    heading: '',
    source: 'beyond-headings',
  }))
}
