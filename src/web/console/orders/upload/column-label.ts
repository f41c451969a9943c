import type { ListColumnView } from '../../../../api/list-columns.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'

/** What a column is called: `buyer_postcode` reads "Buyer postcode". */
export function columnLabel({ name, zh }: Pick<ListColumnView, 'name' | 'zh'>): BilingualText {
  const words = name.replaceAll('_', ' ').replace(/ kg$/, ' (kg)')
  return { en: words.charAt(0).toUpperCase() + words.slice(1), zh }
}

/** Groups in which columns are offered, each with the beginnings of the names in it. */
const groups: readonly (readonly [title: BilingualText, beginnings: readonly string[]])[] = [
  [
    { en: 'Goods', zh: '商品' },
    [
      'sku',
      'description',
      'commodity',
      'origin',
      'quantity',
      'unit_price',
      'net_',
      'gross_',
      'vat_relief',
      'additional_',
      'pure_',
      'supplementary_',
      'document_',
    ],
  ],
  [{ en: 'Buyer', zh: '买方' }, ['buyer_', 'deliver_to_']],
  [{ en: 'Seller', zh: '卖方' }, ['seller_', 'marketplace_', 'agent_', 'channel']],
  [
    { en: 'Journey', zh: '运输与条款' },
    [
      'ship_from_',
      'transport_',
      'carrier',
      'incoterm',
      'goods_',
      'package_',
      'duties_',
      'authority_',
    ],
  ],
]

const order: BilingualText = { en: 'Order', zh: '订单' }

/** A group of columns as they are offered. */
export interface ColumnGroup {
  readonly title: BilingualText
  readonly columns: readonly ListColumnView[]
}

/** The columns in the groups in which people look for them; what is in none belongs to the order. */
export function columnGroups(columns: readonly ListColumnView[]): readonly ColumnGroup[] {
  const isIn = (beginnings: readonly string[]) => (column: ListColumnView) =>
    beginnings.some((beginning) => column.name.startsWith(beginning))
  const known = groups.map(([title, beginnings]) => ({
    title,
    columns: columns.filter(isIn(beginnings)),
  }))
  const rest = columns.filter((column) => !known.some((group) => group.columns.includes(column)))
  return [{ title: order, columns: rest }, ...known].filter((group) => group.columns.length > 0)
}
