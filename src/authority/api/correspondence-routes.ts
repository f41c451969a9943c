import { Type } from 'typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { inTransaction } from '../../platform/postgres/index.ts'
import { furtherLetterSchema, MAX_LETTER_BYTES, openingSchema } from '../correspondence/letter.ts'
import type { LetterResult } from '../correspondence/letter-refusal.ts'
import {
  noThread,
  receiveFurtherLetter,
  receiveOpening,
  type ReceivedLetter,
} from '../correspondence/receive-letter.ts'
import { viewChanges, viewThread } from '../correspondence/view-thread.ts'
import type { Office } from '../processing/office.ts'
import { lockThread } from '../store/correspondence-store.ts'
import { replyRefusal, writerOf } from './correspondence-scope.ts'

const threadParameters = Type.Object({ thread: Type.String({ pattern: '^COR-\\d{4}-\\d{6,}$' }) })
const attachmentParameters = Type.Object({
  id: Type.String({ pattern: '^attachment_[0-9a-z]{26}$' }),
})
const changesQuery = Type.Object(
  {
    /** The last change that was read; from the first unless stated. */
    after: Type.String({ pattern: '^\\d{1,18}$', default: '0' }),
    limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
  },
  { additionalProperties: false },
)

/** The letter box of the office: what traders write, and what is written to them. */
export function correspondenceRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.post(
    '/correspondence/threads',
    { schema: { body: openingSchema }, bodyLimit: MAX_LETTER_BYTES },
    async (request, reply) => {
      const sending = { applicationId: writerOf(request).id, letter: request.body }
      const received = await inTransaction(office.database, (transaction) =>
        receiveOpening(transaction, office, sending),
      )
      return replyReceived(office, reply, received)
    },
  )
  server.post(
    '/correspondence/threads/:thread/messages',
    {
      schema: { params: threadParameters, body: furtherLetterSchema },
      bodyLimit: MAX_LETTER_BYTES,
    },
    async (request, reply) => {
      const { thread: reference } = request.params
      const sending = { applicationId: writerOf(request).id, letter: request.body, reference }
      const received = await inTransaction(office.database, (transaction) =>
        receiveFurtherLetter(transaction, office, sending),
      )
      return replyReceived(office, reply, received)
    },
  )
  readingRoutes(plain, office)
}

/** What has come for a trader. */
function readingRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/correspondence/changes', { schema: { querystring: changesQuery } }, (request) => {
    const asked = { applicationId: writerOf(request).id, ...request.query }
    return inTransaction(office.database, (transaction) => viewChanges(transaction, asked))
  })
  server.get(
    '/correspondence/threads/:thread',
    { schema: { params: threadParameters } },
    async (request, reply) => {
      const { thread: reference } = request.params
      const view = await inTransaction(office.database, async (transaction) => {
        const thread = await lockThread(transaction, reference)
        if (thread?.applicationId !== writerOf(request).id) return undefined
        return viewThread(transaction, thread)
      })
      return view ?? replyRefusal(reply, noThread(reference))
    },
  )
  server.get(
    '/correspondence/attachments/:id',
    { schema: { params: attachmentParameters } },
    async (request, reply) => {
      const { id } = request.params
      const file = await inTransaction(office.database, (transaction) =>
        transaction
          .selectFrom('correspondence_attachment as file')
          .innerJoin('correspondence_message as letter', 'letter.id', 'file.message_id')
          .select(['file.content', 'file.media_type'])
          .where('file.id', '=', id)
          .where('letter.application_id', '=', writerOf(request).id)
          .executeTakeFirst(),
      )
      if (file === undefined) return replyRefusal(reply, noThread(id))
      return reply
        .header('content-type', file.media_type)
        .header('content-disposition', 'attachment')
        .header('x-content-type-options', 'nosniff')
        .send(file.content)
    },
  )
}

function replyReceived(
  office: Office,
  reply: FastifyReply,
  received: LetterResult<ReceivedLetter>,
): FastifyReply {
  if (!received.ok) return replyRefusal(reply, received.refusal)
  const { receipt, isNew, about } = received.value
  if (isNew) {
    office.wake()
    office.news.tell([about])
  }
  return reply.status(isNew ? 201 : 200).send(receipt)
}
