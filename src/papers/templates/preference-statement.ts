import type {
  OriginatingLine,
  PreferenceStatement,
} from '../../customs/documents/preference-statement.ts'
import { drawFactGrid, type Fact } from '../page/fact-grid.ts'
import { dateText, notStated } from '../page/printed-facts.ts'
import { drawLetterhead } from '../page/letterhead.ts'
import { drawPartyBoxes } from '../page/party-boxes.ts'
import type { Sheet } from '../page/sheet.ts'
import { drawSignatureBlock, signatureBlockHeight } from '../page/signature-block.ts'
import { colour, contentWidth, leading, page, style } from '../page/style.ts'
import { drawTable, plainCell, type TableColumn } from '../page/table.ts'
import type { Template } from '../template.ts'
import {
  amountColumn,
  grossWeightColumn,
  itemNumberColumn,
  originColumn,
  piecesColumn,
} from './goods-columns.ts'

/** The exporter's statement on a paper of its own that refers to the invoice. */
export function preferenceStatementTemplate(statement: PreferenceStatement): Template {
  const title = { en: 'Statement on origin', zh: '原产地声明' }
  const { exporter, consignee, names } = statement
  return {
    title,
    reference: `for invoice ${statement.invoice.number}`,
    draw: (sheet) => {
      drawLetterhead(sheet, { title, sender: exporter, names })
      drawFactGrid(sheet, referenceFacts(statement), 4)
      sheet.y += 8
      drawPartyBoxes(
        sheet,
        [
          { label: ['Exporter', '出口商'], party: exporter },
          { label: ['Consignee', '收货人'], party: consignee },
        ],
        names,
      )
      sheet.y += 8
      drawTable(sheet, { columns: columns(statement), rows: statement.lines, rules: 'list' })
      drawStatement(sheet, statement)
    },
  }
}

function referenceFacts(statement: PreferenceStatement): readonly Fact[] {
  const { invoice, validityMonths } = statement
  return [
    { label: ['For invoice No.', '对应发票号'], value: invoice.number },
    { label: ['Invoice date', '发票日期'], value: dateText(invoice.issuedOn) },
    { label: ['Consignment', '托运编号'], value: statement.consignmentReference },
    {
      label: ['Valid for', '有效期'],
      value: validityMonths === undefined ? notStated : `${validityMonths} months 个月`,
    },
  ]
}

function columns({ currency }: PreferenceStatement): readonly TableColumn<OriginatingLine>[] {
  return [
    itemNumberColumn(28),
    {
      header: ['Originating goods', '原产货物'],
      width: 239.28,
      cell: (line) => plainCell(line.description),
    },
    { header: ['HS code', '商品编码'], width: 54, cell: (line) => plainCell(line.hsCode) },
    originColumn(38),
    piecesColumn(42),
    grossWeightColumn(50),
    amountColumn(64, currency),
  ]
}

/**
 * The words stand in a frame with their signature on the same page, so that neither is without the
 * other.
 */
function drawStatement(sheet: Sheet, statement: PreferenceStatement): void {
  const inner = { x: page.left + 10, width: contentWidth - 20 }
  const words = { ...style.value, size: 9.5 }
  const lines = sheet.lines(statement.words, inner.width, words)
  const notes = statementNotes(statement)
  const height = lines.length * leading(words) + notes.length * leading(style.note) + 22
  sheet.reserve(height + 24 + signatureBlockHeight)
  sheet.y += 12
  sheet.frame(
    { x: page.left, y: sheet.y, width: contentWidth, height },
    { colour: colour.accent, thickness: 0.9 },
  )
  let y = sheet.setLines(lines, { ...inner, y: sheet.y + 9 }, words) + 4
  for (const note of notes) y = sheet.setLines([note], { ...inner, y }, style.note)
  sheet.y += height + 6
  const signing = { x: page.left + contentWidth / 2, y: sheet.y, width: contentWidth / 2 }
  sheet.y = drawSignatureBlock(sheet, signing, statement.signature)
}

/** What the agreement asks for beside the words. */
function statementNotes(statement: PreferenceStatement): readonly string[] {
  const { originCriterion, law, signatureForm } = statement
  return [
    ...(originCriterion === undefined
      ? []
      : [`Origin criterion used 原产地标准: ${originCriterion}`]),
    `Words prescribed by 声明文本依据: ${law}`,
    ...(signatureForm === 'handwritten'
      ? ['Valid only when signed by hand. 须亲笔签字方为有效。']
      : []),
  ]
}
