import { sql } from 'kysely'

import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { unnamed } from '../personal/personal-fields.ts'
import { withPersonalFields } from '../personal/personal-record.ts'

/** What people know a case by, beside its reference: who buys, what is in it, what was ordered. */
export interface CaseInBrief {
  /** Name of the buyer. */
  readonly buyer: string
  readonly goods: GoodsInBrief
  /** The orders that the case clears, by their references. */
  readonly orders: readonly { readonly id: string; readonly reference: string }[]
}

/** What may be told to whoever has a link to the case. */
export type UnnamedCaseInBrief = Omit<CaseInBrief, 'buyer'>

/** Goods in a few words: the first item, and how many there are beside it. */
export interface GoodsInBrief {
  readonly first: string
  readonly more: number
}

/** Some cases in brief, by their ids, with the names of people in place. */
export async function readCasesInBrief(
  transaction: TenantTransaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseInBrief>> {
  const recorded = await readAsRecorded(transaction, caseIds)
  return new Map(await withPersonalFields(transaction, recorded))
}

/** A case in brief for strangers: also in the words for its goods no person is named. */
export async function readUnnamedCaseInBrief(
  transaction: TenantTransaction,
  caseId: string,
): Promise<UnnamedCaseInBrief | undefined> {
  const [[, recorded] = []] = await readAsRecorded(transaction, [caseId])
  if (recorded === undefined) return undefined
  const { goods, orders } = recorded
  return { goods: unnamed(goods), orders }
}

/** As it is kept: references stand for the names of people, wherever somebody wrote one. */
async function readAsRecorded(
  transaction: TenantTransaction,
  caseIds: readonly string[],
): Promise<readonly (readonly [string, CaseInBrief])[]> {
  if (caseIds.length === 0) return []
  const rows = await transaction
    .selectFrom('clearance_case as known')
    .innerJoin('case_fact as consignment', (join) =>
      join.on('consignment.id', '=', sql<string>`known.snapshot #>> '{consignment,factId}'`),
    )
    .where('known.id', 'in', caseIds)
    .select([
      'known.id',
      sql<string>`consignment.data #>> '{parties,buyer,name}'`.as('buyer'),
      sql<string>`consignment.data #>> '{goodsItems,0,description}'`.as('first'),
      sql<number>`jsonb_array_length(consignment.data -> 'goodsItems')`.as('items'),
    ])
    .select(({ selectFrom }) =>
      selectFrom('customer_order as ordered')
        .whereRef(
          'ordered.id',
          'in',
          sql<string>`(select jsonb_array_elements_text(known.snapshot -> 'orderIds'))`,
        )
        .select(
          sql<CaseInBrief['orders']>`coalesce(jsonb_agg(jsonb_build_object(
            'id', ordered.id, 'reference', ordered.reference) order by ordered.reference), '[]')`.as(
            'orders',
          ),
        )
        .as('orders'),
    )
    .execute()
  return rows.map(({ id, buyer, first, items, orders }) => {
    const goods = { first, more: items - 1 }
    return [id, { buyer, goods, orders: orders ?? [] }]
  })
}
