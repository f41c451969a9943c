import { Type, type Static } from 'typebox'

import { goodsFactBehind } from '../clearance/mending/goods-facts.ts'
import { amendedFields, type AmendedField } from '../customs/formats/uk-cds/amended-fields.ts'
import { dataElementOfField } from '../customs/formats/uk-cds/data-element.ts'
import { itemNumberIn } from '../customs/formats/uk-cds/declared-fields.ts'
import {
  explainNotification,
  type ErrorExplanation,
} from '../customs/formats/uk-cds/explain-notification.ts'
import type { Notification } from '../customs/formats/uk-cds/notification.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { instantOf } from '../platform/clock.ts'
import { inTenant, type Row, type TenantTransaction } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { found, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { bilingualText, idOf, instant, link, sha256 } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import {
  erasedMessage,
  mediaTypeOfSent,
  messageBodyPath,
  sentStates,
} from './views/exchange-message-view.ts'
import { explainSent, sentKinds } from './views/explain-sent.ts'
import { dataElementSchema, goodsFactSchema } from './views/open-point-view.ts'

const sentSchema = Type.Object({
  id: Type.String(),
  kind: oneOf(sentKinds, 'what was sent'),
  meaning: bilingualText,
  lrn: Type.String(),
  subject: Type.String(),
  state: oneOf(sentStates, 'what became of it'),
  attempts: Type.Integer(),
  lastError: Type.Optional(Type.String()),
  conversationId: Type.Optional(Type.String()),
  sha256,
  createdAt: instant,
  sentAt: Type.Optional(instant),
  nextAttemptAt: Type.Optional(instant),
  body: link,
})

const errorSchema = Type.Object({
  code: Type.String(),
  explanation: Type.Optional(bilingualText),
  mend: Type.Optional(bilingualText),
  description: Type.Optional(Type.String({ description: 'words of the authority, as they came' })),
  dataElement: Type.Optional(dataElementSchema),
  fieldPath: Type.Optional(Type.String({ description: 'JSON Pointer into our declaration' })),
  goodsItemNumber: Type.Optional(Type.Integer()),
  goodsFact: Type.Optional(goodsFactSchema),
})

const changeSchema = Type.Object({
  fieldPath: Type.String({ description: 'JSON Pointer into our declaration' }),
  dataElement: Type.Optional(dataElementSchema),
  goodsItemNumber: Type.Optional(Type.Integer()),
  value: Type.String(),
})

const receivedSchema = Type.Object({
  id: Type.String(),
  notificationId: Type.String({ description: "the authority's own id" }),
  functionCode: Type.String({ description: 'kind of notification, 01 to 51' }),
  name: Type.Optional(Type.String({ description: "the authority's name of it, such as DMSACC" })),
  explanation: bilingualText,
  next: Type.Optional(bilingualText),
  statements: Type.Array(Type.String(), { description: 'words of the authority, as they came' }),
  errors: Type.Array(errorSchema),
  changes: Type.Array(changeSchema, { description: 'values that the authority has set' }),
  answers: Type.String({ description: 'id of the message that it answers' }),
  sha256,
  receivedAt: instant,
  body: link,
})

const messagesSchema = Type.Object(
  { sent: Type.Array(sentSchema), received: Type.Array(receivedSchema) },
  { description: 'what was exchanged with the authority, oldest first' },
)

/** The type of {@link messagesSchema}. */
export type CaseMessages = Immutable<Static<typeof messagesSchema>>

const tags = ['authority']

const listMessages: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/messages',
    {
      schema: {
        tags,
        summary: 'List the messages of a case',
        params: caseParams,
        response: { 200: messagesSchema },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { caseId } = await caseOf(transaction, request.params.id)
        return {
          sent: await readSent(transaction, caseId),
          received: await readReceived(transaction, caseId, ports),
        }
      }),
  )
}

