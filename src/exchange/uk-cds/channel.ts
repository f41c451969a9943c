import type { Clock } from '../../platform/clock.ts'
import type { HttpClient } from '../../platform/http/index.ts'
import type { Channel, Inquiry, SendOutcome } from '../channel.ts'
import type { OutboxMessage } from '../outbox.ts'
import type { UkCdsAccess } from './access.ts'
import { type AuthorisedOutcome, ofBusiness, sendAuthorised } from './authorised-request.ts'
import { UK_CDS } from './channel-name.ts'
import { type CommunitySystem, informationHeaders, submissionHeaders } from './headers.ts'
import { pullConversation } from './pull-notifications.ts'
import { inquireSupplementary } from './inquire-supplementary.ts'
import { conversationOf, isNoSuchDeclaration, readStatusMrn } from './read-answers.ts'
import { statusQueries } from './status-queries.ts'
import { submissionOutcome, unfinishedBy } from './submission-outcome.ts'
import { uploadDocument } from './upload-document.ts'

export { UK_CDS } from './channel-name.ts'

const pathOf = {
  declaration: '/customs/declarations/',
  supplementary: '/customs/declarations/',
  arrival: '/customs/declarations/arrival-notification',
  amendment: '/customs/declarations/amend',
  cancellation: '/customs/declarations/cancellation-requests',
} as const satisfies Partial<Record<OutboxMessage['kind'], string>>

/** What the way to HMRC is made of. */
export interface UkCdsConnection {
  readonly http: HttpClient
  readonly clock: Clock
  /** Base address of the APIs, without a trailing slash. */
  readonly baseUrl: string
  readonly access: UkCdsAccess
  /** Empty unless requests go through a community system provider. */
  readonly community: CommunitySystem
}

/** The way to the Customs Declaration Service: HMRC's declarations, information and pull APIs. */
export function ukCdsChannel(connection: UkCdsConnection): Channel {
  const { http, baseUrl, access, community, clock } = connection
  return {
    name: UK_CDS,
    send: async (message, turns, announce) => {
      if (message.kind === 'document') return uploadDocument(connection, message, turns, announce)
      if (message.kind === 'letter') return noLetters
      const inItsName = ofBusiness(access, message.tenantId)
      const outcome = await sendAuthorised({ http, turns }, inItsName, {
        method: 'POST',
        url: `${baseUrl}${pathOf[message.kind]}`,
        headers: submissionHeaders(community),
        body: message.body,
      })
      return outcome.kind === 'answered'
        ? submissionOutcome(outcome, new Date(clock.now()))
        : outcome
    },
    inquire: async (message, turns) => {
      if (message.kind === 'supplementary') {
        return inquireSupplementary(statusQueries(connection, message.tenantId, turns), message)
      }
      // Only declarations can be asked for; the requests about them are known by their repetition.
      if (message.kind !== 'declaration') return { kind: 'not-known' }
      const reference = encodeURIComponent(message.ducr)
      const inItsName = ofBusiness(access, message.tenantId)
      const outcome = await sendAuthorised({ http, turns }, inItsName, {
        method: 'GET',
        url: `${baseUrl}/customs/declarations-information/ducr/${reference}/status`,
        headers: informationHeaders(community),
      })
      return inquiryOutcome(outcome, new Date(clock.now()))
    },
    pull: (conversationId, fetching) =>
      pullConversation({ ...connection, turns: fetching.turns }, conversationId, fetching),
  }
}

/** HMRC has no interface for letters; they have a channel of their own. */
const noLetters: SendOutcome = {
  kind: 'refused',
  errors: [{ code: 'no-letters', message: 'this interface takes no letters' }],
}

function inquiryOutcome(outcome: AuthorisedOutcome, now: Date): Inquiry {
  if (outcome.kind !== 'answered') return { ...outcome, kind: 'no-answer' }
  const body = Buffer.from(outcome.body)
  if (isNoSuchDeclaration(outcome)) return { kind: 'not-known' }
  const mrn = outcome.status === 200 ? readStatusMrn(body) : undefined
  return mrn === undefined
    ? { kind: 'no-answer', ...unfinishedBy(outcome, now) }
    : { kind: 'known', mrn, httpStatus: outcome.status, ...conversationOf(outcome.headers) }
}
