import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { CaseEvent } from '../events/case-event.ts'
import { eventSentence } from '../history/event-sentence.ts'

/** What runs beside the main line. */
export const sideLineKinds = [
  'transport',
  'documents',
  'control',
  'question',
  'payment',
  'request',
  'correspondence',
  'penalty',
  'kept-goods',
  'attempt',
  'supplementary',
] as const

/** One of {@link sideLineKinds}; an `attempt` is a declaration that was rejected. */
export type SideLineKind = (typeof sideLineKinds)[number]

/** Something that happened on a side line. */
export interface SideLineMark {
  readonly at: Instant
  readonly sentence: BilingualText
}

/** One life beside the main line: when it began, what happened on it, and when it ended. */
export interface SideLine {
  readonly kind: SideLineKind
  /** Unique among the lines of its kind in the case. */
  readonly id: string
  readonly name: BilingualText
  readonly beganAt: Instant
  /** Absent while it goes on. */
  readonly endedAt?: Instant
  readonly marks: readonly SideLineMark[]
}

/** Which line an event belongs to, and whether the line ends with it. */
interface Place {
  readonly kind: SideLineKind
  readonly id: string
  readonly isEnd: boolean
}

const names: Readonly<Record<SideLineKind, BilingualText>> = {
  transport: { en: 'Goods on their way', zh: '货物运输' },
  documents: { en: 'Papers of the case', zh: '本案单证' },
  control: { en: 'Control by customs', zh: '海关查验' },
  question: { en: 'Question of customs', zh: '海关提问' },
  payment: { en: 'Charges', zh: '税费' },
  request: { en: 'Request to customs', zh: '向海关申请' },
  correspondence: { en: 'Letters with customs', zh: '与海关的往来信函' },
  penalty: { en: 'Warning or penalty', zh: '警告或处罚' },
  'kept-goods': { en: 'Goods kept by customs', zh: '海关留置的货物' },
  attempt: { en: 'Rejected declaration', zh: '被退回的申报' },
  supplementary: { en: 'Supplementary declaration', zh: '补充申报' },
}

/** The lines beside the main one, in the order in which they began. */
export function sideLines(events: readonly CaseEvent[]): readonly SideLine[] {
  const lines = new Map<string, SideLine>()
  for (const event of events) {
    const place = placeOf(event)
    if (place === undefined) continue
    const key = `${place.kind} ${place.id}`
    lines.set(key, continued(lines.get(key), place, event))
  }
  // A line of one declaration that was never rejected is the main line itself.
  return [...lines.values()].filter(
    ({ kind, endedAt }) => kind !== 'attempt' || endedAt !== undefined,
  )
}

function continued(line: SideLine | undefined, place: Place, event: CaseEvent): SideLine {
  const { kind, id, isEnd } = place
  const { endedAt: _reopened, ...before } = line ?? {
    ...{ kind, id, name: names[kind], beganAt: event.at },
    marks: [],
  }
  const mark = { at: event.at, sentence: eventSentence(event) }
  return { ...before, marks: [...before.marks, mark], ...(isEnd && { endedAt: event.at }) }
}

/** The only line of its kind in a case. */
const ONE = 'one'

function placeOf(event: CaseEvent): Place | undefined {
  return controlPlace(event) ?? moneyPlace(event) ?? goodsPlace(event) ?? declarationPlace(event)
}

function controlPlace(event: CaseEvent): Place | undefined {
  switch (event.type) {
    case 'documents-requested':
    case 'examination-ordered':
    case 'documents-answered':
    case 'documents-not-taken':
    case 'goods-examined':
      return { kind: 'control', id: event.data.controlId, isEnd: false }
    case 'control-satisfied':
    case 'control-not-satisfied':
    case 'control-lapsed':
      return { kind: 'control', id: event.data.controlId, isEnd: true }
    case 'question-asked':
    case 'question-answered':
      return { kind: 'question', id: event.data.questionId, isEnd: false }
    case 'question-closed':
    case 'question-lapsed':
      return { kind: 'question', id: event.data.questionId, isEnd: true }
    case 'request-made':
      return { kind: 'request', id: event.data.requestId, isEnd: false }
    case 'request-granted':
    case 'request-denied':
      return { kind: 'request', id: event.data.requestId, isEnd: true }
    case 'letter-written':
    case 'letter-received':
      return { kind: 'correspondence', id: event.data.threadId, isEnd: false }
    case 'letter-refused':
    case 'thread-decided':
    case 'thread-closed':
      return { kind: 'correspondence', id: event.data.threadId, isEnd: true }
    case 'goods-kept-back':
    case 'kept-goods-seized':
      return { kind: 'kept-goods', id: event.data.keptId, isEnd: false }
    case 'kept-goods-restored':
    case 'kept-goods-lost':
      return { kind: 'kept-goods', id: event.data.keptId, isEnd: true }
    case 'penalty-imposed':
    case 'penalty-lowered':
      return { kind: 'penalty', id: event.data.penaltyId, isEnd: false }
    case 'penalty-warned':
    case 'penalty-paid':
    case 'penalty-withdrawn':
      return { kind: 'penalty', id: event.data.penaltyId, isEnd: true }
    default:
      return undefined
  }
}

function moneyPlace({ type }: CaseEvent): Place | undefined {
  switch (type) {
    case 'assessment-notified':
    case 'assessment-corrected':
    case 'assessment-final':
    case 'debt-incurred':
    case 'debt-secured':
    case 'security-required':
    case 'security-given':
    case 'funds-insufficient':
      return { kind: 'payment', id: ONE, isEnd: false }
    case 'debt-paid':
    case 'debt-reduced':
    case 'debt-refunded':
    case 'debt-written-off':
    case 'security-lowered':
    case 'security-returned':
    case 'security-taken':
    case 'charges-settled':
      return { kind: 'payment', id: ONE, isEnd: true }
    default:
      return undefined
  }
}

function goodsPlace({ type }: CaseEvent): Place | undefined {
  switch (type) {
    case 'transport-pre-advised':
    case 'goods-departed':
    case 'goods-arrived':
    case 'goods-presented':
    case 'goods-handed-over':
    case 'delivery-failed':
      return { kind: 'transport', id: ONE, isEnd: false }
    case 'goods-delivered':
    case 'goods-returned':
      return { kind: 'transport', id: ONE, isEnd: true }
    case 'documents-prepared':
    case 'document-attached':
    case 'document-issued':
    case 'preference-statement-signed':
    case 'importers-knowledge-recorded':
      return { kind: 'documents', id: ONE, isEnd: true }
    default:
      return undefined
  }
}

function declarationPlace(event: CaseEvent): Place | undefined {
  switch (event.type) {
    case 'declaration-sent':
      return { kind: 'attempt', id: event.data.lrn, isEnd: false }
    case 'declaration-rejected':
      return { kind: 'attempt', id: event.data.lrn, isEnd: true }
    case 'supplementary-owed':
    case 'supplementary-reminded':
    case 'supplementary-overdue':
    case 'supplementary-goods-changed':
    case 'supplementary-sent':
    case 'supplementary-rejected':
    case 'supplementary-accepted':
    case 'supplementary-invalidated':
      return { kind: 'supplementary', id: ONE, isEnd: false }
    case 'supplementary-cleared':
      return { kind: 'supplementary', id: ONE, isEnd: true }
    default:
      return undefined
  }
}
