import { Type, type Static } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { isLocalDate, type LocalDate } from '../customs/calendar/local-date.ts'
import { checkedReader } from '../customs/checked-reader.ts'
import { localDate, text } from '../customs/order/schema.ts'
import { noSuchDay } from '../customs/order/unknown-codes.ts'
import { type Failure, resultOf } from '../customs/result.ts'
import type { TrustedTraderScheme } from '../customs/trusted-trader/trusted-trader-scheme.ts'
import { checkUpload } from '../papers/uploads/check-upload.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import {
  addDocument,
  addJudgement,
  noSuchEvidence,
  readStanding,
  withdrawEvidence,
} from '../relationship/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { authorityOf, authorityParams } from './authorities.ts'
import { asDownload } from './http/as-download.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted, found } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'
import { readUploadedFile } from './http/uploaded-file.ts'
import { contentOf, shownStanding, standingSchema, verdict } from './views/standing-view.ts'

const tags = ['authority']

const read: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/authorities/:authority/standing',
    {
      schema: {
        tags,
        summary: 'Read how you stand by the criteria of a trusted trader',
        description:
          'Each criterion is met, missing or cannot be said, with its evidence. Nothing is met without evidence.',
        params: authorityParams,
        response: { 200: Type.Object({ items: Type.Array(standingSchema) }) },
      },
      config: { admit: 'relationship.read' },
    },
    async (request) => {
      const { id } = authorityOf(ports, request.params.authority)
      const { tenantId } = principalOf(request)
      const now = ports.clock.now()
      const schemes = ports.clearance.reference.trustedTraderSchemes
      return inTenant(ports.database, tenantId, async (transaction) => {
        const items = []
        for (const scheme of schemes.filter(({ authority }) => authority === id)) {
          const standing = await readStanding(transaction, scheme, now)
          items.push(shownStanding(await withPersonalFields(transaction, standing)))
        }
        return { items }
      })
    },
  )
}

const documentFields = Type.Object(
  {
    scheme: text(40, 'id of the scheme'),
    criterion: text(40, 'id of the criterion'),
    document: text(40, 'which of its documents it is'),
    issuedOn: Type.Optional(localDate),
    expiresOn: Type.Optional(localDate),
    fileName: text(120, 'name of the file'),
  },
  { additionalProperties: false },
)

const readFields = checkedReader<Static<typeof documentFields>>(documentFields)

const addedSchema = Type.Object({ id: Type.String() }, { description: 'the evidence' })

const attach: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/authorities/:authority/standing/documents',
    {
      schema: {
        tags,
        summary: 'Attach a document as evidence for a criterion',
        description:
          'A PDF, PNG or JPEG of at most 10 MiB, as the field `file` after `scheme`, `criterion` and `document`; ' +
          '`issuedOn` and `expiresOn`, its last day, where it has them.',
        params: authorityParams,
        response: { 201: addedSchema },
      },
      config: {
        admit: 'standing.document',
        form: ['scheme', 'criterion', 'document', 'issuedOn', 'expiresOn'],
      },
    },
    async (request, reply) => {
      const { id: authority } = authorityOf(ports, request.params.authority)
      const { bytes, declaredType, ...named } = await readUploadedFile(request)
      const fields = accepted(readFields(named))
      const days = existingDays(fields)
      const { mediaType } = accepted(checkUpload({ bytes, declaredType }))
      const scheme = schemeOf(ports, authority, fields.scheme)
      const { criterion, document, fileName } = fields
      const evidence = { criterion, document, fileName, mediaType, content: bytes, ...days }
      const content = `${JSON.stringify(fields)} ${sha256Hex(bytes)}`
      return changeOnce<Static<typeof addedSchema>>(
        { request, reply, ports, content },
        async (transaction, context) => {
          const id = accepted(await addDocument(transaction, { scheme, evidence }, context))
          return { status: 201, location: contentOf(authority, id), body: { id } }
        },
      )
    },
  )
}

