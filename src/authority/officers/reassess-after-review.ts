import {
  addDecimals,
  compareDecimals,
  decimal,
  type DecimalText,
  isZero,
} from '../../customs/money/decimal.ts'
import { checked, success, type Result } from '../../customs/result.ts'
import { assess } from '../assessment/assess.ts'
import { payableByMethod, type Assessment } from '../assessment/assessment.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { dayOf } from '../processing/accept.ts'
import { negated, type AccountBook } from '../processing/account-book.ts'
import {
  amend,
  note,
  notify,
  unchanged,
  wakeAt,
  type LodgementChange,
} from '../processing/change.ts'
import { notifyTax } from '../processing/notify-tax.ts'
import { changedItem, correct, correctionPointers, notAssessable } from './correct-items.ts'
import { refused, unknownItem, wrongState, type Desk } from './decision.ts'
import type { ItemCorrection } from './finding.ts'
import { heldItem } from './reassess.ts'

/** What an officer has decided about a declaration after its assessment, also of goods that have gone. */
export interface LateReassessmentOrder {
  /** Told to the trader with the notification 07. */
  readonly reason: string
  readonly items: readonly ItemCorrection[]
  /** What it follows from: the trader's own letter, or a review, which is not reviewed again. */
  readonly after: 'letter' | 'review'
  /** The cashier's receipt, where more is due in cash than was paid. */
  readonly paymentReference?: string
}

/**
 * Holds items for something else after a review or a voluntary correction, by the law of the day of
 * acceptance. Before the release the office charges and repays as it goes on; afterwards it does so
 * here: what was paid too much is given back, what is owed more is charged to the account or has to
 * have been paid.
 */
export function reassessLate(
  desk: Desk,
  order: LateReassessmentOrder,
  accounts: AccountBook,
): Result<LodgementChange> {
  const late = assessLate(desk, order)
  if (!late.ok) return late
  const { change, assessment } = late.value
  return desk.lodgement.state === 'accepted'
    ? success(wakeAt(change, desk.now))
    : balance(change, { desk, assessment, accounts, order })
}

/** A late re-assessment before anything is charged or given back for it. */
export interface LateAssessment {
  readonly change: LodgementChange
  readonly assessment: Assessment
}

/** Assesses items for what they are held for from now on, and says what the trader is told of that. */
export function assessLate(desk: Desk, order: LateReassessmentOrder): Result<LateAssessment> {
  const wrong = wrongState(desk, ['accepted', 'released', 'cleared'])
  if (wrong !== undefined) return wrong
  const { lodgement, knowledge, now } = desk
  const known = checked(
    order.items.flatMap(({ sequence }, index) =>
      unknownItem(desk, sequence, `/items/${index}/sequence`),
    ),
  )
  if (!known.ok) return known
  const held = heldItem(desk, order.items)
  if (held !== undefined) return held
  const corrected = correct(lodgement.declaration, order.items)
  const on = dayOf(lodgement.acceptedAt ?? now)
  const assessed = assess(corrected, { ...knowledge, on })
  if (!assessed.ok) return notAssessable(assessed.errors)
  const version = lodgement.version + 1
  const raised = amend(unchanged(lodgement), {
    declaration: corrected,
    version,
    finalTaxVersion: version,
  })
  const { assessment } = assessed
  const told = notifyTax(
    notify(raised, {
      code: '07',
      reason: order.reason,
      pointers: order.items.flatMap(correctionPointers),
      changedItems: order.items.map(changedItem),
    }),
    '4',
    assessment,
    { securities: desk.facts?.securities ?? [] },
  )
  const change = note(
    { ...told, corrected, assessment },
    { actor: desk.officer, what: `re-assessed after a ${order.after}`, detail: order },
  )
  return success({ change, assessment })
}

/** What more would have to be paid in cash first, in pounds; nothing while the office still charges by itself. */
export function moreDueInCash(
  desk: Desk,
  { assessment }: Pick<LateAssessment, 'assessment'>,
): DecimalText | undefined {
  if (desk.lodgement.state === 'accepted') return undefined
  const cash = difference({ desk, assessment }, CASH)
  return compareDecimals(cash, decimal('0')) > 0 ? cash : undefined
}

