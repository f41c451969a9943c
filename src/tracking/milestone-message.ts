import type { CaseState } from '../clearance/case-state.ts'
import type { CaseEvent } from '../clearance/events/case-event.ts'
import type { MainState } from '../clearance/life-cycle/main-life-cycle.ts'
import { waitingFor, type WaitingFor } from '../clearance/waiting-for.ts'
import type { BilingualText } from '../customs/bilingual-text.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import type { MilestoneType, ReachedMilestone } from './milestones.ts'
import { type MoneyLine, shopperMoney } from './shopper/shopper-money.ts'
import type { ShopperSentences } from './shopper/shopper-sentences.ts'
import { sentencesOf } from './shopper/shopper-view.ts'

/**
 * What is said of a milestone: the body of its webhook, and what its mail is written from. It holds
 * no personal data, so it can be kept with the deliveries and sent to machines.
 */
export interface MilestoneMessage {
  readonly type: MilestoneType
  /** When the event was recorded. */
  readonly timestamp: Instant
  readonly data: {
    readonly caseId: string
    /** The order number, or the number of the parcel within its shipment. */
    readonly reference: string
    /** What happened. */
    readonly title: BilingualText
    readonly state: MainState
    /** Who or what has to act next, null where the case has ended. */
    readonly waitingFor: WaitingFor | null
    /** The event's place in the record of its case: what comes later has the higher one. */
    readonly sequence: number
    readonly sentences: ShopperSentences
    readonly money: readonly MoneyLine[]
    readonly links: { readonly case: string }
  }
}

/** The message about a milestone of a case as it stands after the change that reached it. */
export function milestoneMessage(
  { milestone, event }: ReachedMilestone,
  state: CaseState,
  { events, publicUrl }: { readonly events: readonly CaseEvent[]; readonly publicUrl: string },
): MilestoneMessage {
  const money = shopperMoney(state, events)
  return {
    type: milestone.type,
    timestamp: event.at,
    data: {
      caseId: state.caseId,
      reference: state.reference,
      title: milestone.title,
      state: state.main,
      waitingFor: waitingFor(state),
      sequence: event.sequence,
      sentences: sentencesOf(state, money),
      money,
      links: { case: `${publicUrl}/v1/cases/${state.caseId}` },
    },
  }
}
