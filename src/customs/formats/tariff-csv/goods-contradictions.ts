import type { Validity } from '../../calendar/local-date.ts'
import type { Failure } from '../../result.ts'
import { type CellFault, cellFailure } from './cell-failure.ts'
import { keepAsText } from './commodity-code-cell.ts'
import type { GoodsRow } from './read-goods-row.ts'

/**
 * What rows of goods say that cannot be true of them together. Goods are declared by codes of one
 * length in a tariff, so a shorter one has lost its leading zero.
 *
 * @param rows in the order of their codes
 */
export function goodsContradictions(rows: readonly GoodsRow[]): readonly Failure[] {
  const lengthMax = rows.reduce((longest, { code }) => Math.max(longest, code.length), 0)
  return rows.flatMap((row, index) => [
    ...wrongLength(row, lengthMax),
    ...repeated(row, rows[index - 1]),
    ...headsOthers(row, rows[index + 1]),
  ])
}

function wrongLength({ line, code, isDeclarable }: GoodsRow, lengthMax: number) {
  const isWhole = code.length === lengthMax
  if (isWhole || (!isDeclarable && code.length % 2 === 0)) return []
  return [cellFailure({ table: 'goods', line, column: 'code' }, shorter(code, lengthMax))]
}

function repeated(row: GoodsRow, before: GoodsRow | undefined): readonly Failure[] {
  if (before?.code !== row.code || !overlap(before.validity, row.validity)) return []
  return [cellFailure({ table: 'goods', line: row.line, column: 'code' }, sameAs(before))]
}

/** Rows are in the order of their codes, so the next other code is below this one if any is. */
function headsOthers(row: GoodsRow, next: GoodsRow | undefined): readonly Failure[] {
  if (!row.isDeclarable || next === undefined || next.code === row.code) return []
  if (!next.code.startsWith(row.code)) return []
  return [cellFailure({ table: 'goods', line: row.line, column: 'declarable' }, headOf(next))]
}

/** Whether there is a day on which both hold. */
export function overlap(left: Validity | undefined, right: Validity | undefined): boolean {
  return startsBeforeEnd(left, right) && startsBeforeEnd(right, left)
}

function startsBeforeEnd(one: Validity | undefined, other: Validity | undefined): boolean {
  return one === undefined || other?.until === undefined || one.from < other.until
}

function shorter(code: string, lengthMax: number): CellFault {
  return {
    problem: {
      en: `${code} has ${code.length} digits where codes of this tariff have ${lengthMax}; a spreadsheet drops leading zeros`,
      zh: `${code} 有${code.length}位数字，而该税则的编码有${lengthMax}位；表格软件会丢掉开头的零`,
    },
    mend: {
      en: `${keepAsText.en} A heading has an even number of digits and is not declarable.`,
      zh: `${keepAsText.zh}类目的位数为偶数，且不可用于申报。`,
    },
  }
}

function sameAs({ line, code }: GoodsRow): CellFault {
  return {
    problem: {
      en: `${code} already stands in line ${line} for the same days`,
      zh: `${code} 已在第${line}行出现，且日期重叠`,
    },
    mend: {
      en: 'Leave one of the rows, or let the first end when the second begins.',
      zh: '请只保留一行，或让前一行在后一行开始时结束。',
    },
  }
}

function headOf({ line, code }: GoodsRow): CellFault {
  return {
    problem: {
      en: `goods cannot be declared by a code that has others below it, such as ${code} in line ${line}`,
      zh: `其下还有编码（如第${line}行的 ${code}），因此不能用于申报`,
    },
    mend: { en: 'Write no.', zh: '请填写 no。' },
  }
}
