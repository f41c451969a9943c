import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { failure, success } from '../../../customs/result.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { lodgementStates } from '../../life-cycle/lodgement-state.ts'
import type { Office } from '../../processing/office.ts'
import { listQueue, readDossier, readRegister } from '../../store/dossier-store.ts'
import { replyResult } from '../problem-response.ts'

const queueQuery = Type.Object({
  state: Type.Optional(Type.Enum([...lodgementStates])),
  openControl: Type.Optional(Type.Enum(['inspection', 'documents', 'question', 'review'])),
  /** An MRN, LRN, DUCR or declarant's EORI, whole. */
  search: Type.Optional(Type.String({ maxLength: 70 })),
  after: Type.Optional(Type.String({ pattern: '^lodgement_[0-9a-z]{26}$' })),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
const mrnParameters = Type.Object({ mrn: Type.String({ pattern: '^[0-9A-Z]{18}$' }) })
const fileParameters = Type.Object({ reference: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })
const registerQuery = Type.Object({
  lrn: Type.Optional(Type.String({ pattern: '^[\\x20-\\x7E]{0,35}$' })),
})

/** Reading for officers: the queue, a dossier, a received file, the register. */
export function queueRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/officers/lodgements', { schema: { querystring: queueQuery } }, async (request) => {
    const lodgements = await inTransaction(office.database, (transaction) =>
      listQueue(transaction, request.query),
    )
    const last = lodgements.at(-1)
    const isFull = lodgements.length === request.query.limit
    return { lodgements, ...(isFull && last !== undefined ? { next: last.id } : {}) }
  })
  server.get(
    '/officers/lodgements/:mrn',
    { schema: { params: mrnParameters } },
    async (request, reply) => {
      const { mrn } = request.params
      const dossier = await inTransaction(office.database, (transaction) =>
        readDossier(transaction, mrn),
      )
      return replyResult(reply, dossier === undefined ? nothing(mrn) : success(dossier))
    },
  )
  server.get(
    '/officers/files/:reference',
    { schema: { params: fileParameters } },
    async (request, reply) => {
      const { reference } = request.params
      const file = await inTransaction(office.database, (transaction) =>
        transaction
          .selectFrom('file_upload')
          .select(['content', 'media_type', 'file_name'])
          .where('reference', '=', reference)
          .executeTakeFirst(),
      )
      if (file?.content === undefined || file.content === null) {
        return replyResult(reply, nothing(reference))
      }
      return reply
        .header('content-type', file.media_type ?? 'application/octet-stream')
        .header('content-disposition', 'attachment')
        .header('x-content-type-options', 'nosniff')
        .send(file.content)
    },
  )
  server.get('/officers/register', { schema: { querystring: registerQuery } }, async (request) => ({
    register: await inTransaction(office.database, (transaction) =>
      readRegister(transaction, request.query.lrn),
    ),
  }))
}

function nothing(name: string): ReturnType<typeof failure> {
  return failure({ code: 'not-found', path: '', message: `The office has nothing under ${name}.` })
}
