import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { Destination } from './destination.ts'

type TaxRate = Destination['taxRates'][number]

/** A rate of VAT, GST or the like as an imported list states it. */
export interface StatedTaxRate extends Pick<TaxRate, 'name' | 'validFrom' | 'validUntil'> {
  /** ISO 3166 code of the country whose rate it is. */
  readonly country: string
  /** The region of the country, where its regions differ. */
  readonly region?: string
  readonly percent: DecimalText
  /** The goods that bear it, by the beginnings of their codes; absent of the standard rate. */
  readonly goods?: {
    readonly name: BilingualText
    readonly codes: readonly string[]
    readonly except: readonly string[]
  }
  readonly law: { readonly title: string; readonly url: string }
  readonly confidence: TaxRate['confidence']
}

/** The rates of tax of one imported edition. */
export interface TaxRateEdition {
  readonly edition: string
  readonly rates: readonly StatedTaxRate[]
}

/**
 * A destination with imported rates of tax before its own. From the first day of which an edition speaks
 * of a country or region, what earlier editions say of it holds no more. The rates that come with
 * the program stand behind them: they are taken where no edition has one for the goods and the day.
 *
 * @param editions the one that holds latest first
 */
export function withStatedTaxRates(
  destination: Destination,
  editions: readonly TaxRateEdition[],
): Destination {
  const countries = new Set(destination.members ?? [destination.destination])
  const ours = editions.flatMap(({ edition, rates }) =>
    rates.flatMap((rate, index) =>
      countries.has(rate.country) ? [{ ...rate, edition, id: idOf(edition, index) }] : [],
    ),
  )
  if (ours.length === 0) return destination
  const held = withoutSuperseded(ours)
  return {
    ...destination,
    taxRates: [...held.map((rate) => taxRateOf(rate, destination)), ...destination.taxRates],
    goodsGroups: [...destination.goodsGroups, ...held.flatMap(groupOf)],
    laws: [...destination.laws, ...held.map(lawOf)],
  }
}

/** A rate with the edition that states it, and a name for its law and goods. */
interface HeldRate extends StatedTaxRate {
  readonly edition: string
  readonly id: string
}

/** Of one edition no two rates have the same place in it. */
function idOf(edition: string, index: number): string {
  return `tax-rate-${edition}-${index}`
}

/** Each place goes by the latest edition that speaks of it, for the days before that by the one before. */
function withoutSuperseded(latestFirst: readonly HeldRate[]): readonly HeldRate[] {
  return latestFirst.flatMap((rate, index) => {
    const later = latestFirst
      .slice(0, index)
      .filter((other) => other.edition !== rate.edition && placeOf(other) === placeOf(rate))
    const ends = [rate.validUntil, ...later.map(({ validFrom }) => validFrom)]
    const until = ends.reduce(earlier, undefined)
    if (until === undefined) return [rate]
    return until <= rate.validFrom ? [] : [{ ...rate, validUntil: until }]
  })
}

function placeOf({ country, region = '' }: StatedTaxRate): string {
  return `${country} ${region}`
}

function earlier(one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one < other ? one : other
}

function taxRateOf(
  { country, region, name, percent, goods, validFrom, validUntil, ...rate }: HeldRate,
  { members }: Destination,
): TaxRate {
  const { id, edition, confidence } = rate
  return {
    ...{ name, percent, validFrom, law: id, edition, confidence },
    ...(validUntil !== undefined && { validUntil }),
    ...(goods && { goods: id }),
    ...(members && { member: country }),
    ...(region !== undefined && { region }),
  }
}

function groupOf({ id, goods }: HeldRate): Destination['goodsGroups'] {
  if (goods === undefined) return []
  return [{ id, name: { ...goods.name }, codes: [...goods.codes], except: [...goods.except] }]
}

function lawOf({
  id,
  law,
  validFrom,
  confidence,
  percent,
  edition,
}: HeldRate): Destination['laws'][number] {
  return {
    ...{ id, ...law, inForceFrom: validFrom, confidence, sources: [edition] },
    says: { en: `The rate is ${percent}%.`, zh: `税率为 ${percent}%。` },
  }
}
