import { Type } from 'typebox'

import { recordAccessChange } from '../access/index.ts'
import { erasePersonalData } from '../clearance/commands/erase-personal-data.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, type ApiRoutes } from './http/route.ts'
import { caseParams } from './views/case-path.ts'

const erasureSchema = Type.Object(
  {
    personalRecords: Type.Integer({ description: 'records whose values are gone' }),
    messages: Type.Integer({ description: 'messages whose bytes are gone' }),
  },
  { description: 'what was erased; asked again, there is nothing left' },
)

/** The personal data of the people in a case. */
export const personalDataRoutes: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/cases/:id/personal-data',
    {
      schema: {
        tags: ['cases'],
        summary: 'Erase the personal data of a case that is over',
        description:
          'The record of the case stays, with its hashes. Whether a duty to keep records stands ' +
          'against the erasure is for you to decide.',
        params: caseParams,
        response: { 200: erasureSchema },
      },
      config: { admit: 'personal-data.erase' },
    },
    async (request) => {
      const caseId = request.params.id
      const context = changeContextOf(request, ports)
      return inTenant(ports.database, context.tenantId, async (transaction) => {
        const erased = accepted(await erasePersonalData(transaction, { caseId }, context))
        const change = {
          action: 'personal-data-erased',
          subject: caseId,
          detail: { ...erased },
        } as const
        await recordAccessChange(transaction, change, context)
        return erased
      })
    },
  )
}
