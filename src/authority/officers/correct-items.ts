import { decimal } from '../../customs/money/decimal.ts'
import { failure } from '../../customs/result.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import type { ChangedItem } from '../notification/content.ts'
import { itemPointer, type DeclarationError, type PointerStep } from '../rules/declaration-error.ts'
import type { ItemCorrection } from './finding.ts'

/** The declaration as it would be with the items as an officer holds them to be. */
export function correct(
  declaration: LodgedDeclaration,
  corrections: readonly ItemCorrection[],
): LodgedDeclaration {
  const items = declaration.items.map((item): LodgedItem => {
    const correction = corrections.find((candidate) => candidate.sequence === item.sequence)
    return correction === undefined ? item : { ...item, ...changedItem(correction) }
  })
  return { ...declaration, items }
}

/** A correction as the trader is told of it. */
export function changedItem(correction: ItemCorrection): ChangedItem {
  const { sequence, commodityCode, itemPrice, netMassKg, supplementaryQuantity } = correction
  const { originCountry, preferenceCode } = correction
  return {
    sequence,
    ...(commodityCode === undefined ? {} : { commodityCode }),
    ...(itemPrice === undefined
      ? {}
      : { itemPrice: { amount: decimal(itemPrice.amount), currency: itemPrice.currency } }),
    ...(netMassKg === undefined ? {} : { netMassKg: decimal(netMassKg) }),
    ...(supplementaryQuantity === undefined
      ? {}
      : { supplementaryQuantity: decimal(supplementaryQuantity) }),
    ...(originCountry === undefined ? {} : { originCountry }),
    ...(preferenceCode === undefined ? {} : { preferenceCode }),
  }
}

/** Where in the declaration each corrected fact stands. */
const PLACES: Readonly<Record<Exclude<keyof ItemCorrection, 'sequence'>, string>> = {
  commodityCode: '23A/21A#1/145',
  itemPrice: '23A/79A/112',
  netMassKg: '23A/65A/128',
  supplementaryQuantity: '23A/65A/130',
  originCountry: '92A/063',
  preferenceCode: '23A/50A/164',
}

/** The places of a declaration that a correction changes. */
export function correctionPointers(
  correction: ItemCorrection,
): readonly (readonly PointerStep[])[] {
  return Object.entries(PLACES)
    .filter(([field]) => correction[field as keyof typeof PLACES] !== undefined)
    .map(([, place]) => itemPointer(correction.sequence, place))
}

/** The reasons are those of the message interface, which has them in English and as codes. */
export function notAssessable(errors: readonly DeclarationError[]): ReturnType<typeof failure> {
  const reasons = errors.map(({ reason }) => reason).join(' ')
  return failure({
    code: 'unknown-commodity-code',
    path: '/items',
    message: `The corrected declaration cannot be assessed: ${reasons}`,
    mend: 'Correct the items so that the tariff has a line for each of them.',
    zh: {
      message: `更正后的报关单无法核税（${errors.map(({ code }) => code).join('、')}）。`,
      mend: '请更正各项货物，使税则中均有对应的税目。',
    },
  })
}
