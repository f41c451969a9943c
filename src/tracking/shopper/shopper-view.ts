import type { CaseState } from '../../clearance/case-state.ts'
import type { CaseEvent } from '../../clearance/events/case-event.ts'
import type { GoodsInBrief, UnnamedCaseInBrief } from '../../clearance/store/case-in-brief.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { milestonesAmong, type MilestoneType } from '../milestones.ts'
import { type Attention, attentionOf } from './attention.ts'
import { type ChangedCharges, changedCharges } from './changed-charges.ts'
import type { ExpectationBasis, ExpectedTime } from './expected-time.ts'
import { moneyText } from './money-text.ts'
import { happenedAt } from './next-step.ts'
import { type MoneyLine, owedByShopper, shopperMoney } from './shopper-money.ts'
import { nothingToDo, type ShopperSentences, shopperSentences } from './shopper-sentences.ts'
import { type Situation, situationOf } from './situation.ts'

/** What somebody who waits for a parcel may see of its case: no name, no address. */
export interface ShopperView {
  /** The order number or the number of the parcel within its shipment. */
  readonly reference: string
  /** The shop's own numbers of what is in the parcel, where it is not called after the only one. */
  readonly orders: readonly string[]
  /** What is in it; a name that somebody wrote into a description is left out. */
  readonly goods?: GoodsInBrief
  readonly situation: Situation
  readonly sentences: ShopperSentences
  /** How much the sentence on what to do asks of the shopper. */
  readonly attention: Attention
  /** What the sentence about the time rests on; absent where there is too little history. */
  readonly expected?: ExpectationBasis
  readonly money: readonly MoneyLine[]
  /** Where the charges came out otherwise than the shopper was told before. */
  readonly changed?: ChangedCharges
  readonly timeline: readonly TimelineEntry[]
  readonly updatedAt: Instant
}

/** A milestone that the parcel has passed. */
export interface TimelineEntry {
  /** When it happened where that is known, else when it was recorded. */
  readonly at: Instant
  readonly milestone: MilestoneType
  readonly title: BilingualText
}

/** What is known beside the state of a case and its record. */
export interface ShopperFacts {
  /** What the case is known by. */
  readonly brief?: UnnamedCaseInBrief
  /** How long the next step has taken others. */
  readonly expected?: ExpectedTime
}

/** The case as a shopper sees it, from its state and its whole record. */
export function shopperView(
  state: CaseState,
  events: readonly CaseEvent[],
  { brief, expected }: ShopperFacts = {},
): ShopperView {
  const money = shopperMoney(state, events)
  const situation = situationOf(state)
  const changed = changedCharges(state, events)
  return {
    reference: state.reference,
    orders: ordersBeside(state.reference, brief),
    ...(brief && { goods: brief.goods }),
    situation,
    sentences: { ...sentencesOf(state, money), ...(expected && { when: expected.text }) },
    ...(expected && { expected: expected.restsOn }),
    attention: attentionOf(situation, owedByShopper(money)),
    money,
    ...(changed && { changed }),
    timeline: timelineOf(events),
    updatedAt: state.updatedAt,
  }
}

/** The sentences of a situation; an open payment is always among what there is to do. */
export function sentencesOf(state: CaseState, money: readonly MoneyLine[]): ShopperSentences {
  const sentences = shopperSentences[situationOf(state)]
  const owed = owedByShopper(money)
  if (owed.length === 0) return sentences
  return { ...sentences, todo: withPayment(sentences.todo, owed.map(moneyText)) }
}

function withPayment(todo: BilingualText, amounts: readonly BilingualText[]): BilingualText {
  const payment = {
    en: `Please pay ${amounts.map(({ en }) => en).join(' + ')} to the shop or agent you bought from.`,
    zh: `请向您下单的商家或代购支付 ${amounts.map(({ zh }) => zh).join(' + ')}。`,
  }
  if (todo === nothingToDo) return payment
  return { en: `${payment.en} ${todo.en}`, zh: `${payment.zh}${todo.zh}` }
}

function ordersBeside(reference: string, brief: UnnamedCaseInBrief | undefined): readonly string[] {
  const orders = brief?.orders.map((order) => order.reference) ?? []
  return orders.filter((order) => order !== reference)
}

/** In the order in which things happened, which need not be that in which we heard of them. */
function timelineOf(events: readonly CaseEvent[]): readonly TimelineEntry[] {
  return milestonesAmong(events)
    .filter(({ milestone }) => !milestone.staffOnly)
    .map(({ milestone, event }) => ({ at: happenedAt(event), milestone }))
    .toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at))
    .filter(
      ({ milestone }, index, all) => !milestone.lasting || all[index - 1]?.milestone !== milestone,
    )
    .map(({ at, milestone: { type, title } }) => ({ at, milestone: type, title }))
}
