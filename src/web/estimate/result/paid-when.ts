import type { LandedCharge } from '../../../customs/landed-cost/landed-charge.ts'
import type { LandedCost } from '../../../customs/landed-cost/landed-cost.ts'
import { exactSum } from '../../kit/format/exact-decimals.ts'
import type { ShownMoney } from '../../kit/format/formats.ts'

export const payers = ['buyer', 'seller'] as const
export const timings = ['at-sale', 'at-import', 'after-delivery'] as const

/** What each pays at each time; a cell is absent where no charge falls into it. */
export interface PaidWhen {
  readonly cells: Readonly<
    Record<LandedCharge['payer'], Partial<Record<LandedCharge['timing'], ShownMoney>>>
  >
  readonly totals: Readonly<Record<LandedCharge['payer'], ShownMoney>>
}

/** The charges of a quote by who pays them and when. */
export function paidWhen({ charges, totals }: LandedCost): PaidWhen {
  const { currency } = totals
  const cellsOf = (payer: LandedCharge['payer']) =>
    Object.fromEntries(
      timings.flatMap((timing) => {
        const due = charges.filter((charge) => charge.payer === payer && charge.timing === timing)
        if (due.length === 0) return []
        return [[timing, { amount: exactSum(due.map(({ amount }) => amount.amount)), currency }]]
      }),
    )
  return {
    cells: { buyer: cellsOf('buyer'), seller: cellsOf('seller') },
    totals: { buyer: totals.paidByBuyer, seller: totals.paidBySeller },
  }
}
