import type { Validity } from '../../calendar/local-date.ts'
import type { MeasurementUnits } from '../../duty/measurement-units.ts'
import { combine, type Result, success } from '../../result.ts'
import { dayIn, type CellText, refuseCell, requiredText, wordIn, wordsIn } from './cell-text.ts'
import { commodityCodeIn } from './commodity-code-cell.ts'
import type { CsvColumns, CsvRecord } from './csv-record.ts'
import { validityOf } from './validity-of.ts'

/** The columns of the table of goods. */
export type GoodsColumn =
  | 'code'
  | 'name_en'
  | 'name_zh'
  | 'declarable'
  | 'supplementary_unit'
  | 'valid_from'
  | 'valid_until'

export const goodsColumns: CsvColumns<GoodsColumn> = {
  table: 'goods',
  known: [
    ...(['code', 'name_en', 'name_zh', 'declarable', 'supplementary_unit'] as const),
    ...(['valid_from', 'valid_until'] as const),
  ],
  required: ['code', 'name_en', 'declarable'],
}

/** A row of the table of goods as it was understood. */
export interface GoodsRow {
  readonly line: number
  readonly code: string
  readonly names: { readonly en: string; readonly zh?: string }
  readonly isDeclarable: boolean
  readonly supplementaryUnits: readonly string[]
  /** Absent for as long as the edition holds. */
  readonly validity?: Validity
}

/** Reads a row of goods, or names every cell of it that is not understood. */
export function readGoodsRow(
  { line, cells }: CsvRecord<GoodsColumn>,
  units: MeasurementUnits,
): Result<GoodsRow> {
  const cell = (column: GoodsColumn): CellText => ({
    place: { table: 'goods', line, column },
    text: cells[column],
  })
  const parts = combine({
    code: commodityCodeIn(cell('code')),
    name: requiredText(cell('name_en')),
    declarable: wordIn(cell('declarable'), ['yes', 'no']),
    supplementaryUnits: supplementaryUnitsIn(cell('supplementary_unit'), units),
    validity: validityOf(
      { from: dayIn(cell('valid_from')), until: dayIn(cell('valid_until')) },
      { table: 'goods', line },
    ),
  })
  if (!parts.ok) return parts
  const { code, name: en, declarable, supplementaryUnits, validity } = parts.value
  return success({
    ...{ line, code, supplementaryUnits },
    names: { en, ...(cells.name_zh !== undefined && { zh: cells.name_zh }) },
    isDeclarable: declarable === 'yes',
    ...(validity && { validity }),
  })
}

function supplementaryUnitsIn(cell: CellText, units: MeasurementUnits): Result<readonly string[]> {
  const codes = wordsIn(cell)
  const unknown = codes.find((code) => !units.has(code))
  if (unknown === undefined) return success(codes)
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(unknown)} is no known unit of measurement`,
      zh: `${JSON.stringify(unknown)} 不是已知的计量单位`,
    },
    mend: {
      en: 'Use codes of data/reference/measurement-units.json, such as NAR for pieces or NPR for pairs.',
      zh: '请使用 data/reference/measurement-units.json 中的代码，如件用 NAR、双用 NPR。',
    },
  })
}
