import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { isOfArrivedGoods } from '../../customs/declaration/declaration-type.ts'
import { instantOf } from '../../platform/clock.ts'
import type { CaseEvent, CaseEventType } from '../events/case-event.ts'
import { eventSentence } from '../history/event-sentence.ts'
import { mainSteps, reachedSteps, type MainStep, type Reached } from './main-steps.ts'
import { sideLines, type SideLine } from './side-lines.ts'
import { wayBetween, type UsualDurations } from './usual-durations.ts'

/** A station of the main line as it stands in one case. */
export interface TimelineStep {
  readonly step: MainStep
  readonly name: BilingualText
  /** `present` is the next to be reached; `passed-over` were left out; `ahead` come later, if ever. */
  readonly state: 'done' | 'present' | 'ahead' | 'passed-over'
  readonly at?: Instant
  /** When cases of this trader usually reach it, reckoned from the last station that was reached. */
  readonly expectedAt?: Instant
}

/** How a case ended that did not come to delivery, or what holds it outside the main line. */
export interface TimelineTurn {
  readonly at: Instant
  readonly sentence: BilingualText
}

/** The course of a case, for drawing. */
export interface Timeline {
  readonly steps: readonly TimelineStep[]
  /** Rejections, stops, refusals: where the case left the straight way. */
  readonly turns: readonly TimelineTurn[]
  readonly sideLines: readonly SideLine[]
}

const turningEvents: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'case-stopped',
  'case-reopened',
  'declaration-rejected',
  'declaration-expired',
  'declaration-invalidated',
  'entry-refused',
  'goods-seized',
  'goods-returned',
  'goods-destroyed',
  'goods-abandoned',
  'goods-restored',
  'goods-forfeited',
])

/** After these nothing more is reached, except that goods taken or refused may find another end. */
const endingEvents: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'declaration-expired',
  'declaration-invalidated',
  'entry-refused',
  'goods-seized',
  'goods-returned',
])

/** The course of a case from its events, oldest first, and what is usual. */
export function timelineOf(events: readonly CaseEvent[], usual: UsualDurations): Timeline {
  const hasEnded = events.some(({ type }) => endingEvents.has(type))
  return {
    steps: stepsOf(reachedSteps(events), { usual, hasEnded, hadArrived: hadArrived(events) }),
    turns: events
      .filter(({ type }) => turningEvents.has(type))
      .map((event) => ({ at: event.at, sentence: eventSentence(event) })),
    sideLines: sideLines(events),
  }
}

interface Outlook {
  readonly usual: UsualDurations
  readonly hasEnded: boolean
  /** Goods that had arrived when they were declared are accepted without being registered first. */
  readonly hadArrived: boolean
}

/** Whether the last declaration was one of goods that had arrived. */
function hadArrived(events: readonly CaseEvent[]): boolean {
  const sent = events.findLast((event) => event.type === 'declaration-sent')
  return isOfArrivedGoods(sent?.data.additionalType)
}

function stepsOf(reached: Reached, outlook: Outlook): readonly TimelineStep[] {
  const { usual, hasEnded } = outlook
  const lastDone = mainSteps.findLastIndex(({ step }) => reached[step] !== undefined)
  const from = mainSteps[lastDone]?.step
  const isLeftOut = (step: MainStep, index: number): boolean =>
    index < lastDone || hasEnded || (step === 'registered' && outlook.hadArrived)
  const present = mainSteps.findIndex(
    ({ step }, index) => index > lastDone && !isLeftOut(step, index),
  )
  return mainSteps.map(({ step, name }, index): TimelineStep => {
    const at = reached[step]
    if (at !== undefined) return { step, name, state: 'done', at }
    if (isLeftOut(step, index)) return { step, name, state: 'passed-over' }
    const expectedAt = from === undefined ? undefined : expected(from, step, { reached, usual })
    const state = index === present ? 'present' : 'ahead'
    return { step, name, state, ...(expectedAt !== undefined && { expectedAt }) }
  })
}

function expected(
  from: MainStep,
  to: MainStep,
  { reached, usual }: { readonly reached: Reached; readonly usual: UsualDurations },
): Instant | undefined {
  const began = reached[from]
  const milliseconds = usual.get(wayBetween(from, to))
  if (began === undefined || milliseconds === undefined) return undefined
  return instantOf(new Date(Date.parse(began) + milliseconds))
}
