import {
  type MonthlyRates,
  readMonthlyRates,
} from '../../customs/formats/hmrc-rates/read-monthly-rates.ts'
import { readExchangeRatesBody } from '../../customs/formats/uk-trade-tariff/api/read-exchange-rates-body.ts'
import type { FileReader } from '../../customs/formats/rows/file-reader.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { type NamedFile, ofOneFile } from './of-one-file.ts'
import type { ReadEdition, TariffFormat } from './tariff-format.ts'

/**
 * HMRC's monthly rates of exchange for customs, as a file of the month or as a body of the UK Trade
 * Tariff service; each says its own period.
 */
export const hmrcRatesFormat: TariffFormat = {
  name: 'hmrc-rates',
  territories: ['GB'],
  editionOf: 'each-file',
  summary: 'monthly rates of exchange for customs of HMRC, JSON file or body of its service',
  open: ofOneFile((file) => success(new RatesFile(file))),
}

/** A month of rates is a page of text, so it is read as one. */
class RatesFile implements FileReader<ReadEdition> {
  readonly #file: NamedFile
  #text = ''

  constructor(file: NamedFile) {
    this.#file = file
  }

  push(piece: string): void {
    this.#text += piece
  }

  end(): Result<ReadEdition> {
    const text = this.#text.replace(/^\uFEFF/, '')
    const json = parsed(text)
    if (json === undefined) return failure(noJson(this.#file.name))
    const read = isBodyOfService(json) ? ratesOfBody(text) : readMonthlyRates(json)
    return read.ok ? success(readEdition(read.value, this.#file)) : read
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A body of the service keeps what was asked for under `data`. */
function isBodyOfService(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('data' in json || 'errors' in json)
}

function ratesOfBody(text: string): Result<MonthlyRates> {
  const read = readExchangeRatesBody(text)
  if (!read.ok) return read
  const { from, until, unitsPerBase } = read.value
  const rates = Object.fromEntries(unitsPerBase)
  return success({ period: { from, until }, rates, notUnderstood: [] })
}

function readEdition({ period, rates, notUnderstood }: MonthlyRates, file: NamedFile): ReadEdition {
  const understood = Object.keys(rates).length
  return {
    title: {
      edition: `hmrc-${period.from.slice(0, 7)}`,
      effectiveFrom: period.from,
      ...file.stated,
    },
    rowsRead: understood + notUnderstood.length,
    rowsUnderstood: understood,
    reports: notUnderstood.map(({ currency, value }, index) => ({
      line: index + 1,
      code: currency,
      problem: {
        en: `${JSON.stringify(value)} is no rate of a currency; it is not used`,
        zh: `${JSON.stringify(value)} 不是货币汇率；未采用`,
      },
      isLeftOut: true,
    })),
    parts: [{ name: 'rates', content: { period, base: 'GBP', rates } }],
  }
}

function noJson(name: string): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${name} is cut or no JSON.`,
    mend: 'Load the file of the month as it was published.',
    zh: { message: `${name} 不完整或不是 JSON。`, mend: '请原样载入当月公布的文件。' },
  }
}
