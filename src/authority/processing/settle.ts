import type { Instant } from '../../customs/calendar/local-date.ts'
import {
  addDecimals,
  compareDecimals,
  decimal,
  isZero,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { payableByMethod, type Assessment } from '../assessment/assessment.ts'
import type { PaymentState } from '../store/tables.ts'
import { negated, type AccountBook } from './account-book.ts'
import { amend, move, note, notify, unchanged, wakeAt, type LodgementChange } from './change.ts'
import { secondsAfter } from './instant.ts'
import { THE_OFFICE, type Lodgement, type OpenControl } from './lodgement.ts'
import { notifyTax } from './notify-tax.ts'

/** What is the same for every lodgement of a batch: moment, accounts, the office's patience. */
export interface SettlementKnowledge {
  readonly now: Instant
  /** Locked for the transaction, and charged in place by the lodgements of the batch. */
  readonly accounts: AccountBook
  /** How long after a 14 the reminder 15 follows. */
  readonly reminderSeconds: number
}

/** The facts beside an accepted lodgement on which its release depends. */
export interface SettlementFacts {
  readonly assessment: Assessment
  readonly openControls: readonly OpenControl[]
  /** What has been charged or paid so far by each method of payment. */
  readonly chargedByMethod: ReadonlyMap<string, DecimalText>
}

const DEFERMENT = 'E'
const CASH = 'A'

/**
 * Brings an accepted lodgement as far as it can come: once nothing blocks it the debt is charged
 * and the goods are released, with 09 when all is done and with 08 when something stays open.
 */
export function settle(
  start: LodgementChange,
  facts: SettlementFacts,
  knowledge: SettlementKnowledge,
): LodgementChange {
  if (facts.openControls.some((control) => control.blocksRelease)) return start
  const cash = outstanding(facts, CASH)
  if (compareDecimals(cash, decimal('0')) > 0) return waitForCash(start, cash, knowledge)

  const even = repayCash(start, cash)
  const paid = chargeDeferment(even, outstanding(facts, DEFERMENT), knowledge)
  if (paid.lodgement.paymentState !== 'settled') return paid
  return letGo(confirmTax(paid, facts.assessment), facts, knowledge.now)
}

/** Clears goods that were released with something open, once nothing is. */
export function closeReleased(
  lodgement: Lodgement,
  openControls: readonly OpenControl[],
  now: Instant,
): LodgementChange {
  if (openControls.length > 0) return unchanged(lodgement)
  const cleared = notify(move(unchanged(lodgement), 'clear', { endedAt: now }), { code: '09' })
  return note(cleared, { actor: THE_OFFICE, what: 'cleared', detail: {} })
}

function outstanding(
  { assessment, chargedByMethod }: SettlementFacts,
  method: string,
): DecimalText {
  const lines = payableByMethod(assessment).get(method) ?? []
  const payable = addDecimals(...lines.map((line) => line.payableGbp))
  return addDecimals(payable, negated(chargedByMethod.get(method) ?? decimal('0')))
}

/** A correction downward after payment leaves money to be paid back. */
function repayCash(change: LodgementChange, cash: DecimalText): LodgementChange {
  if (isZero(cash)) return change
  const repayment = { method: CASH, amountGbp: cash, reference: 'repayment after correction' }
  return { ...change, charges: [...change.charges, repayment] }
}

function waitForCash(
  change: LodgementChange,
  amountGbp: DecimalText,
  { now }: SettlementKnowledge,
): LodgementChange {
  if (change.lodgement.paymentState === 'awaiting-cash') return change
  return note(payment(change, 'awaiting-cash', now), {
    actor: THE_OFFICE,
    what: 'waiting for payment',
    detail: { amountGbp },
  })
}

/** Charges or credits the account; where it has too little, 14 now and 15 when that lasts. */
function chargeDeferment(
  change: LodgementChange,
  amountGbp: DecimalText,
  { now, accounts, reminderSeconds }: SettlementKnowledge,
): LodgementChange {
  const { lodgement } = change
  if (isZero(amountGbp)) return payment(change, 'settled', now)
  const [accountNumber] = lodgement.declaration.defermentAccounts
  if (accountNumber === undefined) throw new Error(`${lodgement.mrn} defers without an account`)
  if (accounts.covers(accountNumber, amountGbp)) {
    accounts.book(accountNumber, amountGbp)
    const charge = { method: DEFERMENT, accountNumber, amountGbp, reference: lodgement.mrn }
    const charged = { ...change, charges: [...change.charges, charge] }
    return note(payment(charged, 'settled', now), {
      actor: THE_OFFICE,
      what: 'charged to the deferment account',
      detail: { accountNumber, amountGbp },
    })
  }
  const shortfall = { accountNumber, amountGbp }
  if (lodgement.paymentState !== 'insufficient' && lodgement.paymentState !== 'reminded') {
    const told = notify(payment(change, 'insufficient', now), { code: '14', shortfall })
    const noted = note(told, {
      actor: THE_OFFICE,
      what: 'the deferment account has too little',
      detail: shortfall,
    })
    return wakeAt(noted, secondsAfter(now, reminderSeconds))
  }
  return remind(change, { now, reminderSeconds, shortfall })
}

interface Reminder {
  readonly now: Instant
  readonly reminderSeconds: number
  readonly shortfall: { readonly accountNumber: string; readonly amountGbp: DecimalText }
}

/** A top-up that was too small wakes the lodgement too, so the time is checked and not assumed. */
function remind(
  change: LodgementChange,
  { now, reminderSeconds, shortfall }: Reminder,
): LodgementChange {
  const { paymentState, paymentStateSince } = change.lodgement
  if (paymentState === 'reminded') return change
  const remindAt = secondsAfter(paymentStateSince ?? now, reminderSeconds)
  if (now < remindAt) return wakeAt(change, remindAt)
  return notify(payment(change, 'reminded', now), { code: '15', shortfall })
}

/** The final tax notification (13, 4), once for each version of the declaration. */
function confirmTax(change: LodgementChange, assessment: Assessment): LodgementChange {
  const { version, finalTaxVersion } = change.lodgement
  if (finalTaxVersion === version) return change
  const told = notifyTax(change, '4', assessment)
  return amend(told, { finalTaxVersion: version })
}

function letGo(change: LodgementChange, facts: SettlementFacts, now: Instant): LodgementChange {
  const open = facts.openControls
  if (open.length === 0) {
    const cleared = move(change, 'clear', { releasedAt: now, endedAt: now })
    return note(notify(cleared, { code: '09' }), {
      actor: THE_OFFICE,
      what: 'released and cleared',
      detail: {},
    })
  }
  const released = notify(move(change, 'release', { releasedAt: now }), { code: '08' })
  return note(released, {
    actor: THE_OFFICE,
    what: 'released, something stays open',
    detail: { controls: open.map((control) => control.id) },
  })
}

function payment(change: LodgementChange, state: PaymentState, since: Instant): LodgementChange {
  return change.lodgement.paymentState === state
    ? change
    : amend(change, { paymentState: state, paymentStateSince: since })
}
