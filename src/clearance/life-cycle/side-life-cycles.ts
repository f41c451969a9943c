import type { LifeCycle } from './life-cycle.ts'

/**
 * The small life cycles that run beside the main line, several at a time. Each instance has an id of
 * its own within the case.
 */

/**
 * `answered` and `examined` have had their part done and wait for the authority; a control ends as
 * `satisfied` or `not-satisfied`, the latter where its result changed the declaration, and is `lapsed`
 * where a supplementary declaration that it was about is no more.
 */
export type ControlState =
  | 'selected'
  | 'documents-requested'
  | 'examination-ordered'
  | 'answered'
  | 'examined'
  | 'satisfied'
  | 'not-satisfied'
  | 'lapsed'

/** What moves a control: the authority opens and decides it, only `documents-answered` is ours. */
export type ControlEvent =
  | 'control-selected'
  | 'documents-requested'
  | 'examination-ordered'
  | 'documents-answered'
  | 'documents-not-taken'
  | 'goods-examined'
  | 'control-satisfied'
  | 'control-not-satisfied'
  | 'control-lapsed'

/**
 * A check of documents or goods. Release closes what is open as satisfied; a result that comes
 * later still counts, so `satisfied` is not the end.
 */
export const controlLifeCycle: LifeCycle<ControlState, ControlEvent> = {
  name: 'control',
  transitions: [
    { from: null, event: 'control-selected', to: 'selected' },
    { from: null, event: 'documents-requested', to: 'documents-requested' },
    { from: null, event: 'examination-ordered', to: 'examination-ordered' },
    { from: 'selected', event: 'documents-requested', to: 'documents-requested' },
    { from: 'selected', event: 'examination-ordered', to: 'examination-ordered' },
    { from: 'documents-requested', event: 'documents-answered', to: 'answered' },
    { from: 'documents-requested', event: 'control-satisfied', to: 'satisfied' },
    { from: 'documents-requested', event: 'control-not-satisfied', to: 'not-satisfied' },
    { from: 'examination-ordered', event: 'goods-examined', to: 'examined' },
    { from: 'examination-ordered', event: 'control-satisfied', to: 'satisfied' },
    { from: 'examination-ordered', event: 'control-not-satisfied', to: 'not-satisfied' },
    { from: 'answered', event: 'documents-not-taken', to: 'documents-requested' },
    {
      from: 'documents-requested',
      event: 'documents-not-taken',
      to: 'documents-requested',
      needs: 'several files in one answer',
    },
    { from: 'answered', event: 'control-satisfied', to: 'satisfied' },
    { from: 'answered', event: 'control-not-satisfied', to: 'not-satisfied' },
    { from: 'examined', event: 'control-satisfied', to: 'satisfied' },
    { from: 'examined', event: 'control-not-satisfied', to: 'not-satisfied' },
    { from: 'documents-requested', event: 'control-lapsed', to: 'lapsed' },
    { from: 'examination-ordered', event: 'control-lapsed', to: 'lapsed' },
    { from: 'answered', event: 'control-lapsed', to: 'lapsed' },
    { from: 'examined', event: 'control-lapsed', to: 'lapsed' },
    {
      from: 'satisfied',
      event: 'goods-examined',
      to: 'examined',
      needs: 'a result that arrived after the release it preceded',
    },
  ],
}

/** `closed` was answered before the release; `lapsed` never was, and the release made it idle. */
export type QuestionState = 'asked' | 'reminded' | 'answered' | 'closed' | 'lapsed'

/** What moves a question: the authority asks, we answer, the release ends it either way. */
export type QuestionEvent =
  | 'question-asked'
  | 'question-reminded'
  | 'question-answered'
  | 'question-closed'
  | 'question-lapsed'

/**
 * A question of the authority in words, apart from a control because it is answered in words too.
 */
