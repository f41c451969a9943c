import { Type, type Static } from 'typebox'

import type { CaseState } from '../clearance/case-state.ts'
import { readFacts } from '../clearance/store/case-fact.ts'
import type { RequiredDocument } from '../customs/documents/required-document.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { found } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { bilingualText, link } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'

/** An entry of the list of papers. */
export const requiredDocumentSchema = Type.Object({
  type: Type.String(),
  documentCode: Type.Optional(Type.String({ description: 'code under which it is declared' })),
  needed: oneOf(['required', 'recommended', 'not-needed'], 'whether the case needs it'),
  why: bilingualText,
  law: Type.Optional(Type.Object({ id: Type.String(), title: Type.String(), url: Type.String() })),
  whoProvides: Type.String(),
  state: oneOf(['held', 'can-be-made-out', 'absent'], 'whether it is there'),
  reference: Type.Optional(Type.String()),
  recordedAt: Type.Optional(
    Type.Array(link, { description: 'where a proof of origin that is absent is recorded' }),
  ),
})

/** The type of {@link requiredDocumentSchema}. */
export type RequiredDocumentView = Immutable<Static<typeof requiredDocumentSchema>>

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
        const state = await caseOf(transaction, request.params.id)
        const list = found(state.requiredDocuments, {
          code: 'not-found',
          path: '',
          message: 'Which papers the case needs is not decided yet.',
          mend: 'Its parties have to be decided first; the case says what stands in the way.',
          zh: {
            message: '本案需要哪些单证尚未确定。',
            mend: '须先确定各方当事人；清关案会说明存在哪些障碍。',
          },
        })
        const { facts } = await readFacts<[{ documents: readonly RequiredDocument[] }]>(
          transaction,
          [list],
        )
        const inCase = `/v1/cases/${request.params.id}`
        return {
          items: facts[0].documents
            .map((entry) => withIssue(entry, state))
            .map((entry) => ({ ...entry, ...waysIn(entry, inCase) })),
        }
      }),
  )
}

/** The importer's knowledge may take the place of the exporter's statement, not the other way round. */
const proofPaths: Partial<Record<RequiredDocument['type'], readonly string[]>> = {
  'preference-statement': ['/preference-statement/sign', '/importers-knowledge'],
  'importers-knowledge': ['/importers-knowledge'],
}

/** Where a proof that is needed and absent is recorded, beneath the path of the case. */
function waysIn({ type, needed, state }: RequiredDocument, inCase: string) {
  const paths = proofPaths[type]
  if (paths === undefined || needed !== 'required' || state !== 'absent') return {}
  return { recordedAt: paths.map((path) => `${inCase}${path}`) }
}

/**
 * The list tells what was there when the case was prepared; a chamber issues later. The certificate
 * is held once that of every origin is issued, and until a new preparation changes its goods.
 */
function withIssue(entry: RequiredDocument, { documents }: CaseState): RequiredDocument {
  if (entry.type !== 'certificate-of-origin') return entry
  const certificates = documents.filter(({ kind }) => kind === entry.type)
  const numbers = certificates.flatMap(({ issued }) => issued?.number ?? [])
  if (numbers.length === 0 || numbers.length < certificates.length) return entry
  return { ...entry, state: 'held', reference: numbers.join(', ') }
}
