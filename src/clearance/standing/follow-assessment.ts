import type { TaxLine } from '../../customs/formats/uk-cds/notification.ts'
import type { Assessment, Standing } from '../../customs/formats/uk-cds/standing.ts'
import { securitiesOf } from '../../customs/formats/uk-cds/standing-securities.ts'
import { compare, type Money, subtract, sum, zero } from '../../customs/money/money.ts'
import type { AssessedLine, AssessmentData, NewCaseEvent } from '../events/case-event.ts'
import type { CaseState, DebtStanding } from '../case-state.ts'
import type { AssessmentState } from '../life-cycle/side-life-cycles.ts'
import type { StandingContext } from './follow-standing.ts'

/** The assessment that counts, the debts that follow from it, and what became of them. */
export function followAssessment(
  state: CaseState,
  standing: Standing,
  context: StandingContext,
): readonly NewCaseEvent[] {
  const counting = standing.assessment
  const assessed = counting === undefined ? [] : assessmentEvents(state, standing, context)
  const changes = counting?.kind === 'final' ? debtChanges(state, standing, context) : []
  const open = openDebtIds(state, changes)
  return [
    ...assessed,
    ...changes,
    ...settlement(standing.state === 'released' ? withoutDemands(open) : open, standing, context),
    ...shortfall(state, standing),
  ]
}

const eventOf = {
  notified: 'assessment-notified',
  corrected: 'assessment-corrected',
  final: 'assessment-final',
} as const satisfies Record<AssessmentState, NewCaseEvent['type']>

function assessmentEvents(
  state: CaseState,
  standing: Standing,
  context: StandingContext,
): readonly NewCaseEvent[] {
  const counting = standing.assessment!
  const assessmentId = counting.notificationId ?? `version-${counting.version}`
  const next = assessmentState(standing)
  const known = state.assessment
  if (known?.assessmentId === assessmentId && known.state === next) return []
  const lines = assessedLines(counting, context)
  const data: AssessmentData = {
    assessmentId,
    notificationId: assessmentId,
    versionId: String(counting.version),
    lines,
    payable: total(lines),
    differences: context.differences(lines),
  }
  return [{ type: eventOf[next], data }]
}

/**
 * Final once the version that counts is; before that a correction where an earlier version is known.
 * A later version may be announced after the earlier one was final.
 */
function assessmentState({ assessment: counting, assessments }: Standing): AssessmentState {
  if (counting?.kind === 'final') return 'final'
  const corrects = assessments.some(({ version }) => version < (counting?.version ?? version))
  return corrects ? 'corrected' : 'notified'
}

/**
 * Lines that state an amount; a line without one is kept in the notification and counts for nothing.
 * Security is not owed and followed by itself.
 */
function assessedLines(
  { taxLines }: Assessment,
  { securityFor }: StandingContext,
): readonly AssessedLine[] {
  return taxLines.flatMap((line) => {
    if (securityFor(line.taxType) !== undefined) return []
    const assessed = line.assessed ?? line.payable
    return assessed === undefined ? [] : [assessedLine(line, assessed)]
  })
}

function assessedLine(line: TaxLine, assessed: Money): AssessedLine {
  return {
    itemNumber: line.goodsItemNumber,
    taxType: line.taxType,
    ...(line.taxBase === undefined ? {} : { base: line.taxBase }),
    ...(line.ratePercent === undefined ? {} : { ratePercent: line.ratePercent }),
    assessed,
    payable: line.payable ?? assessed,
  }
}

/** CDS states every charge in pounds, so a sum of no lines is in pounds too. */
const CURRENCY = 'GBP'

/** @throws TypeError on a line in another currency, which CDS does not send. */
function total(lines: readonly AssessedLine[]): Money {
  return sum(
    lines.map((line) => line.payable),
    CURRENCY,
  )
}

/** What has to be added to or taken from the debts so that each tax type owes what is payable. */
function debtChanges(
  state: CaseState,
  standing: Standing,
  context: StandingContext,
): readonly NewCaseEvent[] {
  const counting = standing.assessment!
  const { notificationId = 'assessment' } = counting
  const { paidBy } = context
  const lines = assessedLines(counting, context)
  if (state.parties === undefined) throw new RangeError(`case ${state.caseId} has no parties`)
  const { payer } = state.parties
  const taxTypes = new Set([
    ...lines.map((line) => line.taxType),
    ...state.debts.map((debt) => debt.taxType),
  ])
  const demand = demandIn(standing, context)
  return [...taxTypes].flatMap((taxType): readonly NewCaseEvent[] => {
    const owed = total(lines.filter((line) => line.taxType === taxType))
    const debts = heldOf(state, taxType, standing)
    const held = sum(
      // What came back on a claim stays assessed, and is not owed again.
      debts.flatMap(({ amount, claimedBack }) => [amount, ...(claimedBack ? [claimedBack] : [])]),
      owed.currency,
    )
    const difference = subtract(owed, held)
    switch (compare(difference, zero(owed.currency))) {
      case 0:
        return []
      case 1: {
        const debtId = debtIdOf(taxType, notificationId)
        return incurred({ debtId, taxType, amount: difference, payer }, demand)
      }
      case -1:
        return lowering(debts, { by: subtract(held, owed), paidBy })
    }
  })
}

