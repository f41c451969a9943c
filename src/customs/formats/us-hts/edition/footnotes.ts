import type { RowReport } from '../../rows/row-report.ts'
import type { HtsFootnote, HtsRow } from '../file/hts-row.ts'
import type { HtsEdition } from './hts-edition.ts'

/** The notes of a file by code, and those that stand where no code is. */
export interface FootnotesByCode {
  /** Absent where the format of the file has none to state. */
  readonly footnotes?: ReadonlyMap<string, readonly HtsFootnote[]>
  readonly remarks: readonly RowReport[]
}

/** Gathers the notes of all rows. */
export function footnotesByCode(rows: readonly HtsRow[]): FootnotesByCode {
  const remarks: RowReport[] = []
  const footnotes = new Map<string, readonly HtsFootnote[]>()
  let stated = false
  for (const { code, line, footnotes: notes } of rows) {
    if (notes === undefined) continue
    stated = true
    if (notes.length === 0) continue
    if (code !== undefined) footnotes.set(code, notes)
    else remarks.push({ line, problem: onHeadingWithoutCode })
  }
  return { remarks, ...(stated && { footnotes }) }
}

const onHeadingWithoutCode = {
  en: 'a note stands at a heading without a code; it is not used',
  zh: '脚注附于没有编码的标题行；未采用',
}

/** A note that concerns a code, with the row that it stands at. */
export interface FoundFootnote extends HtsFootnote {
  readonly at: string
}

/** As many digits as headings, subheadings, rate lines and statistical lines have. */
const levels = [4, 6, 8, 10]

/**
 * The notes to a code and to the lines that it belongs to by its digits, the highest first. Nothing
 * where the edition's file has no notes to state.
 */
export function footnotesTo(
  { footnotes }: Pick<HtsEdition, 'footnotes'>,
  code: string,
): readonly FoundFootnote[] | undefined {
  if (footnotes === undefined) return undefined
  const lines = levels
    .filter((digits) => digits <= code.length)
    .map((digits) => code.slice(0, digits))
  return lines.flatMap((at) => (footnotes.get(at) ?? []).map((note) => ({ ...note, at })))
}
