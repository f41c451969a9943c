import { type Money, negate } from '../../customs/money/money.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { PenaltyEvent } from '../life-cycle/side-life-cycles.ts'

/** One side of a posting: debit positive, credit negative. */
export interface Entry {
  readonly account: string
  readonly amount: Money
}

/** A balanced set of entries; the sum of its amounts is zero. */
export interface Posting {
  readonly memo: string
  readonly entries: readonly [Entry, Entry]
}

/** What is owed to the authority in this case. */
export const OWED_TO_CUSTOMS = 'owed-to-customs'
/** What lies with the authority as security and is ours until it decides. */
export const SECURITY = 'security-at-customs'
/** What penalties cost the business itself; no party is billed for them. */
export const PENALTIES = 'penalties'
/** Money received from or paid for the parties. */
export const BANK = 'bank'

/** What a party owes for this case: `receivable:seller`. */
export function receivableFrom(payer: string): string {
  return `receivable:${payer}`
}

/**
 * The posting that an event means, or none. A debt is owed to customs and claimed from the party
 * that bears it; paying it moves what is owed to the account it was paid from, to which a refund comes back; a settlement brings
 * the party's money in.
 */
export function postingFor(state: CaseState, event: NewCaseEvent): Posting | undefined {
  switch (event.type) {
    case 'debt-incurred': {
      const { amount, payer, taxType } = event.data
      return posting(`${taxType} assessed`, receivableFrom(payer), OWED_TO_CUSTOMS, amount)
    }
    case 'debt-reduced': {
      const { payer, taxType } = debtOf(state, event.data.debtId)
      return posting(`${taxType} lowered`, OWED_TO_CUSTOMS, receivableFrom(payer), event.data.by)
    }
    case 'debt-paid': {
      const { amount, taxType } = debtOf(state, event.data.debtId)
      return posting(`${taxType} paid`, OWED_TO_CUSTOMS, event.data.how, amount)
    }
    case 'debt-refunded': {
      const { payer, taxType } = debtOf(state, event.data.debtId)
      const { by, to = BANK } = event.data
      return posting(`${taxType} refunded`, to, receivableFrom(payer), by)
    }
    case 'debt-written-off': {
      const { amount, payer, taxType } = debtOf(state, event.data.debtId)
      return posting(`${taxType} not owed`, OWED_TO_CUSTOMS, receivableFrom(payer), amount)
    }
    case 'security-given': {
      const { securityId, amount, how } = event.data
      return posting(`${typeOf(securityId)} secured`, SECURITY, how, amount)
    }
    case 'security-returned': {
      const { securityId, by } = event.data
      return posting(`${typeOf(securityId)} returned`, howOf(state, securityId), SECURITY, by)
    }
    case 'security-taken': {
      // The debt is paid from the account that the security came from, so the two cancel out there.
      const { securityId, by } = event.data
      return posting(`${typeOf(securityId)} taken`, howOf(state, securityId), SECURITY, by)
    }
    case 'penalty-imposed':
    case 'penalty-lowered':
    case 'penalty-paid':
    case 'penalty-withdrawn':
      return penaltyPosting(state, event)
    case 'charges-settled': {
      const { payer, amount, reference } = event.data
      return posting(`settled, ${reference}`, BANK, receivableFrom(payer), amount)
    }
    default:
      return undefined
  }
}

/** The state is that before the event. What was paid comes back to where it was paid from. */
function penaltyPosting(
  { penalties = [], caseId }: CaseState,
  event: Extract<NewCaseEvent, { type: PenaltyEvent }>,
): Posting | undefined {
  if (event.type === 'penalty-warned') return undefined
  if (event.type === 'penalty-imposed') {
    return posting('penalty imposed', PENALTIES, OWED_TO_CUSTOMS, event.data.amount)
  }
  const penalty = penalties.find(({ penaltyId }) => penaltyId === event.data.penaltyId)
  if (penalty === undefined) throw new RangeError(`no ${event.data.penaltyId} in case ${caseId}`)
  const { amount, how = OWED_TO_CUSTOMS } = penalty
  if (amount === undefined) return undefined
  switch (event.type) {
    case 'penalty-lowered':
      return posting('penalty lowered', how, PENALTIES, event.data.by)
    case 'penalty-paid':
      return posting('penalty paid', OWED_TO_CUSTOMS, event.data.how, amount)
    case 'penalty-withdrawn':
      return posting('penalty withdrawn', how, PENALTIES, amount)
  }
}

/** The id of a security begins with what it is for. */
function typeOf(securityId: string): string {
  return securityId.split(':')[0] ?? securityId
}

function howOf({ caseId, securities = [] }: CaseState, securityId: string): string {
  const how = securities.find((known) => known.securityId === securityId)?.how
  if (how === undefined) throw new RangeError(`${securityId} was not given in case ${caseId}`)
  return how
}

function debtOf(state: CaseState, debtId: string) {
  const debt = state.debts.find((known) => known.debtId === debtId)
  if (debt === undefined) throw new RangeError(`no debt ${debtId} in case ${state.caseId}`)
  return debt
}

function posting(memo: string, debit: string, credit: string, amount: Money): Posting {
  return {
    memo,
    entries: [
      { account: debit, amount },
      { account: credit, amount: negate(amount) },
    ],
  }
}
