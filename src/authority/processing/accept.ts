import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import { assess } from '../assessment/assess.ts'
import type { Assessment } from '../assessment/assessment.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { checkDeclaration } from '../rules/check-declaration.ts'
import type { OfficeKnowledge } from '../rules/check.ts'
import { isSupplementary } from '../rules/data-set.ts'
import type { DeclarationError } from '../rules/declaration-error.ts'
import type { RiskKnowledge } from '../risk/risk-facts.ts'
import type { RiskRule } from '../risk/risk-rule.ts'
import type { Contravention } from '../penalties/penalty.ts'
import type { SecurityTypes } from '../security/security-types.ts'
import { askRiskRules } from './ask-risk-rules.ts'
import { secondsAfter } from './instant.ts'
import { move, note, notify, unchanged, wakeAt, type LodgementChange } from './change.ts'
import { THE_OFFICE, type Lodgement } from './lodgement.ts'
import { notifyTax } from './notify-tax.ts'
import { nextLook, type PortTimes } from './port.ts'

/** What acceptance needs to know besides the lodgement. */
export interface AcceptanceKnowledge extends OfficeKnowledge {
  readonly now: Instant
  readonly riskRules: readonly RiskRule[]
  readonly risk: Omit<RiskKnowledge, 'on'>
  readonly arrivalExpirySeconds: number
  readonly times: PortTimes
  readonly documentRequestSeconds: number
  readonly securityTypes: SecurityTypes
  readonly contraventions: readonly Contravention[]
}

/** Additional declaration types `D`, simplified `F`, of requests `K`: lodged before the goods are there. */
const PRE_LODGED: readonly (string | undefined)[] = ['IMD', 'IMF', 'IMK', 'EXD', 'EXF']

/**
 * The first look at a declaration: rejected with its errors (03), registered until its goods
 * arrive (02), or accepted.
 */
export function examineNew(lodgement: Lodgement, knowledge: AcceptanceKnowledge): LodgementChange {
  const judged = judge(lodgement, knowledge)
  if (!judged.ok) return reject(lodgement, judged.errors, knowledge.now)
  if (!PRE_LODGED.includes(lodgement.declaration.typeCode)) {
    return accept(lodgement, judged.assessment, knowledge)
  }
  const registered = move(unchanged(lodgement), 'register', { registeredAt: knowledge.now })
  const expiry = secondsAfter(knowledge.now, knowledge.arrivalExpirySeconds)
  return wakeAt(
    note(notify(registered, { code: '02' }), {
      actor: THE_OFFICE,
      what: 'registered until the goods arrive',
      detail: { expiresAt: expiry },
    }),
    nextLook(lodgement, { expiry, now: knowledge.now, times: knowledge.times }),
  )
}

/** The second look at a pre-lodged declaration, on the day of arrival and by that day's tariff. */
export function examineArrived(
  lodgement: Lodgement,
  knowledge: AcceptanceKnowledge,
): LodgementChange {
  const judged = judge(lodgement, knowledge)
  return judged.ok
    ? accept(lodgement, judged.assessment, knowledge)
    : reject(lodgement, judged.errors, knowledge.now)
}

/** Ends a registered declaration whose goods have not arrived in time (10, `R2`). */
export function expire(lodgement: Lodgement, now: Instant): LodgementChange {
  const reason = 'The goods did not arrive within the time allowed.'
  const expired = move(unchanged(lodgement), 'expire', { endedAt: now })
  return note(notify(expired, { code: '10', statementCode: 'R2', reason }), {
    actor: THE_OFFICE,
    what: 'expired',
    detail: { reason },
  })
}

type Judged =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly errors: readonly DeclarationError[] }

/** By the law of the day on which the debt comes about. */
function judge({ declaration }: Lodgement, knowledge: AcceptanceKnowledge): Judged {
  const then = { ...knowledge, on: dayOf(taxPointOf(declaration, knowledge)) }
  const errors = checkDeclaration(declaration, then)
  return errors.length > 0 ? { ok: false, errors } : assess(declaration, then)
}

/** Acceptance, which for goods that were released before on a simplified declaration was then. */
function taxPointOf(
  declaration: LodgedDeclaration,
  { now }: Pick<AcceptanceKnowledge, 'now'>,
): Instant {
  return (isSupplementary(declaration) ? declaration.declaredAcceptance : undefined) ?? now
}

function reject(
  lodgement: Lodgement,
  errors: readonly DeclarationError[],
  now: Instant,
): LodgementChange {
  const rejected = move(unchanged(lodgement), 'reject', { endedAt: now })
  return note(notify(rejected, { code: '03', errors }), {
    actor: THE_OFFICE,
    what: 'rejected',
    detail: { errors },
  })
}

/** Acceptance is the tax point: 01 and the first calculation (13, 67), then the risk rules. */
function accept(
  lodgement: Lodgement,
  assessment: Assessment,
  knowledge: AcceptanceKnowledge,
): LodgementChange {
  const acceptedAt = taxPointOf(lodgement.declaration, knowledge)
  const accepted = move(unchanged(lodgement), 'accept', { acceptedAt })
  const told = notifyTax(notify(accepted, { code: '01', acceptedAt }), '67', assessment)
  return askRiskRules({ ...told, assessment }, assessment, knowledge)
}

/** The day of an instant in the office's books, which are kept in UTC. */
export function dayOf(instant: Instant): LocalDate {
  return instant.slice(0, 10) as LocalDate
}
