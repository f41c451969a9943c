import { isOfArrivedGoods } from '../../customs/declaration/declaration-type.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { leadsOut } from '../../customs/lane/lane-decision.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { nextState } from '../life-cycle/life-cycle.ts'
import { mainLifeCycle } from '../life-cycle/main-life-cycle.ts'
import { transportLifeCycle, type TransportEvent } from '../life-cycle/side-life-cycles.ts'
import type { ClearancePorts } from '../ports.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'
import { notifyArrival } from './notify-arrival.ts'

/** What a carrier reports of the goods. */
export interface CarrierReport {
  readonly event: TransportEvent
  readonly occurredAt: Instant
  readonly place?: string
  /** Who reports it: the carrier's name or its system. */
  readonly source: string
  readonly reference?: string
}

const arrivals: ReadonlySet<TransportEvent> = new Set(['goods-arrived', 'goods-presented'])

/**
 * Records a carrier's report. The arrival of goods that were declared before arrival is passed on
 * to the authority. A report that repeats what is known, or that comes after a later one, changes
 * nothing: carriers repeat themselves. What is said to happen later than now, by more than clocks
 * may differ, is refused with `invalid-input`, because the record could never be mended.
 */
export async function recordTransportEvent(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string; readonly report: CarrierReport },
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { event, ...data } = input.report
  if (liesAhead(data.occurredAt, context.now)) return failure(inTheFuture)
  return changeCase(ports, transaction, input.caseId, {
    context,
    decide: async (state) => {
      const allowed = allow(state, event)
      if (!allowed.ok || !allowed.value) return allowed.ok ? success([]) : allowed
      const reported = { type: event, data } as NewCaseEvent
      if (!arrivals.has(event) || !awaitsArrival(state)) return success([reported])
      const notified = await notifyArrival(transaction, state, context)
      return success([reported, notified])
    },
  })
}

/** A carrier's clock may be ahead of ours by as much; nothing is announced so far ahead. */
const CLOCKS_DIFFER_MS = 5 * 60_000

function liesAhead(moment: Instant, now: Instant): boolean {
  return Date.parse(moment) > Date.parse(now) + CLOCKS_DIFFER_MS
}

const inTheFuture: Failure = {
  code: 'invalid-input',
  path: '/occurredAt',
  message: 'This has not happened yet: the moment lies more than five minutes ahead.',
  mend: 'Report what has happened, with its moment in UTC.',
  zh: {
    message: '此事尚未发生：所填时刻晚于现在五分钟以上。',
    mend: '请填写已发生的事件及其 UTC 时刻。',
  },
}

/** True: record it; false: it is old news; a failure: the goods cannot do that where they are. */
function allow(state: CaseState, event: TransportEvent): Result<boolean> {
  if (nextState(transportLifeCycle, state.transport, event) === undefined) return success(false)
  const onMainLine = mainLifeCycle.transitions.some((edge) => edge.event === event)
  if (onMainLine && nextState(mainLifeCycle, state.main, event as never) === undefined) {
    return event === 'goods-delivered'
      ? notInThisState(state, { en: 'delivered', zh: '登记送达' })
      : notInThisState(state, { en: 'returned', zh: '登记退运' })
  }
  return success(true)
}

/**
 * Declared before arrival, known to the authority, and not yet told of the arrival. That goods which
 * leave are at the port is for the port to tell.
 */
export function awaitsArrival(state: CaseState): boolean {
  const { declaration } = state
  return (
    state.main === 'registered' &&
    !leadsOut(state.lane?.lane) &&
    declaration?.additionalType !== undefined &&
    !isOfArrivedGoods(declaration.additionalType) &&
    declaration.arrivalMessageId === undefined
  )
}

const AFTER_ARRIVAL: ReadonlySet<string> = new Set(['arrived', 'presented', 'handed-over'])

/** Whether the carrier has reported that the goods are in the country. */
export function hasArrived({ transport }: CaseState): boolean {
  return transport !== null && AFTER_ARRIVAL.has(transport)
}
