import type { LocalDate, Validity } from '../../calendar/local-date.ts'
import { combine, failure, type Result, success } from '../../result.ts'
import { type CellFault, cellFailure, type CellPlace } from './cell-failure.ts'

/** The two days of a row as they were read. */
export interface DaysOfRow {
  readonly from: Result<LocalDate | undefined>
  readonly until: Result<LocalDate | undefined>
}

/**
 * The window of a row, absent where neither day is given. An end without a beginning is refused, and
 * so is an end that does not come after the beginning: such a row would never hold.
 */
export function validityOf(days: DaysOfRow, row: CellPlace): Result<Validity | undefined> {
  const parts = combine({ from: days.from, until: days.until })
  if (!parts.ok) return parts
  const { from, until } = parts.value
  if (until === undefined) return success(from && { from })
  const place = { ...row, column: 'valid_until' }
  if (from === undefined) return failure(cellFailure(place, noBeginning))
  return from < until ? success({ from, until }) : failure(cellFailure(place, neverHolds))
}

const noBeginning: CellFault = {
  problem: { en: 'there is an end without a beginning', zh: '有截止日而无起始日' },
  mend: { en: 'Fill in valid_from.', zh: '请填写 valid_from。' },
}

const neverHolds: CellFault = {
  problem: { en: 'the end does not come after the beginning', zh: '截止日不晚于起始日' },
  mend: {
    en: 'valid_until is the first day on which the row holds no more.',
    zh: 'valid_until 是该行不再有效的第一天。',
  },
}
