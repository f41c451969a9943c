import { Type } from 'typebox'

import { amendedGoodsSchema } from '../clearance/commands/amended-goods.ts'
import { requestAmendment } from '../clearance/commands/request-amendment.ts'
import { text } from '../customs/order/schema.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import { expectedVersion } from './http/entity-tag.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const amendmentSchema = Type.Object(
  {
    goods: amendedGoodsSchema,
    explanation: text(512, 'why, in words for the authority'),
  },
  { additionalProperties: false },
)

const requestAmendmentRoute: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/amendments',
    {
      schema: {
        tags: ['authority'],
        summary: 'Ask the authority to amend the declaration',
        description:
          'States the goods data as they should have been declared, number and price of the pieces ' +
          'among them; what is absent stays. The case is ' +
          'decided, quoted and checked on them at once, and becomes that when the authority grants it. ' +
          'If-Match takes the ETag of the goods data.',
        params: caseParams,
        body: amendmentSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'declarations.amend' },
    },
    (request, reply) => {
      const version = expectedVersion(request)
      return changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const { goods, explanation } = request.body
        const input = { caseId: request.params.id, goods, explanation, version }
        return requestAmendment(ports.clearance, transaction, input, context)
      })
    },
  )
}

const requestSupplementaryAmendment: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/supplementary-declaration/amendments',
    {
      schema: {
        tags: ['authority'],
        summary: 'Ask the authority to amend the supplementary declaration',
        description:
          'As for the first declaration, from its acceptance until it is cleared. If-Match takes the ' +
          'ETag of the goods data.',
        params: caseParams,
        body: amendmentSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'declarations.amend' },
    },
    (request, reply) => {
      const version = expectedVersion(request)
      return changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const { goods, explanation } = request.body
        const asked = { caseId: request.params.id, goods, explanation, version }
        const input = { ...asked, about: 'supplementary' as const }
        return requestAmendment(ports.clearance, transaction, input, context)
      })
    },
  )
}

/** What can be changed of declarations that the authority has. */
export const amendmentRoutes = together(requestAmendmentRoute, requestSupplementaryAmendment)
