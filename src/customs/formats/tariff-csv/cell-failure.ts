import type { BilingualText } from '../../bilingual-text.ts'
import { jsonPointer } from '../../json-pointer.ts'
import type { Failure } from '../../result.ts'

/** The tables that are read: those of a tariff, and the table of rates of VAT. */
export type CsvTable = 'goods' | 'measures' | 'areas' | 'rates'

/** Where something is wrong; without a column it is the row as a whole. */
export interface CellPlace {
  readonly table: CsvTable
  readonly line: number
  readonly column?: string
}

/** What is wrong, in words that go on from the place, and what to do about it. */
export interface CellFault {
  readonly problem: BilingualText
  readonly mend: BilingualText
}

const tableNames: Readonly<Record<CsvTable, BilingualText>> = {
  goods: { en: 'goods', zh: '商品表' },
  measures: { en: 'measures', zh: '措施表' },
  areas: { en: 'areas', zh: '国家组表' },
  rates: { en: 'rates', zh: '税率表' },
}

/** A fault of a cell or a row as people are told it: table, line and column first. */
export function cellFailure(
  { table, line, column }: CellPlace,
  { problem, mend }: CellFault,
): Failure {
  const name = tableNames[table]
  return {
    code: 'invalid-input',
    path: jsonPointer(table, line, ...(column === undefined ? [] : [column])),
    message: `Line ${line} of the ${name.en}${column === undefined ? '' : `, ${column}`}: ${problem.en}.`,
    mend: mend.en,
    zh: {
      message: `${name.zh}第${line}行${column === undefined ? '' : `，${column}`}：${problem.zh}。`,
      mend: mend.zh,
    },
  }
}
