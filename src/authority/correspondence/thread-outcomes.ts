import type { AppealableKind } from './appealed-decision.ts'
import type { Thread, ThreadOutcome } from './thread.ts'
import { threadTransition } from './thread-life-cycle.ts'

const REVIEWS: Readonly<Record<AppealableKind, readonly ThreadOutcome[]>> = {
  assessment: ['upheld', 'varied', 'cancelled'],
  // Goods are let in or not, and held or not; there is nothing between.
  refusal: ['upheld', 'cancelled'],
  seizure: ['upheld', 'cancelled'],
  penalty: ['upheld', 'varied', 'cancelled'],
  ruling: ['upheld', 'varied', 'cancelled'],
}

/** How a thread can be decided now; nothing where it is not to be decided, or not yet. */
export function possibleOutcomes(thread: Thread): readonly ThreadOutcome[] {
  if (threadTransition(thread, 'decide') === undefined) return []
  switch (thread.kind) {
    case 'voluntary-correction':
    case 'repayment-claim':
      return ['accepted', 'accepted-in-part', 'refused']
    case 'ruling-request':
      return ['issued', 'refused']
    case 'appeal':
      return thread.appealed === undefined || thread.lateness === 'pending'
        ? []
        : REVIEWS[thread.appealed.decision]
    case 'question':
    case 'enquiry':
      return []
  }
}
