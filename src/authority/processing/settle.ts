import type { Instant } from '../../customs/calendar/local-date.ts'
import {
  addDecimals,
  compareDecimals,
  decimal,
  isNegative,
  isPositive,
  isZero,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { payableByMethod, type Assessment } from '../assessment/assessment.ts'
import { demandInCash } from './demand.ts'
import { negated, type AccountBook } from './account-book.ts'
import type { LastDayOf } from '../correspondence/correspondence-terms.ts'
import { amend, move, note, notify, unchanged, wakeAt, type LodgementChange } from './change.ts'
import { payment } from './payment.ts'
import { secondsAfter } from './instant.ts'
import type { HeldSecurity } from '../security/security.ts'
import { THE_OFFICE, type Lodgement, type OpenControl } from './lodgement.ts'
import { notifyTax } from './notify-tax.ts'

/** What is the same for every lodgement of a batch: moment, accounts, the office's patience. */
export interface SettlementKnowledge {
  readonly now: Instant
  /** Locked for the transaction, and charged in place by the lodgements of the batch. */
  readonly accounts: AccountBook
  /** How long after a 14 the reminder 15 follows. */
  readonly reminderSeconds: number
  /** Until when a demand after the release is to be paid, and from when it is recovered. */
  readonly lastDay: LastDayOf
}

/** The facts beside an accepted lodgement on which its release depends. */
export interface SettlementFacts {
  readonly assessment: Assessment
  readonly openControls: readonly OpenControl[]
  /** What has been charged or paid so far by each method of payment. */
  readonly chargedByMethod: ReadonlyMap<string, DecimalText>
  /** What the trader has to secure besides paying the debt; it stays open when the goods go. */
  readonly securities: readonly HeldSecurity[]
}

/** A tax and the security for it move the same money, by methods of payment of their own. */
const DEFERMENT = { tax: 'E', security: 'R' }
const CASH = { tax: 'A', security: 'M' }

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
  if (compareDecimals(cash.together, decimal('0')) > 0) {
    return waitForCash(start, cash.together, knowledge)
  }
  const even = balanceCash(start, cash)
  const paid = chargeDeferment(even, outstanding(facts, DEFERMENT), knowledge)
  if (paid.lodgement.paymentState !== 'settled') return paid
  return letGo(confirmTax(paid, facts), facts, knowledge.now)
}

/**
 * Gives back and books what an officer has decided since the goods were released, and clears them once
 * nothing is open.
 */
export function closeReleased(
  lodgement: Lodgement,
  facts: SettlementFacts,
  knowledge: SettlementKnowledge,
): LodgementChange {
  const cash = outstanding(facts, CASH)
  const even = balanceCash(unchanged(lodgement), cash)
  if (isPositive(cash.together)) return demandInCash(even, cash.together, knowledge)
  const deferred = outstanding(facts, DEFERMENT)
  const applied = isPositive(deferred.together)
    ? applyTaken(even, deferred)
    : { change: even, rest: deferred }
  const settled = chargeDeferment(applied.change, applied.rest, knowledge)
  const isOpen = facts.openControls.length + facts.securities.length > 0
  return isOpen || settled.lodgement.paymentState !== 'settled'
    ? settled
    : clear(settled, knowledge.now)
}

/** What is still to be paid in cash for a debt and its security, in pounds; nothing where it is even. */
export function owedInCash(facts: SettlementFacts): DecimalText {
  const { together } = outstanding(facts, CASH)
  return isPositive(together) ? together : decimal('0.00')
}

/** Security that was taken pays for what is owed as far as it goes, whatever the account has room for. */
function applyTaken(
  change: LodgementChange,
  deferred: Outstanding,
): { readonly change: LodgementChange; readonly rest: Outstanding } {
  const { security, together } = deferred
  const [accountNumber] = change.lodgement.declaration.defermentAccounts
  if (isZero(security) || accountNumber === undefined) return { change, rest: deferred }
  const booked = { accountNumber, reference: change.lodgement.mrn }
  const charges = [
    { ...booked, method: DEFERMENT.tax, amountGbp: negated(security) },
    { ...booked, method: DEFERMENT.security, amountGbp: security },
  ]
  return {
    change: { ...change, charges: [...change.charges, ...charges] },
    rest: { tax: together, security: decimal('0'), together },
  }
}

