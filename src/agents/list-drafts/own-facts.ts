import type { Order } from '../../customs/order/order.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { Column } from '../purchase-list/purchase-list-columns.ts'
import type { DraftDefaults } from './check-draft.ts'
import type { DraftColumn } from './draft-column.ts'

/** Columns that state facts of the tenant's own business, by how their names begin. */
const ownBeginnings = ['agent_', 'ship_from_', 'marketplace_'] as const
/** What each order charges anew, though it is the agent's. */
const ofEachOrder: readonly string[] = ['agent_fee']

/**
 * What the tenant's latest order says of the tenant itself and of where it sends from, for the columns
 * that a new table does not have: nobody likes to state that twice. Personal values stay out of it.
 */
export async function ownFacts(
  transaction: TenantTransaction,
  columns: readonly DraftColumn[],
  known: readonly Column[],
): Promise<DraftDefaults> {
  const mapped = new Set(columns.map(({ column }) => column))
  const wanted = known.filter(
    ({ name }) =>
      ownBeginnings.some((beginning) => name.startsWith(beginning)) &&
      !ofEachOrder.includes(name) &&
      !mapped.has(name),
  )
  if (wanted.length === 0) return {}
  const latest = await transaction
    .selectFrom('customer_order')
    .select('data')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (latest === undefined) return {}
  const facts = wanted.flatMap(({ name, path }) => {
    const text = factAt(latest.data as Order, path)
    return text === undefined ? [] : [[name, text] as const]
  })
  return Object.fromEntries(facts)
}

/** The text at a place of an order; nothing where it stands for a personal value. */
function factAt(order: Order, path: string): string | undefined {
  const value = path
    .split('/')
    .slice(1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], order)
  return typeof value === 'string' && !value.includes('personal:') ? value : undefined
}
