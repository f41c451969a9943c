import type { GoodsItem } from '../consignment/consignment.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import { type DutyEvaluation, evaluateDuty } from '../duty/evaluate-duty.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import { type MissingFact, missingFactText } from '../duty/missing-fact.ts'
import type { Quantities } from '../duty/quantity-in.ts'
import { type DecimalText, decimal } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import { type Failure, failure, type Result, success } from '../result.ts'

/** The goods that a duty expression is applied to. */
export interface DutiableGoods {
  readonly item: GoodsItem
  /** Place of the item in the input, for failures. */
  readonly path: string
  /** The value that percentages are taken of: customs value for duty, value for VAT for VAT. */
  readonly base: Money
  readonly measurementUnits: MeasurementUnits
}

/** An exact duty with its workings, before the authority's rounding. */
export type ExactDuty = Omit<DutyEvaluation & { readonly known: true }, 'known'>

/**
 * Works out the duty of an item exactly. Fails with `fact-missing` for each fact that the item does
 * not state, such as the net weight for a duty by weight.
 */
export function itemDuty(expression: DutyExpression, goods: DutiableGoods): Result<ExactDuty> {
  const { item, base, measurementUnits: units } = goods
  const evaluation = evaluateDuty(expression, {
    currency: base.currency,
    customsValue: base,
    quantities: quantitiesOf(item),
    exchangeRates: [],
    units,
  })
  if (evaluation.known) return success(evaluation)
  const [first, ...others] = evaluation.missing
  return failure(failureOf(first, goods), ...others.map((missing) => failureOf(missing, goods)))
}

/** Pieces are always known, because an order states how many; weights need not be. */
function quantitiesOf({ quantity, netWeightKg, grossWeightKg }: GoodsItem): Quantities {
  const quantities = new Map<string, DecimalText>([['NAR', decimal(String(quantity))]])
  if (netWeightKg !== undefined) quantities.set('KGM', netWeightKg)
  if (grossWeightKg !== undefined) quantities.set('KGMG', grossWeightKg)
  return quantities
}

function failureOf(missing: MissingFact, { item, path, measurementUnits }: DutiableGoods): Failure {
  if (missing.fact === 'quantity' && missing.unit === 'KGM') return netWeightMissing(item, path)
  const { en, zh } = missingFactText(missing, measurementUnits)
  return {
    code: 'fact-missing',
    path,
    message: `Item ${item.itemNumber} (${item.description}): ${en}.`,
    mend: 'Ask a customs broker for these goods, or send the other items without them.',
    zh: {
      message: `第${item.itemNumber}项（${item.description}）：${zh}。`,
      mend: '请就这些货物咨询报关行，或不含这些货物发运其余各项。',
    },
  }
}

function netWeightMissing({ itemNumber, description }: GoodsItem, path: string): Failure {
  return {
    code: 'fact-missing',
    path: `${path}/netWeightKg`,
    message: `Item ${itemNumber} (${description}) bears a duty by weight, but its net weight is not stated.`,
    mend: 'State the net weight of all pieces of the item in kilograms.',
    zh: {
      message: `第${itemNumber}项（${description}）按重量计征关税，但没有填写净重。`,
      mend: '请填写该项全部货物的净重（千克）。',
    },
  }
}