type Incurred = Extract<NewCaseEvent, { type: 'debt-incurred' }>['data']

/** What security pays of the debts of a statement; it is used up as they are incurred. */
interface Demand {
  covered: Money
}

/**
 * Whether more is owed than the security that is taken for it, of goods that have gone: the rest is
 * demanded, and is known to be paid once the file is closed.
 */
function demandIn(standing: Standing, { securityFor }: StandingContext): Demand | undefined {
  const { assessment: counting, assessments, state } = standing
  if (counting === undefined || state !== 'released') return undefined
  const lowerings = securitiesOf(assessments, (taxType) => securityFor(taxType) !== undefined)
    .flatMap((security) => security.lowerings)
    .filter(({ version }) => version === counting.version)
  const covered = sum(
    lowerings.map(({ taken }) => taken),
    CURRENCY,
  )
  return compare(covered, zero(CURRENCY)) > 0 ? { covered } : undefined
}

/** A debt, or what of it security pays and what is demanded, which are paid at different times. */
function incurred(data: Incurred, demand: Demand | undefined): readonly NewCaseEvent[] {
  const type = 'debt-incurred'
  if (demand === undefined || compare(data.amount, demand.covered) <= 0) {
    if (demand !== undefined) demand.covered = subtract(demand.covered, data.amount)
    return [{ type, data }]
  }
  const { covered } = demand
  demand.covered = zero(CURRENCY)
  const demanded = {
    ...data,
    ...{ debtId: `${data.debtId}${DEMANDED}`, amount: subtract(data.amount, covered) },
  }
  const paid = { type, data: { ...data, amount: covered } } as const
  return compare(covered, zero(CURRENCY)) > 0
    ? [paid, { type, data: demanded }]
    : [{ type, data: demanded }]
}

const DEMANDED = ':demanded'

function withoutDemands(debtIds: readonly string[]): readonly string[] {
  return debtIds.filter((debtId) => !debtId.endsWith(DEMANDED))
}

/**
 * What is held to be owed of a tax. A debt that was written off with an entry is never owed again; it
 * counts as long as that very entry is looked at, so that following it anew does not incur it anew.
 */
function heldOf(
  { debts }: CaseState,
  taxType: string,
  { assessments }: Standing,
): readonly DebtStanding[] {
  const ids = new Set(
    assessments.flatMap(({ notificationId = 'assessment' }) => {
      const debtId = debtIdOf(taxType, notificationId)
      return [debtId, `${debtId}${DEMANDED}`]
    }),
  )
  return debts.filter(
    (debt) => debt.taxType === taxType && (debt.state !== 'written-off' || ids.has(debt.debtId)),
  )
}

function debtIdOf(taxType: string, notificationId: string): string {
  return `${taxType}:${notificationId}`
}

/** Lowers the newest debts first until the sum is taken back; what was paid comes back to where it was paid from. */
function lowering(
  debts: readonly DebtStanding[],
  { by, paidBy }: { readonly by: Money; readonly paidBy: string },
): readonly NewCaseEvent[] {
  const events: NewCaseEvent[] = []
  let left = by
  for (const { debtId, amount, state } of debts.toReversed()) {
    const part = compare(amount, left) < 0 ? amount : left
    if (compare(part, zero(part.currency)) === 0 || state === 'written-off') continue
    const isPaid = state === 'paid' || state === 'refunded'
    events.push(
      isPaid
        ? { type: 'debt-refunded', data: { debtId, by: part, to: paidBy } }
        : { type: 'debt-reduced', data: { debtId, by: part } },
    )
    left = subtract(left, part)
  }
  return events
}

function openDebtIds(state: CaseState, changes: readonly NewCaseEvent[]): readonly string[] {
  const incurred = changes.flatMap((event) =>
    event.type === 'debt-incurred' ? [event.data.debtId] : [],
  )
  const open = state.debts.filter((debt) => debt.state === 'due' || debt.state === 'secured')
  return [...open.map((debt) => debt.debtId), ...incurred]
}

const endedWithoutRelease: ReadonlySet<Standing['state']> = new Set([
  'refused',
  'seized',
  'expired',
  'invalidated',
])

/** Release means that customs has its money but for what it demands afterwards; an entry that ended without release owes nothing. */
function settlement(
  open: readonly string[],
  standing: Standing,
  { paidBy }: StandingContext,
): readonly NewCaseEvent[] {
  if (standing.releasedAt !== undefined) {
    return open.map((debtId) => ({ type: 'debt-paid', data: { debtId, how: paidBy } }))
  }
  if (!endedWithoutRelease.has(standing.state)) return []
  return open.map((debtId) => ({
    type: 'debt-written-off',
    data: { debtId, why: `the entry ended as ${standing.state}` },
  }))
}

function shortfall(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  const demand = standing.insufficientFunds
  if (demand === undefined || state.insufficientFunds) return []
  const payment = demand.payments[0]
  const account = payment?.guaranteeReferences[0]
  return [
    {
      type: 'funds-insufficient',
      data: {
        ...(payment?.payable === undefined ? {} : { amount: payment.payable }),
        ...(account === undefined ? {} : { account }),
      },
    },
  ]
}
