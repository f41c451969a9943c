import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'

import type { CaseState } from '../clearance/case-state.ts'
import { readFacts } from '../clearance/store/case-fact.ts'
import type { Document } from '../customs/documents/document.ts'
import type { Failure } from '../customs/result.ts'
import { renderDocument } from '../papers/render-document.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { hasPresent } from './http/entity-tag.ts'
import { accepted, found } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { record } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { documentSchema, documentViews } from './views/document-view.ts'

const documentParams = Type.Object({
  ...caseParams.properties,
  name: Type.String({ description: 'name of the paper, as the list of papers has it' }),
})

type DocumentParams = Static<typeof documentParams>

const tags = ['papers']
const config = { admit: 'cases.read' } as const

const listDocuments: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/documents',
    {
      schema: {
        tags,
        summary: 'List the papers of a case',
        params: caseParams,
        response: { 200: Type.Object({ items: Type.Array(documentSchema) }) },
      },
      config,
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const state = await caseOf(transaction, request.params.id)
        return { items: documentViews(state) }
      }),
  )
}

const readPdf: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/documents/:name.pdf',
    {
      schema: {
        tags,
        summary: 'Read a paper as PDF',
        description:
          'Rendered when it is asked for; the same data give the same bytes. The ETag is the ' +
          'SHA-256 of the data, Repr-Digest that of the file (RFC 9530).',
        params: documentParams,
        produces: ['application/pdf'],
      },
      config,
    },
    async (request, reply) => {
      const { document, contentSha256 } = await readDocument(request, ports)
      // The same data give the same bytes, so nothing need be rendered to know that they are the same.
      if (hasPresent(request, reply, contentSha256)) return reply.code(304).send(null)
      const pdf = accepted(await renderDocument(document))
      const digest = Buffer.from(sha256Hex(pdf), 'hex').toString('base64')
      return reply
        .type('application/pdf')
        .header('repr-digest', `sha-256=:${digest}:`)
        .header('content-disposition', `inline; filename="${request.params.name}.pdf"`)
        .send(pdf)
    },
  )
}

const readData: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/documents/:name.json',
    {
      schema: {
        tags,
        summary: 'Read a paper as data',
        params: documentParams,
        response: { 200: record<Document>('the paper as data') },
      },
      config,
    },
    async (request) => (await readDocument(request, ports)).document,
  )
}

/** The papers that are made out for a case: data first, a PDF whenever one is asked for. */
export const documentRoutes = together(listDocuments, readPdf, readData)

async function readDocument(
  request: FastifyRequest<{ Params: DocumentParams }>,
  { database }: ApiPorts,
) {
  const { id, name } = request.params
  return inTenant(database, principalOf(request).tenantId, async (transaction) => {
    const standing = standingOf(await caseOf(transaction, id), name)
    const { facts } = await readFacts<[Document]>(transaction, [standing.document])
    return { document: facts[0], contentSha256: standing.contentSha256 }
  })
}

function standingOf(state: CaseState, name: string) {
  const position = documentViews(state).findIndex((view) => view.name === name)
  return found(state.documents[position], noSuchPaper(name))
}

function noSuchPaper(name: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `This case has no paper ${name}.`,
    mend: 'List the papers of the case to see their names.',
    zh: { message: `本案没有单证 ${name}。`, mend: '请在本案的单证列表中查看名称。' },
  }
}
