import type { Validity } from '../../calendar/local-date.ts'
import type { DutyExpression } from '../../duty/duty-expression.ts'
import { type DutyTextSigns, parseDutyText } from '../../duty/parse-duty-text.ts'
import type { MeasureType } from '../../measures/measure-type.ts'
import { combine, failure, type Result, success } from '../../result.ts'
import { areasIn, type KnownAreas, requiredAreasIn } from './area-cell.ts'
import { type CellFault, cellFailure } from './cell-failure.ts'
import {
  type CellText,
  dayIn,
  refuseCell,
  requiredText,
  textOfForm,
  wordIn,
  wordsIn,
} from './cell-text.ts'
import { commodityCodeIn } from './commodity-code-cell.ts'
import type { CsvColumns, CsvRecord } from './csv-record.ts'
import type { TariffCsvReference } from './tariff-csv-reference.ts'
import { validityOf } from './validity-of.ts'

/** The columns of the table of measures. */
export type MeasureColumn =
  | 'code'
  | 'measure_type'
  | 'area'
  | 'excluded_areas'
  | 'additional_code'
  | 'additional_code_name'
  | 'quota'
  | 'rate'
  | 'documents'
  | 'valid_from'
  | 'valid_until'
  | 'law_title'
  | 'law_url'
  | 'source'
  | 'confidence'

export const measureColumns: CsvColumns<MeasureColumn> = {
  table: 'measures',
  known: [
    ...(['code', 'measure_type', 'area', 'excluded_areas', 'additional_code'] as const),
    ...(['additional_code_name', 'quota'] as const),
    ...(['rate', 'documents', 'valid_from', 'valid_until', 'law_title', 'law_url'] as const),
    ...(['source', 'confidence'] as const),
  ],
  required: ['code', 'measure_type', 'area', 'rate', 'valid_from', 'source', 'confidence'],
}

/** `primary`: read from what the authority published; `secondary`: from another hand or another day. */
export type MeasureConfidence = 'primary' | 'secondary'

/** A row of the table of measures as it was understood. */
export interface MeasureRow {
  readonly line: number
  readonly code: string
  readonly type: string
  readonly area: string
  readonly excludedAreas: readonly string[]
  readonly additionalCode?: string
  /** Whom or what the code stands for, such as a producer. */
  readonly additionalCodeName?: string
  readonly quotaOrderNumber?: string
  readonly expression: DutyExpression
  readonly documents: readonly string[]
  readonly validity: Validity
  readonly law?: { readonly title: string; readonly url?: string }
  readonly source: string
  readonly confidence: MeasureConfidence
}

/** What the cells of a row of measures may name. */
export type MeasureRowReference = TariffCsvReference & KnownAreas

/**
 * Reads a row of measures, or names every cell of it that is not understood. A row that names several
 * areas stands for a measure for each.
 */
export function readMeasureRow(
  record: CsvRecord<MeasureColumn>,
  reference: MeasureRowReference,
): Result<readonly MeasureRow[]> {
  const parts = combine({
    rate: rateOf(record, reference),
    scope: scopeOf(record, reference),
    validity: windowOf(record),
    law: lawOf(record),
    source: requiredText(cellOf(record, 'source')),
    confidence: wordIn<MeasureConfidence>(cellOf(record, 'confidence'), ['primary', 'secondary']),
  })
  if (!parts.ok) return parts
  const { rate, validity, law, source, confidence } = parts.value
  const { areas, ...scope } = parts.value.scope
  const documents = wordsIn(cellOf(record, 'documents'))
  const row = {
    line: record.line,
    ...scope,
    ...rate,
    ...{ documents, validity, source, confidence },
    ...(law && { law }),
  }
  return success(areas.map((area) => ({ ...row, area })))
}

function cellOf({ line, cells }: CsvRecord<MeasureColumn>, column: MeasureColumn): CellText {
  return { place: { table: 'measures', line, column }, text: cells[column] }
}

function scopeOf(record: CsvRecord<MeasureColumn>, reference: MeasureRowReference) {
  const parts = combine({
    code: commodityCodeIn(cellOf(record, 'code')),
    areas: requiredAreasIn(cellOf(record, 'area'), reference),
    excludedAreas: areasIn(cellOf(record, 'excluded_areas'), reference),
    additionalCode: textOfForm(cellOf(record, 'additional_code'), /^[A-Z0-9]{3,4}$/, {
      en: 'Write three or four capital letters and digits, such as VATZ, C490 or 2600.',
      zh: '请填写三到四位大写字母和数字，如 VATZ、C490 或 2600。',
    }),
    quota: textOfForm(cellOf(record, 'quota'), /^[A-Z0-9][A-Z0-9.-]{2,11}$/, {
      en: 'Write the order number of the quota, such as 050088, with its leading zeros.',
      zh: '请填写配额编号，如 050088，保留开头的零。',
    }),
  })
  if (!parts.ok) return parts
  const { additionalCode, quota, ...scope } = parts.value
  return success({
    ...scope,
    ...(additionalCode !== undefined && { additionalCode }),
    ...(record.cells.additional_code_name !== undefined && {
      additionalCodeName: record.cells.additional_code_name,
    }),
    ...(quota !== undefined && { quotaOrderNumber: quota }),
  })
}

