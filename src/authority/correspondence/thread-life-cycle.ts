/** What a letter exchange is about; the first word of each is the trader's or the office's. */
export const threadKinds = [
  'question',
  'enquiry',
  'voluntary-correction',
  'repayment-claim',
  'ruling-request',
  'appeal',
] as const

/**
 * `question`: the trader asks; `enquiry`: the office asks; the others are to be decided: an error that the
 * trader tells after the release, a claim for repayment, an advance ruling, the review of a decision.
 */
export type ThreadKind = (typeof threadKinds)[number]

/** Kinds that an officer decides, rather than answers. */
export const decidedKinds: readonly ThreadKind[] = [
  'voluntary-correction',
  'repayment-claim',
  'ruling-request',
  'appeal',
]

/** Where a thread stands. `closed` is the end; nobody writes in it any more. */
export type ThreadStatus = 'open' | 'answered' | 'decided' | 'closed'

/** Whose turn it is. */
export type Awaited = 'trader' | 'office' | 'nobody'

/**
 * What moves a thread on. The office `asks` where it wants an answer and `tells` where it does not; `reopen`
 * takes a ruling back that a review has cancelled.
 */
export type ThreadEvent =
  'trader-writes' | 'office-asks' | 'office-tells' | 'decide' | 'reopen' | 'close'

/** One edge of the life cycle of a kind of threads. */
export interface ThreadTransition {
  readonly kinds: readonly ThreadKind[]
  readonly from: ThreadStatus
  readonly event: ThreadEvent
  readonly to: ThreadStatus
  readonly awaits: Awaited
}

const question: readonly ThreadKind[] = ['question']
const enquiry: readonly ThreadKind[] = ['enquiry']
const decided = decidedKinds
const all = threadKinds

/** The whole life cycle; what is not in this table cannot happen. */
export const threadTransitions: readonly ThreadTransition[] = [
  { kinds: question, from: 'open', event: 'trader-writes', to: 'open', awaits: 'office' },
  { kinds: question, from: 'open', event: 'office-asks', to: 'open', awaits: 'trader' },
  { kinds: question, from: 'open', event: 'office-tells', to: 'answered', awaits: 'nobody' },
  { kinds: question, from: 'answered', event: 'trader-writes', to: 'open', awaits: 'office' },
  { kinds: question, from: 'answered', event: 'office-asks', to: 'open', awaits: 'trader' },
  { kinds: question, from: 'answered', event: 'office-tells', to: 'answered', awaits: 'nobody' },
  { kinds: enquiry, from: 'open', event: 'trader-writes', to: 'answered', awaits: 'office' },
  { kinds: enquiry, from: 'open', event: 'office-asks', to: 'open', awaits: 'trader' },
  { kinds: enquiry, from: 'open', event: 'office-tells', to: 'open', awaits: 'trader' },
  { kinds: enquiry, from: 'answered', event: 'trader-writes', to: 'answered', awaits: 'office' },
  { kinds: enquiry, from: 'answered', event: 'office-asks', to: 'open', awaits: 'trader' },
  { kinds: enquiry, from: 'answered', event: 'office-tells', to: 'answered', awaits: 'nobody' },
  { kinds: decided, from: 'open', event: 'trader-writes', to: 'open', awaits: 'office' },
  { kinds: decided, from: 'open', event: 'office-asks', to: 'open', awaits: 'trader' },
  { kinds: decided, from: 'open', event: 'office-tells', to: 'open', awaits: 'office' },
  { kinds: decided, from: 'open', event: 'decide', to: 'decided', awaits: 'nobody' },
  { kinds: decided, from: 'decided', event: 'trader-writes', to: 'decided', awaits: 'office' },
  { kinds: decided, from: 'decided', event: 'office-asks', to: 'decided', awaits: 'trader' },
  { kinds: decided, from: 'decided', event: 'office-tells', to: 'decided', awaits: 'nobody' },
  { kinds: ['ruling-request'], from: 'decided', event: 'reopen', to: 'open', awaits: 'office' },
  { kinds: all, from: 'open', event: 'close', to: 'closed', awaits: 'nobody' },
  { kinds: all, from: 'answered', event: 'close', to: 'closed', awaits: 'nobody' },
  { kinds: all, from: 'decided', event: 'close', to: 'closed', awaits: 'nobody' },
]

/** The edge that an event takes, or nothing where the life cycle has none. */
export function threadTransition(
  { kind, status }: { readonly kind: ThreadKind; readonly status: ThreadStatus },
  event: ThreadEvent,
): ThreadTransition | undefined {
  return threadTransitions.find(
    (edge) => edge.kinds.includes(kind) && edge.from === status && edge.event === event,
  )
}
