import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { Money } from '../../customs/money/money.ts'
import type { ImportAdditionalType } from '../../customs/declaration/declaration-type.ts'
import type { DocumentKind } from '../../customs/documents/document.ts'
import type { ImportersKnowledge } from '../../customs/documents/held-proof.ts'
import type { LaneVat } from '../../customs/lane/lane-decision.ts'
import type { Finding } from '../../customs/readiness/finding.ts'
import type { Failure } from '../../customs/result.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Actor, Cause } from './actor.ts'

/** A large fact that is kept beside the events; the hash binds the event to its exact content. */
export interface FactReference {
  readonly factId: string
  readonly sha256: string
}

/** One tax line as the authority assessed it. */
export interface AssessedLine {
  /** Goods item number from 1. */
  readonly itemNumber: number
  /** As the authority codes it: `A00` customs duty, `B00` VAT. */
  readonly taxType: string
  readonly base?: Money
  /** The percentage without its sign: `12.00`. */
  readonly ratePercent?: string
  readonly assessed: Money
  /** What of it has to be paid: less than assessed where the authority grants relief. */
  readonly payable: Money
}

/** A rule on declarations that a person should look at; the declaration may go out all the same. */
export interface RuleWarning {
  /** Id of the rule. */
  readonly rule: string
  /** JSON Pointer into the declaration. */
  readonly path: string
  readonly message: BilingualText
  readonly mend: BilingualText
}

/** A paper of the case as data; its content hash is on record before anything is rendered. */
export interface PreparedDocument {
  readonly kind: DocumentKind
  readonly document: FactReference
  /** SHA-256 of the document's canonical text, with the personal data in it. */
  readonly contentSha256: string
}

/**
 * One tax of one goods item that was not assessed as quoted; stored, so that the explanation stays
 * what it was on the day.
 */
export interface QuoteDifference {
  readonly itemNumber: number
  readonly taxType: string
  readonly quoted: Money
  readonly assessed: Money
  /**
   * One of the causes in `DifferenceCause`, as text so that old records outlive a change of that
   * list.
   */
  readonly cause: string
  readonly explanation: BilingualText
}

/** A case that was declared before, decided, quoted and given its papers anew on other goods data. */
export interface DecidedAnew {
  readonly consignment: FactReference
  readonly lane: CaseEventData['lane-decided']
  /** Absent of goods that leave, as is the quote. */
  readonly parties?: CaseEventData['parties-decided']
  readonly quote?: CaseEventData['quote-made']
  readonly requiredDocuments?: FactReference
  readonly documents: readonly PreparedDocument[]
}

/**
 * A declaration as it should be, with all that it follows from. Nothing of it counts before the
 * authority has granted it.
 */
export interface AmendmentProposal extends DecidedAnew {
  readonly declaration: FactReference
  readonly origins: FactReference
  /** JSON Pointers of the fields that change, into the declaration. */
  readonly fields: readonly string[]
}

/**
 * What can happen to a case, each with what has to be remembered of it. Personal data never stands
 * here: facts hold references to the erasable personal record.
 */
