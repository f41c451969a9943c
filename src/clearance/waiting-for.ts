import { leadsOut } from '../customs/lane/lane-decision.ts'
import type { CaseState } from './case-state.ts'

/** Who or what has to act before a case goes on; null where it has ended. */
export type WaitingFor =
  | 'preparation'
  | 'goods-data'
  | 'declaring'
  | 'a-decision-of-staff'
  | 'the-authority'
  | 'arrival'
  | 'documents'
  | 'an-answer'
  | 'funds'
  | 'carrier'
  | 'an-outcome'
  | 'supplementary-declaration'

/** What a case waits for: the first of the things that hold it up, the most pressing first. */
export function waitingFor(state: CaseState): WaitingFor | null {
  switch (state.main) {
    case 'draft':
      return 'preparation'
    case 'preparing':
      return 'goods-data'
    case 'ready':
      return 'declaring'
    case 'stopped':
      return 'a-decision-of-staff'
    case 'lodged':
      return 'the-authority'
    case 'registered':
      return awaitsArrivalNotice(state) ? 'arrival' : 'the-authority'
    case 'accepted':
      return heldUpBy(state)
    case 'released':
    case 'cleared':
      return afterRelease(state) ?? 'carrier'
    case 'delivered':
    case 'returned':
      return afterRelease(state) ?? null
    case 'refused':
    case 'seized':
      return 'an-outcome'
    case 'expired':
    case 'invalidated':
    case 'destroyed':
    case 'abandoned':
    case 'restored':
    case 'forfeited':
      return null
  }
}

/** The port itself tells customs of goods that leave. */
function awaitsArrivalNotice({ declaration, lane }: CaseState): boolean {
  return declaration?.arrivalMessageId === undefined && !leadsOut(lane?.lane)
}

/** What is still open of goods that were released on a simplified declaration. */
function afterRelease(state: CaseState): WaitingFor | undefined {
  switch (state.supplementary?.state) {
    case 'owed':
    case 'overdue':
      return 'supplementary-declaration'
    case 'lodged':
    case 'accepted': {
      const open = heldUpBy(state)
      const isDelivered = state.main === 'delivered' || state.main === 'returned'
      return open === 'the-authority' && !isDelivered ? undefined : open
    }
    case 'cleared':
    case undefined:
      return undefined
  }
}

function heldUpBy(state: CaseState): WaitingFor {
  if (state.insufficientFunds) return 'funds'
  if (state.controls.some((control) => control.state === 'documents-requested')) return 'documents'
  if (state.questions.some((question) => question.state === 'asked')) return 'an-answer'
  return 'the-authority'
}
