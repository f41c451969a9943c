import type { Instant, LocalDate } from '../customs/calendar/local-date.ts'
import type { ImportersKnowledge } from '../customs/documents/held-proof.ts'
import type { Money } from '../customs/money/money.ts'
import type { Finding } from '../customs/readiness/finding.ts'
import type { Failure } from '../customs/result.ts'
import type {
  AssessedLine,
  FactReference,
  PreparedDocument,
  QuoteDifference,
} from './events/case-event.ts'
import type { MainState } from './life-cycle/main-life-cycle.ts'
import type {
  AssessmentState,
  ControlState,
  DebtState,
  QuestionState,
  RequestState,
  TransportState,
} from './life-cycle/side-life-cycles.ts'

/** Where a case stands: the fold of its events, kept beside them so that reading is one row. */
export interface CaseState {
  readonly caseId: string
  readonly reference: string
  readonly destination: string
  readonly orderIds: readonly string[]
  /** The sequence of the last event folded in. */
  readonly version: number
  readonly main: MainState
  readonly openedAt: Instant
  readonly updatedAt: Instant
  readonly consignment: FactReference
  readonly lane?: { readonly decision: FactReference; readonly lane: string; readonly vat: string }
  readonly parties?: {
    readonly decision: FactReference
    readonly importerOfRecord: string
    readonly representation: 'self' | 'direct' | 'indirect'
    readonly payer: string
  }
  readonly quote?: {
    readonly quote: FactReference
    readonly on: LocalDate
    readonly customsValue: Money
    readonly dueAtImport: Money
  }
  readonly requiredDocuments?: FactReference
  readonly documents: readonly DocumentStanding[]
  /** What the importer vouches for; absent where it has put nothing of the kind on record. */
  readonly importersKnowledge?: readonly ImportersKnowledge[]
  readonly attachments: readonly { readonly attachmentId: string; readonly kind: string }[]
  readonly findings: readonly Finding[]
  /** Why the case stopped or was rejected, until that is mended. */
  readonly obstacles: readonly Failure[]
  /** The declaration in force, the latest attempt last in `earlierLrns`. */
  readonly declaration?: DeclarationStanding
  readonly earlierLrns: readonly string[]
  readonly controls: readonly ControlStanding[]
  readonly questions: readonly QuestionStanding[]
  readonly assessment?: AssessmentStanding
  readonly debts: readonly DebtStanding[]
  readonly insufficientFunds: boolean
  readonly requests: readonly RequestStanding[]
  readonly transport: TransportState | null
  /** The notifications that the record of the case already tells of. */
  readonly notificationIds: readonly string[]
  /** The authority has closed its file, which may come before or after delivery. */
  readonly fileClosed: boolean
  readonly outcomeReason?: string
}

export interface DocumentStanding extends PreparedDocument {
  readonly pdfSha256?: string
  readonly issued?: {
    readonly number: string
    readonly issuedOn: LocalDate
    readonly attachmentId: string
    /** Hash of the application that the issuer has seen. */
    readonly draftSha256: string
  }
  /** Only of a statement on origin, which is nothing before its exporter has signed it. */
  readonly signed?: {
    readonly agreement: string
    readonly invoiceNumber: string
    readonly signedOn: LocalDate
  }
}

export interface DeclarationStanding {
  readonly declaration: FactReference
  readonly origins: FactReference
  readonly lrn: string
  readonly ducr: string
  readonly additionalType?: 'A' | 'D'
  readonly messageId?: string
  readonly conversationId?: string
  readonly mrn?: string
  readonly acceptedAt?: string
  readonly releasedAt?: string
  readonly arrivalMessageId?: string
  readonly outcomeUnknown: boolean
}

export interface ControlStanding {
  readonly controlId: string
  readonly state: ControlState
  readonly wanted?: string
  readonly dueAt?: string
  readonly result?: string
}

export interface QuestionStanding {
  readonly questionId: string
  readonly state: QuestionState
  readonly text: string
  readonly answer?: string
}

export interface AssessmentStanding {
  readonly assessmentId: string
  readonly state: AssessmentState
  readonly versionId: string
  readonly lines: readonly AssessedLine[]
  readonly payable: Money
  readonly differences: readonly QuoteDifference[]
}

export interface DebtStanding {
  readonly debtId: string
  readonly state: DebtState
  readonly taxType: string
  readonly amount: Money
  readonly payer: string
}

export interface RequestStanding {
  readonly requestId: string
  readonly kind: 'invalidation' | 'amendment'
  readonly state: RequestState
}
