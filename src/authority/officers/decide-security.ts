import { addDecimals, compareDecimals, decimal } from '../../customs/money/decimal.ts'
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
 * security, and the rest of it is given back. The trader is told what was changed (07) and what is owed
 * (13, 4).
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
      detail: { ...order, items, takenGbp: taken.value },
      decision: { ...order, state: 'taken', takenGbp: taken.value },
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

/** What becomes duty: something, and no more than was secured for each tax of each item. */
function takenOf({ security, assessment: before }: Held, after: Assessment) {
  const more = after.items.flatMap(({ sequence, taxLines }) =>
    taxLines.map(({ taxType, payableGbp }) => {
      const item = before.items.find((each) => each.sequence === sequence)
      const line = item?.taxLines.find((each) => each.taxType === taxType)
      const byGbp = addDecimals(payableGbp, negated(line?.payableGbp ?? decimal('0.00')))
      const secured = security.lines
        .filter((each) => each.sequence === sequence && each.taxType === taxType)
        .map(({ amountGbp }) => amountGbp)
      return { byGbp, securedGbp: addDecimals(decimal('0.00'), ...secured) }
    }),
  )
  const takenGbp = addDecimals(decimal('0.00'), ...more.map(({ byGbp }) => byGbp))
  if (compareDecimals(takenGbp, decimal('0')) <= 0) {
    return refused({
      message: 'Nothing more is owed than was assessed.',
      mend: 'Release the security instead.',
      zh: { message: '应缴税款并未超过已核定的金额。', mend: '请改为退还保证金。' },
    })
  }
  return more.some(({ byGbp, securedGbp }) => compareDecimals(byGbp, securedGbp) > 0)
    ? refused({
        message: 'More would be owed than is secured.',
        mend: 'Correct the items only as far as the security goes; the rest is for a demand of its own.',
        zh: {
          message: '应缴税款超过保证金。',
          mend: '更正不得超出保证金范围；其余部分须另行追缴。',
        },
      })
    : success(takenGbp)
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
