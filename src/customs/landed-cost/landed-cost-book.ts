import { gapsOf } from '../coverage/coverage-of.ts'
import type { Destination } from '../destination/destination.ts'
import type { GoodsCatalogue } from '../goods-search/goods-catalogue.ts'
import { findCode } from '../nomenclature/find-code.ts'
import { readLineTariff } from '../measures/read-line-tariff.ts'
import { readGoodsInTariff } from '../measures/read-goods-in-tariff.ts'
import { statedDuty } from '../measures/stated-duty.ts'
import { statedVat } from '../measures/stated-vat.ts'
import type { TariffFacts } from '../measures/tariff-facts.ts'
import { failure, type Failures, type Result, success } from '../result.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { QuoteVocabulary } from './check-quote-request.ts'
import type { GoodsInTariff, LineTariff } from './duty-option.ts'
import type { QuoteSources, TariffQuestion } from './quote-landed-cost.ts'

/** All that is loaded to quote from. It is built once and never changed; a new edition makes a new one. */
export interface LandedCostBook {
  /** By the code of their file, such as `NO` or `EU`. */
  readonly destinations: ReadonlyMap<string, Destination>
  readonly rates: ExchangeRates
  readonly ratesPublishedBy: string
  readonly ratesAreOfficialIn: readonly string[]
  /** The codes that sales may speak of. */
  readonly vocabulary: QuoteVocabulary
  /** The tariffs that are loaded, by destination. */
  readonly tariffs: ReadonlyMap<string, LoadedTariff>
  /** What goods are called in plain words, to find their codes by. */
  readonly commonGoods: GoodsCatalogue
}

/** A tariff with what belongs to its way of charging. */
export interface LoadedTariff extends TariffFacts {
  readonly statesVat: QuoteSources['tariffStatesVat']
  /** Adds what stacks on the measures in this country, such as the American programmes. */
  readonly stackOn?: (tariff: LineTariff, question: TariffQuestion) => Result<LineTariff>
}

/** The destination that a country belongs to: itself, or the union that it is a member of. */
export function destinationOf(
  { destinations }: LandedCostBook,
  country: string,
): Destination | undefined {
  const own = destinations.get(country)
  if (own !== undefined) return own
  return [...destinations.values()].find(({ members }) => members?.includes(country) === true)
}

/** The same where it has to be there. Fails with `not-covered`, which names the destinations that are. */
export function findDestination(book: LandedCostBook, country: string): Result<Destination> {
  const destination = destinationOf(book, country)
  return destination === undefined
    ? failure(unknownDestination(book, country))
    : success(destination)
}

/**
 * What a quote to a country is made from. Fails with `not-covered` where nothing is known of what the
 * country charges.
 */
export function quoteSources(book: LandedCostBook, country: string): Result<QuoteSources> {
  const known = findDestination(book, country)
  if (!known.ok) return known
  const destination = known.value
  const tariff = book.tariffs.get(destination.destination)
  const { rates, ratesPublishedBy, ratesAreOfficialIn } = book
  return success({
    ...{ destination, rates, ratesPublishedBy, ratesAreOfficialIn },
    tariffStatesVat: tariff?.statesVat ?? 'never',
    gapsOn: (on) => gapsOf({ destination, tariff, on }),
    tariffOf: (question) => lineTariff(tariff, question),
    goodsOf: (question) => goodsInTariff(tariff, question),
    declarableBelow: (code, on) => {
      if (tariff === undefined) return []
      const standing = findCode(tariff.nomenclature, { code, on })
      if (standing.kind !== 'heads-a-group') return []
      return standing.declarable.flatMap(({ row }) =>
        row.code === undefined ? [] : [{ commodityCode: row.code, description: row.descriptions }],
      )
    },
  })
}

/**
 * What the loaded tariff says of a line. The rate that a line states stands in only where the tariff
 * is not loaded or does not hold the goods; elsewhere it is not charged, and the quote says so.
 */
function lineTariff(
  tariff: LoadedTariff | undefined,
  question: TariffQuestion,
): Result<LineTariff> {
  if (tariff === undefined) return statedDuty(question)
  const { statesVat } = tariff
  const { dutyPercent } = question.request.lines[question.lineIndex]!
  const read = readLineTariff(tariff, question)
  if (!read.ok) {
    if (dutyPercent === undefined || !doesNotHoldTheGoods(read.failures)) return read
    const duty = statedDuty(question)
    return duty.ok && statesVat === 'for-some-goods'
      ? success(withStatedVat(duty.value, question))
      : duty
  }
  const noted = dutyPercent === undefined ? read.value : withUnusedRate(read.value, dutyPercent)
  return tariff.stackOn === undefined ? success(noted) : tariff.stackOn(noted, question)
}

/** What the loaded tariff says of goods that bear no duty; the rate of VAT that a line states stands in. */
function goodsInTariff(
  tariff: LoadedTariff | undefined,
  question: TariffQuestion,
): Result<GoodsInTariff> {
  if (tariff === undefined) return success({ notCovered: [], editions: [] })
  const read = readGoodsInTariff(tariff, question)
  return !read.ok && doesNotHoldTheGoods(read.failures) ? success(statedVat(question)) : read
}

function withStatedVat(tariff: LineTariff, question: TariffQuestion): LineTariff {
  const { vat, vatIsUnknown, notCovered } = statedVat(question)
  return {
    ...tariff,
    ...(vat && { vat }),
    ...(vatIsUnknown && { vatIsUnknown }),
    notCovered: [...tariff.notCovered, ...notCovered],
  }
}

function doesNotHoldTheGoods(failures: Failures): boolean {
  return failures.every(
    ({ code }) => code === 'unknown-commodity-code' || code === 'tariff-edition-missing',
  )
}

function withUnusedRate(tariff: LineTariff, percent: string): LineTariff {
  const note = {
    en: `The stated rate of ${percent}% was not used, because the tariff is loaded and says the rate.`,
    zh: `已载入税则并按其税率计征，未采用所填的 ${percent}%。`,
  }
  return { ...tariff, notCovered: [...tariff.notCovered, note] }
}

function unknownDestination({ destinations }: LandedCostBook, country: string) {
  const known = [...destinations.keys()].toSorted().join(', ')
  return {
    code: 'not-covered',
    path: '/destination/country',
    message: `Nothing is known here of what ${country} charges on imports.`,
    mend: `Covered are ${known}, and the members of the unions among them.`,
    zh: {
      message: `此处没有 ${country} 进口税费的资料。`,
      mend: `已涵盖：${known}，以及其中各联盟的成员国。`,
    },
  } as const
}
