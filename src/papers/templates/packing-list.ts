import type { PackingLine, PackingList } from '../../customs/documents/packing-list.ts'
import { drawFactGrid, type Fact } from '../page/fact-grid.ts'
import {
  dateText,
  incotermText,
  notStated,
  packagesText,
  quantityText,
  weightText,
} from '../page/printed-facts.ts'
import { drawLetterhead } from '../page/letterhead.ts'
import { countryText, drawPartyBoxes } from '../page/party-boxes.ts'
import { drawTable, type TableColumn } from '../page/table.ts'
import type { Template } from '../template.ts'
import { descriptionCell } from './description-cell.ts'
import {
  commodityCodeColumn,
  grossWeightColumn,
  itemNumberColumn,
  netWeightColumn,
  originColumn,
  piecesColumn,
} from './goods-columns.ts'
import { transportFacts } from './transport-facts.ts'

/** The packing list that goes with an invoice, on as many pages as its lines need. */
export function packingListTemplate(list: PackingList): Template {
  const title = { en: 'Packing list', zh: '装箱单' }
  return {
    title,
    reference: list.invoice.number,
    draw: (sheet) => {
      drawLetterhead(sheet, { title, sender: list.seller, names: list.names })
      drawFactGrid(sheet, referenceFacts(list), 3)
      sheet.y += 8
      drawPartyBoxes(
        sheet,
        [
          { label: ['Consignor', '发货人'], party: list.consignor },
          { label: ['Consignee', '收货人'], party: list.consignee },
        ],
        list.names,
      )
      sheet.y += 8
      drawTable(sheet, { columns, rows: list.lines, rules: 'list' })
      sheet.reserve(70)
      sheet.y += 8
      drawFactGrid(sheet, totals(list), 5)
    },
  }
}

function referenceFacts(list: PackingList): readonly Fact[] {
  const { incoterm, names, furtherInvoices = [] } = list
  const invoices = [list.invoice, ...furtherInvoices]
  return [
    { label: ['For invoice No.', '对应发票号'], value: listed(invoices, ({ number }) => number) },
    {
      label: ['Invoice date', '发票日期'],
      value: listed(invoices, ({ issuedOn }) => dateText(issuedOn)),
    },
    { label: ['Order No.', '订单号'], value: list.orderReferences.join(', ') },
    { label: ['Consignment', '托运编号'], value: list.consignmentReference },
    { label: ['Country of dispatch', '启运国'], value: countryText(list.countryOfDispatch, names) },
    { label: ['Destination', '目的国'], value: countryText(list.countryOfDestination, names) },
    { label: ['Terms of delivery', '贸易术语'], value: incotermText(incoterm) },
    ...transportFacts(list.transport),
  ]
}

/** One text for all invoices of the goods, what they share said once. */
function listed(
  invoices: readonly PackingList['invoice'][],
  textOf: (invoice: PackingList['invoice']) => string,
): string {
  return [...new Set(invoices.map(textOf))].join(', ')
}

/** Counts and weights of the whole, against which the carrier weighs the parcels. */
function totals(list: PackingList): readonly Fact[] {
  const { packages, names } = list
  return [
    { label: ['Packages', '包装'], value: packagesText(packages, names.packageType) },
    { label: ['Marks', '唛头'], value: packages.marks ?? notStated },
    { label: ['Pieces', '件数'], value: quantityText(list.quantity) },
    { label: ['Net weight', '总净重'], value: `${weightText(list.netWeightKg)} kg` },
    { label: ['Gross weight', '总毛重'], value: `${weightText(list.grossWeightKg)} kg` },
  ]
}

const columns: readonly TableColumn<PackingLine>[] = [
  itemNumberColumn(28),
  { header: ['Description of goods', '货物名称'], width: 237.28, cell: descriptionCell },
  commodityCodeColumn(70),
  originColumn(38),
  piecesColumn(42),
  netWeightColumn(50),
  grossWeightColumn(50),
]
