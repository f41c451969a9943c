import type { CaseMessages } from '../../../api/messages.ts'

type Sent = CaseMessages['sent'][number]

/** A message that customs have not got, or not surely, and that is still tried. */
export function isOnItsWay({ state }: Sent): boolean {
  return state === 'due' || state === 'sending' || state === 'unknown'
}

/** A message that was tried and is not there; one that is just being sent is nobody's trouble. */
export function isUndelivered({ state, attempts }: Sent): boolean {
  return state === 'unknown' || (state === 'due' && attempts > 0)
}
