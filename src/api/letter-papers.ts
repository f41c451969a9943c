import { Type, type Static } from 'typebox'

import { keepLetterPaper } from '../correspondence/keep-letter-paper.ts'
import { largestPaperBytes } from '../exchange/letters/paper-limits.ts'
import { papersUnusable } from '../correspondence/thread-failures.ts'
import { checkUpload } from '../papers/uploads/check-upload.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { erasedPaper, noSuchPaper } from './attachments.ts'
import { asDownload } from './http/as-download.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted, found, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, sha256 } from './http/schema.ts'
import { readUploadedFile } from './http/uploaded-file.ts'

const tags = ['correspondence']

const uploadedSchema = Type.Object(
  { attachmentId: Type.String(), fileName: Type.String(), sha256 },
  { description: 'a paper for a letter that is about no case' },
)

const uploadPaper: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/correspondence/papers',
    {
      schema: {
        tags,
        summary: 'Upload a paper for a letter that is about no case',
        description:
          'A PDF, PNG or JPEG of at most 5 MiB, as the field `file`. Papers for a letter about a ' +
          'case are uploaded to the case.',
        response: { 201: uploadedSchema },
      },
      config: { admit: 'correspondence.write', form: [] },
    },
    async (request, reply) => {
      const { bytes, declaredType, fileName } = await readUploadedFile(request)
      const { mediaType } = accepted(checkUpload({ bytes, declaredType }))
      if (bytes.length > largestPaperBytes) accepted(papersUnusable('too-large', '5 MiB'))
      const content = `${fileName} ${sha256Hex(bytes)}`
      return changeOnce<Static<typeof uploadedSchema>>(
        { request, reply, ports, content },
        async (transaction, context) => {
          const paper = { fileName: fileName.slice(0, 120), mediaType, content: bytes }
          return { status: 201, body: await keepLetterPaper(transaction, paper, context) }
        },
      )
    },
  )
}

const readPaper: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/correspondence/:threadId/papers/:attachmentId',
    {
      schema: {
        tags,
        summary: 'Read a paper of a letter',
        params: Type.Object({ threadId: idOf('the thread'), attachmentId: idOf('the paper') }),
        produces: ['application/pdf', 'image/png', 'image/jpeg', 'text/plain', 'text/csv'],
      },
      config: { admit: 'correspondence.read' },
    },
    async (request, reply) => {
      const { threadId, attachmentId } = request.params
      const row = await inTenant(ports.database, principalOf(request).tenantId, (transaction) =>
        transaction
          .selectFrom('attachment')
          .innerJoin('letter_attachment as goes', 'goes.attachment_id', 'attachment.id')
          .innerJoin('letter', 'letter.id', 'goes.letter_id')
          .select(['content', 'media_type', 'file_name', 'attachment.erased_at'])
          .where('letter.thread_id', '=', threadId)
          .where('attachment.id', '=', attachmentId)
          .executeTakeFirst(),
      )
      const { content, media_type, file_name, erased_at } = found(row, noSuchPaper(attachmentId))
      if (erased_at !== null) return refuse(erasedPaper)
      return (
        reply
          .type(media_type)
          .header('content-disposition', asDownload(file_name))
          // A file from outside never acts as a page of this server.
          .header('content-security-policy', "sandbox; default-src 'none'")
          .send(content)
      )
    },
  )
}

/** Papers that go with letters and come with them. */
export const letterPaperRoutes = together(uploadPaper, readPaper)
