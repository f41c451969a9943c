import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { success } from '../../../customs/result.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { lodgementStates } from '../../life-cycle/lodgement-state.ts'
import type { Office } from '../../processing/office.ts'
import { readDossier, readRegister } from '../../store/dossier-store.ts'
import { countQueue, listQueue, queueOrders, waitedFor } from '../../store/queue-store.ts'
import { replyResult } from '../problem-response.ts'
import { nothingUnder } from './nothing-under.ts'

// PostgreSQL could not even look for a NUL.
const PRINTABLE = '^[^\\u0000-\\u001F]*$'

const filterFields = {
  state: Type.Optional(Type.Enum([...lodgementStates])),
  openControl: Type.Optional(Type.Enum(['inspection', 'documents', 'question', 'review'])),
  waitsFor: Type.Optional(Type.Enum([...waitedFor])),
  /** Id of a risk rule that has hit. */
  rule: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{3,60}$' })),
  /** Chapter of the tariff. */
  chapter: Type.Optional(Type.String({ pattern: '^\\d{2}$' })),
  /** A part of a name or EORI of exporter, importer or declarant. */
  trader: Type.Optional(Type.String({ minLength: 1, maxLength: 70, pattern: PRINTABLE })),
  /** The beginning of an MRN, LRN or DUCR, or a declarant's whole EORI. */
  search: Type.Optional(Type.String({ minLength: 1, maxLength: 70, pattern: PRINTABLE })),
}
const countQuery = Type.Object(filterFields)
const queueQuery = Type.Object({
  ...filterFields,
  order: Type.Enum([...queueOrders], { default: 'newest' }),
  after: Type.Optional(Type.String({ pattern: '^lodgement_[0-9a-z]{26}$' })),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
const mrnParameters = Type.Object({ mrn: Type.String({ pattern: '^[0-9A-Z]{18}$' }) })
const registerQuery = Type.Object({
  lrn: Type.Optional(Type.String({ pattern: '^[\\x20-\\x7E]{0,35}$' })),
})

/** Reading for officers: the queue and its counts, a dossier, the register. */
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
  server.get('/officers/lodgements/counts', { schema: { querystring: countQuery } }, (request) =>
    inTransaction(office.database, (transaction) => countQueue(transaction, request.query)),
  )
  server.get(
    '/officers/lodgements/:mrn',
    { schema: { params: mrnParameters } },
    async (request, reply) => {
      const { mrn } = request.params
      const dossier = await inTransaction(office.database, (transaction) =>
        readDossier(transaction, mrn),
      )
      if (dossier === undefined) return replyResult(reply, nothingUnder(mrn))
      const last = dossier.history.at(-1)
      // The acts on it are taken under this tag.
      if (last !== undefined) void reply.header('etag', `"${last.id}"`)
      return replyResult(reply, success(dossier))
    },
  )
  server.get('/officers/register', { schema: { querystring: registerQuery } }, async (request) => ({
    register: await inTransaction(office.database, (transaction) =>
      readRegister(transaction, request.query.lrn),
    ),
  }))
}
