import { Type } from 'typebox'

import { settleCharges } from '../clearance/commands/settle-charges.ts'
import { money, oneOf, text } from '../customs/order/schema.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import type { ApiRoutes } from './http/route.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const paymentSchema = Type.Object(
  {
    payer: oneOf(['seller', 'marketplace', 'purchasing-agent', 'buyer'], 'who has paid'),
    amount: money,
    reference: text(70, 'bank reference or receipt'),
  },
  { additionalProperties: false },
)

/** Money that parties pay back for what the clearance of their goods has cost. */
export const paymentRoutes: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/payments',
    {
      schema: {
        tags: ['money'],
        summary: 'Record that a party has paid its charges',
        params: caseParams,
        body: paymentSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'payments.record' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, settlement: request.body }
        return settleCharges(ports.clearance, transaction, input, context)
      }),
  )
}
