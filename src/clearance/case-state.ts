import type { BilingualText } from '../customs/bilingual-text.ts'
import type { Instant, LocalDate } from '../customs/calendar/local-date.ts'
import type { ImportAdditionalType } from '../customs/declaration/declaration-type.ts'
import type { ImportersKnowledge } from '../customs/documents/held-proof.ts'
import type { Money } from '../customs/money/money.ts'
import type { Finding } from '../customs/readiness/finding.ts'
import type { Failure } from '../customs/result.ts'
import type {
  AmendmentProposal,
  AssessedLine,
  CameInBy,
  FactReference,
  KeptGoodsData,
  PenaltyData,
  PreparedDocument,
  QuoteDifference,
  ReturnData,
  RuleWarning,
} from './events/case-event.ts'
import type { MainState } from './life-cycle/main-life-cycle.ts'
import type {
  AssessmentState,
  ControlState,
  DebtState,
  KeptGoodsState,
  PenaltyState,
  QuestionState,
  RequestState,
  SecurityState,
  SupplementaryState,
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
  /** What the rules on declarations say to a person; absent where they say nothing. */
  readonly warnings?: readonly RuleWarning[]
  /** Why the case stopped or was rejected, until that is mended. */
  readonly obstacles: readonly Failure[]
  /** The declaration in force: the last one that was filled. */
  readonly declaration?: DeclarationStanding
  /** References of the attempts before it, oldest first; what is said of them counts no more. */
  readonly earlierLrns: readonly string[]
  readonly controls: readonly ControlStanding[]
  readonly questions: readonly QuestionStanding[]
  readonly assessment?: AssessmentStanding
  readonly debts: readonly DebtStanding[]
  /** Absent where the authority has never wanted security. */
  readonly securities?: readonly SecurityStanding[]
  /** Absent where the authority has never warned or penalised. */
  readonly penalties?: readonly PenaltyStanding[]
  /** Absent where the authority has never let a part of the goods go without the rest. */
  readonly keptGoods?: readonly KeptGoodsStanding[]
  readonly insufficientFunds: boolean
  readonly requests: readonly RequestStanding[]
  /** Of a case that was released on a simplified declaration: what completes that. */
  readonly supplementary?: SupplementaryStanding
  readonly transport: TransportState | null
  /** The notifications that the record of the case already tells of. */
  readonly notificationIds: readonly string[]
  /** The authority has closed its file, which may come before or after delivery. */
  readonly fileClosed: boolean
  /** Goods that leave are out of the country; absent before, and of all that come in. */
  readonly exit?: { readonly exitedAt?: string }
  /** The import by which goods came in that now go back; absent of all other cases. */
  readonly returnOf?: CameInBy
  /** The exports by which goods of this import go back; absent where there are none. */
  readonly returns?: readonly ReturnData[]
  readonly outcomeReason?: string
}

/** A paper of the case and what has become of it: rendered, issued by a chamber, or signed. */
export interface DocumentStanding extends PreparedDocument {
  /** Absent until the paper has been rendered. */
  readonly pdfSha256?: string
  /** Only of a certificate of origin, which is a draft before a chamber has issued it. */
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
    /** First item of the purchase that it is about; absent of statements signed long ago. */
    readonly firstItemNumber?: number
    readonly signedOn: LocalDate
  }
}

/**
 * One attempt to declare: our references for it, the authority's, and the moments that it has
 * stated. A new attempt after a rejection has an LRN of its own.
 */
export interface DeclarationStanding {
  readonly declaration: FactReference
  /** Where each field of the declaration comes from. */
  readonly origins: FactReference
  readonly lrn: string
  readonly ducr: string
  /** In full or simplified, of goods that are there or before. Absent until it is sent. */
  readonly additionalType?: ImportAdditionalType
  /** The message of the outbox that carries it. */
  readonly messageId?: string
  /** The authority's id of the exchange, by which its notifications can be told to be ours. */
  readonly conversationId?: string
  readonly mrn?: string
  /** Legal acceptance: the tax point. */
  readonly acceptedAt?: string
  readonly releasedAt?: string
  /** The message by which the arrival of the goods was notified, where it was. */
  readonly arrivalMessageId?: string
  /** Sending it ended without an answer, so whether the authority has it is in doubt. */
  readonly outcomeUnknown: boolean
}

/** A check that the authority has opened. Its id is that of the notification which opened it. */
export interface ControlStanding {
  readonly controlId: string
  readonly state: ControlState
  /** Of a request for documents: what is wanted, in the authority's words or else its code. */
  readonly wanted?: string
  /** Why it is wanted, in the authority's words. */
  readonly reason?: string
  /** The last moment for an answer, as the authority states it. */
  readonly dueAt?: string
  /** What the control has found, in the authority's words. */
  readonly result?: string
  /** Of a request for documents: the messages by which it was answered. */
  readonly messageIds?: readonly string[]
}

