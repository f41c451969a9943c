import type { Instant } from '../../customs/calendar/local-date.ts'
import type { PaymentState } from '../store/tables.ts'
import { amend, type LodgementChange } from './change.ts'

/** Says whether the money is there; since when counts from the change. */
export function payment(
  change: LodgementChange,
  state: PaymentState,
  since: Instant,
): LodgementChange {
  return change.lodgement.paymentState === state
    ? change
    : amend(change, { paymentState: state, paymentStateSince: since })
}