/** The type and the rate, which have to fit each other. */
function rateOf(
  record: CsvRecord<MeasureColumn>,
  { types, units, knownCodes: { currencies } }: TariffCsvReference,
): Result<{ readonly type: string; readonly expression: DutyExpression }> {
  const parts = combine({
    type: typeIn(cellOf(record, 'measure_type'), types),
    expression: expressionIn(cellOf(record, 'rate'), { units, currencies }),
  })
  if (!parts.ok) return parts
  const { type, expression } = parts.value
  const fault = faultOfRole(type, record, expression)
  if (fault !== undefined) return refuseCell(cellOf(record, fault.column), fault)
  return success({ type: type.id, expression })
}

/** A quota says by which order number its balance is known, and VAT is a share of a value. */
function faultOfRole(
  { role }: MeasureType,
  { cells }: CsvRecord<MeasureColumn>,
  expression: DutyExpression,
): (CellFault & { readonly column: MeasureColumn }) | undefined {
  if (role === 'quota' && cells.quota === undefined) {
    return {
      column: 'quota',
      problem: { en: 'a quota has no order number', zh: '配额缺少编号' },
      mend: { en: 'State the order number of the quota.', zh: '请填写配额编号。' },
    }
  }
  const isPercentage = expression.length === 1 && expression[0]!.kind === 'ad-valorem'
  if (role !== 'vat' || isPercentage) return undefined
  return {
    column: 'rate',
    problem: { en: 'VAT is a percentage', zh: '增值税应为百分比' },
    mend: { en: 'Write a percentage, 0% for the zero rate.', zh: '请填写百分比，零税率填 0%。' },
  }
}

function expressionIn(cell: CellText, signs: DutyTextSigns): Result<DutyExpression> {
  const read = parseDutyText(cell.text ?? '', signs, '')
  if (read.ok) return read
  const [first, ...others] = read.failures.map(({ message, mend = '', zh }) =>
    cellFailure(cell.place, {
      problem: { en: withoutStop(message), zh: withoutStop(zh!.message) },
      mend: { en: mend, zh: zh!.mend ?? '' },
    }),
  )
  return failure(first!, ...others)
}

/** The sentence goes on from its place and gets its full stop there. */
function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '')
}

function typeIn(cell: CellText, types: TariffCsvReference['types']): Result<MeasureType> {
  const type = types.get(cell.text ?? '')
  if (type !== undefined) return success(type)
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(cell.text ?? '')} is no known type of measure`,
      zh: `${JSON.stringify(cell.text ?? '')} 不是已知的措施类型`,
    },
    mend: {
      en: 'Use an id of data/reference/measure-types.json, such as 103 for the third country duty.',
      zh: '请使用 data/reference/measure-types.json 中的编号，如第三国关税为 103。',
    },
  })
}

/** A rate without a day is a rate of no day. */
function windowOf(record: CsvRecord<MeasureColumn>): Result<Validity> {
  const from = cellOf(record, 'valid_from')
  const stated = requiredText(from)
  if (!stated.ok) return stated
  const days = { from: dayIn(from), until: dayIn(cellOf(record, 'valid_until')) }
  const window = validityOf(days, { table: 'measures', line: record.line })
  return window.ok ? success(window.value!) : window
}

function lawOf(record: CsvRecord<MeasureColumn>): Result<MeasureRow['law']> {
  const { law_title: title } = record.cells
  const url = textOfForm(cellOf(record, 'law_url'), /^https:\/\/\S+$/, {
    en: 'Write an address that begins with https://.',
    zh: '请填写以 https:// 开头的网址。',
  })
  if (!url.ok) return url
  if (title !== undefined) return success({ title, ...(url.value && { url: url.value }) })
  if (url.value === undefined) return success(undefined)
  return refuseCell(cellOf(record, 'law_title'), {
    problem: { en: 'a link is given without a title', zh: '有链接而无标题' },
    mend: { en: 'State the title of the law.', zh: '请填写法规标题。' },
  })
}
