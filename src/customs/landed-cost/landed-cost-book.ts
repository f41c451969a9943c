import { codesNotFound } from '../coverage/codes-not-found.ts'
import { concernsSale } from '../coverage/concerns-sale.ts'
import { inOrder } from '../coverage/coverage-gap.ts'
import { gapsHeld } from '../coverage/gaps-held.ts'
import type { Destination } from '../destination/destination.ts'
import type { GoodsCatalogue } from '../goods-search/goods-catalogue.ts'
import type { ChapterNames } from '../nomenclature/chapter-names.ts'
import { failure, type Result, success } from '../result.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { QuoteVocabulary } from './check-quote-request.ts'
import {
  changesIn,
  declarableIn,
  goodsInTariff,
  lineTariff,
  type LoadedTariff,
  vatStatedBy,
} from './loaded-tariff.ts'
import { feesIn, type OwnFee } from './own-fees.ts'
import type { QuoteSources } from './quote-landed-cost.ts'

export type { LoadedTariff } from './loaded-tariff.ts'

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
  /** What the chapters of every tariff hold, for tariffs that have no line for them. */
  readonly chapters: ChapterNames
  /** What goods are called in plain words, to find their codes by. */
  readonly commonGoods: GoodsCatalogue
  /** What carriers, posts and brokers of whoever asks charge for their own work. */
  readonly ownFees?: readonly OwnFee[]
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

/** A book is never changed, so what it has for a country is put together once. */
const sourcesOfBooks = new WeakMap<LandedCostBook, Map<string, QuoteSources>>()

/**
 * What a quote to a country is made from. Fails with `not-covered` where nothing is known of what the
 * country charges.
 */
export function quoteSources(book: LandedCostBook, country: string): Result<QuoteSources> {
  const ofBook = sourcesOfBooks.get(book) ?? new Map<string, QuoteSources>()
  const held = ofBook.get(country)
  if (held !== undefined) return success(held)
  const known = findDestination(book, country)
  if (!known.ok) return known
  const sources = sourcesFor(country, known.value, book)
  sourcesOfBooks.set(book, ofBook.set(country, sources))
  return success(sources)
}

function sourcesFor(country: string, destination: Destination, book: LandedCostBook): QuoteSources {
  const tariff = book.tariffs.get(destination.destination)
  const { rates, ratesPublishedBy, ratesAreOfficialIn } = book
  const ownFees = feesIn(book.ownFees ?? [], country, destination)
  return {
    destination,
    rates,
    ratesPublishedBy,
    ratesAreOfficialIn,
    tariffStatesVat: tariff === undefined ? 'never' : vatStatedBy(tariff),
    gapsFor: (sale) => {
      const gaps = gapsHeld({ destination, tariff, on: sale.charging.on })
      const concerning = gaps.filter((gap) => concernsSale(gap, sale))
      const unknown = codesNotFound(tariff, sale)
      return unknown.length === 0 ? concerning : inOrder([...unknown, ...concerning])
    },
    tariffOf: (question) => lineTariff(tariff, question),
    goodsOf: (question) => goodsInTariff(tariff, question),
    declarableBelow: (code, on) =>
      tariff === undefined ? { codes: [], areAll: false } : declarableIn(tariff, { code, on }),
    changesBelow: (beginning, origin) =>
      tariff === undefined ? [] : changesIn(tariff, { beginning, origin }),
    ...(ownFees.length > 0 && { ownFees }),
  }
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