export interface CaseEventData {
  readonly 'case-opened': {
    readonly reference: string
    readonly orderIds: readonly string[]
    readonly consignment: FactReference
    readonly destination: string
    readonly goodsItemCount: number
    /** Of goods that go back: the case by which they came in. */
    readonly returnOf?: CameInBy
  }
  /** Goods of an import go back; the export that takes them has a case of its own. */
  readonly 'return-opened': ReturnData
  readonly 'preparation-started': Record<string, never>
  /** Preparation was tried as often as it is and broke off each time; the case stays where it is. */
  readonly 'preparation-failed': { readonly failures: readonly Failure[] }
  readonly 'lane-decided': {
    readonly decision: FactReference
    readonly lane: string
    readonly vat: LaneVat
  }
  readonly 'parties-decided': {
    readonly decision: FactReference
    readonly importerOfRecord: string
    readonly representation: 'self' | 'direct' | 'indirect'
    readonly payer: string
  }
  readonly 'quote-made': {
    readonly quote: FactReference
    readonly on: LocalDate
    readonly customsValue: Money
    readonly dueAtImport: Money
  }
  /** Which papers the case needs, which of them there are, and who provides the others. */
  readonly 'documents-listed': { readonly list: FactReference }
  readonly 'documents-prepared': {
    readonly documents: readonly PreparedDocument[]
  }
  readonly 'document-rendered': {
    readonly kind: DocumentKind
    readonly document: FactReference
    readonly pdfSha256: string
  }
  readonly 'document-attached': {
    readonly attachmentId: string
    readonly kind: string
    readonly sha256: string
  }
  readonly 'document-issued': {
    readonly kind: 'certificate-of-origin'
    /** The draft that this is the issued form of. */
    readonly draftFactId: string
    readonly document: FactReference
    readonly contentSha256: string
    readonly number: string
    readonly issuedOn: LocalDate
    readonly attachmentId: string
  }
  /** The exporter has stated the preferential origin of goods; its words stand in the document. */
  readonly 'preference-statement-signed': {
    readonly agreement: string
    readonly invoiceNumber: string
    /** First item of the purchase; absent where it was signed before sellers were told apart by it. */
    readonly firstItemNumber?: number
    readonly document: FactReference
    readonly contentSha256: string
    readonly signedOn: LocalDate
  }
  /** The importer vouches for the preferential origin itself, on records that the case holds. */
  readonly 'importers-knowledge-recorded': ImportersKnowledge & {
    readonly attachmentIds: readonly string[]
  }
  readonly 'checks-completed': {
    readonly findings: readonly Finding[]
    /** What could not be decided, quoted or made out, and why. */
    readonly failures: readonly Failure[]
    /** What the rules on declarations say to a person and what does not stop the sending. */
    readonly warnings?: readonly RuleWarning[]
  }
  readonly 'checks-passed': Record<string, never>
  readonly 'goods-data-changed': {
    readonly consignment: FactReference
    readonly what: readonly string[]
  }
  readonly 'case-stopped': { readonly reasons: readonly Failure[] }
  readonly 'case-reopened': { readonly reason: string }
  readonly 'declaration-filled': {
    readonly declaration: FactReference
    /** Where each field of it comes from. */
    readonly origins: FactReference
    readonly lrn: string
    readonly ducr: string
  }
  readonly 'declaration-sent': {
    readonly messageId: string
    readonly lrn: string
    readonly sha256: string
    readonly additionalType: ImportAdditionalType
  }
  readonly 'message-delivered': {
    readonly messageId: string
    readonly kind: string
    /** Absent where the authority was found to know a message whose answer was lost. */
    readonly conversationId?: string
  }
  readonly 'message-refused': { readonly messageId: string; readonly errors: readonly Failure[] }
  readonly 'message-outcome-unknown': { readonly messageId: string; readonly why: string }
  readonly 'message-dead': { readonly messageId: string; readonly why: string }
  /** A person has decided that a message that was given up is not sent any more. */
  readonly 'message-set-aside': { readonly messageId: string; readonly reason: string }
  readonly 'notification-received': {
    readonly notificationId: string
    readonly functionCode: string
    readonly issuedAt: string
    readonly lrn?: string
    readonly mrn?: string
    readonly versionId?: string
    readonly explanation: BilingualText
  }
  readonly 'declaration-rejected': { readonly errors: readonly Failure[]; readonly lrn: string }
  readonly 'declaration-registered': { readonly mrn: string }
  readonly 'declaration-accepted': { readonly mrn: string; readonly acceptedAt?: string }
  /** Facts of the declaration that arrived after the step they belong to. */
  readonly 'declaration-facts-learned': {
    readonly mrn?: string
    readonly acceptedAt?: string
    readonly releasedAt?: string
  }
  readonly 'declaration-expired': { readonly reason: string }
  readonly 'declaration-invalidated': { readonly reason: string }
  readonly 'entry-refused': { readonly reason: string }
  readonly 'goods-seized': { readonly reason: string }
  readonly 'goods-released': { readonly releasedAt?: string }
  readonly 'file-closed': Record<string, never>
  /** Of an export: the authority has been told that the goods are out of the country. */
  readonly 'goods-exited': { readonly exitedAt?: string }
  readonly 'documents-requested': {
    readonly controlId: string
    readonly wanted: string
    /** Why, in the authority's words; absent in records from before it was read. */
    readonly reason?: string
    readonly dueAt?: string
  }
  readonly 'examination-ordered': { readonly controlId: string }
  readonly 'documents-answered': {
    readonly controlId: string
    readonly attachmentIds: readonly string[]
    readonly messageIds: readonly string[]
  }
  /** The authority has not taken a file that was sent in answer, so it still waits for documents. */
  readonly 'documents-not-taken': {
    readonly controlId: string
    readonly messageId: string
    readonly why: string
  }
  readonly 'goods-examined': { readonly controlId: string; readonly result: string }
  readonly 'control-satisfied': { readonly controlId: string }
  readonly 'control-not-satisfied': { readonly controlId: string; readonly why: string }
  /** The declaration that it was about is no more. */
  readonly 'control-lapsed': { readonly controlId: string }
  readonly 'question-asked': { readonly questionId: string; readonly text: string }
  readonly 'question-answered': {
    readonly questionId: string
    readonly text: string
    readonly messageId: string
  }
  readonly 'question-closed': { readonly questionId: string }
  readonly 'question-lapsed': { readonly questionId: string }
  readonly 'assessment-notified': AssessmentData
  readonly 'assessment-corrected': AssessmentData
  readonly 'assessment-final': AssessmentData
  readonly 'debt-incurred': {
    readonly debtId: string
    readonly taxType: string
    readonly amount: Money
    readonly payer: string
  }
  readonly 'debt-secured': { readonly debtId: string; readonly how: string }
  readonly 'debt-paid': { readonly debtId: string; readonly how: string }
  readonly 'debt-reduced': { readonly debtId: string; readonly by: Money }
  /** `to` is the ledger's account that it came back to; absent in what was recorded when that was always the bank. */
  readonly 'debt-refunded': {
    readonly debtId: string
    readonly by: Money
    readonly to?: string
    /** The thread of the claim on which it came back; the assessment stays as it was. */
    readonly claim?: string
  }
  readonly 'debt-written-off': { readonly debtId: string; readonly why: string }
  /** The goods may go once this is secured, beside what is owed. */
  readonly 'security-required': {
    readonly securityId: string
    /** What it is for, by the authority's code. */
    readonly typeCode: string
    /** The same in our words, as they were then. */
    readonly what: BilingualText
    readonly itemNumber: number
    readonly amount: Money
    /** Why, in the authority's words. */
    readonly reason?: string
  }
  /** Less of it is wanted, before any was given. */
  readonly 'security-lowered': { readonly securityId: string; readonly by: Money }
  readonly 'security-given': {
    readonly securityId: string
    readonly amount: Money
    readonly how: string
  }
  readonly 'security-returned': {
    readonly securityId: string
    readonly by: Money
    readonly reason?: string
  }
  /** It has become duty, which is a debt of its own beside it. */
  readonly 'security-taken': { readonly securityId: string; readonly by: Money }
  readonly 'funds-insufficient': { readonly amount?: Money; readonly account?: string }
  readonly 'charges-settled': {
    readonly payer: string
    readonly amount: Money
    readonly reference: string
  }
  readonly 'arrival-notified': { readonly messageId: string; readonly lrn: string }
  readonly 'request-made': {
    readonly requestId: string
    readonly kind: 'invalidation' | 'amendment'
    readonly messageId: string
    readonly reason: string
    /** Absent where it is the declaration on which goods are released. */
    readonly about?: 'supplementary'
    /** Only of an amendment: what the case comes to when it is granted. */
    readonly proposal?: AmendmentProposal
  }
  readonly 'request-granted': { readonly requestId: string }
  readonly 'request-denied': { readonly requestId: string; readonly why: string }
  /** The goods were released on a simplified declaration, which has to be completed by this day. */
  readonly 'supplementary-owed': { readonly dueOn: LocalDate }
  readonly 'supplementary-reminded': { readonly dueOn: LocalDate }
  readonly 'supplementary-overdue': { readonly dueOn: LocalDate }
  /** Other goods data than those that the simplified declaration was lodged on; nothing is sent by it. */
  readonly 'supplementary-goods-changed': DecidedAnew & {
    /** JSON Pointers into the goods data. */
    readonly what: readonly string[]
  }
  readonly 'supplementary-sent': {
    readonly declaration: FactReference
    /** Where each field of it comes from. */
    readonly origins: FactReference
    readonly messageId: string
    readonly lrn: string
    readonly sha256: string
  }
  readonly 'supplementary-rejected': { readonly lrn: string; readonly errors: readonly Failure[] }
  readonly 'supplementary-accepted': { readonly mrn: string }
  readonly 'supplementary-invalidated': { readonly reason: string }
  readonly 'supplementary-cleared': Record<string, never>
  /** We have written to the authority; what, stands in the thread. */
  readonly 'letter-written': LetterData
  /** The authority has not taken a letter of ours. */
  readonly 'letter-refused': LetterData & { readonly errors: readonly Failure[] }
  /** The authority has written to us. */
  readonly 'letter-received': LetterData & { readonly answerDueOn?: LocalDate }
  /** The authority has decided what it was asked for in a thread. */
  readonly 'thread-decided': ThreadDecidedData
  readonly 'thread-closed': ThreadData
  /** The authority warns of a contravention and asks no money. */
  readonly 'penalty-warned': PenaltyData
  readonly 'penalty-imposed': PenaltyData & { readonly amount: Money }
  /** Less of it is asked, as a review may find. */
  readonly 'penalty-lowered': { readonly penaltyId: string; readonly by: Money }
  /** The authority has received it. */
  readonly 'penalty-paid': { readonly penaltyId: string; readonly how: string }
  /** It falls, and with it what was warned of; what was paid comes back. */
  readonly 'penalty-withdrawn': { readonly penaltyId: string }
  /** The authority keeps a part of the goods, and the rest may go; what is kept is declared no more. */
  readonly 'goods-kept-back': KeptGoodsData
  /** What was only detained is taken as liable to forfeiture. */
  readonly 'kept-goods-seized': KeptGoodsMoveData & { readonly reviewBy?: LocalDate }
  /** They are given back, and declared and charged again. */
  readonly 'kept-goods-restored': KeptGoodsMoveData & {
    /** The version of the declaration that covers them again. */
    readonly versionId: string
  }
  readonly 'kept-goods-lost': KeptGoodsMoveData & { readonly became: 'forfeited' | 'destroyed' }
  readonly 'transport-pre-advised': TransportData
  readonly 'goods-departed': TransportData
  readonly 'goods-arrived': TransportData
  readonly 'goods-presented': TransportData
  readonly 'goods-handed-over': TransportData
  readonly 'goods-delivered': TransportData
  readonly 'delivery-failed': TransportData
  readonly 'goods-returned': TransportData
  readonly 'goods-destroyed': { readonly reason: string }
  readonly 'goods-abandoned': { readonly reason: string }
  readonly 'goods-restored': { readonly reason: string }
  readonly 'goods-forfeited': { readonly reason: string }
}

