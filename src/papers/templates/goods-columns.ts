import type { DecimalText } from '../../customs/money/decimal.ts'
import { amountText, commodityCodeText, quantityText, weightText } from '../page/printed-facts.ts'
import { plainCell, type TableColumn } from '../page/table.ts'

/** Counts the lines of the goods. */
export function itemNumberColumn(width: number): TableColumn<{ readonly itemNumber: number }> {
  return {
    header: ['No.', '序号'],
    width,
    cell: ({ itemNumber }) => plainCell(String(itemNumber)),
  }
}

/** The code of the goods, in the groups in which a tariff prints it. */
export function commodityCodeColumn(
  width: number,
): TableColumn<{ readonly commodityCode: string }> {
  return {
    header: ['HS code', '商品编码'],
    width,
    cell: ({ commodityCode }) => plainCell(commodityCodeText(commodityCode)),
  }
}

/** The country where the goods were made. */
export function originColumn(width: number): TableColumn<{ readonly origin: string }> {
  return {
    header: ['Origin', '原产国'],
    width,
    align: 'centre',
    cell: ({ origin }) => plainCell(origin),
  }
}

/** How many pieces a line has. */
export function piecesColumn(width: number): TableColumn<{ readonly quantity: number }> {
  return {
    header: ['Pieces', '件数'],
    width,
    align: 'right',
    cell: ({ quantity }) => plainCell(quantityText(quantity)),
  }
}

/** What a line weighs without its packaging. */
export function netWeightColumn(width: number): TableColumn<{ readonly netWeightKg: DecimalText }> {
  return {
    header: ['Net kg', '净重'],
    width,
    align: 'right',
    cell: ({ netWeightKg }) => plainCell(weightText(netWeightKg)),
  }
}

/** What a line weighs with its packaging. */
export function grossWeightColumn(
  width: number,
): TableColumn<{ readonly grossWeightKg: DecimalText }> {
  return {
    header: ['Gross kg', '毛重'],
    width,
    align: 'right',
    cell: ({ grossWeightKg }) => plainCell(weightText(grossWeightKg)),
  }
}

/** The price of a line, in the currency that the head of the column names. */
export function amountColumn(
  width: number,
  currency: string,
): TableColumn<{ readonly amount: DecimalText }> {
  return {
    header: ['Amount', `金额 ${currency}`],
    width,
    align: 'right',
    cell: ({ amount }) => plainCell(amountText(amount, currency)),
  }
}
