import { inMinorUnits, type CurrencyCode, isPositive, type Money, sum } from '../money/money.ts'
import type { Charge, ChargeKind, ItemValuation, QuoteTotals } from './quote.ts'

/** Adds up a quote; every amount is written with all decimals of the currency. */
export function quoteTotals(
  items: readonly ItemValuation[],
  charges: readonly Charge[],
  currency: CurrencyCode,
): QuoteTotals {
  const total = (amounts: readonly Money[]) => inMinorUnits(sum(amounts, currency))
  const ofKind = (kind: ChargeKind) =>
    total(charges.filter((charge) => charge.kind === kind).map((charge) => charge.amount))
  const [customsDuty, importVat] = [ofKind('customs-duty'), ofKind('import-vat')]
  const [additionalDuty, excise] = [ofKind('additional-duty'), ofKind('excise')]
  return {
    customsValue: total(items.map((item) => item.customsValue)),
    customsDuty,
    ...(isPositive(additionalDuty) && { additionalDuty }),
    ...(isPositive(excise) && { excise }),
    importVat,
    saleVat: ofKind('sale-vat'),
    fees: ofKind('fee'),
    charges: total(charges.map((charge) => charge.amount)),
    dueAtImport: total([customsDuty, additionalDuty, excise, importVat]),
  }
}