/**
 * One statement of what is due. It is repeated whole with each change, so the last one stands for
 * itself.
 */
export interface AssessmentData {
  readonly assessmentId: string
  /** Version of the declaration that was assessed. */
  readonly versionId: string
  readonly notificationId: string
  readonly lines: readonly AssessedLine[]
  /** The sum of what is payable over all lines. */
  readonly payable: Money
  /** Where it departs from the quote of the case; empty where it was quoted right. */
  readonly differences: readonly QuoteDifference[]
}

/** A thread of letters with the authority about the case. */
export interface ThreadData {
  readonly threadId: string
  /** What it is about: `question`, `appeal` and so on, as text so that old records outlive the list. */
  readonly kind: string
}

/** How the authority has decided a thread. */
export interface ThreadDecidedData extends ThreadData {
  readonly outcome: string
  readonly decidedOn: LocalDate
  /** Of a review: the decision that was put to it. */
  readonly reviewed?: ReviewedDecision
  /**
   * The version of the declaration that the decision has made; absent where it made none.
   * `not-recorded` of a review that was decided before events said it, and that may have made one.
   */
  readonly versionId?: string
}

/** A decision that was put to review. */
export interface ReviewedDecision {
  /** `assessment`, `penalty` and so on, as text so that old records outlive the list. */
  readonly decision: string
  readonly decidedOn: LocalDate
  /** The thread that tells of it, where no notification did. */
  readonly threadId?: string
}

