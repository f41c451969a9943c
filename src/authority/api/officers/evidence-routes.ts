import { Type } from 'typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { pictureTypeOf } from '../../officers/picture-type.ts'
import type { Office } from '../../processing/office.ts'
import { replyResult } from '../problem-response.ts'
import { nothingUnder } from './nothing-under.ts'

const fileParameters = Type.Object({ reference: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })
const fileQuery = Type.Object({
  /** `view` shows what a browser can show safely; `save` is for everything. */
  as: Type.Enum(['save', 'view'], { default: 'save' }),
})
const messageParameters = Type.Object({
  id: Type.String({ pattern: '^message_[0-9a-z]{26}$' }),
})
const notificationParameters = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{32}$' }) })

/** What lies in a dossier as bytes: the trader's papers and the messages of both sides. */
export function evidenceRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get(
    '/officers/files/:reference',
    { schema: { params: fileParameters, querystring: fileQuery } },
    async (request, reply) => {
      const { reference } = request.params
      const file = await inTransaction(office.database, (transaction) =>
        transaction
          .selectFrom('file_upload')
          .select(['content', 'media_type'])
          .where('reference', '=', reference)
          .executeTakeFirst(),
      )
      const content = file?.content ?? undefined
      if (content === undefined) return replyResult(reply, nothingUnder(reference))
      const shown = request.query.as === 'view' ? safeTypeOf(content) : undefined
      return sendBytes(reply, content, {
        mediaType: shown ?? file?.media_type ?? 'application/octet-stream',
        disposition: shown === undefined ? 'attachment' : 'inline',
      })
    },
  )
  server.get(
    '/officers/messages/:id',
    { schema: { params: messageParameters } },
    async (request, reply) => {
      const { id } = request.params
      const message = await inTransaction(office.database, (transaction) =>
        transaction.selectFrom('message').select('body').where('id', '=', id).executeTakeFirst(),
      )
      return message === undefined
        ? replyResult(reply, nothingUnder(id))
        : sendBytes(reply, message.body, AS_TEXT)
    },
  )
  server.get(
    '/officers/notifications/:id',
    { schema: { params: notificationParameters } },
    async (request, reply) => {
      const { id } = request.params
      const notification = await inTransaction(office.database, (transaction) =>
        transaction
          .selectFrom('notification')
          .select('body')
          .where('id', '=', id)
          .executeTakeFirst(),
      )
      return notification === undefined
        ? replyResult(reply, nothingUnder(id))
        : sendBytes(reply, Buffer.from(notification.body), AS_TEXT)
    },
  )
}

interface Presentation {
  readonly mediaType: string
  readonly disposition: 'inline' | 'attachment'
}

/** A message is read, not run: as text no browser takes it for a page. */
const AS_TEXT: Presentation = { mediaType: 'text/plain; charset=utf-8', disposition: 'inline' }

/** What a stranger has sent may do nothing in the officer's browser but be looked at. */
function sendBytes(
  reply: FastifyReply,
  content: Buffer,
  { mediaType, disposition }: Presentation,
): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', disposition)
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
    .header('x-content-type-options', 'nosniff')
    .send(content)
}

const PDF_SIGNATURE = Buffer.from('%PDF-', 'latin1')

/** The types that a browser shows without running anything, by the bytes and not by the name. */
function safeTypeOf(content: Buffer): string | undefined {
  if (content.subarray(0, PDF_SIGNATURE.length).equals(PDF_SIGNATURE)) return 'application/pdf'
  return pictureTypeOf(content)
}
