import { addDecimals, compareDecimals, decimal } from '../../customs/money/decimal.ts'
import { round } from '../../customs/money/rounding.ts'
import { checked, failure, success, type Result } from '../../customs/result.ts'
import { assess } from '../assessment/assess.ts'
import type { Assessment, TaxLine } from '../assessment/assessment.ts'
import { dayOf } from '../processing/accept.ts'
import { negated } from '../processing/account-book.ts'
import { amend, note, notify, unchanged, wakeAt } from '../processing/change.ts'
import { notifyTax } from '../processing/notify-tax.ts'
import { itemPointer } from '../rules/declaration-error.ts'
import type { NewSecurity, SecurityLine } from '../security/security.ts'
import { correct, notAssessable } from './correct-items.ts'
import { refused, unknownItem, wrongState, type Decision, type Desk } from './decision.ts'
import type { ItemCorrection } from './finding.ts'
import { closedInspection, heldItem } from './reassess.ts'

/** The order of an officer to let goods go against security for what is doubted. */
export interface SecurityOrder {
  /** For what it is taken: one of the office's security types, such as `MDP`. */
  readonly typeCode: string
  /** Told to the trader with the notification 07. */
  readonly reason: string
  /** What the items may turn out to be; the security is what that would cost more. */
  readonly items: readonly ItemCorrection[]
  /** The inspection that this follows from; it is closed. */
  readonly inspectionId?: string
}

/**
 * Requires security for what may turn out to be owed (Customs and Excise Management Act 1979, section
 * 119): the declaration stays as it is, the version is raised, and the trader is told why (07) and how
 * much (13, 4). The goods go with 08 once it is given, and the file stays open until it is decided.
 */
export function requireSecurity(order: SecurityOrder): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const wanted = securityFor(desk, order)
    if (!wanted.ok) return wanted
    const { assessment, security } = wanted.value
    const closed = closedInspection(desk, order, 'security required')
    if (!closed.ok) return closed
    const { lodgement } = desk
    const version = lodgement.version + 1
    const raised = amend(unchanged(lodgement), { version, finalTaxVersion: version })
    const sequences = [...new Set(security.lines.map(({ sequence }) => sequence))]
    const explained = notify(raised, {
      code: '07',
      reason: order.reason,
      pointers: sequences.map((sequence) => itemPointer(sequence, METHOD_OF_PAYMENT)),
      changedItems: [],
    })
    const securities = [...(desk.facts?.securities ?? []), security]
    const told = notifyTax(explained, '4', assessment, { securities })
    const noted = note(told, {
      actor: desk.officer,
      what: 'required security',
      detail: { ...order, lines: security.lines },
    })
    return success(
      wakeAt(
        // The figures stay; they are kept once more under the version that states the security.
        { ...noted, assessment, closedControls: closed.value, newSecurities: [security] },
        desk.now,
      ),
    )
  }
}

/** Data element 4/8 of an item. */
const METHOD_OF_PAYMENT = '23A/50A/94A/107'

/** What security an order comes to, with the assessment that stands beside it. */
export function securityFor(
  desk: Desk,
  { typeCode, reason, items }: SecurityOrder,
): Result<{ readonly assessment: Assessment; readonly security: NewSecurity }> {
  const { lodgement, knowledge, facts } = desk
  const { types } = knowledge.securityTypes
  if (!types.some(({ code }) => code === typeCode)) {
    return failure({
      code: 'not-found',
      path: '/typeCode',
      message: `Security is not taken for ${typeCode}.`,
      mend: `It is taken for ${types.map(({ code }) => code).join(', ')}.`,
      zh: {
        message: `不以 ${typeCode} 为由收取保证金。`,
        mend: `可选：${types.map(({ code }) => code).join('、')}。`,
      },
    })
  }
  const known = checked(
    items.flatMap(({ sequence }, index) => unknownItem(desk, sequence, `/items/${index}/sequence`)),
  )
  if (!known.ok) return known
  const secured = heldItem(desk, items)
  if (secured !== undefined) return secured
  if (facts === undefined) return nothingMore()
  const on = dayOf(lodgement.acceptedAt ?? desk.now)
  const doubted = assess(correct(lodgement.declaration, items), { ...knowledge, on })
  if (!doubted.ok) return notAssessable(doubted.errors)
  const lines = differences(facts.assessment, doubted.assessment, desk)
  if (lines.length === 0) return nothingMore()
  const security = { typeCode, reason, requiredBy: desk.officer, doubted: items, lines }
  return success({ assessment: facts.assessment, security })
}

/** What each tax of each item would cost more. */
function differences(
  now: Assessment,
  doubted: Assessment,
  { lodgement, knowledge }: Desk,
): readonly SecurityLine[] {
  return doubted.items.flatMap(({ sequence, taxLines }) => {
    const present = now.items.find((item) => item.sequence === sequence)?.taxLines ?? []
    return taxLines.flatMap((line): readonly SecurityLine[] => {
      const before = present.find(({ taxType }) => taxType === line.taxType)
      const more = addDecimals(line.payableGbp, negated(before?.payableGbp ?? decimal('0')))
      const amountGbp = round(more, 2, 'truncate')
      if (compareDecimals(amountGbp, decimal('0')) <= 0) return []
      const method = knowledge.securityTypes.methodFor(
        methodOf(line, lodgement.declaration.defermentAccounts),
      )
      return [{ sequence, taxType: line.taxType, method, amountGbp }]
    })
  })
}

/** A tax that was not declared has no method of its own; the account covers it where there is one. */
function methodOf({ paymentMethodCode }: TaxLine, defermentAccounts: readonly string[]): string {
  return paymentMethodCode ?? (defermentAccounts.length > 0 ? 'E' : 'A')
}

function nothingMore(): ReturnType<typeof refused> {
  return refused({
    message: 'Nothing more would be owed if the doubt were right.',
    mend: 'State what the items may turn out to be.',
    zh: { message: '即使疑点属实，也不会多征税款。', mend: '请填写货物可能的实际情况。' },
  })
}
