import type { CaseState, KeptGoodsStanding } from './case-state.ts'
import type { CaseEvent } from './events/case-event.ts'
import { follow } from './life-cycle/life-cycle.ts'
import { type KeptGoodsEvent, keptGoodsLifeCycle } from './life-cycle/side-life-cycles.ts'

type KeptGoodsCaseEvent = Extract<CaseEvent, { type: KeptGoodsEvent }>

const types: ReadonlySet<string> = new Set(keptGoodsLifeCycle.transitions.map(({ event }) => event))

/** Whether an event is about goods that the authority keeps while the rest goes. */
export function isAboutKeptGoods(event: CaseEvent): event is KeptGoodsCaseEvent {
  return types.has(event.type)
}

/** Folds an event about kept goods into the case. */
export function withKeptGoods(state: CaseState, event: KeptGoodsCaseEvent): CaseState {
  const { keptGoods = [] } = state
  const before = keptGoods.find(({ keptId }) => keptId === event.data.keptId)
  const next = follow(keptGoodsLifeCycle, before?.state ?? null, event.type)
  const after: KeptGoodsStanding = { ...factsAfter(event, before), state: next }
  return {
    ...state,
    keptGoods:
      before === undefined
        ? [...keptGoods, after]
        : keptGoods.map((goods) => (goods === before ? after : goods)),
  }
}

function factsAfter(
  event: KeptGoodsCaseEvent,
  before: KeptGoodsStanding | undefined,
): Omit<KeptGoodsStanding, 'state'> {
  if (event.type === 'goods-kept-back') return event.data
  if (before === undefined) throw new RangeError(`no kept goods ${event.data.keptId}`)
  const { reason: decidedBecause, decidedOn, threadId } = event.data
  // What a review can be asked of is told by the latest letter alone.
  const { reviewBy: _, ...kept } = before
  const decided = { ...kept, decidedBecause, decidedOn, threadId }
  switch (event.type) {
    case 'kept-goods-seized': {
      const { reviewBy } = event.data
      return { ...decided, as: 'seized', ...(reviewBy !== undefined && { reviewBy }) }
    }
    case 'kept-goods-restored':
      return decided
    case 'kept-goods-lost':
      return { ...decided, became: event.data.became }
  }
}
