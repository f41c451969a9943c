import type { BilingualText } from '../../bilingual-text.ts'
import { dayAfter, isLocalDate, type LocalDate, type Validity } from '../../calendar/local-date.ts'
import type { RowReport } from '../rows/row-report.ts'
import type { RowText } from '../rows/row-splitter.ts'

/** The columns of the export, in its order. */
export const taricColumns = [
  'Goods code',
  'Start date',
  'End date',
  'Language',
  'Hier. Pos.',
  'Indent',
  'Description',
  'Descr. start date',
] as const

/** A line of the TARIC nomenclature in one language. */
export interface TaricRow {
  readonly line: number
  readonly code: string
  readonly suffix: string
  readonly depth: number
  readonly validity: Validity
  /** ISO 639-1, in small letters. */
  readonly language: string
  readonly description: string
}

/** A row that was understood, or why not. */
export type TaricRowReading =
  | { readonly kind: 'understood'; readonly row: TaricRow }
  | { readonly kind: 'left-out'; readonly report: RowReport }

/** Understands one record of the export. */
export function readTaricRow({ line, content }: RowText<readonly string[]>): TaricRowReading {
  const [goodsCode = '', start = '', end = '', language = '', position, indent = '', text] = content
  const leftOut = (problem: BilingualText): TaricRowReading => ({
    kind: 'left-out',
    report: { line, ...(goodsCode !== '' && { code: goodsCode }), problem },
  })
  if (content.length !== taricColumns.length) return leftOut(wrongCellCount(content.length))
  const [, code, suffix] = /^(\d{10}) (\d{2})$/.exec(goodsCode) ?? []
  if (code === undefined || suffix === undefined) return leftOut(wrongCode(goodsCode))
  const validity = validityOf(start, end)
  if (validity === undefined) return leftOut(wrongDates(start, end))
  const depth = depthOf(position ?? '', suffix, indent)
  if (depth === undefined) return leftOut(wrongPlace(position ?? '', indent))
  if (!/^[A-Z]{2}$/.test(language)) return leftOut(wrongLanguage(language))
  return {
    kind: 'understood',
    row: {
      line,
      code,
      suffix,
      depth,
      validity,
      language: language.toLowerCase(),
      description: descriptionOf(text ?? ''),
    },
  }
}

/** Sub-chapters, which only some chapters have, stand between a chapter and its headings. */
const depths = { chapter: 0, subchapter: 1, heading: 2 } as const

/** Below a heading the dashes before the description draw the hierarchy. */
function depthOf(position: string, suffix: string, indent: string): number | undefined {
  if (!/^[- ]*$/.test(indent)) return undefined
  const dashes = indent.replaceAll(' ', '').length
  switch (position) {
    case '2':
      return depths.chapter
    case '4':
      return (suffix === '80' ? depths.heading : depths.subchapter) + dashes
    case '6':
    case '8':
    case '10':
      return depths.heading + dashes
    default:
      return undefined
  }
}

/** The export names the last day; our windows end before `until`. */
function validityOf(start: string, end: string): Validity | undefined {
  const from = dayOf(start)
  const lastDay = end === '' ? undefined : dayOf(end)
  if (from === undefined || (end !== '' && lastDay === undefined)) return undefined
  return { from, ...(lastDay && { until: dayAfter(lastDay) }) }
}

/** Days are written `31-12-1971`. */
function dayOf(text: string): LocalDate | undefined {
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  return isLocalDate(date) ? date : undefined
}

/** A vertical bar stands for a space that must not break: `80|kg`. */
function descriptionOf(text: string): string {
  return text
    .replaceAll('|', '\u00A0')
    .replaceAll(/[^\S\u00A0]+/g, ' ')
    .trim()
}

function wrongCellCount(count: number): BilingualText {
  return {
    en: `the row has ${count} cells instead of ${taricColumns.length}`,
    zh: `该行有 ${count} 个单元格，应为 ${taricColumns.length} 个`,
  }
}

function wrongCode(goodsCode: string): BilingualText {
  return {
    en: `“${goodsCode}” is no goods code with its suffix, such as 0101210000 80`,
    zh: `“${goodsCode}”不是带后缀的商品编码，编码形如 0101210000 80`,
  }
}

function wrongDates(start: string, end: string): BilingualText {
  return {
    en: `“${start}” to “${end}” are no days, such as 31-12-1971`,
    zh: `“${start}”至“${end}”不是日期，日期形如 31-12-1971`,
  }
}

function wrongPlace(position: string, indent: string): BilingualText {
  return {
    en: `position “${position}” with indent “${indent}” does not say what the row belongs to`,
    zh: `位置“${position}”与缩进“${indent}”无法说明该行的归属`,
  }
}

function wrongLanguage(language: string): BilingualText {
  return { en: `“${language}” is no language code`, zh: `“${language}”不是语言代码` }
}
