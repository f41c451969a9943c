import { type CurrencyCode, inMinorUnits, type Money, subtract, sum } from '../money/money.ts'
import type { Quote } from './quote.ts'

/** What is due of one tax. */
export interface TaxDue {
  /** As the authority codes it: `A00` customs duty, `B00` VAT. */
  readonly taxType: string
  readonly amount: Money
}

/** One tax before and after; nothing is due of what one side lacks. */
export interface ComparedTax {
  readonly taxType: string
  readonly before: Money
  readonly after: Money
  /** Negative where less is due. */
  readonly difference: Money
}

/** What a quote says is due at import, charge by charge. */
export function taxesAtImport({ charges }: Quote): readonly TaxDue[] {
  return charges.flatMap(({ taxType, amount, timing }) =>
    taxType === undefined || timing !== 'at-import' ? [] : [{ taxType, amount }],
  )
}

/** Compares what is due tax by tax over all goods items, in the order of the codes. */
export function compareTaxes(
  before: readonly TaxDue[],
  after: readonly TaxDue[],
  currency: CurrencyCode,
): readonly ComparedTax[] {
  const taxTypes = [...new Set([...before, ...after].map(({ taxType }) => taxType))].sort()
  const due = (taxes: readonly TaxDue[], wanted: string): Money => {
    const amounts = taxes.filter(({ taxType }) => taxType === wanted).map(({ amount }) => amount)
    return inMinorUnits(sum(amounts, currency))
  }
  return taxTypes.map((taxType) => {
    const [then, now] = [due(before, taxType), due(after, taxType)]
    return { taxType, before: then, after: now, difference: subtract(now, then) }
  })
}
