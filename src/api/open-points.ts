import { Type } from 'typebox'

import { openPoints } from '../clearance/mending/open-points.ts'
import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readRejection } from '../clearance/store/read-rejection.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { openPointSchema } from './views/open-point-view.ts'

/** What is to be mended before a case can go on. */
export const openPointRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/open-points',
    {
      schema: {
        tags: ['cases'],
        summary: 'List what is to be mended, explained in both languages',
        description:
          'Findings of the checks, what preparation came up against, what the rules on declarations ' +
          'warn of, and the errors for which the ' +
          'authority has rejected the declaration, each with the fact of the goods data to mend.',
        params: caseParams,
        response: { 200: Type.Object({ items: Type.Array(openPointSchema) }) },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const state = await caseOf(transaction, request.params.id)
        const { authorityErrors } = ports.clearance.reference
        const rejection = await readRejection(transaction, state, authorityErrors)
        const told = await withPersonalFields(transaction, state)
        const { findings, obstacles, warnings = [] } = told
        const sources = { findings, obstacles, warnings, ...(rejection && { rejection }) }
        return { items: openPoints(sources) }
      }),
  )
}
