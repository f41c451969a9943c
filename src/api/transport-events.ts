import { Type } from 'typebox'

import { recordTransportEvent } from '../clearance/commands/transport-event.ts'
import { transportLifeCycle } from '../clearance/life-cycle/side-life-cycles.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import type { ApiRoutes } from './http/route.ts'
import { instant } from './http/schema.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const transportEvents = [...new Set(transportLifeCycle.transitions.map((edge) => edge.event))]

const carrierReportSchema = Type.Object(
  {
    event: oneOf(transportEvents, 'what has happened to the goods'),
    occurredAt: instant,
    place: Type.Optional(text(70, 'where it happened')),
    source: text(70, 'who reports it: the carrier or its system'),
    reference: Type.Optional(text(70, "the carrier's number of the report")),
  },
  { additionalProperties: false },
)

/** What carriers report of the goods. */
export const transportEventRoutes: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/transport-events',
    {
      schema: {
        tags: ['cases'],
        summary: 'Report where the goods are',
        description:
          'The arrival of goods that were declared before it is passed on to the authority. ' +
          'A report that repeats what is known changes nothing.',
        params: caseParams,
        body: carrierReportSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'transport.report' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, report: request.body }
        return recordTransportEvent(ports.clearance, transaction, input, context)
      }),
  )
}
