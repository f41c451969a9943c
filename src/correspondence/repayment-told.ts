import type { CaseState } from '../clearance/case-state.ts'
import type { NewCaseEvent } from '../clearance/events/case-event.ts'
import { BANK } from '../clearance/ledger/postings.ts'
import { compare, money, subtract, zero } from '../customs/money/money.ts'
import type { RepaymentNotice } from '../exchange/letters/office-notice.ts'

/**
 * What was given back on a claim, tax by tax, from the newest debt on; to the deferment account what was
 * deferred, else to the bank. What was owed stays assessed as it was.
 * What the case has not recorded as paid cannot come back in its ledger; the decision stands in its thread.
 */
export function repaymentEvents(
  { debts }: CaseState,
  { lines, accountNumber }: RepaymentNotice,
  threadId: string,
): readonly NewCaseEvent[] {
  const events: NewCaseEvent[] = []
  const left = new Map(debts.map(({ debtId, amount }) => [debtId, amount]))
  for (const { taxType, amountGbp, method } of lines) {
    const to = method === 'E' && accountNumber !== undefined ? `deferment:${accountNumber}` : BANK
    let toGive = money(amountGbp, 'GBP')
    for (const { debtId, state } of debts.filter((debt) => debt.taxType === taxType).toReversed()) {
      const held = left.get(debtId) ?? zero('GBP')
      const part = compare(held, toGive) < 0 ? held : toGive
      const isPaid = state === 'paid' || state === 'refunded'
      if (!isPaid || compare(part, zero('GBP')) === 0) continue
      events.push({ type: 'debt-refunded', data: { debtId, by: part, to, claim: threadId } })
      left.set(debtId, subtract(held, part))
      toGive = subtract(toGive, part)
    }
  }
  return events
}
