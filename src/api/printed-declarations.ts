import { readPrintedDeclaration } from '../clearance/store/read-printed-declaration.ts'
import { canonicalJson } from '../customs/canonical-json.ts'
import { renderDeclaration } from '../papers/render-declaration.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { hasPresent } from './http/entity-tag.ts'
import { accepted, found } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { noDeclarationYet } from './views/no-declaration-yet.ts'
import { caseOf, caseParams } from './views/case-path.ts'

/** The declaration of a case on paper. */
export const printedDeclarationRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/declaration.pdf',
    {
      schema: {
        tags: ['cases'],
        summary: 'Print the declaration with its history as PDF',
        description:
          'Each field with its name and where its value comes from, what the authority has changed, ' +
          'and what happened. Before it is handed in, the declaration as it would be, marked as such. ' +
          'Dated by the last event: the same record gives the same bytes.',
        params: caseParams,
        produces: ['application/pdf'],
      },
      config: { admit: 'cases.read' },
    },
    async (request, reply) => {
      const printed = await inTenant(
        ports.database,
        principalOf(request).tenantId,
        async (transaction) => {
          const state = await caseOf(transaction, request.params.id)
          const { reference } = ports.clearance
          const read = await readPrintedDeclaration(transaction, state, reference)
          return accepted(found(read, noDeclarationYet))
        },
      )
      if (hasPresent(request, reply, sha256Hex(canonicalJson(printed)))) {
        return reply.code(304).send(null)
      }
      const pdf = accepted(await renderDeclaration(printed))
      const name = printed.mrn ?? printed.lrn ?? 'declaration'
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${name}.pdf"`)
        .send(pdf)
    },
  )
}