/** Closes the file of released goods: 09. */
export function clear(change: LodgementChange, now: Instant): LodgementChange {
  const cleared = notify(move(change, 'clear', { endedAt: now }), { code: '09' })
  return note(cleared, { actor: THE_OFFICE, what: 'cleared', detail: {} })
}

/** What is missing of a debt and of the security beside it, in pounds; negative where it is too much. */
interface Outstanding {
  readonly tax: DecimalText
  readonly security: DecimalText
  readonly together: DecimalText
}

function outstanding(
  { assessment, chargedByMethod, securities }: SettlementFacts,
  methods: { readonly tax: string; readonly security: string },
): Outstanding {
  const charged = (method: string): DecimalText =>
    negated(chargedByMethod.get(method) ?? decimal('0'))
  const taxes = payableByMethod(assessment).get(methods.tax) ?? []
  const secured = securities
    .flatMap(({ lines }) => lines)
    .filter(({ method }) => method === methods.security)
  const tax = addDecimals(...taxes.map((line) => line.payableGbp), charged(methods.tax))
  const security = addDecimals(
    ...secured.map(({ amountGbp }) => amountGbp),
    charged(methods.security),
  )
  return { tax, security, together: addDecimals(tax, security) }
}

/**
 * The cashier receives money for a declaration; what of it is security is set apart. What a correction
 * or a decision on security leaves over is paid back.
 */
function balanceCash(
  change: LodgementChange,
  { security, together }: Outstanding,
): LodgementChange {
  const apart = [
    { method: CASH.security, amountGbp: security, reference: 'security' },
    { method: CASH.tax, amountGbp: negated(security), reference: 'security' },
  ]
  const repayment = {
    method: CASH.tax,
    amountGbp: together,
    reference: 'repayment after correction',
  }
  // What is still owed is no money that the cashier has; it is booked once it is paid.
  const isOver = isNegative(together)
  const charges = [...(isZero(security) ? [] : apart), ...(isOver ? [repayment] : [])]
  return { ...change, charges: [...change.charges, ...charges] }
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
  { tax, security, together: amountGbp }: Outstanding,
  { now, accounts, reminderSeconds }: SettlementKnowledge,
): LodgementChange {
  const { lodgement } = change
  if (isZero(tax) && isZero(security)) return payment(change, 'settled', now)
  const [accountNumber] = lodgement.declaration.defermentAccounts
  if (accountNumber === undefined) throw new Error(`${lodgement.mrn} defers without an account`)
  const isCharge = compareDecimals(amountGbp, decimal('0')) > 0
  if (!isCharge || accounts.covers(accountNumber, amountGbp)) {
    accounts.book(accountNumber, amountGbp)
    const charges = [
      { method: DEFERMENT.tax, amountGbp: tax },
      { method: DEFERMENT.security, amountGbp: security },
    ]
      .filter((part) => !isZero(part.amountGbp))
      .map((part) => ({ ...part, accountNumber, reference: lodgement.mrn }))
    const charged = { ...change, charges: [...change.charges, ...charges] }
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
function confirmTax(
  change: LodgementChange,
  { assessment, securities }: SettlementFacts,
): LodgementChange {
  const { version, finalTaxVersion } = change.lodgement
  if (finalTaxVersion === version) return change
  const told = notifyTax(change, '4', assessment, { securities })
  return amend(told, { finalTaxVersion: version })
}

function letGo(change: LodgementChange, facts: SettlementFacts, now: Instant): LodgementChange {
  const { openControls, securities } = facts
  if (openControls.length + securities.length === 0) {
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
    detail: {
      controls: openControls.map(({ id }) => id),
      securities: securities.map(({ id }) => id),
    },
  })
}
