import { isLocalDate, type LocalDate } from '../../calendar/local-date.ts'
import { failure, type Result, success } from '../../result.ts'
import { type CellFault, cellFailure, type CellPlace } from './cell-failure.ts'

/** A cell with its place, as its reader needs it. */
export interface CellText {
  readonly place: CellPlace
  /** Absent for an empty cell. */
  readonly text: string | undefined
}

/** Why the cell is refused. */
export function refuseCell({ place }: CellText, fault: CellFault): Result<never> {
  return failure(cellFailure(place, fault))
}

/** The text of a cell that may not be empty. */
export function requiredText(cell: CellText): Result<string> {
  return cell.text === undefined ? refuseCell(cell, emptyCell) : success(cell.text)
}

const emptyCell: CellFault = {
  problem: { en: 'the cell is empty', zh: '该单元格为空' },
  mend: { en: 'Fill it in.', zh: '请填写。' },
}

/** The text of a cell where it has a form; nothing for an empty cell. */
export function textOfForm(
  cell: CellText,
  form: RegExp,
  expected: CellFault['mend'],
): Result<string | undefined> {
  const { text } = cell
  if (text === undefined || form.test(text)) return success(text)
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(text)} has not the right form`,
      zh: `${JSON.stringify(text)} 格式不正确`,
    },
    mend: expected,
  })
}

/** A day, `2026-01-31` and nothing else: what a spreadsheet writes means another day elsewhere. */
export function dayIn(cell: CellText): Result<LocalDate | undefined> {
  const { text } = cell
  if (text === undefined || isLocalDate(text)) return success(text)
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(text)} is no day that is written year, month, day`,
      zh: `${JSON.stringify(text)} 不是按年月日书写的日期`,
    },
    mend: {
      en: 'Write it like 2026-01-31, in a column that is formatted as text.',
      zh: '请写成 2026-01-31 的形式，并将该列设为文本格式。',
    },
  })
}

/** One word of a list; a cell that is empty is refused too. */
export function wordIn<Word extends string>(cell: CellText, words: readonly Word[]): Result<Word> {
  const text = requiredText(cell)
  if (!text.ok) return text
  const word = words.find((known) => known === text.value)
  if (word !== undefined) return success(word)
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(text.value)} is none of the known words`,
      zh: `${JSON.stringify(text.value)} 不在可选值之内`,
    },
    mend: { en: `Write ${words.join(' or ')}.`, zh: `请填写 ${words.join(' 或 ')}。` },
  })
}

/** The words of a cell that holds several, parted by spaces. */
export function wordsIn({ text }: CellText): readonly string[] {
  return text === undefined ? [] : text.split(/\s+/)
}
