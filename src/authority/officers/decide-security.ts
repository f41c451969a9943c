import {
  addDecimals,
  compareDecimals,
  decimal,
  isPositive,
  isZero,
  sumOfDecimals,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { failure, success, type Result } from '../../customs/result.ts'
import { assess } from '../assessment/assess.ts'
import type { Assessment } from '../assessment/assessment.ts'
import { dayOf } from '../processing/accept.ts'
import { negated } from '../processing/account-book.ts'
import { askRiskRulesAgain } from '../processing/ask-risk-rules.ts'
import {
  amend,
  note,
  notify,
  unchanged,
  wakeAt,
  type LodgementChange,
} from '../processing/change.ts'
import { notifyTax } from '../processing/notify-tax.ts'
import type { HeldSecurity } from '../security/security.ts'
import { changedItem, correct, correctionPointers, notAssessable } from './correct-items.ts'
import { refused, wrongState, type Decision, type Desk } from './decision.ts'
import type { ItemCorrection } from './finding.ts'

/** Which security an officer decides, and why. */
export interface SecurityDecision {
  readonly securityId: string
  readonly reason: string
}

/**
 * The doubt is gone: the security is given back, and the trader is told by a tax notification (13, 4)
 * of the next version that states it no more, with the reason.
 */
export function releaseSecurity(order: SecurityDecision): Decision {
  return (desk) => {
    const held = heldSecurity(desk, order.securityId)
    if (!held.ok) return held
    const { assessment, others } = held.value
    const version = desk.lodgement.version + 1
    const raised = amend(unchanged(desk.lodgement), { version, finalTaxVersion: version })
    const told = notifyTax({ ...raised, assessment }, '4', assessment, {
      securities: others,
      reason: order.reason,
    })
    return success(
      decided(told, desk, {
        what: 'released security',
        detail: order,
        decision: { ...order, state: 'released', takenGbp: decimal('0.00') },
      }),
    )
  }
}

/** What the items have turned out to be; absent: what they were doubted to be. */
export interface TakingOrder extends SecurityDecision {
  readonly items?: readonly ItemCorrection[]
}

/**
 * The doubt was right, in whole or in part: the items are corrected, what is owed more is paid from the
 * security, and the rest of it is given back. What is owed beyond the security is demanded: charged to
 * the deferment account, or to be paid in cash. The trader is told what was changed (07) and what is owed (13, 4).
 */
export function takeSecurity(order: TakingOrder): Decision {
  return (desk) => {
    const held = heldSecurity(desk, order.securityId)
    if (!held.ok) return held
    const items = order.items ?? held.value.security.doubted
    const corrected = correct(desk.lodgement.declaration, items)
    const on = dayOf(desk.lodgement.acceptedAt ?? desk.now)
    const assessed = assess(corrected, { ...desk.knowledge, on })
    if (!assessed.ok) return notAssessable(assessed.errors)
    const { assessment } = assessed
    const taken = takenOf(held.value, assessment)
    if (!taken.ok) return taken
    const { takenGbp, beyondGbp } = taken.value
    const version = desk.lodgement.version + 1
    const raised = amend(unchanged(desk.lodgement), {
      declaration: corrected,
      version,
      finalTaxVersion: version,
    })
    const explained = notify(raised, {
      code: '07',
      reason: order.reason,
      pointers: items.flatMap(correctionPointers),
      changedItems: items.map(changedItem),
    })
    const told = notifyTax(explained, '4', assessment, { securities: held.value.others })
    const taking = decided({ ...told, corrected, assessment, finding: true }, desk, {
      what: 'took security as duty',
      detail: { ...order, items, takenGbp, ...(isZero(beyondGbp) ? {} : { beyondGbp }) },
      decision: { ...order, state: 'taken', takenGbp },
    })
    return success(
      desk.lodgement.state === 'accepted' ? askedAgain(taking, assessment, desk) : taking,
    )
  }
}

interface Held {
  readonly security: HeldSecurity
  readonly others: readonly HeldSecurity[]
  readonly assessment: Assessment
}

function heldSecurity(desk: Desk, securityId: string): Result<Held> {
  const wrong = wrongState(desk, ['accepted', 'released'])
  if (wrong !== undefined) return wrong
  const { facts } = desk
  const security = facts?.securities.find(({ id }) => id === securityId)
  if (facts === undefined || security === undefined) {
    return failure({
      code: 'not-found',
      path: '/securityId',
      message: `There is no security ${securityId} held on this lodgement.`,
      mend: 'Read the dossier again; somebody may have decided it.',
      zh: {
        message: `该申报没有未决的保证金 ${securityId}。`,
        mend: '请重新读取卷宗；可能已由他人作出决定。',
      },
    })
  }
  const others = facts.securities.filter((other) => other !== security)
  return success({ security, others, assessment: facts.assessment })
}

interface Taken {
  /** What of the security has become duty or tax, in pounds. */
  readonly takenGbp: DecimalText
  /** What is owed beyond it. */
  readonly beyondGbp: DecimalText
}

/** The security of an item pays for what that item owes more, whichever tax it is, as far as it goes. */
function takenOf({ security, assessment: before }: Held, after: Assessment): Result<Taken> {
  const more = after.items.map(({ sequence, taxLines }) => {
    const item = before.items.find((each) => each.sequence === sequence)
    const byGbp = addDecimals(
      sumOfDecimals(taxLines.map(({ payableGbp }) => payableGbp)),
      negated(sumOfDecimals((item?.taxLines ?? []).map(({ payableGbp }) => payableGbp))),
    )
    const lines = security.lines.filter((line) => line.sequence === sequence)
    const securedGbp = sumOfDecimals(lines.map(({ amountGbp }) => amountGbp))
    return { byGbp, takenGbp: isPositive(byGbp) ? least(byGbp, securedGbp) : decimal('0.00') }
  })
  const byGbp = addDecimals(decimal('0.00'), ...more.map((item) => item.byGbp))
  if (!isPositive(byGbp)) return nothingToTake()
  const takenGbp = addDecimals(decimal('0.00'), ...more.map((item) => item.takenGbp))
  const rest = addDecimals(byGbp, negated(takenGbp))
  return success({ takenGbp, beyondGbp: isPositive(rest) ? rest : decimal('0.00') })
}

function least(one: DecimalText, other: DecimalText): DecimalText {
  return compareDecimals(one, other) < 0 ? one : other
}

function nothingToTake(): ReturnType<typeof refused> {
  return refused({
    message: 'Nothing more is owed than was assessed.',
    mend: 'Release the security instead.',
    zh: { message: '应缴税款并未超过已核定的金额。', mend: '请改为退还保证金。' },
  })
}

/** Goods that are still there are looked at as what they have turned out to be. */
function askedAgain(
  change: LodgementChange,
  assessment: Assessment,
  { lodgement, evaluations, knowledge }: Desk,
): LodgementChange {
  return askRiskRulesAgain(
    change,
    {
      ...{ before: lodgement.declaration, assessment, earlier: evaluations },
      lookedAt: ['review', 'inspect'],
    },
    knowledge,
  )
}

interface DecisionTaken {
  readonly what: string
  readonly detail: object
  readonly decision: Omit<LodgementChange['decidedSecurities'][number], 'id' | 'decidedBy'> &
    SecurityDecision
}

function decided(
  change: LodgementChange,
  { officer, now }: Desk,
  { what, detail, decision: { securityId, state, takenGbp, reason } }: DecisionTaken,
): LodgementChange {
  const decision = { id: securityId, state, takenGbp, reason, decidedBy: officer }
  const noted = note(change, { actor: officer, what, detail })
  return wakeAt({ ...noted, decidedSecurities: [decision] }, now)
}
