import type { CommercialInvoice } from '../../customs/documents/commercial-invoice.ts'
import { type Fact, labelText } from '../page/fact-grid.ts'
import { amountText, packagesText, weightText } from '../page/printed-facts.ts'
import type { Column, Sheet } from '../page/sheet.ts'
import { drawSignatureBlock, signatureBlockHeight } from '../page/signature-block.ts'
import { colour, contentWidth, leading, page, style, type TextStyle } from '../page/style.ts'

/** Width of the totals and of the signature below them, in points. */
const totalsWidth = 236

/** Width of the packages and of the declaration below them. */
const packingWidth = contentWidth - totalsWidth - 20

/** Enough for the totals, and for packages and weights with the note on VAT, but without marks. */
const summaryHeight = 110

const labelWidth = 76

/** Words of the seller, which bind once the seller has signed. */
const declaration = {
  en:
    'We certify that this invoice is true and correct and states the price actually paid or ' +
    'payable for the goods described in it.',
  zh: '兹证明本发票内容真实无误，所列价格为货物的实际成交价格。',
}

/**
 * Draws what follows the lines of an invoice: packages and weights, totals, the declaration and the
 * signature. The parts stay together, so that a total never stands on a page without its signature.
 */
export function drawInvoiceClosing(sheet: Sheet, invoice: CommercialInvoice): void {
  const marks = sheet.lines(invoice.packages.marks ?? '', packingWidth - labelWidth, style.value)
  sheet.reserve(summaryHeight + marks.length * leading(style.value) + signatureBlockHeight)
  const y = sheet.y + 8
  const packing = drawPacking(sheet, invoice, { x: page.left, y, width: packingWidth })
  const totals = drawTotals(sheet, invoice, { x: page.right - totalsWidth, y, width: totalsWidth })
  sheet.y = Math.max(packing, totals) + 12
  const words = { x: page.left, y: sheet.y + 6, width: packingWidth }
  const end = sheet.text(declaration.en, words, style.small)
  sheet.text(declaration.zh, { ...words, y: end + 2 }, style.small)
  const signing = { x: page.right - totalsWidth, y: sheet.y, width: totalsWidth }
  sheet.y = drawSignatureBlock(sheet, signing, invoice.signature)
}

function drawPacking(sheet: Sheet, invoice: CommercialInvoice, column: Column): number {
  const { packages, names, saleVat } = invoice
  const rows: readonly Fact[] = [
    { label: ['Packages', '包装'], value: packagesText(packages, names.packageType) },
    { label: ['Net weight', '净重'], value: `${weightText(invoice.netWeightKg)} kg` },
    { label: ['Gross weight', '毛重'], value: `${weightText(invoice.grossWeightKg)} kg` },
    ...(packages.marks ? [{ label: ['Marks', '唛头'] as const, value: packages.marks }] : []),
  ]
  let { y } = column
  for (const { label, value } of rows) {
    const valueColumn = { x: column.x + labelWidth, y, width: column.width - labelWidth }
    sheet.setLines([labelText(label)], { ...column, y: y + 1.4, width: labelWidth }, style.label)
    y = sheet.text(value, valueColumn, style.value) + 2
  }
  return saleVat ? sheet.text(saleVatText(saleVat), { ...column, y: y + 3 }, style.note) : y
}

/** Stated because it is the ground on which import VAT is not charged again. */
function saleVatText(saleVat: NonNullable<CommercialInvoice['saleVat']>): string {
  const { country, chargedBy, registration, amount } = saleVat
  const value = `${amount.currency} ${amountText(amount.amount, amount.currency)}`
  return (
    `VAT of ${country} charged at the sale by the ${chargedBy} under No. ${registration}: ${value}; ` +
    'it is not part of the total. 销售时已另行收取增值税，未计入总额。'
  )
}

/** What the seller charges adds up to the total; what others charge stands below it. */
function drawTotals(sheet: Sheet, invoice: CommercialInvoice, column: Column): number {
  const { totals, currency, incoterm } = invoice
  const carriage: readonly Fact[] = [
    { label: ['Freight', '运费'], value: amountText(totals.freight, currency) },
    { label: ['Insurance', '保险费'], value: amountText(totals.insurance, currency) },
  ]
  const goods: Fact = { label: ['Goods', '货值'], value: amountText(totals.goods, currency) }
  const total: Fact = {
    label: [`TOTAL ${incoterm.code} ${currency}`, '总计'],
    value: amountText(totals.invoice, currency),
  }
  const summands = totals.carriagePaidBy === 'seller' ? [goods, ...carriage] : [goods]
  let { y } = column
  for (const row of summands) y = drawSum(sheet, row, { ...column, y }, style.value)
  sheet.line([column.x, y + 1], [column.x + column.width, y + 1], rules.above)
  y = drawSum(sheet, total, { ...column, y: y + 3 }, style.total)
  sheet.line([column.x, y + 1], [column.x + column.width, y + 1], rules.below)
  if (totals.carriagePaidBy === 'seller') return y + 2
  y = sheet.text(carriageNote, { ...column, y: y + 5 }, style.note)
  for (const row of carriage) y = drawSum(sheet, row, { ...column, y }, style.note)
  return y
}

const rules = {
  above: { colour: colour.accent, thickness: 0.6 },
  below: { colour: colour.accent, thickness: 1.4 },
}

const carriageNote =
  'Paid by the buyer to others, stated for the customs value: 由买方另付，仅供海关估价：'

/** One line of the totals: what on the left, how much on the right. */
function drawSum(sheet: Sheet, { label, value }: Fact, column: Column, of: TextStyle): number {
  sheet.setLines([labelText(label)], column, of)
  return sheet.setLines([value], { ...column, align: 'right' }, of) + leading(of) * 0.15
}