/** A question of the authority in words. Its id is that of the notification which asked it. */
export interface QuestionStanding {
  readonly questionId: string
  readonly state: QuestionState
  readonly text: string
  readonly answer?: string
}

/** What the authority works out as due, by the statement of it that counts. */
export interface AssessmentStanding {
  readonly assessmentId: string
  readonly state: AssessmentState
  /** Version of the declaration that was assessed; an amendment makes the next one. */
  readonly versionId: string
  readonly lines: readonly AssessedLine[]
  /** The sum of what is payable over all lines. */
  readonly payable: Money
  /** Where it departs from the quote, and why. */
  readonly differences: readonly QuoteDifference[]
}

/**
 * What is owed to the authority for one tax type. A higher assessment adds a debt; a lower one
 * lowers those that are there.
 */
export interface DebtStanding {
  /** Tax type and the notification that made it due: `A00:<notification id>`. */
  readonly debtId: string
  readonly state: DebtState
  readonly taxType: string
  /** What is left of it after reductions and refunds; being paid does not change it. */
  readonly amount: Money
  /** Who bears it in the end, not who pays it to the authority. */
  readonly payer: string
  /** What has come back on claims, though it stays assessed. */
  readonly claimedBack?: Money
}

/** What the authority wants secured for one goods item, beside what is owed. */
export interface SecurityStanding {
  /** What it is for, the item, the version that first states it and of which entry: `MOD:1:2:26GB1`. */
  readonly securityId: string
  readonly state: SecurityState
  readonly itemNumber: number
  /** What it is for, by the authority's code. */
  readonly typeCode: string
  readonly what: BilingualText
  readonly amount: Money
  /** Why, in the authority's words. */
  readonly reason?: string
  /** From what it was given; absent until the goods were released on it. */
  readonly how?: string
  /** What of it was not wanted any more before it was given. */
  readonly lowered: Money
  /** What of it has gone back, and what of it has become duty. */
  readonly returned: Money
  readonly taken: Money
}

/** A warning or a penalty that the authority has given about the declaration. */
export interface PenaltyStanding extends PenaltyData {
  readonly state: PenaltyState
  /** What is asked; absent from a warning. */
  readonly amount?: Money
  /** From what it was paid. */
  readonly how?: string
}

/** Goods that the authority keeps, or kept, while the rest of the declaration goes. */
export interface KeptGoodsStanding extends KeptGoodsData {
  readonly state: KeptGoodsState
  /** Set once they are lost. */
  readonly became?: 'forfeited' | 'destroyed'
  /** Why the latest was decided; absent while they are as they were first kept. */
  readonly decidedBecause?: string
  readonly decidedOn?: LocalDate
}

/** Something that was asked of the authority about a declaration it already has. */
export interface RequestStanding {
  /** The LRN of the request, by which the authority answers it. */
  readonly requestId: string
  readonly kind: 'invalidation' | 'amendment'
  readonly state: RequestState
  /** Absent where it is about the declaration on which goods are released. */
  readonly about?: 'supplementary'
  /** What an amendment asks for, until it is answered. */
  readonly proposal?: AmendmentProposal
}

/** The declaration that completes a simplified one, under an MRN and references of its own. */
export interface SupplementaryStanding {
  readonly state: SupplementaryState
  /** The last day on which it may be sent and accepted. */
  readonly dueOn: LocalDate
  /** Whether somebody was reminded that the day is near. */
  readonly reminded: boolean
  /** The attempt in force; absent before the first, and after one that came to nothing. */
  readonly attempt?: SupplementaryAttempt
  /** The attempt that the authority has rejected, until something was mended or it is handed in again. */
  readonly rejected?: SupplementaryAttempt
  /** What the simplified declaration was lodged on; absent as long as that has not been changed. */
  readonly initial?: { readonly consignment: FactReference; readonly quote: FactReference }
  /** References of the attempts that came to nothing; what is said of them counts no more. */
  readonly earlierLrns: readonly string[]
  /** Why the last attempt came to nothing, until there is another. */
  readonly obstacles: readonly Failure[]
}

/** One attempt to hand in a supplementary declaration. */
export interface SupplementaryAttempt {
  readonly declaration: FactReference
  /** Where each field of the declaration comes from. */
  readonly origins: FactReference
  readonly lrn: string
  /** The message of the outbox that carries it. */
  readonly messageId: string
  /** The authority's id of the exchange. */
  readonly conversationId?: string
  readonly mrn?: string
  /** Sending it ended without an answer, so whether the authority has it is in doubt. */
  readonly outcomeUnknown: boolean
}
