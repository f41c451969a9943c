import type { CaseEvent, CaseEventType } from '../../clearance/events/case-event.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Situation } from './situation.ts'

/** What somebody waits for in a situation, so that it can be told how long others waited for it. */
export interface NextStep {
  /** The events with which the waiting begins; the latest before its end counts. */
  readonly from: readonly CaseEventType[]
  /** The events that end it. */
  readonly to: readonly CaseEventType[]
  /** What became of the parcels that waited before: "half of them ... within three hours". */
  readonly done: BilingualText
}

const papersSent: NextStep = {
  from: ['case-opened'],
  to: ['declaration-sent'],
  done: { en: 'had their papers sent to customs', zh: '提交海关文件' },
}

const releasedByCustoms = { en: 'were released by customs', zh: '获海关放行' }

const delivered: NextStep = {
  from: ['goods-released'],
  to: ['goods-delivered'],
  done: { en: 'were delivered', zh: '送达' },
}

/**
 * The next step of each situation in which time alone brings it. What waits for a person, such as a
 * missing detail or a payment, has none: how long others took says nothing about this one.
 */
export const nextSteps: Readonly<Partial<Record<Situation, NextStep>>> = {
  draft: papersSent,
  preparing: papersSent,
  ready: papersSent,
  lodged: {
    from: ['declaration-sent'],
    to: ['declaration-registered', 'declaration-accepted'],
    done: { en: 'had their papers confirmed by customs', zh: '获海关确认收到文件' },
  },
  'registered/arrival': {
    from: ['declaration-registered'],
    to: ['goods-arrived', 'goods-presented'],
    done: { en: 'arrived in the country', zh: '到达目的国' },
  },
  'registered/the-authority': {
    from: ['goods-arrived', 'goods-presented'],
    to: ['declaration-accepted'],
    done: { en: 'were taken up by customs', zh: '由海关开始审核' },
  },
  'accepted/the-authority': {
    from: ['declaration-accepted'],
    to: ['goods-released'],
    done: releasedByCustoms,
  },
  'accepted/examination': {
    from: ['examination-ordered'],
    to: ['goods-released'],
    done: releasedByCustoms,
  },
  released: delivered,
  'released/handed-over': { ...delivered, from: ['goods-handed-over'] },
}

/** When something happened: carriers report afterwards, everything else is recorded as it happens. */
export function happenedAt(event: CaseEvent): Instant {
  return 'occurredAt' in event.data ? event.data.occurredAt : event.at
}

/** How long a parcel has waited for a step, in seconds; nothing where its waiting has not begun. */
export function waitedSeconds(
  { from }: NextStep,
  events: readonly CaseEvent[],
  now: Instant,
): number | undefined {
  const beginning = events.findLast(({ type }) => from.includes(type))
  return beginning && (Date.parse(now) - Date.parse(happenedAt(beginning))) / 1000
}
