import { Type, type Static } from 'typebox'

import { setMessageAside } from '../clearance/commands/set-message-aside.ts'
import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { setLetterAside } from '../correspondence/letter-outcome.ts'
import {
  explainNotification,
  type CdsErrorText,
} from '../customs/formats/uk-cds/explain-notification.ts'
import type { Notification } from '../customs/formats/uk-cds/notification.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { findMessages, type FoundMessage } from '../exchange/find-messages.ts'
import { readMessageRecord } from '../exchange/message-record.ts'
import { instantOf } from '../platform/clock.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted, found, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { bilingualText, idOf, instant, link } from './http/schema.ts'
import { actorSchema, shownActor } from './views/actor-view.ts'
import {
  attemptOutcome,
  exchangeMessageProperties,
  exchangeMessageSchema,
  erasedMessage,
  exchangeMessageView,
  mediaTypeOfSent,
  sentStates,
} from './views/exchange-message-view.ts'
import { explainSent, sentKinds } from './views/explain-sent.ts'

const attemptSchema = Type.Object({
  id: Type.String(),
  startedAt: instant,
  endedAt: Type.Optional(instant),
  latencyMs: Type.Optional(
    Type.Integer({ description: 'of its requests, without the wait for a turn' }),
  ),
  outcome: Type.Optional(attemptOutcome),
  httpStatus: Type.Optional(Type.Integer()),
  why: Type.Optional(Type.String({ description: 'why it did not deliver the message' })),
  node: Type.String({ description: 'the process that made it' }),
})

const decisionSchema = Type.Object({
  decision: oneOf(['replayed', 'set-aside'], 'what was decided about a message that was given up'),
  reason: Type.Optional(Type.String()),
  actor: actorSchema,
  at: instant,
  before: Type.Object(
    {
      state: oneOf(sentStates, 'what had become of it until then'),
      attempts: Type.Integer(),
      lastError: Type.Optional(Type.String()),
    },
    { description: 'how the message stood before' },
  ),
})

const answerSchema = Type.Object({
  id: Type.String(),
  functionCode: Type.String(),
  name: Type.Optional(Type.String()),
  explanation: bilingualText,
  receivedAt: instant,
  body: link,
})

const messageDetailSchema = Type.Object(
  {
    ...exchangeMessageProperties,
    tries: Type.Array(attemptSchema, { description: 'every attempt, the oldest first' }),
    decisions: Type.Array(decisionSchema, { description: 'of people, the oldest first' }),
    answers: Type.Array(answerSchema, { description: 'notifications that answer it' }),
  },
  { title: 'ExchangeMessageInFull', description: 'a message with its attempts and its answers' },
)

/** The type of {@link messageDetailSchema}. */
export type ExchangeMessageDetail = Immutable<Static<typeof messageDetailSchema>>

const asideSchema = Type.Object({
  messageId: Type.String(),
  caseId: Type.Optional(Type.String({ description: 'absent of a letter about no case' })),
})

const messageParams = Type.Object({ messageId: idOf('the message') })

const tags = ['exchange']

const listMessages: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/exchange/messages',
    {
      schema: {
        tags,
        summary: 'List the messages to authorities, the newest first',
        querystring: Type.Object({
          ...pageQuery,
          state: Type.Optional(
            Type.Array(oneOf(sentStates, 'what became of it'), {
              maxItems: sentStates.length,
              description: 'only messages in one of these states',
            }),
          ),
          kind: Type.Optional(
            Type.Array(oneOf(sentKinds, 'what was sent'), {
              maxItems: sentKinds.length,
              description: 'only messages of one of these kinds',
            }),
          ),
          channel: Type.Optional(
            Type.String({ maxLength: 64, description: 'only of this channel' }),
          ),
          caseId: Type.Optional(idOf('the case whose messages are wanted')),
        }),
        response: { 200: pageOf(exchangeMessageSchema) },
      },
      config: { admit: 'exchange.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { state, kind, channel, caseId } = request.query
      const filter = {
        ...(state && { states: state }),
        ...(kind && { kinds: kind }),
        ...(channel !== undefined && { channel }),
        ...(caseId !== undefined && { caseId }),
        ...(page.before !== undefined && { before: page.before }),
        atMost: page.limit + 1,
      }
      const { tenantId } = principalOf(request)
      const rows = await inTenant(ports.database, tenantId, (transaction) =>
        findMessages(transaction, filter),
      )
      return toPage(rows, page, exchangeMessageView)
    },
  )
}