const judge: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/authorities/:authority/standing/judgements',
    {
      schema: {
        tags,
        summary: 'Judge whether a criterion is met',
        description:
          'A judgement rests on the documents and the figures as they stand; it is taken back by what happens ' +
          'against you afterwards. The newest one counts.',
        params: authorityParams,
        body: Type.Object(
          {
            scheme: text(40, 'id of the scheme'),
            criterion: text(40, 'id of the criterion'),
            verdict,
            reason: text(1_000, 'why'),
            expiresOn: Type.Optional({
              ...localDate,
              description: 'the last day on which the judgement holds',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 201: addedSchema },
      },
      config: { admit: 'standing.judge' },
    },
    async (request, reply) => {
      const { id: authority } = authorityOf(ports, request.params.authority)
      const { scheme: schemeId, expiresOn, ...judged } = request.body
      const scheme = schemeOf(ports, authority, schemeId)
      const judgement = { ...judged, ...existingDays({ ...(expiresOn && { expiresOn }) }) }
      return changeOnce<Static<typeof addedSchema>>(
        { request, reply, ports },
        async (transaction, context) => {
          const id = accepted(await addJudgement(transaction, { scheme, judgement }, context))
          return { status: 201, location: `/v1/authorities/${authority}/standing`, body: { id } }
        },
      )
    },
  )
}

const evidenceParams = Type.Object({
  ...authorityParams.properties,
  evidenceId: idOf('the evidence'),
})

const readContent: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/authorities/:authority/standing/documents/:evidenceId',
    {
      schema: {
        tags,
        summary: 'Read a document that was attached as evidence',
        params: evidenceParams,
        produces: ['application/pdf', 'image/png', 'image/jpeg'],
      },
      config: { admit: 'standing.document' },
    },
    async (request, reply) => {
      const { authority, evidenceId } = request.params
      const { id } = authorityOf(ports, authority)
      const { tenantId } = principalOf(request)
      const row = await inTenant(ports.database, tenantId, (transaction) =>
        transaction
          .selectFrom('standing_evidence as evidence')
          .innerJoin('attachment', 'attachment.id', 'evidence.attachment_id')
          .select(['attachment.content', 'attachment.media_type', 'attachment.file_name'])
          .where('evidence.authority', '=', id)
          .where('evidence.id', '=', evidenceId)
          .where('evidence.withdrawn_at', 'is', null)
          .executeTakeFirst(),
      )
      const { content, media_type, file_name } = found(row, noSuchEvidence(evidenceId))
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

const withdraw: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/authorities/:authority/standing/evidence/:evidenceId',
    {
      schema: {
        tags,
        summary: 'Withdraw a document or a judgement',
        description: 'It counts no more. The content of a document is emptied; its hash stays.',
        params: evidenceParams,
        response: { 204: Type.Null({ description: 'it counts no more' }) },
      },
      config: { admit: 'standing.judge' },
    },
    async (request, reply) => {
      const { authority, evidenceId } = request.params
      const { id } = authorityOf(ports, authority)
      const context = changeContextOf(request, ports)
      await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await withdrawEvidence(transaction, { authority: id, evidenceId }, context)),
      )
      return reply.code(204).send(null)
    },
  )
}

/** How a business stands by the criteria of a trusted trader, and what it can show. */
export const authorityStandingRoutes = together(read, attach, judge, readContent, withdraw)

function schemeOf(ports: ApiPorts, authority: string, id: string): TrustedTraderScheme {
  const schemes = ports.clearance.reference.trustedTraderSchemes
  return found(
    schemes.find((scheme) => scheme.authority === authority && scheme.id === id),
    noSuchScheme(id),
  )
}

function noSuchScheme(id: string): Failure {
  return {
    code: 'not-found',
    path: '/scheme',
    message: `This authority has no scheme ${id}.`,
    mend: 'Read the standing for the schemes that there are.',
    zh: { message: `该海关没有认证 ${id}。`, mend: '请在资信状况中查看现有认证。' },
  }
}

interface Days {
  readonly issuedOn?: LocalDate
  readonly expiresOn?: LocalDate
}

/** Days have their form by the schema; whether they exist is asked here. */
function existingDays({ issuedOn, expiresOn }: Days): Days {
  const days: Days = { ...(issuedOn && { issuedOn }), ...(expiresOn && { expiresOn }) }
  const failures = Object.entries(days).flatMap(([name, day]: [string, string]) =>
    isLocalDate(day) ? [] : [noSuchDay(`/${name}`, day)],
  )
  return accepted(resultOf(failures, () => days))
}
