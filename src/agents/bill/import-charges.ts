import type { CaseState, DebtStanding } from '../../clearance/case-state.ts'
import type { MainState } from '../../clearance/life-cycle/main-life-cycle.ts'
import type { DebtState } from '../../clearance/life-cycle/side-life-cycles.ts'
import { taxTypeName } from '../../customs/duty/tax-type-words.ts'
import { isZero } from '../../customs/money/decimal.ts'
import { type Money, sum } from '../../customs/money/money.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import {
  type BillLine,
  type BillLineKind,
  billLineNames,
  type BillLineStanding,
} from './bill-line.ts'

/**
 * Where duty and tax on a bill come from.
 * - `settled`: customs has its money, or there will be nothing to pay.
 * - `assessed`: as customs has worked them out; they may still be corrected.
 * - `quoted`: as estimated; customs may charge otherwise.
 * - `not-known-yet`: nothing has been quoted, so they are missing from the bill.
 */
export const importChargesBases = ['settled', 'assessed', 'quoted', 'not-known-yet'] as const

/**
 * How far duty and tax as a whole can be relied on: `settled` only when no part of them is open.
 */
export type ImportChargesBasis = (typeof importChargesBases)[number]

/** Duty and tax of a consignment with what they rest on. */
export interface ImportCharges {
  readonly basis: ImportChargesBasis
  readonly lines: readonly BillLine[]
}

/** What duty and tax are known from. */
export interface ImportChargesFacts {
  readonly state: CaseState
  /** The latest quote, absent before there is one. */
  readonly quote?: Quote
}

/** Duty and tax as they stand: owed once customs has decided, before that assessed, else quoted. */
export function importCharges({ state, quote }: ImportChargesFacts): ImportCharges {
  if (state.debts.length > 0) return owedCharges(state.debts)
  if (endedWithoutCharge.has(state.main)) return { basis: 'settled', lines: [] }
  if (state.assessment !== undefined) return assessedCharges(state)
  if (quote === undefined) return { basis: 'not-known-yet', lines: [] }
  const taxes = quote.charges.filter((charge) => charge.collector === 'customs')
  return {
    basis: 'quoted',
    lines: taxes.map(({ taxType, name, amount }) => ({
      ...{ kind: kindOf(taxType ?? ''), standing: 'estimated', text: name, amount },
    })),
  }
}

/** How a case can end so that customs charges nothing any more. */
const endedWithoutCharge: ReadonlySet<MainState> = new Set([
  ...(['expired', 'invalidated', 'refused', 'seized'] as const),
  ...(['destroyed', 'abandoned', 'restored', 'forfeited'] as const),
])

const standingOf: Readonly<Record<DebtState, BillLineStanding>> = {
  due: 'assessed',
  secured: 'assessed',
  paid: 'settled',
  refunded: 'settled',
  'written-off': 'settled',
}

/** A re-assessment adds a debt or lowers one; the buyer sees one line a tax for each standing. */
function owedCharges(debts: readonly DebtStanding[]): ImportCharges {
  const owed = debts.filter(
    ({ state, amount }) => state !== 'written-off' && !isZero(amount.amount),
  )
  const standings = ['assessed', 'settled'] as const
  return {
    basis: debts.every(({ state }) => standingOf[state] === 'settled') ? 'settled' : 'assessed',
    lines: taxTypesOf(owed).flatMap((taxType) =>
      standings.flatMap((standing) => {
        const amounts = owed
          .filter((debt) => debt.taxType === taxType && standingOf[debt.state] === standing)
          .map(({ amount }) => amount)
        return taxLines(taxType, standing, amounts)
      }),
    ),
  }
}

/** Before there are debts the assessment itself says what will be owed, which may be nothing. */
function assessedCharges({ assessment }: CaseState): ImportCharges {
  const { lines, state } = assessment!
  const payable = lines.filter((line) => !isZero(line.payable.amount))
  const isNothing = payable.length === 0 && state !== 'notified'
  return {
    basis: isNothing ? 'settled' : 'assessed',
    lines: taxTypesOf(payable).flatMap((taxType) =>
      taxLines(
        taxType,
        'assessed',
        payable.filter((line) => line.taxType === taxType).map((line) => line.payable),
      ),
    ),
  }
}

function taxTypesOf(items: readonly { readonly taxType: string }[]): readonly string[] {
  return [...new Set(items.map(({ taxType }) => taxType))]
}

/** The line of one tax, none where there is nothing of this standing. */
function taxLines(
  taxType: string,
  standing: BillLineStanding,
  amounts: readonly Money[],
): readonly BillLine[] {
  const [first] = amounts
  if (first === undefined) return []
  const kind = kindOf(taxType)
  const text = kind === 'other-charge' ? taxTypeName(taxType) : billLineNames[kind]
  return [{ kind, standing, text, amount: sum(amounts, first.currency) }]
}

/**
 * UK tax types as they stand in an assessment: A00 and B00 are duty and value added tax, A50 and B05 the
 * same in Northern Ireland by the duty of the Union.
 */
function kindOf(taxType: string): BillLineKind {
  switch (taxType) {
    case 'A00':
    case 'A50':
      return 'customs-duty'
    case 'B00':
    case 'B05':
      return 'import-vat'
    default:
      return 'other-charge'
  }
}
