import type { CaseState } from '../case-state.ts'
import type { CaseEvent } from '../events/case-event.ts'
import type { MainEvent } from './main-life-cycle.ts'

type EventOf<Type extends MainEvent> = Extract<CaseEvent, { type: Type }>

/** What an event lacks of that which its edges need, in words; nothing where all of it is there. */
type Guards = {
  readonly [Type in MainEvent]?: (state: CaseState, event: EventOf<Type>) => string | undefined
}

/**
 * What must hold for a step of the main line, as far as the record itself can tell. The words stand
 * beside the edges of the life cycle; what a right or the authority decides is asked elsewhere.
 */
const guards: Guards = {
  'checks-passed': ({ obstacles, findings }) =>
    unless(
      obstacles.length === 0 && findings.every(({ severity }) => severity !== 'blocking'),
      'nothing in the way',
    ),
  'case-stopped': (_, { data }) => unless(data.reasons.length > 0, 'a reason'),
  'declaration-sent': ({ declaration }, { data }) =>
    unless(declaration?.lrn === data.lrn && data.sha256 !== '', 'the declaration that was filled'),
  'declaration-registered': (_, { data }) => unless(data.mrn !== '', 'an MRN'),
  'declaration-accepted': (_, { data }) => unless(data.mrn !== '', 'an MRN'),
  'declaration-rejected': (_, { data }) => unless(data.lrn !== '', 'the LRN that was rejected'),
  'entry-refused': (_, { data }) => unless(data.reason !== '', 'a reason'),
  'goods-seized': (_, { data }) => unless(data.reason !== '', 'a reason'),
}

/** What an event of the main line lacks in the state that it meets; nothing where it may happen. */
export function missingFor(state: CaseState, event: CaseEvent): string | undefined {
  const guard = guards[event.type as MainEvent] as
    ((state: CaseState, event: CaseEvent) => string | undefined) | undefined
  return guard?.(state, event)
}

function unless(holds: boolean, words: string): string | undefined {
  return holds ? undefined : words
}