/** What was assessed late, and what is at hand to pay it. */
export interface Balance {
  readonly desk: Desk
  readonly assessment: Assessment
  readonly accounts: AccountBook
  readonly order: Pick<LateReassessmentOrder, 'paymentReference'>
}

const DEFERMENT = 'E'
const CASH = 'A'

/** Charges or gives back the difference to what was charged before, by the method that was declared. */
export function balance(change: LodgementChange, balanced: Balance): Result<LodgementChange> {
  const { desk, accounts, order } = balanced
  const cash = difference(balanced, CASH)
  const isOwed = compareDecimals(cash, decimal('0')) > 0
  if (isOwed && order.paymentReference === undefined) return notPaid(cash)
  const cashReference = isOwed ? (order.paymentReference ?? '') : 'repayment after a decision'
  const inCash = isZero(cash) ? [] : [{ method: CASH, amountGbp: cash, reference: cashReference }]
  const deferred = difference(balanced, DEFERMENT)
  if (isZero(deferred)) return success(charged(change, inCash))
  const [accountNumber] = desk.lodgement.declaration.defermentAccounts
  if (accountNumber === undefined)
    throw new Error(`${desk.lodgement.mrn} defers without an account`)
  if (compareDecimals(deferred, decimal('0')) > 0 && !accounts.covers(accountNumber, deferred)) {
    return notCovered(accountNumber, deferred)
  }
  accounts.book(accountNumber, deferred)
  const onAccount = {
    method: DEFERMENT,
    accountNumber,
    amountGbp: deferred,
    reference: desk.lodgement.mrn,
  }
  return success(charged(change, [...inCash, onAccount]))
}

function charged(change: LodgementChange, charges: LodgementChange['charges']): LodgementChange {
  return { ...change, charges: [...change.charges, ...charges] }
}

function difference({ desk, assessment }: Pick<Balance, 'desk' | 'assessment'>, method: string) {
  const lines = payableByMethod(assessment).get(method) ?? []
  const payable = addDecimals(...lines.map(({ payableGbp }) => payableGbp))
  const before = desk.facts?.chargedByMethod.get(method) ?? decimal('0')
  return addDecimals(payable, negated(before))
}

function notPaid(amount: string): ReturnType<typeof refused> {
  return refused({
    message: `GBP ${amount} more is due in cash, and the goods have gone.`,
    mend: 'Ask the trader to pay it, and state the receipt of the cashier with the decision.',
    zh: {
      message: `尚应补缴现金 ${amount} 英镑，而货物已放行。`,
      mend: '请要求贸易商缴款，并在作出决定时填写收款凭证号。',
    },
  })
}

function notCovered(account: string, amount: string): ReturnType<typeof refused> {
  return refused({
    message: `The deferment account ${account} does not cover GBP ${amount}.`,
    mend: 'Ask the trader to pay in, and decide again.',
    zh: {
      message: `延期付款账户 ${account} 不足以支付 ${amount} 英镑。`,
      mend: '请要求贸易商存入款项后再作决定。',
    },
  })
}

/** The corrections that bring the fields that a re-assessment has changed back to what was declared. */
export function backToDeclared(
  declared: LodgedDeclaration,
  corrections: readonly ItemCorrection[],
): readonly ItemCorrection[] {
  return corrections.map((correction) => {
    const item = declared.items.find(({ sequence }) => sequence === correction.sequence)
    const fields = Object.keys(correction).filter((field) => field !== 'sequence')
    const back = fields.flatMap((field) => {
      const value = item?.[field as keyof ItemCorrection]
      // Where nothing was declared, no preference is what stands for nothing.
      if (value === undefined) return field === 'preferenceCode' ? [[field, '100']] : []
      return [[field, value]]
    })
    return { sequence: correction.sequence, ...Object.fromEntries(back) } as ItemCorrection
  })
}
