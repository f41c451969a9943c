import type { GoodsItem } from '../consignment/consignment.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import { cite, type Laws } from '../law/law.ts'
import { add, inMinorUnits } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import { type Result, success } from '../result.ts'
import type { TaxLineRounding } from '../tariff/thresholds.ts'
import { itemDuty } from './item-duty.ts'
import type { ItemTaxFacts } from './item-tax-facts.ts'
import type { Charge, ItemValuation } from './quote.ts'
import { taxCharge } from './tax-charge.ts'
import type { ValuedItem } from './value-goods.ts'

/** What holds for every item of a consignment. */
export interface TaxTerms {
  readonly lane: LaneDecision
  readonly laws: Laws
  readonly measurementUnits: MeasurementUnits
  readonly rounding: TaxLineRounding
  readonly borneBy: Order['dutiesBilledTo']
}

/** One goods item with its values and the taxes charged on it. */
export interface QuotedItem {
  readonly valuation: ItemValuation
  readonly charges: readonly Charge[]
}

/** Works out duty and import VAT of one goods item, as far as its lane charges them. */
export function quoteItem(
  item: GoodsItem,
  { facts, value }: { readonly facts: ItemTaxFacts; readonly value: ValuedItem },
  terms: TaxTerms,
): Result<QuotedItem> {
  const duty = customsDuty(item, { facts, value }, terms)
  if (!duty.ok) return duty
  const { commodityCode, origin, vatAdditionalCode } = facts
  const vatValue =
    duty.value === undefined
      ? value.customsValue
      : inMinorUnits(add(value.customsValue, duty.value.amount))
  const valuation: ItemValuation = {
    itemNumber: item.itemNumber,
    ...{ commodityCode, origin, ...value, vatValue },
    ...(vatAdditionalCode && { vatAdditionalCode }),
    ...(duty.value && facts.duty.preference && { preference: facts.duty.preference }),
  }
  const vat = importVat(item, { facts, valuation }, terms)
  return success({
    valuation,
    charges: [duty.value, vat].filter((charge) => charge !== undefined),
  })
}

/**
 * @law S.I. 2020/1430: the rate of import duty is that of the tariff for the commodity code;
 *   S.I. 2020/1457, regulation 3: that of the preferential tariff for goods that prove their origin
 */
function customsDuty(
  item: GoodsItem,
  { facts, value }: { readonly facts: ItemTaxFacts; readonly value: ValuedItem },
  { lane, laws, measurementUnits, rounding, borneBy }: TaxTerms,
): Result<Charge | undefined> {
  if (lane.customsDuty === 'relieved') return success(undefined)
  const { expression, edition, law } = facts.duty
  const base = value.customsValue
  const exact = itemDuty(expression, {
    item,
    path: jsonPointer('goodsItems', item.itemNumber - 1),
    base,
    measurementUnits,
  })
  if (!exact.ok) return exact
  return success(
    taxCharge({
      kind: 'customs-duty',
      item,
      base,
      expression,
      edition,
      exact: exact.value,
      measurementUnits,
      law: cite(laws, law),
      rounding,
      borneBy,
    }),
  )
}

/** @law Value Added Tax Act 1994, section 21: value for VAT is customs value with duty and delivery */
function importVat(
  item: GoodsItem,
  { facts, valuation }: { readonly facts: ItemTaxFacts; readonly valuation: ItemValuation },
  { lane, laws, measurementUnits, rounding, borneBy }: TaxTerms,
): Charge | undefined {
  if (lane.vat === 'charged-at-sale') return undefined
  const { vatRate, vatLaw } = facts
  const base = valuation.vatValue
  const expression: DutyExpression = [{ kind: 'ad-valorem', percent: vatRate.percent }]
  const exact = itemDuty(expression, { item, path: '', base, measurementUnits })
  if (!exact.ok) throw new Error('a percentage needs no quantity')
  return taxCharge({
    kind: 'import-vat',
    item,
    base,
    expression,
    edition: `gb-vat-${vatRate.name}-${vatRate.validity.from}`,
    exact: exact.value,
    measurementUnits,
    law: cite(laws, vatLaw),
    rounding,
    borneBy,
  })
}
