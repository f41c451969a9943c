import type { GoodsItem } from '../consignment/consignment.ts'
import type { ProvenPreference } from '../documents/proven-preference.ts'
import type { ReckonedSale } from '../landed-cost/landed-cost-of.ts'
import { inMinorUnits, type Money, sum } from '../money/money.ts'
import type { Result } from '../result.ts'
import type { Charge, ItemValuation, QuotedPreference } from './quote.ts'

/** A goods item whose sale was worked out, with the taxes that it bears. */
export interface TaxedItem {
  readonly item: GoodsItem
  readonly taxes: readonly Charge[]
}

/** How the value of one goods item was built up, read off the line of the sale that it is. */
export function itemValuation(
  { item, taxes }: TaxedItem,
  { charging }: ReckonedSale,
  provenPreferences: readonly ProvenPreference[],
): ItemValuation {
  const { itemNumber, origin } = item
  const index = itemNumber - 1
  const goods = charging.goods[index]
  // Where nothing is charged, nobody has asked the tariff.
  const commodityCode = goods?.commodityCode ?? item.commodityCode
  if (commodityCode === undefined || origin === undefined) {
    throw new Error('goods without a code or an origin are not quoted')
  }
  const { parts } = charging.valued.lines[index]!
  const customsValue = known(parts['customs-value'])
  const duties = taxes.filter(({ kind }) => kind !== 'import-vat').map(({ amount }) => amount)
  const vat = taxes.find(({ taxType }) => taxType === 'B00')
  const preference = preferenceOf(item, charging, provenPreferences)
  return {
    ...{ itemNumber, commodityCode, origin },
    price: known(parts.price),
    freight: known(parts.freight),
    insurance: known(parts.insurance),
    customsValue,
    vatValue: vat?.base ?? inMinorUnits(sum([customsValue, ...duties], customsValue.currency)),
    ...(goods?.vat?.additionalCode !== undefined && {
      vatAdditionalCode: goods.vat.additionalCode,
    }),
    ...(goods?.supplementaryUnit !== undefined && { supplementaryUnit: goods.supplementaryUnit }),
    ...(goods?.documentsAsked && { documentsAsked: goods.documentsAsked }),
    ...(preference && { preference }),
  }
}

/** The preference that the duty of the item rests on, where it rests on one. */
function preferenceOf(
  { itemNumber }: GoodsItem,
  { tariffs }: ReckonedSale['charging'],
  provenPreferences: readonly ProvenPreference[],
): QuotedPreference | undefined {
  if (tariffs[itemNumber - 1]?.option.kind !== 'preference') return undefined
  const proven = provenPreferences.find((preference) => preference.itemNumber === itemNumber)
  if (proven === undefined) throw new Error(`nothing proves the preference of item ${itemNumber}`)
  const { agreement, claiming, proof } = proven
  const { preferenceCode, preferentialOrigin } = claiming
  return { agreement, preferenceCode, preferentialOrigin, proof }
}

/** @throws Error for a part that is not known, because a British value is made of all of them */
function known(part: Result<Money>): Money {
  if (!part.ok) throw new Error(`a value is not known: ${part.failures[0].message}`)
  return inMinorUnits(part.value)
}
