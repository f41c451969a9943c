import type { Instant } from '../../customs/calendar/local-date.ts'
import { isExport } from '../rules/data-set.ts'
import { amend, move, note, notify, unchanged, wakeAt, type LodgementChange } from './change.ts'
import { secondsAfter } from './instant.ts'
import type { Lodgement } from './lodgement.ts'
import type { Settings } from './settings.ts'

/**
 * How long goods that leave are on their way to the port and through it, where nobody tells the
 * inventory of their movements: whoever loads the goods of a seller is not in this sandbox.
 */
export type PortTimes = Pick<Settings, 'portArrivalSeconds' | 'departureSeconds'>

interface AtThePort {
  readonly now: Instant
  readonly times: PortTimes
}

const THE_PORT = 'port'

/** When a registered export is looked at: at the port, or where its time ends before that. */
export function nextLook(
  { declaration }: Lodgement,
  { expiry, now, times }: AtThePort & { readonly expiry: Instant },
): Instant {
  const arrival = secondsAfter(now, times.portArrivalSeconds)
  return isExport(declaration) && arrival < expiry ? arrival : expiry
}

/** The lodgement with its goods at the port, once they have had the time to get there. */
export function arrivedAtThePort(lodgement: Lodgement, { now, times }: AtThePort): Lodgement {
  const { declaration, registeredAt, arrivedAt } = lodgement
  const isThere =
    isExport(declaration) &&
    registeredAt !== undefined &&
    secondsAfter(registeredAt, times.portArrivalSeconds) <= now
  return arrivedAt === undefined && isThere
    ? amend(unchanged(lodgement), { arrivedAt: now }).lodgement
    : lodgement
}

/** Goods that were just cleared and leave are looked at again when they will have left. */
export function awaitingDeparture(
  change: LodgementChange,
  { now, times }: AtThePort,
): LodgementChange {
  const { state, declaration } = change.lodgement
  return state === 'cleared' && isExport(declaration)
    ? wakeAt(change, secondsAfter(now, times.departureSeconds))
    : change
}

/** Cleared goods that leave have had the time to; what came in stays as it is. */
export function gone(lodgement: Lodgement, now: Instant): LodgementChange {
  return isExport(lodgement.declaration)
    ? leave(lodgement, now, { actor: THE_PORT, detail: {} })
    : unchanged(lodgement)
}

/** The goods are out of the country (16), as a message or the port has told. */
export function leave(
  lodgement: Lodgement,
  now: Instant,
  told: { readonly actor: string; readonly detail: object },
): LodgementChange {
  const { exitOffice } = lodgement.declaration
  const left = notify(move(unchanged(lodgement), 'depart', { endedAt: now }), {
    code: '16',
    leftAt: now,
    ...(exitOffice !== undefined && { exitOffice }),
  })
  return note(left, { ...told, what: 'the goods have left' })
}