export const questionLifeCycle: LifeCycle<QuestionState, QuestionEvent> = {
  name: 'question',
  transitions: [
    { from: null, event: 'question-asked', to: 'asked' },
    { from: 'asked', event: 'question-reminded', to: 'reminded' },
    { from: 'asked', event: 'question-answered', to: 'answered' },
    { from: 'reminded', event: 'question-answered', to: 'answered' },
    { from: 'answered', event: 'question-closed', to: 'closed' },
    { from: 'asked', event: 'question-lapsed', to: 'lapsed' },
    { from: 'reminded', event: 'question-lapsed', to: 'lapsed' },
  ],
}

/**
 * `notified` may still change, `corrected` announces another version of what was stated before, and
 * `final` is debited; a later version may follow it.
 */
export type AssessmentState = 'notified' | 'corrected' | 'final'

/** Each carries the whole statement, which replaces the one before. */
export type AssessmentEvent = 'assessment-notified' | 'assessment-corrected' | 'assessment-final'

/**
 * What is due as the authority states it, again and again. Even a final statement can be corrected,
 * after an amendment or a control.
 */
export const assessmentLifeCycle: LifeCycle<AssessmentState, AssessmentEvent> = {
  name: 'assessment',
  transitions: [
    { from: null, event: 'assessment-notified', to: 'notified' },
    { from: null, event: 'assessment-corrected', to: 'corrected' },
    { from: null, event: 'assessment-final', to: 'final' },
    { from: 'notified', event: 'assessment-notified', to: 'notified' },
    { from: 'notified', event: 'assessment-corrected', to: 'corrected' },
    { from: 'notified', event: 'assessment-final', to: 'final' },
    { from: 'corrected', event: 'assessment-corrected', to: 'corrected' },
    { from: 'corrected', event: 'assessment-final', to: 'final' },
    { from: 'final', event: 'assessment-corrected', to: 'corrected' },
    { from: 'final', event: 'assessment-final', to: 'final' },
  ],
}

/**
 * `secured` is covered by a guarantee, `refunded` was paid and lowered afterwards, `written-off` is
 * never owed, because its entry ended without release.
 */
export type DebtState = 'due' | 'secured' | 'paid' | 'refunded' | 'written-off'

/** Each of them that moves money has its posting in the ledger of the case. */
export type DebtEvent =
  | 'debt-incurred'
  | 'debt-reduced'
  | 'debt-secured'
  | 'debt-paid'
  | 'debt-refunded'
  | 'debt-written-off'

/**
 * What is owed for one tax type. A debt is lowered by `debt-reduced` before it is paid and by
 * `debt-refunded` after, which are different postings.
 */
export const debtLifeCycle: LifeCycle<DebtState, DebtEvent> = {
  name: 'debt',
  transitions: [
    { from: null, event: 'debt-incurred', to: 'due' },
    { from: 'due', event: 'debt-reduced', to: 'due' },
    { from: 'secured', event: 'debt-reduced', to: 'secured' },
    { from: 'due', event: 'debt-secured', to: 'secured' },
    { from: 'due', event: 'debt-paid', to: 'paid' },
    { from: 'secured', event: 'debt-paid', to: 'paid' },
    { from: 'paid', event: 'debt-refunded', to: 'refunded', needs: 'in part or whole' },
    { from: 'refunded', event: 'debt-refunded', to: 'refunded' },
    { from: 'due', event: 'debt-written-off', to: 'written-off' },
    { from: 'secured', event: 'debt-written-off', to: 'written-off' },
  ],
}

/**
 * What completes a simplified declaration: `owed` from the release of the goods, `overdue` after its
 * day, `cleared` when the authority has assessed it and closed its file.
 */
export type SupplementaryState = 'owed' | 'overdue' | 'lodged' | 'accepted' | 'cleared'

/** The declaring is ours; what becomes of it is the authority's. */
export type SupplementaryEvent =
  | 'supplementary-owed'
  | 'supplementary-reminded'
  | 'supplementary-overdue'
  | 'supplementary-goods-changed'
  | 'supplementary-sent'
  | 'supplementary-rejected'
  | 'supplementary-accepted'
  | 'supplementary-invalidated'
  | 'supplementary-cleared'

