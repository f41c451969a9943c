import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { LandedCharge } from '../../../customs/landed-cost/landed-charge.ts'
import type { LandedCost } from '../../../customs/landed-cost/landed-cost.ts'
import type { ShownMoney } from '../../kit/format/formats.ts'
import { exactSum } from '../../kit/format/exact-decimals.ts'

/** What a bar stands for, which gives it its colour. */
export type StepKind = LandedCharge['kind'] | 'price' | 'delivery' | 'sum'

/** One bar of the way from the price of the goods to what they cost at the door. */
export interface WaterfallStep {
  readonly id: string
  readonly kind: StepKind
  readonly name: BilingualText
  readonly amount: ShownMoney
  readonly from: { readonly amount: string }
  readonly to: { readonly amount: string }
  /** The charges that the bar stands for; none for price and carriage. */
  readonly charges: readonly LandedCharge[]
}

const words = {
  goods: { en: 'Goods', zh: '货值' },
  freight: { en: 'Freight', zh: '运费' },
  insurance: { en: 'Insurance', zh: '保险费' },
  sum: { en: 'Landed cost', zh: '到岸总成本' },
}

/** The bars of a quote: the goods, their carriage, each charge over all lines, and the sum of all. */
export function waterfallSteps({ totals, charges }: LandedCost): readonly WaterfallStep[] {
  const { currency, goods, freight, insurance, landedCost } = totals
  const parts = [
    { id: 'goods', kind: 'price', name: words.goods, amount: goods.amount, charges: [] },
    ...delivery('freight', freight),
    ...delivery('insurance', insurance),
    ...alikeTogether(charges).map((alike) => ({
      id: idOf(alike[0]!),
      kind: alike[0]!.kind,
      name: alike[0]!.name,
      amount: exactSum(alike.map(({ amount }) => amount.amount)),
      charges: alike,
    })),
  ] as const
  let reached = '0'
  const steps = parts.map(({ amount, ...part }): WaterfallStep => {
    const from = reached
    reached = exactSum([reached, amount])
    return {
      ...part,
      amount: { amount, currency },
      from: { amount: from },
      to: { amount: reached },
    }
  })
  const sum = { from: { amount: '0' }, to: landedCost, amount: landedCost, charges: [] }
  return [...steps, { id: 'sum', kind: 'sum', name: words.sum, ...sum }]
}

function delivery(name: 'freight' | 'insurance', amount: ShownMoney | undefined) {
  if (amount === undefined || /^0(\.0+)?$/.test(amount.amount)) return []
  return [
    { id: name, kind: 'delivery', name: words[name], amount: amount.amount, charges: [] },
  ] as const
}

/** The same charge of several lines is one bar. */
export function alikeTogether(
  charges: readonly LandedCharge[],
): readonly (readonly LandedCharge[])[] {
  const groups = new Map<string, readonly LandedCharge[]>()
  for (const charge of charges) {
    groups.set(idOf(charge), [...(groups.get(idOf(charge)) ?? []), charge])
  }
  return [...groups.values()]
}

/** What tells charges apart that are drawn apart. */
export function idOf({ rule, name }: LandedCharge): string {
  return `${rule} ${name.en}`
}
