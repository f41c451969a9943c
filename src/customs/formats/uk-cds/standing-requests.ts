import type { Notification } from './notification.ts'
import { optional } from './optional.ts'
import type { OwnRequest } from './standing.ts'

/**
 * The small life cycles of our requests (amendment, cancellation, arrival) under one declaration.
 *
 * @param messages receipts (02), answers (11) and rejections (03) of requests, in the order of
 *   `distinctNotifications`
 */
export function requestsOf(messages: readonly Notification[]): readonly OwnRequest[] {
  const byReference = new Map<string, Notification[]>()
  for (const message of messages) {
    const lrn = message.lrn ?? ''
    byReference.set(lrn, [...(byReference.get(lrn) ?? []), message])
  }
  return [...byReference].map(([lrn, about]) => requestOf(lrn, about))
}

function requestOf(lrn: string, messages: readonly Notification[]): OwnRequest {
  const receipt = messages.find(({ functionCode }) => functionCode === '02')
  const answer = messages.findLast(({ functionCode }) => functionCode === '11')
  const rejection = messages.findLast(({ functionCode }) => functionCode === '03')
  const last = rejection ?? answer
  const statusCode = answer?.statuses[0]?.nameCode
  return {
    lrn,
    state: requestState(rejection, answer),
    ...optional('statusCode', statusCode),
    ...optional('receivedAt', receipt?.issuedAt),
    ...optional('answeredAt', last?.issuedAt),
    errors: rejection?.errors ?? [],
  }
}

/** UN/EDIFACT 4405: 39 approved, 41 rejected. */
function requestState(
  rejection: Notification | undefined,
  answer: Notification | undefined,
): OwnRequest['state'] {
  if (rejection !== undefined) return 'rejected'
  if (answer === undefined) return 'received'
  const status = answer.statuses[0]?.nameCode
  if (status === '39') return 'granted'
  return status === '41' ? 'denied' : 'answered'
}
