import { Type, type Static } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import { jsonPointer } from '../json-pointer.ts'
import { type DecimalText, fractionDigits } from '../money/decimal.ts'
import {
  compare,
  inMinorUnits,
  minorUnitDecimals,
  type Money,
  subtract,
  sum,
  zero,
} from '../money/money.ts'
import { currencyCode, oneOf, text } from '../order/schema.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import type { LandedCharge } from './landed-charge.ts'
import type { LandedCost } from './landed-cost.ts'

/** Authorities repay and carriers credit: a bill can lower what an earlier one has charged. */
const billedAmount = Type.Object(
  {
    amount: Type.Unsafe<DecimalText>(
      Type.String({
        pattern: '^-?\\d{1,15}(\\.\\d{1,6})?$',
        description:
          'exact decimal as text, with a point, such as "12.50"; below zero where the bill gives back',
        [DESCRIPTION_ZH]: '以文本书写的精确小数，小数点用“.”，如 "12.50"；退款或贷记为负数',
        examples: ['12.50', '-12.50'],
      }),
    ),
    currency: currencyCode,
  },
  { additionalProperties: false, description: 'what the bill charges or gives back' },
)

/** One line of a bill that came after a quote: what an authority or a carrier really charged. */
export const billedChargeSchema = Type.Object(
  {
    kind: oneOf(
      ['customs-duty', 'additional-duty', 'excise', 'import-tax', 'sale-tax', 'fee'],
      'kind of charge',
    ),
    /** From 1; absent where the bill does not say for which goods. */
    lineNumber: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'line of the quote',
        [DESCRIPTION_ZH]: '报价的行号',
      }),
    ),
    amount: billedAmount,
    billedBy: oneOf(
      ['customs', 'carrier', 'postal-operator', 'marketplace', 'broker'],
      'who billed',
    ),
    reference: text(70, 'number of the bill or of the assessment'),
  },
  { additionalProperties: false },
)

/** One line of a bill, see {@link billedChargeSchema}. */
export type BilledCharge = Readonly<Static<typeof billedChargeSchema>>

/** A kind of charge as it was quoted and as it was billed. */
export interface ReconciledKind {
  readonly kind: LandedCharge['kind']
  readonly quoted: Money
  readonly billed: Money
  /** Billed less quoted: above zero where more was billed than quoted. */
  readonly difference: Money
  readonly outcome:
    'as-quoted' | 'more-than-quoted' | 'less-than-quoted' | 'not-billed' | 'not-quoted'
}

/** What a quote said beside what was really charged. */
export interface QuoteReconciliation {
  readonly kinds: readonly ReconciledKind[]
  readonly quoted: Money
  readonly billed: Money
  readonly difference: Money
}

/**
 * Sets what was billed beside what was quoted, kind by kind. Only bills in the currency of the quote
 * can be compared: a rate between would hide a difference or make one.
 */
export function reconcileQuote(
  { charges, totals }: LandedCost,
  billed: readonly BilledCharge[],
): Result<QuoteReconciliation> {
  const { currency } = totals
  const foreign = billed.flatMap(({ amount }, index) =>
    amount.currency === currency ? [] : [foreignBill(currency, index)],
  )
  return resultOf(foreign, () => {
    const kinds = [...new Set([...charges, ...billed].map(({ kind }) => kind))]
    const total = (items: readonly { readonly amount: Money }[]) =>
      asOnBills(
        sum(
          items.map(({ amount }) => amount),
          currency,
        ),
      )
    const [quoted, paid] = [total(charges), total(billed)]
    return {
      kinds: kinds.map((kind) => reconciled(kind, { charges, billed, total })),
      quoted,
      billed: paid,
      difference: asOnBills(subtract(paid, quoted)),
    }
  })
}

function reconciled(
  kind: LandedCharge['kind'],
  from: {
    readonly charges: readonly LandedCharge[]
    readonly billed: readonly BilledCharge[]
    readonly total: (items: readonly { readonly amount: Money }[]) => Money
  },
): ReconciledKind {
  const ofKind = <Item extends { readonly kind: LandedCharge['kind'] }>(items: readonly Item[]) =>
    items.filter((item) => item.kind === kind)
  const [charges, bills] = [ofKind(from.charges), ofKind(from.billed)]
  const [quoted, billed] = [from.total(charges), from.total(bills)]
  const difference = asOnBills(subtract(billed, quoted))
  const sign = compare(difference, zero(difference.currency))
  return { kind, quoted, billed, difference, outcome: outcome() }

  function outcome(): ReconciledKind['outcome'] {
    if (bills.length === 0) return 'not-billed'
    if (charges.length === 0) return 'not-quoted'
    if (sign === 0) return 'as-quoted'
    return sign > 0 ? 'more-than-quoted' : 'less-than-quoted'
  }
}

/** With all decimals of its currency; an amount that is stated finer than a coin stays as it is. */
function asOnBills(value: Money): Money {
  const isFiner = fractionDigits(value.amount) > minorUnitDecimals(value.currency)
  return isFiner ? value : inMinorUnits(value)
}

function foreignBill(currency: string, index: number): Failure {
  return {
    code: 'currency-mismatch',
    path: jsonPointer('billed', index, 'amount', 'currency'),
    message: `The quote is in ${currency}; a bill in another currency cannot be compared with it.`,
    mend: `State the amount in ${currency} as it stands on the bill of the authority or carrier.`,
    zh: {
      message: `报价以 ${currency} 计；其他货币的账单无法与之比较。`,
      mend: `请按海关或承运方账单填写 ${currency} 金额。`,
    },
  }
}