/** It stays owed until one of its attempts, each with an LRN of its own, has been cleared. */
export const supplementaryLifeCycle: LifeCycle<SupplementaryState, SupplementaryEvent> = {
  name: 'supplementary declaration',
  transitions: [
    {
      from: null,
      event: 'supplementary-owed',
      to: 'owed',
      needs: 'goods released on a simplified declaration, whose acceptance is known',
    },
    { from: 'owed', event: 'supplementary-reminded', to: 'owed' },
    { from: 'owed', event: 'supplementary-overdue', to: 'overdue', needs: 'its day has passed' },
    { from: 'owed', event: 'supplementary-goods-changed', to: 'owed' },
    { from: 'overdue', event: 'supplementary-goods-changed', to: 'overdue' },
    { from: 'owed', event: 'supplementary-sent', to: 'lodged' },
    { from: 'overdue', event: 'supplementary-sent', to: 'lodged' },
    { from: 'lodged', event: 'supplementary-rejected', to: 'owed' },
    { from: 'lodged', event: 'supplementary-accepted', to: 'accepted' },
    { from: 'accepted', event: 'supplementary-invalidated', to: 'owed' },
    { from: 'accepted', event: 'supplementary-cleared', to: 'cleared' },
  ],
}

/**
 * `given` lies with the authority; `returned` and `taken` say how the last of it was decided. A
 * security that is `lowered` was wanted less before it was given.
 */
export type SecurityState = 'required' | 'lowered' | 'given' | 'returned' | 'taken'

/** Those of a security that is given move money, and have their postings. */
export type SecurityEvent =
  | 'security-required'
  | 'security-lowered'
  | 'security-given'
  | 'security-returned'
  | 'security-taken'

/** What may turn out to be owed and is secured until it is decided, on which the goods may go. */
export const securityLifeCycle: LifeCycle<SecurityState, SecurityEvent> = {
  name: 'security',
  transitions: [
    { from: null, event: 'security-required', to: 'required' },
    { from: 'required', event: 'security-lowered', to: 'lowered' },
    { from: 'lowered', event: 'security-lowered', to: 'lowered' },
    { from: 'required', event: 'security-given', to: 'given', needs: 'the goods are released' },
    { from: 'lowered', event: 'security-given', to: 'given', needs: 'the goods are released' },
    { from: 'given', event: 'security-returned', to: 'returned', needs: 'in part or whole' },
    { from: 'given', event: 'security-taken', to: 'taken', needs: 'in part or whole' },
    { from: 'returned', event: 'security-returned', to: 'returned' },
    { from: 'returned', event: 'security-taken', to: 'taken' },
    { from: 'taken', event: 'security-taken', to: 'taken' },
    { from: 'taken', event: 'security-returned', to: 'returned' },
  ],
}

/** `warned` asks no money. What is imposed is paid, and may be withdrawn before or after. */
export type PenaltyState = 'warned' | 'imposed' | 'paid' | 'withdrawn'

/** The authority's alone; each that moves money has its posting. */
export type PenaltyEvent =
  'penalty-warned' | 'penalty-imposed' | 'penalty-lowered' | 'penalty-paid' | 'penalty-withdrawn'

/** A warning or a penalty for a contravention, of which letters tell and no notification. */
export const penaltyLifeCycle: LifeCycle<PenaltyState, PenaltyEvent> = {
  name: 'penalty',
  transitions: [
    { from: null, event: 'penalty-warned', to: 'warned' },
    { from: null, event: 'penalty-imposed', to: 'imposed' },
    { from: 'imposed', event: 'penalty-lowered', to: 'imposed', needs: 'a review that varies it' },
    { from: 'paid', event: 'penalty-lowered', to: 'paid', needs: 'a review that varies it' },
    { from: 'imposed', event: 'penalty-paid', to: 'paid' },
    { from: 'warned', event: 'penalty-withdrawn', to: 'withdrawn' },
    { from: 'imposed', event: 'penalty-withdrawn', to: 'withdrawn' },
    {
      from: 'paid',
      event: 'penalty-withdrawn',
      to: 'withdrawn',
      needs: 'what was paid comes back',
    },
  ],
}

