import type { BilingualText } from '../../customs/bilingual-text.ts'
import type {
  PrintedDeclaration,
  PrintedField,
  PrintedSection,
} from '../../customs/documents/printed-declaration.ts'
import { drawFactGrid, type Fact } from '../page/fact-grid.ts'
import type { Sheet } from '../page/sheet.ts'
import { colour, contentWidth, page, style } from '../page/style.ts'
import { type Cell, drawTable, type TableColumn } from '../page/table.ts'
import type { Template } from '../template.ts'

/** A declaration field by field, with where each value comes from, and its history. */
export function declarationTemplate(declaration: PrintedDeclaration): Template {
  const title = { en: 'Customs declaration', zh: '报关单' }
  const watermark = watermarks[declaration.standing]
  return {
    title,
    reference: declaration.mrn ?? declaration.lrn ?? declaration.reference,
    ...(watermark && { watermark }),
    draw: (sheet) => {
      drawHead(sheet, title, declaration)
      drawFactGrid(sheet, references(declaration), 3)
      for (const section of declaration.sections) drawSection(sheet, section)
      drawHistory(sheet, declaration)
    },
  }
}

const watermarks = {
  trial: ['DRAFT — NOT LODGED', '草稿，未提交'],
  rejected: ['REJECTED', '已退单'],
  lodged: undefined,
} as const satisfies Readonly<Record<PrintedDeclaration['standing'], readonly string[] | undefined>>

function drawHead(sheet: Sheet, title: BilingualText, { state }: PrintedDeclaration): void {
  const left = { x: page.left, y: sheet.y, width: contentWidth / 2 }
  const right = { ...left, x: page.left + contentWidth / 2, align: 'right' } as const
  const leftEnd = sheet.text(`${title.en} ${title.zh}`, left, style.title)
  const rightEnd = sheet.text(`${state.en} ${state.zh}`, { ...right, y: sheet.y + 4 }, style.strong)
  sheet.y = Math.max(leftEnd, rightEnd) + 6
}

function references(declaration: PrintedDeclaration): readonly Fact[] {
  const { reference, lrn, mrn, ducr, acceptedAt, releasedAt, version, asOf } = declaration
  const facts: readonly (readonly [Fact['label'], string | undefined])[] = [
    [['Movement reference (MRN)', '海关编号'], mrn],
    [['Local reference (LRN)', '本方编号'], lrn],
    [['Unique consignment reference', '货物唯一编号'], ducr],
    [['Consignment', '托运编号'], reference],
    [['Accepted', '接受申报时间'], momentText(acceptedAt)],
    [['Released', '放行时间'], momentText(releasedAt)],
    [['Version', '版本'], version],
    [['As of', '截至'], momentText(asOf)],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

/** `2026-09-01T12:00:00+01:00` to the minute with its zone, as it was stated. */
function momentText(moment: string | undefined): string | undefined {
  const [, day, time, zone = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(moment ?? '') ??
    []
  if (day === undefined) return moment
  return `${day} ${time} ${zone === 'Z' ? 'UTC' : zone}`.trim()
}

/** The name of a section stays with its first row. */
const HEAD_HEIGHT = 64

function drawSection(sheet: Sheet, { name, fields }: PrintedSection): void {
  drawSectionName(sheet, name)
  drawTable(sheet, { columns: fieldColumns, rows: fields, rules: 'list' })
}

function drawSectionName(sheet: Sheet, { en, zh }: BilingualText): void {
  sheet.y += 10
  sheet.reserve(HEAD_HEIGHT)
  const column = { x: page.left, y: sheet.y, width: contentWidth }
  sheet.y = sheet.text(`${en} ${zh}`, column, { ...style.letterhead, colour: colour.accent }) + 3
}

const fieldColumns: readonly TableColumn<PrintedField>[] = [
  {
    header: ['No.', '编号'],
    width: 34,
    cell: ({ number }) => [{ text: number, style: style.small }],
  },
  { header: ['Data element', '数据元'], width: 130, cell: ({ name }) => bilingualCell(name) },
  { header: ['Declared', '申报内容'], width: 221.28, cell: valueCell },
  {
    header: ['From', '来源'],
    width: 130,
    cell: ({ origins }) => origins.flatMap(bilingualNote),
  },
]

function bilingualCell({ en, zh }: BilingualText): Cell {
  return [
    { text: en, style: style.small },
    { text: zh, style: style.note },
  ]
}

function bilingualNote({ en, zh }: BilingualText): Cell {
  return [{ text: en === zh ? en : `${en} ${zh}`, style: style.note }]
}

function valueCell({ values, changedTo }: PrintedField): Cell {
  const declared = values.length === 0 ? 'Missing 缺少' : values.join('  ')
  return [
    { text: declared, style: style.value },
    ...(changedTo === undefined
      ? []
      : [{ text: `Customs: 海关改为：${changedTo.join('  ')}`, style: style.strong }]),
  ]
}

type HistoryLine = PrintedDeclaration['history'][number]

function drawHistory(sheet: Sheet, { history }: PrintedDeclaration): void {
  drawSectionName(sheet, { en: 'History', zh: '经过' })
  drawTable(sheet, { columns: historyColumns, rows: history, rules: 'list' })
}

const historyColumns: readonly TableColumn<HistoryLine>[] = [
  {
    header: ['When', '时间'],
    width: 96,
    cell: ({ at }) => [{ text: momentText(at) ?? '', style: style.small }],
  },
  {
    header: ['What happened', '事项'],
    width: 419.28,
    cell: ({ sentence }) => bilingualCell(sentence),
  },
]
