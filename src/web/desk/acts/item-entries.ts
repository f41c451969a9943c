import type { ItemCorrection } from '../../../authority/officers/finding.ts'
import type { LodgedItem } from '../../../authority/message/lodged-declaration.ts'
import type { Wire } from '../wire.ts'

/** What is typed about one item; what is left empty stays as it is declared. */
export interface ItemEntry {
  readonly commodityCode: string
  readonly amount: string
  readonly currency: string
  readonly netMassKg: string
  readonly supplementaryQuantity: string
  readonly originCountry: string
  readonly preferenceCode: string
}

/** An entry in which nothing is typed yet; a price is given in the currency of the declared one. */
export function emptyEntry(item: Wire<LodgedItem>): ItemEntry {
  return {
    commodityCode: '',
    amount: '',
    currency: item.itemPrice?.currency ?? 'GBP',
    netMassKg: '',
    supplementaryQuantity: '',
    originCountry: '',
    preferenceCode: '',
  }
}

/** The correction that an entry comes to; absent where nothing was typed. */
export function correctionOf(sequence: number, entry: ItemEntry): ItemCorrection | undefined {
  const { commodityCode, amount, currency, netMassKg, supplementaryQuantity } = entry
  const { originCountry, preferenceCode } = entry
  const correction: ItemCorrection = {
    sequence,
    ...(commodityCode === '' ? {} : { commodityCode }),
    ...(amount === '' ? {} : { itemPrice: { amount, currency } }),
    ...(netMassKg === '' ? {} : { netMassKg }),
    ...(supplementaryQuantity === '' ? {} : { supplementaryQuantity }),
    ...(originCountry === '' ? {} : { originCountry }),
    ...(preferenceCode === '' ? {} : { preferenceCode }),
  }
  return Object.keys(correction).length === 1 ? undefined : correction
}

/** What the last findings of an inspection say an item should have been declared as. */
export function entryOfFinding(
  item: Wire<LodgedItem>,
  finding: ItemCorrection | undefined,
): ItemEntry {
  const empty = emptyEntry(item)
  return {
    commodityCode: finding?.commodityCode ?? '',
    amount: finding?.itemPrice?.amount ?? '',
    currency: finding?.itemPrice?.currency ?? empty.currency,
    netMassKg: finding?.netMassKg ?? '',
    supplementaryQuantity: finding?.supplementaryQuantity ?? '',
    originCountry: finding?.originCountry ?? '',
    preferenceCode: finding?.preferenceCode ?? '',
  }
}
