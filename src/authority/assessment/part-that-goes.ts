import { money, type Money } from '../../customs/money/money.ts'
import {
  compareDecimals,
  multiplyDecimals,
  subtractDecimals,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { divideAndRound } from '../../customs/money/rounding.ts'
import type { LodgedItem } from '../message/lodged-declaration.ts'
import type { ItemValue } from './item-value.ts'

/** The places of decimals to which masses and quantities are declared (elements 6/1, 6/2 and 6/5). */
const QUANTITY_DECIMALS = 6

/** Whether nothing of an item goes, because officers keep all of it. */
export function isWhollyKept({ keptBack }: Pick<LodgedItem, 'keptBack'>): boolean {
  return keptBack !== undefined && compareDecimals(keptBack.kept, keptBack.of) === 0
}

/**
 * An item with the price, masses and quantities of what goes of it. What is shared by all items, such as
 * freight, has fallen on the whole consignment, so it is shared out before and not by these.
 */
export function itemThatGoes(item: LodgedItem): LodgedItem {
  const { keptBack, grossMassKg, netMassKg, supplementaryQuantity, itemPrice, taxBases } = item
  if (keptBack === undefined) return item
  const quantity = (whole: DecimalText) => shareOf(whole, keptBack, QUANTITY_DECIMALS)
  return {
    ...item,
    ...(grossMassKg !== undefined && { grossMassKg: quantity(grossMassKg) }),
    ...(netMassKg !== undefined && { netMassKg: quantity(netMassKg) }),
    ...(supplementaryQuantity !== undefined && {
      supplementaryQuantity: quantity(supplementaryQuantity),
    }),
    ...(itemPrice !== undefined && { itemPrice: sumThatGoes(itemPrice, keptBack) }),
    ...(taxBases !== undefined && {
      taxBases: Object.fromEntries(
        Object.entries(taxBases).map(([unit, whole]) => [unit, quantity(whole)]),
      ),
    }),
  }
}

/** The value of what goes of an item, from the value of all of it. */
export function valueThatGoes(value: ItemValue, { keptBack }: LodgedItem): ItemValue {
  if (keptBack === undefined) return value
  const pence = (whole: DecimalText) => shareOf(whole, keptBack, 2)
  return {
    ...value,
    priceGbp: pence(value.priceGbp),
    customsValueGbp: pence(value.customsValueGbp),
    vatAdditionsGbp: pence(value.vatAdditionsGbp),
    steps: [
      ...value.steps,
      {
        what: 'kept back by customs',
        amountGbp: subtractDecimals(pence(value.customsValueGbp), value.customsValueGbp),
      },
    ],
  }
}

/** A sum in its own currency, to the cent. */
export function sumThatGoes(
  { amount, currency }: Money,
  keptBack: NonNullable<LodgedItem['keptBack']>,
): Money {
  return money(shareOf(amount, keptBack, 2), currency)
}

function shareOf(
  whole: DecimalText,
  { kept, of }: NonNullable<LodgedItem['keptBack']>,
  decimals: number,
): DecimalText {
  const going = subtractDecimals(of, kept)
  return divideAndRound(multiplyDecimals(whole, going), of, {
    decimals,
    rounding: 'truncate',
  })
}
