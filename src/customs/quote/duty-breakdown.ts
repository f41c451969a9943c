import type { BilingualText } from '../bilingual-text.ts'
import { add, isPositive, subtract, sum, type Money, zero } from '../money/money.ts'
import type { Charge, ChargeKind, Quote } from './quote.ts'
import type { AssessedTaxLine, TaxDifference } from './tax-difference.ts'

/** One bar of the drawing in which the charges build up on the price of the goods. */
export interface BreakdownBar {
  readonly id:
    'goods' | 'freight' | 'insurance' | 'customs-value' | 'vat-value' | ChargeKind | 'all-together'
  /** A `part` is added to what stands before it, a `sum` says what it has come to. */
  readonly kind: 'part' | 'sum'
  readonly name: BilingualText
  readonly amount: Money
  /** Where the bar begins and ends on the scale of the drawing. */
  readonly from: Money
  readonly to: Money
  /** The charges of the bar, each with its arithmetic; none for values. */
  readonly charges: readonly Charge[]
}

/** A tax of an item as it was quoted and as it was assessed. */
export interface ComparedTax {
  readonly itemNumber: number
  readonly taxType: string
  readonly quoted: Money
  readonly assessed: Money
  /** Assessed less quoted: negative where customs charged less. */
  readonly difference: Money
  readonly cause?: string
  readonly explanation?: BilingualText
}

/** What the authority has assessed, beside what was quoted. */
export interface Comparison {
  readonly taxes: readonly ComparedTax[]
  readonly quoted: Money
  readonly assessed: Money
  readonly difference: Money
}

const valueNames = {
  goods: { en: 'Goods', zh: '货物价格' },
  freight: { en: 'Freight', zh: '运费' },
  insurance: { en: 'Insurance', zh: '保险费' },
  'customs-value': { en: 'Customs value', zh: '完税价格' },
  'vat-value': { en: 'Value for VAT', zh: '增值税计税价格' },
  'all-together': { en: 'All together', zh: '合计' },
} as const satisfies Readonly<Record<string, BilingualText>>

const chargeNames: Readonly<Record<ChargeKind, BilingualText>> = {
  'customs-duty': { en: 'Customs duty', zh: '关税' },
  'additional-duty': { en: 'Additional duties', zh: '附加关税' },
  excise: { en: 'Excise', zh: '消费税' },
  'import-vat': { en: 'Import VAT', zh: '进口增值税' },
  'sale-vat': { en: 'VAT charged at sale', zh: '销售时已收增值税' },
  fee: { en: 'Fees', zh: '手续费' },
}

/** The charges of a quote as they build up on the price of the goods, in the order of the law. */
export function dutyBreakdown({
  currency,
  items,
  charges,
  totals,
}: Quote): readonly BreakdownBar[] {
  const valueOf = (part: 'price' | 'freight' | 'insurance') =>
    sum(
      items.map((item) => item[part]),
      currency,
    )
  const bars: BreakdownBar[] = []
  let height = zero(currency)
  const part = (bar: Pick<BreakdownBar, 'id' | 'name' | 'amount' | 'charges'>): void => {
    const to = add(height, bar.amount)
    bars.push({ ...bar, kind: 'part', from: height, to })
    height = to
  }
  const value = (id: 'goods' | 'freight' | 'insurance', amount: Money): void => {
    part({ id, name: valueNames[id], amount, charges: [] })
  }
  const total = (id: 'customs-value' | 'vat-value' | 'all-together', amount: Money): void => {
    const from = zero(currency)
    bars.push({ id, kind: 'sum', name: valueNames[id], amount, from, to: amount, charges: [] })
  }
  const charged = (kind: ChargeKind): void => {
    const ofKind = charges.filter((charge) => charge.kind === kind)
    if (ofKind.length === 0) return
    const amount = sum(
      ofKind.map((charge) => charge.amount),
      currency,
    )
    part({ id: kind, name: chargeNames[kind], amount, charges: ofKind })
  }
  value('goods', valueOf('price'))
  value('freight', valueOf('freight'))
  if (isPositive(valueOf('insurance'))) value('insurance', valueOf('insurance'))
  total('customs-value', totals.customsValue)
  charged('customs-duty')
  charged('additional-duty')
  charged('excise')
  if (charges.some(({ kind }) => kind === 'import-vat')) total('vat-value', height)
  charged('import-vat')
  charged('sale-vat')
  charged('fee')
  total('all-together', height)
  return bars
}

/** Quoted and assessed taxes side by side, those of one item together. */
export function compareTaxes(
  { charges, currency }: Quote,
  lines: readonly AssessedTaxLine[],
  differences: readonly ExplainedDifference[],
): Comparison {
  const quotedTaxes = charges.flatMap(({ itemNumber, taxType, amount }) =>
    itemNumber === undefined || taxType === undefined ? [] : [{ itemNumber, taxType, amount }],
  )
  const assessedTaxes = lines.map(({ itemNumber, taxType, assessed }) => ({
    ...{ itemNumber, taxType },
    amount: assessed,
  }))
  const keys = [...new Set([...quotedTaxes, ...assessedTaxes].map(keyOf))]
  const taxes = keys.map((key): ComparedTax => {
    const amountIn = (list: readonly TaxAmount[]) =>
      sum(
        list.filter((tax) => keyOf(tax) === key).map(({ amount }) => amount),
        currency,
      )
    const [quoted, assessed] = [amountIn(quotedTaxes), amountIn(assessedTaxes)]
    const [itemNumber, taxType = ''] = key.split(' ')
    const explained = differences.find((difference) => keyOf(difference) === key)
    return {
      ...{ itemNumber: Number(itemNumber), taxType, quoted, assessed },
      difference: subtract(assessed, quoted),
      ...(explained && { cause: explained.cause, explanation: explained.explanation }),
    }
  })
  const total = (side: 'quoted' | 'assessed' | 'difference') =>
    sum(
      taxes.map((tax) => tax[side]),
      currency,
    )
  return {
    taxes: taxes.toSorted(
      (left, right) =>
        left.itemNumber - right.itemNumber || left.taxType.localeCompare(right.taxType),
    ),
    ...{ quoted: total('quoted'), assessed: total('assessed'), difference: total('difference') },
  }
}

/** What is recorded of a difference; old records may hold a cause that is not named any more. */
type ExplainedDifference = Omit<TaxDifference, 'cause'> & { readonly cause: string }

interface TaxAmount {
  readonly itemNumber: number
  readonly taxType: string
  readonly amount: Money
}

function keyOf(tax: { readonly itemNumber: number; readonly taxType: string }): string {
  return `${tax.itemNumber} ${tax.taxType}`
}
