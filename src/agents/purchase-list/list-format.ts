import type { Order } from '../../customs/order/order.ts'
import {
  type Column,
  columnsOf,
  journeyColumns,
  lineColumns,
  partyColumns,
  purchaseListColumns,
  tradeColumns,
} from './purchase-list-columns.ts'

/** What a table of orders may state, which depends on who hands it in. */
export interface ListFormat {
  readonly columns: readonly Column[]
  /** Where all of its orders were placed; absent where the table says so itself. */
  readonly channel?: Order['channel']
  /** Columns without which no order can be read, by name. */
  readonly required: readonly string[]
}

const partyNeeds = (name: string): readonly string[] =>
  ['kind', 'name', 'street', 'city', 'country'].map((fact) => `${name}_${fact}`)

const neededOfEach: readonly string[] = [
  ...['order_reference', 'ordered_on', 'currency', 'description', 'quantity', 'unit_price'],
  ...[...partyNeeds('buyer'), ...partyNeeds('seller')],
  ...['ship_from_street', 'ship_from_city', 'ship_from_country'],
  ...['incoterm', 'incoterm_place', 'duties_billed_to', 'transport_mode'],
]

/** The table of a purchasing agent: what was bought for whom. */
export const purchaseListFormat: ListFormat = {
  columns: purchaseListColumns,
  channel: 'purchasing-agent',
  required: [...neededOfEach, ...partyNeeds('agent'), 'agent_capacity'],
}

/** The table of a shop or marketplace: its orders travel as they are, so they state their packages. */
export const shopListFormat: ListFormat = {
  columns: [
    ...tradeColumns,
    {
      ...{ name: 'channel', zh: '销售渠道', scope: 'list', path: '/channel' },
      form: { words: { shop: ['网店', '自营'], marketplace: ['平台'] } },
    },
    ...partyColumns('list', { name: 'marketplace', zh: '平台', path: '/marketplace' }),
    ...journeyColumns,
    ...columnsOf('order', [
      ['package_count', '件数', 'integer', '/packages/count'],
      ['package_type', '包装种类', 'text', '/packages/type'],
      ['package_marks', '唛头', 'text', '/packages/marks'],
    ]),
    ...lineColumns,
  ],
  required: [...neededOfEach, 'channel'],
}

/** The format in which a tenant hands in tables of orders. */
export function listFormatOf(kind: 'purchasing-agent' | 'e-commerce-platform'): ListFormat {
  return kind === 'purchasing-agent' ? purchaseListFormat : shopListFormat
}