const readMessage: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/exchange/messages/:messageId',
    {
      schema: {
        tags,
        summary: 'Read a message with its attempts, what was decided about it and its answers',
        params: messageParams,
        response: { 200: messageDetailSchema },
      },
      config: { admit: 'exchange.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { messageId } = request.params
        const [row] = await findMessages(transaction, { messageId, atMost: 1 })
        const message = found(row, noSuchMessage(messageId))
        return readDetail(transaction, message, ports.clearance.reference.authorityErrors)
      }),
  )
}

const setAside: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/exchange/messages/:messageId/set-aside',
    {
      schema: {
        tags,
        summary: 'Set a message aside that was given up',
        description:
          'It is not sent any more, and its case goes on without it: a declaration can be made anew, ' +
          'a request counts as denied. Refused where the authority may have the message after all; ' +
          'sending it again by `/v1/messages/{messageId}/replay` asks the authority first.',
        params: messageParams,
        body: Type.Object(
          { reason: text(512, 'why, for those who read the record') },
          { additionalProperties: false },
        ),
        response: { 200: asideSchema },
      },
      config: { admit: 'messages.set-aside' },
    },
    (request, reply) =>
      changeOnce<Static<typeof asideSchema>>({ request, reply, ports }, async (transaction, by) => {
        const { messageId } = request.params
        const [row] = await findMessages(transaction, { messageId, atMost: 1 })
        const { kind } = found(row, noSuchMessage(messageId))
        const input = { messageId, reason: request.body.reason }
        const aside =
          kind === 'letter'
            ? await setLetterAside(ports.correspondence, transaction, input, by)
            : await setMessageAside(ports.clearance, transaction, input, by)
        return { status: 200, body: accepted(aside) }
      }),
  )
}

const readMessageBody: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/exchange/messages/:messageId/body',
    {
      schema: {
        tags,
        summary: 'Read the exact bytes of a message, also of one that is about no case',
        params: messageParams,
        produces: ['application/xml', 'application/json'],
      },
      config: { admit: 'exchange.read' },
    },
    async (request, reply) => {
      const { messageId } = request.params
      const row = await inTenant(ports.database, principalOf(request).tenantId, (transaction) =>
        transaction
          .selectFrom('exchange_message')
          .select(['body', 'kind', 'erased_at'])
          .where('id', '=', messageId)
          .executeTakeFirst(),
      )
      const { body, kind, erased_at } = found(row, noSuchMessage(messageId))
      if (erased_at !== null) refuse(erasedMessage)
      return reply.type(mediaTypeOfSent(kind)).send(body)
    },
  )
}

/** The messages to authorities of all cases, and what can be done about those that did not arrive. */
export const exchangeMessageRoutes = together(listMessages, readMessage, readMessageBody, setAside)

async function readDetail(
  transaction: TenantTransaction,
  message: FoundMessage,
  errorTexts: readonly CdsErrorText[],
): Promise<ExchangeMessageDetail> {
  const { id, kind } = message
  const { body } = await transaction
    .selectFrom('exchange_message')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const record = await withPersonalFields(transaction, await readMessageRecord(transaction, id))
  return {
    ...exchangeMessageView(message),
    meaning: explainSent({ kind, body }),
    tries: [...record.tries],
    decisions: record.decisions.map(({ actor, ...decision }) => ({
      ...decision,
      actor: shownActor(actor),
    })),
    answers: await readAnswers(transaction, message, errorTexts),
  }
}

async function readAnswers(
  transaction: TenantTransaction,
  { id, case_id }: FoundMessage,
  errorTexts: readonly CdsErrorText[],
) {
  const rows = await transaction
    .selectFrom('exchange_notification')
    .select(['id', 'function_code', 'parsed', 'received_at'])
    .where('message_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const { name, meaning } = explainNotification(row.parsed as Notification, errorTexts)
    return {
      id: row.id,
      functionCode: row.function_code,
      ...(name !== undefined && { name }),
      explanation: meaning,
      receivedAt: instantOf(row.received_at),
      body: `/v1/cases/${case_id}/messages/${row.id}/body`,
    }
  })
}

function noSuchMessage(messageId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no message ${messageId}.`,
    mend: 'List the messages to see their ids.',
    zh: { message: `没有报文 ${messageId}。`, mend: '请在报文列表中查看编号。' },
  }
}
