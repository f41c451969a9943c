import { Type, type Static } from 'typebox'

import { returnGoods, returnGoodsSchema } from '../clearance/commands/return-goods.ts'
import type { Immutable } from '../customs/immutable.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'
import { link } from './http/schema.ts'
import { caseParams } from './views/case-path.ts'

const openedReturnSchema = Type.Object(
  {
    caseId: Type.String(),
    orderId: Type.String(),
    links: Type.Object({ case: link, order: link, import: link }),
  },
  { description: 'the case of the export by which the goods go back' },
)

/** The type of {@link openedReturnSchema}. */
export type OpenedReturnView = Immutable<Static<typeof openedReturnSchema>>

/** Sends goods of an import back. */
export const caseReturnRoutes: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/return',
    {
      schema: {
        tags: ['cases'],
        summary: 'Send imported goods back',
        description:
          'Opens the case of the export by which all or some goods of a released import go back: whoever ' +
          'imported them exports them to whoever sold them. What the export needs beside stands among the ' +
          'obstacles of the new case.',
        params: caseParams,
        body: returnGoodsSchema,
        response: { 201: openedReturnSchema },
      },
      config: { admit: 'orders.create' },
    },
    (request, reply) =>
      changeOnce<OpenedReturnView>({ request, reply, ports }, async (transaction, context) => {
        const input = { caseId: request.params.id, asked: request.body }
        const { caseId, orderId } = accepted(
          await returnGoods(ports.clearance, transaction, input, context),
        )
        const location = `/v1/cases/${caseId}`
        const links = {
          ...{ case: location, order: `/v1/orders/${orderId}` },
          import: `/v1/cases/${request.params.id}`,
        }
        return { status: 201, location, body: { caseId, orderId, links } }
      }),
  )
}
