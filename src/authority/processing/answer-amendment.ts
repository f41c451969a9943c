import type { Instant } from '../../customs/calendar/local-date.ts'
import { assess } from '../assessment/assess.ts'
import { applyAmendment } from '../message/apply-amendment.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { readDeclarationElement } from '../message/read-declaration.ts'
import { checkDeclaration } from '../rules/check-declaration.ts'
import type { DeclarationError } from '../rules/declaration-error.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { dayOf, type AcceptanceKnowledge } from './accept.ts'
import {
  type Answered,
  ASK_AGAIN_SECONDS,
  type ReceivedRequest,
  rejected,
  type RequestAnswer,
  toRequest,
  unknownDeclaration,
} from './answer-request.ts'
import { askRiskRulesAgain, type PastEvaluation } from './ask-risk-rules.ts'
import { amend, note, unchanged, wakeAt, type LodgementChange } from './change.ts'
import { secondsAfter } from './instant.ts'
import type { Lodgement, OpenControl } from './lodgement.ts'
import { notifyTax } from './notify-tax.ts'

/** What an amendment is weighed by. */
export interface AmendmentFacts {
  readonly now: Instant
  /** How long after its registration a declaration waits for its goods. */
  readonly arrivalExpirySeconds: number
  /** The tariff and law of now; assessed is by those of the day of acceptance. */
  readonly knowledge: AcceptanceKnowledge
  /** What the risk rules have said of the declaration before. */
  readonly evaluations: readonly PastEvaluation[]
  readonly openControls: readonly OpenControl[]
  /** The element `Declaration` as it was lodged, with the amendments granted since. */
  readonly declaration: XmlElement
  /** The element `Declaration` of the request. */
  readonly request: XmlElement
  /** An officer holds the goods for something else than was declared. */
  readonly isCorrectedByOfficer: boolean
}

/**
 * Grants an amendment until the goods are released, unless an officer is at work on the very
 * declaration: 02 for the request, then 11; where the debt was worked out already, 13 anew under the
 * next version, and the risk rules are asked again. What is not lawful is rejected with its errors (03), and the declaration stays.
 */
export function answerAmendment(
  request: ReceivedRequest,
  lodgement: Lodgement | undefined,
  facts: AmendmentFacts | undefined,
): Answered {
  if (lodgement === undefined || facts === undefined) {
    return rejected(request, unknownDeclaration, 'unknown MRN')
  }
  if (lodgement.state === 'received') {
    return { askAgainAt: secondsAfter(facts.now, ASK_AGAIN_SECONDS) }
  }
  const reason = whyNot(lodgement, facts)
  if (reason !== undefined) return denied(request, lodgement, reason)
  const amended = applyAmendment(facts.declaration, facts.request)
  if (!amended.ok) return withErrors(request, lodgement, amended.errors)
  const declaration = readDeclarationElement(amended.declaration)
  const judged = judge(lodgement, declaration, facts)
  return judged.errors.length > 0
    ? withErrors(request, lodgement, judged.errors)
    : granted(request, { lodgement, declaration, ...judged }, facts)
}

function whyNot(
  lodgement: Lodgement,
  { openControls, isCorrectedByOfficer }: AmendmentFacts,
): string | undefined {
  if (lodgement.state !== 'registered' && lodgement.state !== 'accepted') {
    return `The declaration is ${lodgement.state} and can no longer be amended.`
  }
  if (isCorrectedByOfficer)
    return 'An officer has corrected the declaration; it stands as corrected.'
  return openControls.some(({ kind }) => kind === 'inspection')
    ? 'The goods are to be examined as they were declared.'
    : undefined
}

interface Judged {
  readonly errors: readonly DeclarationError[]
  readonly assessment?: LodgementChange['assessment']
}

/** By the law of the day of acceptance; what has not arrived is judged again when it does. */
function judge(
  { acceptedAt }: Lodgement,
  declaration: LodgedDeclaration,
  { knowledge }: AmendmentFacts,
): Judged {
  const then = acceptedAt === undefined ? knowledge : { ...knowledge, on: dayOf(acceptedAt) }
  const errors = checkDeclaration(declaration, then)
  if (errors.length > 0 || acceptedAt === undefined) return { errors }
  const assessed = assess(declaration, then)
  return assessed.ok ? { errors, assessment: assessed.assessment } : { errors: assessed.errors }
}

interface Grant extends Judged {
  readonly lodgement: Lodgement
  readonly declaration: LodgedDeclaration
}

function granted(
  request: ReceivedRequest,
  { lodgement, declaration, assessment }: Grant,
  { now, arrivalExpirySeconds, knowledge, evaluations }: AmendmentFacts,
): RequestAnswer {
  const version = lodgement.version + 1
  const raised = amend(
    { ...unchanged(lodgement), corrected: declaration },
    { declaration, version },
  )
  const noted = note(raised, {
    actor: 'trader',
    what: 'amended on request',
    detail: { lrn: request.lrn, reason: request.reason, version },
  })
  const assessed =
    assessment === undefined
      ? noted
      : askRiskRulesAgain(
          notifyTax({ ...noted, assessment }, '67', assessment),
          { before: lodgement.declaration, assessment, earlier: evaluations, lookedAt: [] },
          knowledge,
        )
  const { registeredAt = now } = lodgement
  const dueAt = assessment === undefined ? secondsAfter(registeredAt, arrivalExpirySeconds) : now
  return {
    outcome: 'granted',
    notifications: [
      toRequest(request, lodgement.version, { code: '02' }),
      toRequest(request, version, { code: '11', answer: '39' }),
    ],
    change: wakeAt(assessed, dueAt),
  }
}

function denied(request: ReceivedRequest, { version }: Lodgement, reason: string): RequestAnswer {
  return {
    outcome: 'denied',
    notifications: [
      toRequest(request, version, { code: '02' }),
      toRequest(request, version, { code: '11', answer: '41', reason }),
    ],
  }
}

function withErrors(
  request: ReceivedRequest,
  { version }: Lodgement,
  errors: readonly DeclarationError[],
): RequestAnswer {
  return {
    outcome: 'rejected with errors',
    notifications: [toRequest(request, version, { code: '03', errors })],
  }
}
