import type { Instant } from '../../customs/calendar/local-date.ts'
import type { LodgedMovement } from '../message/read-requests.ts'
import { isExport } from '../rules/data-set.ts'
import type { MovementAnswer } from '../notification/write-movement-answer.ts'
import type { ReceivedRequest } from './answer-request.ts'
import { amend, note, unchanged, wakeAt, type LodgementChange } from './change.ts'
import type { Lodgement } from './lodgement.ts'
import { leave } from './port.ts'

/** What is said of a movement, and what it does to the declaration of the goods. */
export interface MovementTaken {
  readonly outcome: string
  readonly answer: MovementAnswer
  readonly change?: LodgementChange
}

/**
 * Takes the arrival or the departure of exported goods. A pre-lodged declaration is accepted from the
 * arrival on; goods may only leave once customs have let them (P2P, told by 09) and from where they
 * arrived. A movement that repeats what is known is taken and changes nothing.
 *
 * @param movement as read from the message
 */
export function answerMovement(
  request: ReceivedRequest,
  movement: LodgedMovement,
  { lodgement, now }: { readonly lodgement: Lodgement | undefined; readonly now: Instant },
): MovementTaken {
  if (movement.ucrType !== 'D' || (movement.code !== 'EAL' && movement.code !== 'EDL')) {
    return refused(movement, 'InvalidUcrType')
  }
  if (lodgement === undefined || !isExport(lodgement.declaration)) {
    return refused(movement, 'DeclarationNotExist')
  }
  if (!movement.goodsLocation.endsWith(lodgement.declaration.goodsLocation ?? '')) {
    return refused(movement, 'InvalidGoodsLocation')
  }
  return movement.code === 'EAL'
    ? arrived(movement, { request, lodgement, now })
    : departed(movement, { request, lodgement, now })
}

interface Known {
  readonly request: ReceivedRequest
  readonly lodgement: Lodgement
  readonly now: Instant
}

function arrived(movement: LodgedMovement, { request, lodgement, now }: Known): MovementTaken {
  if (hasEnded(lodgement)) return refused(movement, 'DeclarationCancelledOrTerminated')
  const taken = { outcome: 'arrival taken', answer: acknowledged(movement) }
  if (lodgement.arrivedAt !== undefined) return taken
  const noted = note(amend(unchanged(lodgement), { arrivedAt: now }), {
    actor: 'trader',
    what: 'the goods have arrived',
    detail: { movement, conversationId: request.conversationId },
  })
  // Only what was lodged before the arrival waits for it.
  return { ...taken, change: lodgement.state === 'registered' ? wakeAt(noted, now) : noted }
}

function departed(movement: LodgedMovement, { request, lodgement, now }: Known): MovementTaken {
  const taken = { outcome: 'departure taken', answer: acknowledged(movement) }
  if (lodgement.state === 'exited') return taken
  if (hasEnded(lodgement)) return refused(movement, 'DeclarationCancelledOrTerminated')
  if (lodgement.arrivedAt === undefined) {
    return refused(movement, 'NoPriorArrivalFoundAtDepartureLocation')
  }
  if (lodgement.state !== 'cleared') return refused(movement, 'DeclarationsMissingP2P')
  const detail = { movement, conversationId: request.conversationId }
  return { ...taken, change: leave(lodgement, now, { actor: 'trader', detail }) }
}

const ENDED: readonly Lodgement['state'][] = [
  ...(['rejected', 'expired', 'cancelled', 'refused', 'seized', 'disposed'] as const),
]

function hasEnded({ state }: Lodgement): boolean {
  return ENDED.includes(state)
}

/**
 * Errors of the inventory by HMRC's codes, as its service for movements tells them (read 2026-11-24 in
 * hmrc/customs-movements-frontend, ErrorCode).
 */
const inventoryErrors = {
  InvalidUcrType: '08',
  DeclarationNotExist: '10',
  NoPriorArrivalFoundAtDepartureLocation: '13',
  DeclarationsMissingP2P: '14',
  DeclarationCancelledOrTerminated: '15',
  InvalidGoodsLocation: '28',
} as const

function refused(movement: LodgedMovement, why: keyof typeof inventoryErrors): MovementTaken {
  const answer = { ...movement, actionCode: '3', errorCode: inventoryErrors[why] } as const
  return { outcome: `refused: ${why}`, answer }
}

function acknowledged(movement: LodgedMovement): MovementAnswer {
  return { ...movement, actionCode: '1' }
}