/** One letter of a thread. */
export interface LetterData extends ThreadData {
  readonly letterId: string
}

/** A warning or a penalty as the letter tells it, by which the trader learns of it. */
export interface PenaltyData {
  /** The MRN and the number within the declaration: `24GB...R1/1`. */
  readonly penaltyId: string
  /** What was contravened, in the authority's words, and its law. */
  readonly what: BilingualText
  readonly law: string
  readonly imposedOn: LocalDate
  /** The last day on which a review can be asked for in time, as the authority states it. */
  readonly reviewBy: LocalDate
  /** The thread of the letter. */
  readonly threadId: string
}

/** The case by which goods came in that now go back. */
export interface CameInBy {
  readonly caseId: string
  readonly reference: string
  readonly mrn: string
}

/** The case of an export by which goods go back, and how many pieces of which goods items they are. */
export interface ReturnData {
  readonly caseId: string
  readonly reference: string
  readonly reason: 'rejected' | 'other'
  readonly goods: readonly { readonly itemNumber: number; readonly quantity: number }[]
}

/** How much of an item of the declaration is kept; the whole of it where no number of pieces is stated. */
export interface KeptItem {
  readonly itemNumber: number
  readonly kept?: string
  readonly of?: string
}

/** Goods that are kept back, as the letter tells it by which the trader learns of it. */
export interface KeptGoodsData {
  /** The MRN and the number within the declaration: `24GB...R1/1`. */
  readonly keptId: string
  readonly as: 'detained' | 'seized'
  readonly items: readonly KeptItem[]
  /** The authority's words. */
  readonly reason: string
  readonly law: string
  readonly keptOn: LocalDate
  /** The last day on which a review can be asked for in time, as the authority states it. */
  readonly reviewBy?: LocalDate
  /** The version of the declaration that covers what goes. */
  readonly versionId: string
  /** The thread of the letter. */
  readonly threadId: string
}

/** What becomes of goods that were kept back. */
export interface KeptGoodsMoveData {
  readonly keptId: string
  readonly reason: string
  readonly decidedOn: LocalDate
  readonly threadId: string
}

/** What a carrier reports of the goods. */
export interface TransportData {
  /** When it happened, which may be long before it was reported. */
  readonly occurredAt: Instant
  readonly place?: string
  /** Who reports it: the carrier or its system. */
  readonly source: string
  /** The carrier's own number of the report. */
  readonly reference?: string
}

/**
 * The name under which an event is stored. A name in use is never changed or given another meaning,
 * because records keep it for good.
 */
export type CaseEventType = keyof CaseEventData

/** An event before it has a place in the record of its case. */
export type NewCaseEvent = {
  readonly [Type in CaseEventType]: { readonly type: Type; readonly data: CaseEventData[Type] }
}[CaseEventType]

/** An event in the record: never changed, never removed. */
export type CaseEvent = NewCaseEvent & {
  readonly caseId: string
  /** 1 for the first event of the case, without gaps. */
  readonly sequence: number
  /** Version of the shape of `data` when it was written; upcasters lift old shapes. */
  readonly schemaVersion: number
  readonly at: Instant
  readonly actor: Actor
  readonly cause: Cause
}
