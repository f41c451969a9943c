import { compareDecimals, type DecimalText } from '../money/decimal.ts'
import { applicableTariff, type TariffSource } from './applicable-tariff.ts'

/** Kinds of rate that are compared with their like. */
export type ComparedCategory = 'third-country' | 'preference' | 'suspension' | 'quota'

/** A lawful way to charge goods under one of the two tariffs. */
export interface SourcedOption {
  readonly id: string
  readonly source: TariffSource
  readonly category: ComparedCategory
  /** The duty of the option, exact. */
  readonly duty: DecimalText
}

/** Two options whose duties were held against each other. */
export interface ComparedPair {
  readonly uk: SourcedOption
  readonly xi: SourcedOption
}

/** The options that are left when both tariffs have been held against each other. */
export interface ComparedOptions {
  readonly pairs: readonly ComparedPair[]
  readonly kept: readonly SourcedOption[]
}

/** The goods with all options of both tariffs; each has one of third countries. */
export interface OptionsOfBothTariffs {
  readonly customsValue: DecimalText
  readonly uk: readonly SourcedOption[]
  readonly xi: readonly SourcedOption[]
}

/**
 * Holds the options of the two tariffs against each other for goods to Northern Ireland. Each British
 * option meets the cheapest European one of its category, else the European rate of third countries;
 * `applicableTariff` says which of the two is left. European options of a category that the British
 * tariff does not have are left as they are, and one rate of third countries is left in the end.
 *
 * Source: UK Trade Tariff duty calculator, goods from the rest of the world to Northern Ireland (read
 * 2026-11-23).
 * @throws TypeError when a tariff has no rate of third countries
 */
export function compareOptions({ customsValue, uk, xi }: OptionsOfBothTariffs): ComparedOptions {
  const [ukGeneral, xiGeneral] = [thirdCountryOf(uk), thirdCountryOf(xi)]
  const pairs = uk.map((option) => ({
    uk: option,
    xi: cheapestOf(xi, option.category) ?? xiGeneral,
  }))
  const chosen = pairs.map((pair) => winnerOf(pair, customsValue))
  const general = winnerOf({ uk: ukGeneral, xi: xiGeneral }, customsValue)
  const others = [...onlyEuropean(uk, xi), ...chosen].filter(
    ({ category }) => category !== 'third-country',
  )
  return { pairs, kept: [general, ...new Set(others)] }
}

function thirdCountryOf(options: readonly SourcedOption[]): SourcedOption {
  const found = options.find(({ category }) => category === 'third-country')
  if (found === undefined) throw new TypeError('a tariff always has a rate of third countries')
  return found
}

function cheapestOf(
  options: readonly SourcedOption[],
  category: ComparedCategory,
): SourcedOption | undefined {
  return options
    .filter((option) => option.category === category)
    .toSorted((left, right) => compareDecimals(left.duty, right.duty))
    .at(0)
}

function winnerOf({ uk, xi }: ComparedPair, customsValue: DecimalText): SourcedOption {
  const source = applicableTariff({ customsValue, ukDuty: uk.duty, xiDuty: xi.duty })
  return source === 'uk' ? uk : xi
}

function onlyEuropean(
  uk: readonly SourcedOption[],
  xi: readonly SourcedOption[],
): readonly SourcedOption[] {
  const british = new Set(uk.map(({ category }) => category))
  return xi.filter(({ category }) => !british.has(category))
}
