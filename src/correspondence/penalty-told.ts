import type { CaseState } from '../clearance/case-state.ts'
import type { NewCaseEvent, PenaltyData } from '../clearance/events/case-event.ts'
import { BANK } from '../clearance/ledger/postings.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import { compare, money, type Money, subtract, zero } from '../customs/money/money.ts'
import type { PenaltyNotice } from '../exchange/letters/office-notice.ts'

/**
 * What a notice about a warning or a penalty means for its case. What is known already means nothing
 * more, and a letter that has overtaken the one before it is made up for.
 */
export function penaltyEvents(
  { penalties = [] }: CaseState,
  notice: PenaltyNotice,
  threadId: string,
): readonly NewCaseEvent[] {
  const penaltyId = `${notice.mrn}/${notice.number}`
  const known = penalties.find((penalty) => penalty.penaltyId === penaltyId)
  if (known?.state === 'withdrawn') return []
  const amount = notice.amountGbp === undefined ? undefined : money(notice.amountGbp, 'GBP')
  const given = known === undefined ? [givenBy(notice, { penaltyId, threadId, amount })] : []
  const lowered = known === undefined ? [] : loweredBy(known.amount, amount, penaltyId)
  return [...given, ...lowered, ...endedBy(notice, known?.state, penaltyId)]
}

interface Given {
  readonly penaltyId: string
  readonly threadId: string
  readonly amount: Money | undefined
}

function givenBy(
  { what, law, imposedOn, reviewBy }: PenaltyNotice,
  { penaltyId, threadId, amount }: Given,
): NewCaseEvent {
  const days = { imposedOn: imposedOn as LocalDate, reviewBy: reviewBy as LocalDate }
  const data: PenaltyData = { penaltyId, what, law, ...days, threadId }
  return amount === undefined
    ? { type: 'penalty-warned', data }
    : { type: 'penalty-imposed', data: { ...data, amount } }
}

function loweredBy(
  before: Money | undefined,
  now: Money | undefined,
  penaltyId: string,
): readonly NewCaseEvent[] {
  if (before === undefined || now === undefined) return []
  const by = subtract(before, now)
  return compare(by, zero('GBP')) > 0 ? [{ type: 'penalty-lowered', data: { penaltyId, by } }] : []
}

/** Penalties are paid into the bank of the authority; the deferment account is for duties. */
function endedBy(
  { standing }: PenaltyNotice,
  state: string | undefined,
  penaltyId: string,
): readonly NewCaseEvent[] {
  if (standing === 'withdrawn') return [{ type: 'penalty-withdrawn', data: { penaltyId } }]
  return standing === 'paid' && state !== 'paid'
    ? [{ type: 'penalty-paid', data: { penaltyId, how: BANK } }]
    : []
}
