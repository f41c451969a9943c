import type { Instant } from '../../customs/calendar/local-date.ts'
import { afterOpenTime } from '../hours/office-hours.ts'
import { releaseSecurity, takeSecurity } from '../officers/decide-security.ts'
import type { Decision } from '../officers/decision.ts'
import type { HeldSecurity } from '../security/security.ts'
import type { AcceptanceKnowledge } from './accept.ts'
import type { LodgementChange } from './change.ts'
import { secondsAfter } from './instant.ts'
import { THE_OFFICE, type Lodgement, type OpenControl } from './lodgement.ts'
import type { LookSettings } from './looked-at.ts'
import type { SettlementFacts } from './settle.ts'

/** Goods that have gone on security, and what the office knows of them. */
export interface HeldGoods {
  readonly lodgement: Lodgement
  readonly facts: SettlementFacts
  /** What is open and was not found in order. */
  readonly waiting: readonly OpenControl[]
  readonly knowledge: AcceptanceKnowledge
  readonly look: LookSettings
}

/** What the office has decided by itself, or when it looks again. */
export interface HeldDecision {
  readonly decided?: LodgementChange
  readonly nextAt?: Instant
}

const PROVEN = 'The papers that were sent have dispelled the doubt.'
const IN_ORDER = 'The time for looking at it has gone by and nothing was found.'
const UNPROVEN = 'What was to be shown has not come in time.'

/**
 * Where the office decides by itself, security goes back once the time of its lane has gone by: from when
 * a paper came where one is awaited, else from the release. What was awaited and has not come
 * within the limit for papers has it taken, by what was doubted. Told as an officer's decision is.
 */
export function decideHeld(held: HeldGoods): HeldDecision {
  const { facts, look, knowledge } = held
  if (look.decisions === 'by-officers') return {}
  const planned = facts.securities
    .map((security) => ({ security, ...planFor(security, held) }))
    .toSorted((one, other) => one.at.localeCompare(other.at))
  const [first] = planned
  if (first === undefined) return {}
  if (first.at > knowledge.now) return { nextAt: first.at }
  return { decided: taken(held, first) }
}

interface Plan {
  readonly at: Instant
  readonly isProven: boolean
  readonly reason: string
}

function planFor(security: HeldSecurity, { lodgement, waiting, knowledge, look }: HeldGoods): Plan {
  const isAwaited =
    waiting.some(isUnanswered) || knowledge.securityTypes.awaitsProof(security.typeCode)
  if (isAwaited && security.answeredAt === undefined) {
    const at = secondsAfter(security.requiredAt, look.documentRequestSeconds)
    return { at, isProven: false, reason: UNPROVEN }
  }
  const start = isAwaited ? security.answeredAt : lodgement.releasedAt
  const at = afterOpenTime(start ?? knowledge.now, look.yellowLaneSeconds, look.officeHours)
  return { at, isProven: true, reason: isAwaited ? PROVEN : IN_ORDER }
}

/** Papers or words of the trader that have not come. */
function isUnanswered({ kind, answeredAt }: OpenControl): boolean {
  return (kind === 'documents' || kind === 'question') && answeredAt === undefined
}

interface Planned extends Plan {
  readonly security: HeldSecurity
}

function taken(held: HeldGoods, { security, isProven, reason }: Planned): LodgementChange {
  const order = { securityId: security.id, reason }
  const change = isProven
    ? decidedBy(releaseSecurity(order), held)
    : (decidedBy(takeSecurity(order), held) ?? decidedBy(releaseSecurity(order), held))
  if (change === undefined) throw new Error(`security ${security.id} could not be decided`)
  const isLast = held.facts.securities.length === 1
  return isProven || !isLast ? change : withoutWhatHasNotCome(change, held.waiting, reason)
}

function decidedBy(
  decide: Decision,
  { lodgement, facts, knowledge }: HeldGoods,
): LodgementChange | undefined {
  const decided = decide({
    ...{ officer: THE_OFFICE, now: knowledge.now, lodgement, facts, knowledge },
    ...{ evaluations: [], penalties: { own: [], warnings: [] }, keptGoods: [] },
  })
  return decided.ok ? decided.value : undefined
}

/** Nobody waits any more for papers for which the security has paid. */
function withoutWhatHasNotCome(
  change: LodgementChange,
  waiting: readonly OpenControl[],
  reason: string,
): LodgementChange {
  const closed = waiting.map(({ id }) => ({
    ...{ id, closedBy: THE_OFFICE },
    outcome: { result: 'not-satisfied', reason },
  }))
  return { ...change, closedControls: [...change.closedControls, ...closed] }
}
