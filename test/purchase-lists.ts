import { columnOf } from '../src/agents/purchase-list/purchase-list-columns.ts'

/** The facts that a purchase list states once for all of its orders. */
const ofTheList = {
  agent_name: 'Tsubame Buying Service G.K.',
  agent_kind: 'business',
  agent_street: '5-1-12 Narita Cargo Village',
  agent_city: 'Narita',
  agent_postcode: '286-0111',
  agent_country: 'JP',
  agent_capacity: 'buys-for-buyer',
  ship_from_street: '5-1-12 Narita Cargo Village',
  ship_from_city: 'Narita',
  ship_from_postcode: '286-0111',
  ship_from_country: 'JP',
  incoterm: 'FCA',
  incoterm_place: 'Narita',
  duties_billed_to: 'buyer',
  transport_mode: 'air',
}

/** The facts of an order of one buyer. */
const ofAnOrder = {
  order_reference: 'TSB-1',
  ordered_on: '2026-09-01',
  currency: 'JPY',
  freight: '0',
  insurance: '0',
  agent_fee: '900',
  buyer_name: 'Rowan Ashdown',
  buyer_kind: 'private',
  buyer_street: '27 Harbour Crescent',
  buyer_city: 'Bristol',
  buyer_postcode: 'BS1 5TY',
  buyer_country: 'GB',
  seller_name: 'Kanda Kobo Stationery K.K.',
  seller_kind: 'business',
  seller_street: '2-9-4 Kanda Jimbocho',
  seller_city: 'Tokyo',
  seller_country: 'JP',
}

const ofALine = {
  sku: 'KK-CUP-2',
  description: 'Tea cups of porcelain, hand painted, for household use',
  commodity_code: '6911100090',
  origin: 'JP',
  quantity: '2',
  unit_price: '2800',
}

export type Cells = Readonly<Record<string, string>>

/** A row that states everything. */
export const fullRow: Cells = { ...ofTheList, ...ofAnOrder, ...ofALine }

/** A further line of an order that has been stated above. */
export function furtherLine(cells: Cells = {}): Cells {
  return { order_reference: 'TSB-1', ...ofALine, ...cells }
}

/** The first line of an order of another buyer. */
export function otherOrder(cells: Cells = {}): Cells {
  return {
    ...{ ...ofAnOrder, ...ofALine },
    order_reference: 'TSB-2',
    buyer_name: 'Imogen Sharrow',
    buyer_street: '8 Quarry Lane',
    buyer_city: 'Leeds',
    buyer_postcode: 'LS1 4AP',
    ...cells,
  }
}

/** Writes rows as CSV; the headings are all columns that any of them has. */
export function csvOf(
  rows: readonly Cells[],
  { delimiter = ',', language = 'en' }: { delimiter?: string; language?: 'en' | 'zh' } = {},
): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const headings = names.map((name) => (language === 'zh' ? (columnOf(name)?.zh ?? name) : name))
  const lines = [headings, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
  return lines.map((cells) => cells.map(quoted).join(delimiter)).join('\r\n')
}

function quoted(cell: string): string {
  return /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
