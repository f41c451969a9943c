import { readdirSync, readFileSync } from 'node:fs'

import { localDate } from '../src/customs/calendar/local-date.ts'
import type { Destination } from '../src/customs/destination/destination.ts'
import { readDestination } from '../src/customs/destination/read-destination.ts'
import { schemesNamed } from '../src/customs/destination/schemes-named.ts'
import type {
  AssessedDuty,
  DutyOption,
  LineTariff,
} from '../src/customs/landed-cost/duty-option.ts'
import type { LandedCost } from '../src/customs/landed-cost/landed-cost.ts'
import { quoteLandedCost, type QuoteSources } from '../src/customs/landed-cost/quote-landed-cost.ts'
import type { QuoteRequest } from '../src/customs/landed-cost/quote-request.ts'
import type { QuoteVocabulary } from '../src/customs/landed-cost/check-quote-request.ts'
import { readQuoteRequest } from '../src/customs/landed-cost/read-quote-request.ts'
import { decimal, fromBig, toBig } from '../src/customs/money/decimal.ts'
import { readKnownCodes } from '../src/customs/order/known-codes.ts'
import { readMeasurementUnits } from '../src/customs/duty/measurement-units.ts'
import type { Failure, Result } from '../src/customs/result.ts'
import { type ExchangeRates, readExchangeRates } from '../src/customs/tariff/exchange-rates.ts'

const data = new URL('../data/', import.meta.url)

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, data), 'utf8'))
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failures))
  return result.value
}

let shippedRates: ExchangeRates | undefined

/** The official rates that are shipped. */
export function exchangeRates(): ExchangeRates {
  shippedRates ??= valueOf(
    readExchangeRates(
      'GBP',
      readdirSync(new URL('gb/exchange-rates/', data)).map((name) =>
        readJson(`gb/exchange-rates/${name}`),
      ),
    ),
  )
  return shippedRates
}

const destinations = new Map<string, Destination>()

let shippedVocabulary: QuoteVocabulary | undefined

/** The countries, currencies, units and schemes that are shipped. */
export function vocabulary(): QuoteVocabulary {
  shippedVocabulary ??= {
    knownCodes: valueOf(
      readKnownCodes({
        countries: readJson('reference/countries.json'),
        currencies: readJson('reference/currencies.json'),
      }),
    ),
    units: valueOf(readMeasurementUnits(readJson('reference/measurement-units.json'))),
    schemes: schemesNamed(
      readdirSync(new URL('destinations/', data)).map((name) =>
        shippedDestination(name.replace('.json', '').toUpperCase()),
      ),
    ),
  }
  return shippedVocabulary
}

/** A destination that is shipped. @example shippedDestination('EU') */
export function shippedDestination(code: string): Destination {
  const known = destinations.get(code)
  if (known !== undefined) return known
  const read = valueOf(readDestination(readJson(`destinations/${code.toLowerCase()}.json`)))
  destinations.set(code, read)
  return read
}

/** A line with what a test says of it; the rest is a plain article that is sold in pieces. */
export type LineFacts = Readonly<Record<string, unknown>> & { readonly price: string }

/** What a test says of a sale; the rest is a courier parcel from China to a private person. */
export interface SaleFacts extends Readonly<Record<string, unknown>> {
  readonly to: string
  readonly currency: string
  readonly lines: readonly LineFacts[]
}

/** A sale as it would be asked about. @example saleTo({ to: 'DE', currency: 'EUR', lines: [{ price: '20' }] }) */
export function saleTo({ to, currency, lines, ...stated }: SaleFacts): QuoteRequest {
  return valueOf(
    readQuoteRequest(
      {
        shipFrom: { country: 'CN' },
        destination: { country: to },
        incoterm: 'DAP',
        channel: 'courier',
        purpose: 'sale',
        buyer: { kind: 'private-person' },
        registrations: [],
        ...stated,
        lines: lines.map(({ price, ...line }) => ({
          commodityCode: '6109100010',
          origin: 'CN',
          quantity: 1,
          unitPrice: { amount: price, currency },
          ...line,
        })),
      },
      vocabulary(),
    ),
  )
}

/** A tariff that has one percentage for all goods. */
export function flatTariff(percent: string): QuoteSources['tariffOf'] {
  return ({ valued, lineIndex, request }) => {
    const value = valued.lines[lineIndex]!.parts['customs-value']
    if (!value.ok) return value
    const duty: AssessedDuty = {
      kind: 'customs-duty',
      source: 'tariff',
      measure: '103',
      name: { en: 'Third country duty', zh: '第三国关税' },
      rate: `${percent}%`,
      expression: [{ kind: 'ad-valorem', percent: decimal(percent) }],
      base: value.value,
      exact: {
        amount: fromBig(toBig(value.value.amount).times(percent).times('0.01')),
        currency: value.value.currency,
      },
      words: { en: `value × ${percent}%`, zh: `价格 × ${percent}%` },
      edition: 'of-the-test',
    }
    const option: DutyOption = {
      id: '103',
      kind: 'third-country',
      name: duty.name,
      needs: [],
      isProven: true,
      duties: [duty],
    }
    const code = request.lines[lineIndex]!.commodityCode ?? ''
    const tariff: LineTariff = {
      commodityCode: code,
      options: [option],
      notCovered: [],
      editions: ['of-the-test'],
    }
    return { ok: true, value: tariff }
  }
}

/** What a quote to a destination is made from, under a flat duty of ten percent unless told otherwise. */
export function sourcesFor(at: string, other: Partial<QuoteSources> = {}): QuoteSources {
  const { tariffOf = flatTariff('10') } = other
  return {
    destination: shippedDestination(at),
    rates: exchangeRates(),
    ratesPublishedBy: 'HMRC',
    ratesAreOfficialIn: ['GB'],
    tariffOf,
    goodsOf: tariffOf,
    tariffStatesVat: 'never',
    gapsFor: () => [],
    declarableBelow: () => ({ codes: [], areAll: true }),
    ...other,
  }
}

/** The quote of a sale on a day. */
export function quoteOn(
  day: string,
  request: QuoteRequest,
  { at, ...other }: Partial<QuoteSources> & { readonly at: string },
): Result<LandedCost> {
  return quoteLandedCost(request, localDate(day), sourcesFor(at, other))
}

/** The amounts of a quote by rule, or the failures by place. */
export function amountsOf(quote: Result<LandedCost>): Readonly<Record<string, string>> {
  if (!quote.ok) {
    return Object.fromEntries(quote.failures.map(({ path, code }: Failure) => [path, code]))
  }
  const sums: Record<string, string> = { regime: quote.value.regime.id }
  for (const { rule, amount } of quote.value.charges) {
    sums[rule] = fromBig(toBig(amount.amount).plus(sums[rule] ?? '0'))
  }
  return sums
}
