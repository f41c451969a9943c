import { compareDecimals, decimal, type DecimalText } from '../../money/decimal.ts'
import { taxRateNames } from '../../destination/destination.ts'
import type { StatedTaxRate } from '../../destination/stated-tax-rate.ts'
import type { KnownCodes } from '../../order/known-codes.ts'
import { combine, combineAll, type Result, success } from '../../result.ts'
import {
  type CellText,
  dayIn,
  refuseCell,
  requiredText,
  textOfForm,
  wordIn,
  wordsIn,
} from '../tariff-csv/cell-text.ts'
import type { CellFault } from '../tariff-csv/cell-failure.ts'
import { commodityCodeIn } from '../tariff-csv/commodity-code-cell.ts'
import { countryIn } from '../tariff-csv/country-cell.ts'
import type { CsvColumns, CsvRecord } from '../tariff-csv/csv-record.ts'
import { validityOf } from '../tariff-csv/validity-of.ts'

/** The columns of the table of rates. */
export type VatRateColumn = (typeof known)[number]

const known = [
  ...(['country', 'region', 'kind', 'percent', 'codes', 'except_codes', 'goods_en'] as const),
  ...(['goods_zh', 'valid_from', 'valid_until', 'law_title', 'law_url', 'source'] as const),
  'confidence',
] as const

export const vatRateColumns: CsvColumns<VatRateColumn> = {
  table: 'rates',
  known,
  required: [
    ...(['country', 'kind', 'percent', 'valid_from', 'law_url', 'source', 'confidence'] as const),
  ],
}

/** A row of rates with the line that it stands in. */
export interface VatRateRow extends StatedTaxRate {
  readonly line: number
}

/** Reads a row of rates, or names every cell of it that is not understood. */
export function readVatRateRow(
  record: CsvRecord<VatRateColumn>,
  { countries }: KnownCodes,
): Result<VatRateRow> {
  const { line, cells } = record
  const cell = (column: VatRateColumn): CellText => ({
    place: { table: 'rates', line, column },
    text: cells[column],
  })
  const parts = combine({
    country: countryIn(cell('country'), countries),
    region: textOfForm(cell('region'), /^[0-9A-Z]{1,3}$/, regionWanted),
    name: wordIn(cell('kind'), taxRateNames),
    percent: percentIn(cell('percent')),
    codes: codesIn(cell('codes')),
    except: codesIn(cell('except_codes')),
    stated: requiredText(cell('valid_from')),
    validity: validityOf(
      { from: dayIn(cell('valid_from')), until: dayIn(cell('valid_until')) },
      { table: 'rates', line },
    ),
    url: addressIn(cell('law_url')),
    source: requiredText(cell('source')),
    confidence: wordIn(cell('confidence'), ['primary', 'secondary'] as const),
  })
  if (!parts.ok) return parts
  const { country, region, name, percent, codes, except, validity, url, source } = parts.value
  if ((name === 'standard') !== (codes.length === 0)) {
    return refuseCell(cell('codes'), name === 'standard' ? standardOfSome : goodsMissing)
  }
  const { goods_en: en = codes.join(' '), goods_zh: zh = en, law_title: title = source } = cells
  return success({
    ...{ line, country, name, percent, law: { title, url } },
    confidence: parts.value.confidence === 'primary' ? 'verified' : 'secondary',
    validFrom: validity!.from,
    ...(validity!.until !== undefined && { validUntil: validity!.until }),
    ...(region !== undefined && { region }),
    ...(codes.length > 0 && { goods: { name: { en, zh }, codes, except } }),
  })
}

/** An exact decimal without a sign; between nought and one it is what a spreadsheet makes of 20%. */
function percentIn(cell: CellText): Result<DecimalText> {
  const text = requiredText(cell)
  if (!text.ok) return text
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(text.value)) return refuseCell(cell, noPercentage(text.value))
  const percent = decimal(text.value)
  const [least, greatest] = [decimal('1'), decimal('100')]
  if (compareDecimals(percent, decimal('0')) === 0) return success(percent)
  if (compareDecimals(percent, least) < 0) return refuseCell(cell, isFraction(text.value))
  return compareDecimals(percent, greatest) > 0
    ? refuseCell(cell, noPercentage(text.value))
    : success(percent)
}

/** The beginnings of codes in a cell, parted by spaces. */
function codesIn(cell: CellText): Result<readonly string[]> {
  return combineAll(wordsIn(cell).map((text) => commodityCodeIn({ ...cell, text })))
}

function addressIn(cell: CellText): Result<string> {
  const text = requiredText(cell)
  if (!text.ok || text.value.startsWith('https://')) return text
  return refuseCell(cell, {
    problem: {
      en: `${JSON.stringify(text.value)} is no address`,
      zh: `${JSON.stringify(text.value)} 不是网址`,
    },
    mend: {
      en: 'Write where the law or its page is read, beginning with https://.',
      zh: '请填写法律条文或公布页面的网址，以 https:// 开头。',
    },
  })
}

const regionWanted: CellFault['mend'] = {
  en: 'Write the part of the ISO 3166-2 code after the hyphen, such as ON.',
  zh: '请填写 ISO 3166-2 代码中连字符后的部分，如 ON。',
}

function noPercentage(text: string): CellFault {
  return {
    problem: {
      en: `${JSON.stringify(text)} is no percentage from 0 to 100`,
      zh: `${JSON.stringify(text)} 不是 0 到 100 的百分数`,
    },
    mend: {
      en: 'Write it like 20 or 25.5, without a sign.',
      zh: '请写成 20 或 25.5，不带百分号。',
    },
  }
}

function isFraction(text: string): CellFault {
  return {
    problem: {
      en: `${JSON.stringify(text)} is less than one percent; a spreadsheet writes 20% as 0.2`,
      zh: `${JSON.stringify(text)} 不足百分之一；表格软件会把 20% 写成 0.2`,
    },
    mend: {
      en: 'Write it like 20 or 25.5, without a sign.',
      zh: '请写成 20 或 25.5，不带百分号。',
    },
  }
}

const standardOfSome: CellFault = {
  problem: {
    en: 'the standard rate is for all goods that have no other one',
    zh: '标准税率适用于没有其他税率的所有货物',
  },
  mend: { en: 'Leave the codes empty.', zh: '请将编码留空。' },
}

const goodsMissing: CellFault = {
  problem: {
    en: 'nothing says which goods bear the rate, so it would never be charged',
    zh: '没有说明哪些货物适用该税率，因此永远不会被采用',
  },
  mend: {
    en: 'Write the beginnings of their commodity codes, parted by spaces.',
    zh: '请填写商品编码的开头数字，以空格分隔。',
  },
}
