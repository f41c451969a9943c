import { Type } from 'typebox'

import { readFacts } from '../clearance/store/case-fact.ts'
import type { RequiredDocument } from '../customs/documents/required-document.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { found } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { bilingualText } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'

const requiredDocumentSchema = Type.Object({
  type: Type.String(),
  documentCode: Type.Optional(Type.String({ description: 'code under which it is declared' })),
  needed: oneOf(['required', 'recommended', 'not-needed'], 'whether the case needs it'),
  why: bilingualText,
  law: Type.Optional(Type.Object({ id: Type.String(), title: Type.String(), url: Type.String() })),
  whoProvides: Type.String(),
  state: oneOf(['held', 'can-be-made-out', 'absent'], 'whether it is there'),
  reference: Type.Optional(Type.String()),
})

/** Which papers a case needs, and which of them there are. */
export const requiredDocumentRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/required-documents',
    {
      schema: {
        tags: ['papers'],
        summary: 'List the papers that a case needs, with the reason for each',
        params: caseParams,
        response: { 200: Type.Object({ items: Type.Array(requiredDocumentSchema) }) },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { requiredDocuments } = await caseOf(transaction, request.params.id)
        const list = found(requiredDocuments, {
          code: 'not-found',
          path: '',
          message: 'Which papers the case needs is not decided yet.',
          mend: 'Its parties have to be decided first; the case says what stands in the way.',
        })
        const { facts } = await readFacts<[{ documents: readonly RequiredDocument[] }]>(
          transaction,
          [list],
        )
        return { items: facts[0].documents }
      }),
  )
}
