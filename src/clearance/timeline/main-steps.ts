import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { CaseEvent, CaseEventType } from '../events/case-event.ts'

/** The stations that a case passes when all goes well. */
export type MainStep =
  'opened' | 'ready' | 'lodged' | 'registered' | 'accepted' | 'released' | 'delivered'

/** The stations in their order, each with the event that reaches it. */
export const mainSteps: readonly {
  readonly step: MainStep
  readonly event: CaseEventType
  readonly name: BilingualText
}[] = [
  { step: 'opened', event: 'case-opened', name: { en: 'Order in', zh: '接单' } },
  { step: 'ready', event: 'checks-passed', name: { en: 'Ready', zh: '备妥' } },
  { step: 'lodged', event: 'declaration-sent', name: { en: 'Declared', zh: '申报' } },
  { step: 'registered', event: 'declaration-registered', name: { en: 'Registered', zh: '登记' } },
  { step: 'accepted', event: 'declaration-accepted', name: { en: 'Accepted', zh: '接受' } },
  { step: 'released', event: 'goods-released', name: { en: 'Released', zh: '放行' } },
  { step: 'delivered', event: 'goods-delivered', name: { en: 'Delivered', zh: '送达' } },
]

/** When each station was reached that still counts: a rejected declaration is not declared. */
export type Reached = Partial<Readonly<Record<MainStep, Instant>>>

/** The station that a case falls back behind: everything from it on has to be reached again. */
const fallsBackTo: Partial<Record<CaseEventType, MainStep>> = {
  'preparation-started': 'ready',
  'goods-data-changed': 'ready',
  'case-stopped': 'ready',
  'declaration-rejected': 'ready',
}

/** The stations that stand reached after the events of a case, oldest first. */
export function reachedSteps(events: readonly CaseEvent[]): Reached {
  return events.reduce<Reached>((reached, { type, at }) => {
    const lost = fallsBackTo[type]
    if (lost !== undefined) return before(reached, lost)
    const step = mainSteps.find(({ event }) => event === type)?.step
    return step === undefined ? reached : { ...reached, [step]: at }
  }, {})
}

function before(reached: Reached, lost: MainStep): Reached {
  const kept = mainSteps.slice(
    0,
    mainSteps.findIndex(({ step }) => step === lost),
  )
  return Object.fromEntries(
    kept.flatMap(({ step }) => (reached[step] === undefined ? [] : [[step, reached[step]]])),
  )
}
