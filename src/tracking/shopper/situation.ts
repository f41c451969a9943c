import type { CaseState } from '../../clearance/case-state.ts'
import { waitingFor } from '../../clearance/waiting-for.ts'
import { leadsOut } from '../../customs/lane/lane-decision.ts'

/**
 * What a shopper can tell apart: the states of the main line, some of them divided by what holds
 * them up. States that look the same from outside share a situation.
 */
export const situations = [
  'draft',
  'preparing',
  'preparing/goods-data',
  'ready',
  'stopped',
  'lodged',
  'registered/arrival',
  'registered/the-authority',
  'accepted/the-authority',
  'accepted/examination',
  'accepted/documents',
  'accepted/an-answer',
  'accepted/funds',
  'released',
  'registered/export',
  'released/export',
  'released/exited',
  'released/handed-over',
  'released/delivery-failed',
  'delivered',
  'expired',
  'invalidated',
  'refused',
  'seized',
  'returned',
  'destroyed',
  'abandoned',
  'restored',
  'forfeited',
] as const

/** A key of the texts for shoppers: each situation has its own in every language. */
export type Situation = (typeof situations)[number]

/** The situation that a case is in. */
export function situationOf(state: CaseState): Situation {
  switch (state.main) {
    case 'preparing':
      return lacksGoodsData(state) ? 'preparing/goods-data' : 'preparing'
    case 'registered':
      if (leadsOut(state.lane?.lane)) return 'registered/export'
      return waitingFor(state) === 'arrival' ? 'registered/arrival' : 'registered/the-authority'
    case 'accepted':
      return acceptedSituation(state)
    case 'released':
    case 'cleared':
      return releasedSituation(state)
    default:
      return state.main
  }
}

/** A preparation that failed by itself is no fault of the goods data. */
function lacksGoodsData({ findings, obstacles }: CaseState): boolean {
  const stated = obstacles.filter(({ code }) => code !== 'preparation-failed')
  return stated.length > 0 || findings.some((finding) => finding.severity === 'blocking')
}

function acceptedSituation(state: CaseState): Situation {
  switch (waitingFor(state)) {
    case 'funds':
      return 'accepted/funds'
    case 'documents':
      return 'accepted/documents'
    case 'an-answer':
      return 'accepted/an-answer'
    default:
      return state.controls.some((control) => control.state === 'examination-ordered')
        ? 'accepted/examination'
        : 'accepted/the-authority'
  }
}

function releasedSituation({ transport, lane, exit }: CaseState): Situation {
  switch (transport) {
    case 'handed-over':
      return 'released/handed-over'
    case 'failed':
      return 'released/delivery-failed'
    default:
      if (!leadsOut(lane?.lane)) return 'released'
      return exit === undefined ? 'released/export' : 'released/exited'
  }
}
