import { Type, type Static } from 'typebox'

import { attachDocument } from '../clearance/commands/attach-document.ts'
import { checkedReader } from '../customs/checked-reader.ts'
import type { Immutable } from '../customs/immutable.ts'
import { text } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { checkUpload } from '../papers/uploads/check-upload.ts'
import { instantOf } from '../platform/clock.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { asDownload } from './http/as-download.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted, found, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant, link, sha256 } from './http/schema.ts'
import { readUploadedFile } from './http/uploaded-file.ts'
import { caseOf, caseParams } from './views/case-path.ts'

const attachmentFields = Type.Object(
  {
    kind: Type.String({
      pattern: '^[a-z]+(-[a-z]+)*$',
      maxLength: 40,
      description: 'what the paper is, such as transport-document or photograph',
    }),
    fileName: text(120, 'name of the file'),
  },
  { additionalProperties: false },
)

const attachedSchema = Type.Object(
  { attachmentId: Type.String(), kind: Type.String(), sha256, content: link },
  { description: 'a paper that is kept with its case' },
)

type Attached = Static<typeof attachedSchema>

const readFields = checkedReader<Static<typeof attachmentFields>>(attachmentFields)

const tags = ['papers']

const uploadAttachment: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/attachments',
    {
      schema: {
        tags,
        summary: 'Upload a paper to a case',
        description: 'A PDF, PNG or JPEG of at most 10 MiB, as the field `file` after `kind`.',
        params: caseParams,
        response: { 201: attachedSchema },
      },
      config: { admit: 'papers.attach', form: ['kind'] },
    },
    async (request, reply) => {
      const caseId = request.params.id
      const { bytes, declaredType, ...named } = await readUploadedFile(request)
      const { kind, fileName } = accepted(readFields(named))
      const { mediaType } = accepted(checkUpload({ bytes, declaredType }))
      const content = `${kind} ${fileName} ${sha256Hex(bytes)}`
      return changeOnce<Attached>(
        { request, reply, ports, content },
        async (transaction, context) => {
          const attachment = { kind, fileName, mediaType, content: bytes }
          const input = { caseId, attachment }
          const { attachmentId, sha256 } = accepted(
            await attachDocument(ports.clearance, transaction, input, context),
          )
          const location = `/v1/cases/${caseId}/attachments/${attachmentId}`
          return { status: 201, location, body: { attachmentId, kind, sha256, content: location } }
        },
      )
    },
  )
}

const listedSchema = Type.Object({
  ...attachedSchema.properties,
  fileName: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  uploadedAt: instant,
  isErased: Type.Boolean({ description: 'whether its content was erased as personal data' }),
})

/** A paper that was uploaded to a case. */
export type ListedAttachment = Immutable<Static<typeof listedSchema>>

const listAttachments: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/attachments',
    {
      schema: {
        tags,
        summary: 'List the papers that were uploaded to a case',
        params: caseParams,
        response: { 200: Type.Object({ items: Type.Array(listedSchema) }) },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { caseId } = await caseOf(transaction, request.params.id)
        const rows = await transaction
          .selectFrom('attachment')
          .select(['id', 'kind', 'sha256', 'file_name', 'media_type', 'size_bytes'])
          .select(['created_at', 'erased_at'])
          .where('case_id', '=', caseId)
          .orderBy('id')
          .execute()
        return {
          items: rows.map((row) => ({
            ...{ attachmentId: row.id, kind: row.kind, sha256: row.sha256 },
            ...{ fileName: row.file_name, mediaType: row.media_type, sizeBytes: row.size_bytes },
            uploadedAt: instantOf(row.created_at),
            isErased: row.erased_at !== null,
            content: `/v1/cases/${caseId}/attachments/${row.id}`,
          })),
        }
      }),
  )
}

const readAttachment: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/attachments/:attachmentId',
    {
      schema: {
        tags,
        summary: 'Read an uploaded paper',
        params: Type.Object({ ...caseParams.properties, attachmentId: idOf('the paper') }),
        produces: ['application/pdf', 'image/png', 'image/jpeg'],
      },
      config: { admit: 'cases.read' },
    },
    async (request, reply) => {
      const { id, attachmentId } = request.params
      const { tenantId } = principalOf(request)
      const row = await inTenant(ports.database, tenantId, async (transaction) => {
        await caseOf(transaction, id)
        return transaction
          .selectFrom('attachment')
          .select(['content', 'media_type', 'file_name', 'erased_at'])
          .where('case_id', '=', id)
          .where('id', '=', attachmentId)
          .executeTakeFirst()
      })
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

/** Papers from outside, kept with the case that they belong to. */
export const attachmentRoutes = together(uploadAttachment, listAttachments, readAttachment)

/** The failure of asking for a paper whose content was erased. */
export const erasedPaper: Failure = {
  code: 'not-found',
  path: '',
  message: 'The content of this paper was erased together with the personal data in it.',
  mend: 'Its hash in the record of the case still shows which paper it was.',
  zh: {
    message: '该单证的内容已随其中的个人数据一并删除。',
    mend: '清关案记录中的哈希值仍可表明是哪一份单证。',
  },
}

/** The failure of asking for a paper that is not there. */
export function noSuchPaper(attachmentId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `This case has no uploaded paper ${attachmentId}.`,
    mend: 'Read the case for the ids of its papers.',
    zh: { message: `本案没有已上传的单证 ${attachmentId}。`, mend: '请在清关案中查看单证编号。' },
  }
}
