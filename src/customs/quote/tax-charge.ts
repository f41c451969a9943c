import type { GoodsItem } from '../consignment/consignment.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import { dutyText } from '../duty/duty-text.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import type { LawReference } from '../law/law.ts'
import type { Money } from '../money/money.ts'
import { round } from '../money/rounding.ts'
import type { Order } from '../order/order.ts'
import type { TaxLineRounding } from '../tariff/thresholds.ts'
import { formulaOf } from './formula.ts'
import type { ExactDuty } from './item-duty.ts'
import type { Charge } from './quote.ts'

/** One tax on one goods item, before it is rounded as the authority rounds it. */
export interface TaxLine {
  readonly kind: 'customs-duty' | 'import-vat'
  readonly item: GoodsItem
  readonly base: Money
  readonly expression: DutyExpression
  /** Edition of the data that the rate was read from. */
  readonly edition: string
  readonly exact: ExactDuty
  readonly measurementUnits: MeasurementUnits
  readonly law: LawReference
  readonly rounding: TaxLineRounding
  readonly borneBy: Order['dutiesBilledTo']
}

/** How the authority codes the taxes, and what bills and formulas call them. */
const taxes = {
  'customs-duty': {
    taxType: 'A00',
    name: { en: 'Customs duty', zh: '关税' },
    baseName: { en: 'customs value', zh: '完税价格' },
  },
  'import-vat': {
    taxType: 'B00',
    name: { en: 'Import VAT', zh: '进口增值税' },
    baseName: { en: 'value for VAT', zh: '增值税计税价格' },
  },
} as const

/** The charge that a tax line comes to, with its arithmetic in words. */
export function taxCharge(line: TaxLine): Charge {
  const { kind, item, base, expression, exact, measurementUnits, rounding } = line
  const { taxType, name, baseName } = taxes[kind]
  const amount: Money = {
    amount: round(exact.duty.amount, rounding.decimals, rounding.rule),
    currency: exact.duty.currency,
  }
  return {
    kind,
    name,
    taxType,
    itemNumber: item.itemNumber,
    base,
    rate: { text: dutyText(expression, measurementUnits), expression, edition: line.edition },
    amount,
    formula: formulaOf({ exact, base, baseName, measurementUnits, amount, rounding }),
    law: line.law,
    borneBy: line.borneBy,
    rounding,
    collector: 'customs',
    timing: 'at-import',
  }
}
