import type { HttpClient, HttpOutcome } from '../../platform/http/index.ts'
import type { Channel, Inquiry } from '../channel.ts'
import type { OutboxMessage } from '../outbox.ts'
import type { Turns } from '../turns.ts'
import { inquiryHeaders, submissionHeaders, type UkCdsCredentials } from './credentials.ts'
import { conversationOf, readNotificationPaths, readStatusMrn } from './read-answers.ts'
import { submissionOutcome, unfinishedBy } from './submission-outcome.ts'
import { uploadDocument } from './upload-document.ts'

/**
 * Name of the channel as it stands on stored messages and notifications; it can no longer be
 * changed.
 */
export const UK_CDS = 'uk-cds'

const pathOf = {
  declaration: '/customs/declarations',
  arrival: '/customs/declarations/arrival-notification',
  amendment: '/customs/declarations/amend',
  cancellation: '/customs/declarations/cancellation-requests',
} as const satisfies Partial<Record<OutboxMessage['kind'], string>>

/** The way to the Customs Declaration Service: HMRC's declarations, information and pull APIs. */
export function ukCdsChannel(http: HttpClient, credentials: UkCdsCredentials): Channel {
  const { baseUrl } = credentials
  const ask = async (path: string, turns: Turns): Promise<HttpOutcome> => {
    await turns.take()
    const headers = inquiryHeaders(credentials)
    return http.send({ method: 'GET', url: `${baseUrl}${path}`, headers })
  }
  return {
    name: UK_CDS,
    send: async (message, turns) => {
      await turns.take()
      if (message.kind === 'document') return uploadDocument(http, credentials, message)
      const outcome = await http.send({
        method: 'POST',
        url: `${baseUrl}${pathOf[message.kind]}`,
        headers: submissionHeaders(credentials),
        body: message.body,
      })
      return submissionOutcome(outcome)
    },
    inquire: async (message, turns) => {
      // Only a declaration can be asked for; the requests about it are known by their repetition.
      if (message.kind !== 'declaration') return { kind: 'not-known' }
      const reference = encodeURIComponent(message.ducr)
      const path = `/customs/declarations-information/ducr/${reference}/status`
      return inquiryOutcome(await ask(path, turns))
    },
    pull: (conversationId, turns) => pullNotifications((path) => ask(path, turns), conversationId),
  }
}

function inquiryOutcome(outcome: HttpOutcome): Inquiry {
  if (outcome.kind !== 'answered') return { kind: 'no-answer', why: outcome.why }
  if (outcome.status === 404) return { kind: 'not-known' }
  const mrn = outcome.status === 200 ? readStatusMrn(Buffer.from(outcome.body)) : undefined
  return mrn === undefined
    ? { kind: 'no-answer', ...unfinishedBy(outcome.status, outcome.body) }
    : { kind: 'known', mrn, httpStatus: 200, ...conversationOf(outcome.headers) }
}

async function pullNotifications(
  ask: (path: string) => Promise<HttpOutcome>,
  conversationId: string,
): Promise<readonly Buffer[]> {
  const list = await ask(`/notifications/conversationId/${encodeURIComponent(conversationId)}`)
  if (list.kind !== 'answered' || list.status !== 200) return []
  const notifications: Buffer[] = []
  for (const path of readNotificationPaths(Buffer.from(list.body))) {
    const notification = await ask(path)
    if (notification.kind === 'answered' && notification.status === 200) {
      notifications.push(Buffer.from(notification.body))
    }
  }
  return notifications
}
