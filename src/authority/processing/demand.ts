import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { dayAfter, type Instant, type LocalDate } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import type { LastDayOf } from '../correspondence/correspondence-terms.ts'
import type { PaymentState } from '../store/tables.ts'
import { amend, note, wakeAt, type LodgementChange } from './change.ts'
import { THE_OFFICE } from './lodgement.ts'
import { payment } from './payment.ts'

/** The states of a cash demand, as it grows old. */
export const DEMANDED: readonly PaymentState[] = ['awaiting-cash', 'overdue', 'referred']

/** What a demand needs to know: the moment and the days of the law. */
export interface DemandKnowledge {
  readonly now: Instant
  readonly lastDay: LastDayOf
}

/**
 * Demands what is still owed in cash after the goods have gone (post-clearance demand note, C18): the
 * file stays open, after the day by which it is to be paid the office reminds, and later it hands
 * the debt to those who recover debts.
 *
 * @source HMRC, Debt Management and Banking manual, DMBM540040 and DMBM540050
 */
export function demandInCash(
  change: LodgementChange,
  amountGbp: DecimalText,
  { now, lastDay }: DemandKnowledge,
): LodgementChange {
  const { paymentState, paymentStateSince } = change.lodgement
  const isNew = !DEMANDED.includes(paymentState)
  const demandedOn = dateInLondon(isNew ? now : (paymentStateSince ?? now))
  const payBy = lastDay('pay-demand', demandedOn)
  const recoverAfter = lastDay('recover-demand', demandedOn)
  const today = dateInLondon(now)
  if (isNew) {
    const demanded = payment(change, 'awaiting-cash', now)
    return wakeAt(said(demanded, 'demanded payment', { amountGbp, payBy }), startAfter(payBy))
  }
  if (today > recoverAfter) {
    return paymentState === 'referred'
      ? change
      : said(grown(change, 'referred'), 'handed a demand to debt recovery', { amountGbp })
  }
  if (today <= payBy) return wakeAt(change, startAfter(payBy))
  const waiting = wakeAt(change, startAfter(recoverAfter))
  return paymentState === 'overdue'
    ? waiting
    : said(grown(waiting, 'overdue'), 'reminded of a demand', { amountGbp })
}

/** Since when it is demanded stays, as all its days count from there. */
function grown(change: LodgementChange, paymentState: PaymentState): LodgementChange {
  return amend(change, { paymentState })
}

function said(change: LodgementChange, what: string, detail: object): LodgementChange {
  return note(change, { actor: THE_OFFICE, what, detail })
}

function startAfter(day: LocalDate): Instant {
  return `${dayAfter(day)}T00:00:00.000Z` as Instant
}
