import type { Notification } from './notification.ts'
import type { StandingState } from './standing.ts'

/** Reason codes by which an ending is told more closely; see the folder's README. */
export const stateByReason: Readonly<Record<string, StandingState>> = {
  R1: 'refused',
  R2: 'expired',
  R3: 'invalidated',
  S1: 'seized',
}

/** Reasons stand in statements of type AFB. */
export function reasonCodeOf({ statements }: Notification): string | undefined {
  return statements.find(({ typeCode, code }) => typeCode === 'AFB' && code !== undefined)?.code
}
