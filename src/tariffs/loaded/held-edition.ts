import type { ScheduleRates } from '../../customs/formats/us-hts/index.ts'
import type { TaxRateEdition } from '../../customs/destination/stated-tax-rate.ts'
import type { MeasureBook } from '../../customs/measures/measure-index.ts'
import { packedMeasureBook } from '../../customs/measures/packed-measures.ts'
import { type IndexedNomenclature, indexEdition } from '../../customs/nomenclature/nomenclature.ts'
import {
  footnotedCodes,
  type FootnotedEdition,
  type ProductList,
} from '../../customs/programmes/index.ts'
import { readExchangeRates, type RatePeriod } from '../../customs/tariff/exchange-rates.ts'
import { chapterContent, contentOfChapters } from '../content/chapter-parts.ts'
import type { ContentKind } from '../content/content-kinds.ts'
import type { ScheduleContent } from '../content/schedule-content.ts'
import { tariffOfParts } from '../content/tariff-content.ts'
import type { TariffEdition } from '../edition.ts'

/** A schedule with its codes in order, and the rates that it prints, if any. */
export interface HeldSchedule {
  readonly kind: 'schedule'
  readonly indexed: IndexedNomenclature
  readonly rates?: ScheduleRates
  /** What its footnotes refer to; absent where the form of its file has none. */
  readonly footnoted?: FootnotedEdition
}

/** The rates of exchange of a period. */
export interface HeldExchangeRates {
  readonly kind: 'exchange-rates'
  readonly periods: readonly RatePeriod[]
}

/** An integrated tariff with its measures, which stay packed. */
export interface HeldTariff {
  readonly kind: 'integrated-tariff'
  readonly indexed: IndexedNomenclature
  readonly measures: MeasureBook
  /** Every type of its measures. */
  readonly measureTypes: ReadonlySet<string>
}

/** Lists of goods that additional duties go by. */
export interface HeldProductLists {
  readonly kind: 'product-lists'
  readonly lists: readonly ProductList[]
}

/** The rates of VAT of an edition. */
export interface HeldTaxRates extends TaxRateEdition {
  readonly kind: 'tax-rates'
}

/** The content of an edition as it is looked up in. */
export type HeldEdition =
  HeldSchedule | HeldTariff | HeldExchangeRates | HeldProductLists | HeldTaxRates

/** The kinds of content that are quoted from; a nomenclature without rates is shown and compared alone. */
export type HeldKind = Exclude<ContentKind, 'nomenclature'>

/** A part of an edition in the form in which editions that have it in common share it. */
export function readHeldPart(kind: HeldKind, stored: object): object {
  return kind === 'schedule' ? chapterContent(stored) : stored
}

/**
 * Makes the content of an edition ready.
 *
 * @param parts what {@link readHeldPart} has made of each of its parts, in the order of publication
 * @throws Error where the database holds what no import can have written
 */
export function holdEdition(
  edition: TariffEdition,
  kind: HeldKind,
  parts: readonly object[],
): HeldEdition {
  switch (kind) {
    case 'schedule':
      return heldSchedule(edition, parts as readonly ScheduleContent[])
    case 'integrated-tariff':
      return heldTariff(edition, parts)
    case 'product-lists':
      return { kind, lists: (parts as readonly HeldProductLists[]).flatMap(({ lists }) => lists) }
    case 'tax-rates':
      return {
        ...{ kind, edition: edition.edition },
        rates: (parts as readonly HeldTaxRates[]).flatMap(({ rates }) => rates),
      }
    case 'exchange-rates':
      return { kind, periods: heldPeriods(edition, parts) }
  }
}

function heldSchedule(
  { edition: id, effectiveFrom: validFrom }: TariffEdition,
  chapters: readonly ScheduleContent[],
): HeldSchedule {
  const { rows, rates, footnotes } = contentOfChapters(chapters)
  return {
    kind: 'schedule',
    indexed: indexEdition({ id, validFrom, rows }),
    ...(rates && { rates: { id, validFrom, rates } }),
    ...(footnotes && { footnoted: { validFrom, codes: footnotedCodes(footnotes) } }),
  }
}

function heldTariff(
  { edition, effectiveFrom: validFrom }: TariffEdition,
  parts: readonly object[],
): HeldTariff {
  const { chapters, areas } = tariffOfParts(parts)
  const packed = chapters.map(({ measures }) => measures)
  return {
    kind: 'integrated-tariff',
    indexed: indexEdition({ id: edition, validFrom, rows: chapters.flatMap(({ rows }) => rows) }),
    measures: packedMeasureBook({ edition, areas, chapters: packed }),
    measureTypes: new Set(packed.flatMap(({ terms }) => terms.map(({ type }) => type))),
  }
}

function heldPeriods({ edition }: TariffEdition, parts: readonly object[]): readonly RatePeriod[] {
  const read = readExchangeRates('GBP', parts)
  if (!read.ok) throw new Error(`edition ${edition}: ${read.failures[0].message}`)
  return read.value.periods
}