const readMessageBody: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/messages/:messageId/body',
    {
      schema: {
        tags,
        summary: 'Read the exact bytes of a message',
        params: Type.Object({ ...caseParams.properties, messageId: idOf('the message') }),
        produces: ['application/xml', 'application/json'],
      },
      config: { admit: 'cases.read' },
    },
    async (request, reply) => {
      const { id, messageId } = request.params
      const body = await inTenant(ports.database, principalOf(request).tenantId, (transaction) =>
        readBody(transaction, id, messageId),
      )
      const { bytes, mediaType } = found(body, noSuchMessage(messageId))
      if (bytes.length === 0) refuse(erasedMessage)
      return reply.type(mediaType).send(bytes)
    },
  )
}

/** The messages between a case and the authority, explained and raw. */
export const messageRoutes = together(listMessages, readMessageBody)

async function readSent(transaction: TenantTransaction, caseId: string) {
  const rows = await transaction
    .selectFrom('exchange_message')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map(sentView)
}

function sentView(row: Row<'exchange_message'>) {
  const { id, kind, lrn, subject, state, attempts, sha256 } = row
  return {
    meaning: explainSent(row),
    ...{ id, kind, lrn, subject, state, attempts, sha256 },
    ...(row.last_error !== null && { lastError: row.last_error }),
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    createdAt: instantOf(row.created_at),
    ...(row.sent_at !== null && { sentAt: instantOf(row.sent_at) }),
    ...((row.state === 'due' || row.state === 'unknown') && {
      nextAttemptAt: instantOf(row.due_at),
    }),
    body: messageBodyPath(row),
  }
}

async function readReceived(transaction: TenantTransaction, caseId: string, ports: ApiPorts) {
  const { authorityErrors } = ports.clearance.reference
  const rows = await transaction
    .selectFrom('exchange_notification')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const notification = row.parsed as Notification
    const { meaning, errors, ...explained } = explainNotification(notification, authorityErrors)
    return {
      ...explained,
      id: row.id,
      notificationId: row.notification_id,
      functionCode: row.function_code,
      explanation: meaning,
      errors: errors.map(withGoodsFact),
      changes: amendedFields(notification.amendedValues).map(changeView),
      answers: row.message_id,
      sha256: row.sha256,
      receivedAt: instantOf(row.received_at),
      body: `/v1/cases/${caseId}/messages/${row.id}/body`,
    }
  })
}

function withGoodsFact(error: ErrorExplanation) {
  const goodsFact = error.fieldPath === undefined ? undefined : goodsFactBehind(error.fieldPath)
  return { ...error, ...(goodsFact && { goodsFact }) }
}

function changeView({ fieldPath, value }: AmendedField) {
  const dataElement = dataElementOfField(fieldPath)
  const goodsItemNumber = itemNumberIn(fieldPath)
  return {
    ...{ fieldPath, value },
    ...(dataElement && { dataElement }),
    ...(goodsItemNumber !== undefined && { goodsItemNumber }),
  }
}

interface MessageBody {
  readonly bytes: Buffer
  readonly mediaType: string
}

async function readBody(
  transaction: TenantTransaction,
  caseId: string,
  messageId: string,
): Promise<MessageBody | undefined> {
  const sent = await transaction
    .selectFrom('exchange_message')
    .select(['body', 'kind'])
    .where('case_id', '=', caseId)
    .where('id', '=', messageId)
    .executeTakeFirst()
  if (sent !== undefined) {
    return { bytes: sent.body, mediaType: mediaTypeOfSent(sent.kind) }
  }
  const received = await transaction
    .selectFrom('exchange_notification')
    .select('body')
    .where('case_id', '=', caseId)
    .where('id', '=', messageId)
    .executeTakeFirst()
  return received && { bytes: received.body, mediaType: 'application/xml' }
}

function noSuchMessage(messageId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `This case has no message ${messageId}.`,
    mend: 'List the messages of the case to see their ids.',
    zh: { message: `本案没有报文 ${messageId}。`, mend: '请在本案的报文列表中查看编号。' },
  }
}
