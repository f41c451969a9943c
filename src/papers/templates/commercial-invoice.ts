import type { CommercialInvoice, InvoiceLine } from '../../customs/documents/commercial-invoice.ts'
import { drawFactGrid, type Fact } from '../page/fact-grid.ts'
import { amountText, dateText, incotermText } from '../page/printed-facts.ts'
import { drawLetterhead } from '../page/letterhead.ts'
import { countryText, drawPartyBoxes, type PartyInBox } from '../page/party-boxes.ts'
import { drawTable, plainCell, type TableColumn } from '../page/table.ts'
import type { Template } from '../template.ts'
import { descriptionCell } from './description-cell.ts'
import {
  amountColumn,
  commodityCodeColumn,
  grossWeightColumn,
  itemNumberColumn,
  netWeightColumn,
  originColumn,
  piecesColumn,
} from './goods-columns.ts'
import { drawInvoiceClosing } from './invoice-closing.ts'
import { transportFacts } from './transport-facts.ts'

/** The customary form of a commercial invoice for customs, on as many pages as its lines need. */
export function commercialInvoiceTemplate(invoice: CommercialInvoice): Template {
  const title = { en: 'Commercial invoice', zh: '商业发票' }
  return {
    title,
    reference: invoice.number,
    draw: (sheet) => {
      drawLetterhead(sheet, { title, sender: invoice.seller, names: invoice.names })
      drawFactGrid(sheet, referenceFacts(invoice), 4)
      sheet.y += 8
      drawPartyBoxes(sheet, parties(invoice), invoice.names)
      sheet.y += 8
      drawTable(sheet, { columns: lineColumns(invoice), rows: invoice.lines, rules: 'list' })
      drawInvoiceClosing(sheet, invoice)
    },
  }
}

/** The facts that customs officers and banks look for first. */
function referenceFacts(invoice: CommercialInvoice): readonly Fact[] {
  const { incoterm, names } = invoice
  return [
    { label: ['Invoice No.', '发票号'], value: invoice.number },
    { label: ['Invoice date', '发票日期'], value: dateText(invoice.issuedOn) },
    { label: ['Order No.', '订单号'], value: invoice.orderReferences.join(', ') },
    { label: ['Order date', '订单日期'], value: dateText(invoice.orderedOn) },
    {
      label: ['Terms of delivery', '贸易术语'],
      value: incotermText(incoterm),
    },
    { label: ['Currency', '币种'], value: invoice.currency },
    { label: ['Reason for export', '出口原因'], value: 'Sale of goods 货物销售' },
    { label: ['Consignment', '托运编号'], value: invoice.consignmentReference },
    {
      label: ['Country of dispatch', '启运国'],
      value: countryText(invoice.countryOfDispatch, names),
    },
    { label: ['Destination', '目的国'], value: countryText(invoice.countryOfDestination, names) },
    ...transportFacts(invoice.transport),
  ]
}

/**
 * The importer has a box only where it is neither expected nor evident: where it is not the buyer.
 * One of several sellers is not the exporter; that is the agent who sends all the goods.
 */
function parties(invoice: CommercialInvoice): readonly PartyInBox[] {
  const isExporter = invoice.coverage === undefined
  return [
    {
      label: isExporter ? ['Seller / exporter', '卖方／出口商'] : ['Seller', '卖方'],
      party: invoice.seller,
    },
    { label: ['Buyer', '买方'], party: invoice.buyer },
    { label: ['Consignee', '收货人'], party: invoice.consignee },
    ...(invoice.importer
      ? [{ label: ['Importer of record', '进口商'] as const, party: invoice.importer }]
      : []),
  ]
}

/** Figures are set flush right, so that digits of one value stand below each other. */
function lineColumns({ currency }: CommercialInvoice): readonly TableColumn<InvoiceLine>[] {
  return [
    itemNumberColumn(24),
    { header: ['Description of goods', '货物名称'], width: 163.28, cell: descriptionCell },
    commodityCodeColumn(66),
    originColumn(34),
    netWeightColumn(42),
    grossWeightColumn(42),
    piecesColumn(36),
    {
      header: ['Unit price', `单价 ${currency}`],
      width: 50,
      align: 'right',
      cell: (line) => plainCell(amountText(line.unitPrice, currency)),
    },
    amountColumn(58, currency),
  ]
}
