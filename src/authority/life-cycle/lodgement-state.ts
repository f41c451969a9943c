/** Where a lodgement stands with the office. What holds it up there is kept as controls beside. */
export const lodgementStates = [
  'received',
  'rejected',
  'registered',
  'expired',
  'accepted',
  'released',
  'cleared',
  'exited',
  'cancelled',
  'refused',
  'seized',
  'disposed',
] as const

/**
 * A state of the register. `released` goods have left with something still open; `cleared` is the
 * end of the good way into the country and the permission to leave it, `exited` the end of the way
 * out; `rejected`, `expired`, `cancelled` and `disposed` are the other ends.
 */
export type LodgementState = (typeof lodgementStates)[number]

/**
 * What moves a lodgement on: the office by itself, the trader (`cancel`), or an officer (`refuse`,
 * `seize`, `dispose`).
 */
export type LodgementEvent =
  | 'reject'
  | 'register'
  | 'accept'
  | 'expire'
  | 'cancel'
  | 'release'
  | 'clear'
  | 'depart'
  | 'refuse'
  | 'seize'
  | 'dispose'

/** One edge of the life cycle and what must hold before it is taken, in words. */
export interface Transition {
  readonly from: LodgementState
  readonly event: LodgementEvent
  readonly to: LodgementState
  readonly needs: string
}

/** The whole life cycle; what is not in this table cannot happen. */
export const transitions: readonly Transition[] = [
  { from: 'received', event: 'reject', to: 'rejected', needs: 'at least one error' },
  { from: 'received', event: 'register', to: 'registered', needs: 'no error; pre-lodged' },
  { from: 'received', event: 'accept', to: 'accepted', needs: 'no error; arrived' },
  { from: 'registered', event: 'accept', to: 'accepted', needs: 'goods arrived; no error' },
  { from: 'registered', event: 'reject', to: 'rejected', needs: 'errors on the day of arrival' },
  { from: 'registered', event: 'expire', to: 'expired', needs: 'not arrived in time' },
  { from: 'registered', event: 'cancel', to: 'cancelled', needs: 'the trader asks' },
  { from: 'accepted', event: 'cancel', to: 'cancelled', needs: 'the trader asks; not released' },
  { from: 'accepted', event: 'release', to: 'released', needs: 'paid; what is open may stay open' },
  { from: 'accepted', event: 'clear', to: 'cleared', needs: 'paid; nothing open' },
  { from: 'released', event: 'clear', to: 'cleared', needs: 'nothing open' },
  { from: 'cleared', event: 'depart', to: 'exited', needs: 'an export; its goods have left' },
  { from: 'accepted', event: 'refuse', to: 'refused', needs: "an officer's reason" },
  { from: 'accepted', event: 'seize', to: 'seized', needs: "an officer's reason" },
  { from: 'refused', event: 'seize', to: 'seized', needs: "an officer's reason" },
  { from: 'refused', event: 'dispose', to: 'disposed', needs: 'returned, destroyed or abandoned' },
  { from: 'seized', event: 'dispose', to: 'disposed', needs: 'restored, forfeited or destroyed' },
]
