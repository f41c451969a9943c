import type { StatedTaxRate } from '../../../customs/destination/stated-tax-rate.ts'
import type { FileReader } from '../../../customs/formats/rows/file-reader.ts'
import {
  type RateLeftOut,
  readVatCollection,
  readVatRates,
} from '../../../customs/formats/vat-rates/index.ts'
import type { KnownCodes } from '../../../customs/order/known-codes.ts'
import { type Failure, failure, type Result, success } from '../../../customs/result.ts'
import type { EditionTitle } from '../../edition.ts'
import { TableOfFile } from '../tariff-csv/table-of-file.ts'
import type { ReadEdition } from '../tariff-format.ts'

/** Reads rates of VAT from a table, or from a JSON collection, which begins with a brace. */
export class FileOfVatRates implements FileReader<ReadEdition> {
  readonly #title: EditionTitle
  readonly #knownCodes: KnownCodes
  #text = ''

  constructor(title: EditionTitle, knownCodes: KnownCodes) {
    this.#title = title
    this.#knownCodes = knownCodes
  }

  push(piece: string): void {
    this.#text += piece
  }

  end(): Result<ReadEdition> {
    const text = this.#text.replace(/^\uFEFF/, '')
    return text.trimStart().startsWith('{') ? this.#collection(text) : this.#table(text)
  }

  #collection(text: string): Result<ReadEdition> {
    const json = parsed(text)
    if (json === undefined) return failure(cutCollection)
    const read = readVatCollection(json)
    return read.ok ? success(this.#edition(read.value.rates, read.value.leftOut)) : read
  }

  #table(text: string): Result<ReadEdition> {
    const table = new TableOfFile()
    table.push(text)
    const rows = table.end()
    if (!rows.ok) return rows
    const rates = readVatRates(rows.value, this.#knownCodes)
    if (!rates.ok) return rates
    return rates.value.length === 0 ? failure(noRates) : success(this.#edition(rates.value, []))
  }

  #edition(rates: readonly StatedTaxRate[], leftOut: readonly RateLeftOut[]): ReadEdition {
    return {
      title: this.#title,
      ...{ rowsRead: rates.length + leftOut.length, rowsUnderstood: rates.length },
      reports: leftOut.map(({ country: code, problem }) => ({ code, problem, isLeftOut: true })),
      parts: [{ name: 'rates', content: { rates } }],
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const cutCollection: Failure = {
  code: 'invalid-input',
  path: '',
  message: 'The collection of rates is cut or no JSON.',
  mend: 'Load the whole file as it was published.',
  zh: { message: '税率文件不完整或不是 JSON。', mend: '请原样载入完整的文件。' },
}

const noRates: Failure = {
  code: 'invalid-input',
  path: '',
  message: 'The table has headings and no rates.',
  mend: 'Load the whole table; see docs/vat-rates.md.',
  zh: { message: '表格只有表头，没有税率。', mend: '请载入完整的表格；参见 docs/vat-rates.md。' },
}