/** `kept` goods are detained or seized; they are given back, or lost to the business for good. */
export type KeptGoodsState = 'kept' | 'restored' | 'lost'

/** The authority's alone, told by letters. */
export type KeptGoodsEvent =
  'goods-kept-back' | 'kept-goods-seized' | 'kept-goods-restored' | 'kept-goods-lost'

/** A part of the goods that the authority keeps while the rest goes. */
export const keptGoodsLifeCycle: LifeCycle<KeptGoodsState, KeptGoodsEvent> = {
  name: 'kept goods',
  transitions: [
    { from: null, event: 'goods-kept-back', to: 'kept', needs: 'other goods may go' },
    { from: 'kept', event: 'kept-goods-seized', to: 'kept', needs: 'they were only detained' },
    { from: 'kept', event: 'kept-goods-restored', to: 'restored' },
    { from: 'kept', event: 'kept-goods-lost', to: 'lost', needs: 'forfeited or destroyed' },
  ],
}

/** Amendment, invalidation, refund, appeal: what is asked of the authority after lodging. */
export type RequestState = 'requested' | 'granted' | 'denied'

/** We make a request; its answer, granted or denied, is the authority's. */
export type RequestEvent = 'request-made' | 'request-granted' | 'request-denied'

/** A request is answered once; to ask again is a new request with a reference of its own. */
export const requestLifeCycle: LifeCycle<RequestState, RequestEvent> = {
  name: 'request',
  transitions: [
    { from: null, event: 'request-made', to: 'requested' },
    { from: 'requested', event: 'request-granted', to: 'granted' },
    { from: 'requested', event: 'request-denied', to: 'denied' },
  ],
}

/**
 * Where the goods are as carriers report it. `presented` is shown to customs; `handed-over` is with
 * the carrier of the last mile.
 */
export type TransportState =
  | 'pre-advised'
  | 'departed'
  | 'arrived'
  | 'presented'
  | 'handed-over'
  | 'delivered'
  | 'failed'
  | 'returned'

/** Milestones of carriers. `goods-delivered` and `goods-returned` move the main line as well. */
export type TransportEvent =
  | 'transport-pre-advised'
  | 'goods-departed'
  | 'goods-arrived'
  | 'goods-presented'
  | 'goods-handed-over'
  | 'goods-delivered'
  | 'delivery-failed'
  | 'goods-returned'

const beforeArrival = [null, 'pre-advised', 'departed'] as const
const underway = [...beforeArrival, 'arrived', 'presented', 'handed-over', 'failed'] as const

/** Carriers leave milestones out, so a later milestone may follow any earlier one. */
export const transportLifeCycle: LifeCycle<TransportState, TransportEvent> = {
  name: 'transport',
  transitions: [
    { from: null, event: 'transport-pre-advised', to: 'pre-advised' },
    ...forward([null, 'pre-advised'], 'goods-departed', 'departed'),
    ...forward(beforeArrival, 'goods-arrived', 'arrived'),
    ...forward([...beforeArrival, 'arrived'], 'goods-presented', 'presented'),
    ...forward([...beforeArrival, 'arrived', 'presented'], 'goods-handed-over', 'handed-over'),
    ...forward(underway, 'goods-delivered', 'delivered'),
    ...forward(underway, 'delivery-failed', 'failed'),
    ...forward(underway, 'goods-returned', 'returned'),
  ],
}

function forward(
  from: readonly (TransportState | null)[],
  event: TransportEvent,
  to: TransportState,
): LifeCycle<TransportState, TransportEvent>['transitions'] {
  return from.map((state) => ({ from: state, event, to }))
}
