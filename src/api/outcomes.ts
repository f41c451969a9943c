import { Type } from 'typebox'

import { chooseOutcome } from '../clearance/commands/choose-outcome.ts'
import { requestInvalidation } from '../clearance/commands/request-invalidation.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const reason = text(512, 'why, for those who read the record')

const outcomeSchema = Type.Object(
  {
    outcome: oneOf(
      ['returned', 'destroyed', 'abandoned', 'restored', 'forfeited'],
      'the first three follow a refusal, the last two a seizure',
    ),
    reason,
  },
  { additionalProperties: false },
)

const invalidationSchema = Type.Object(
  {
    reason: oneOf(
      ['no-longer-required', 'duplicate', 'other'],
      'which ground the authority is given',
    ),
    explanation: text(512, 'why, in words for the authority'),
  },
  { additionalProperties: false },
)

const tags = ['authority']

const recordOutcome: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/outcome',
    {
      schema: {
        tags,
        summary: 'Record what becomes of refused or seized goods',
        params: caseParams,
        body: outcomeSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'outcomes.decide' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, ...request.body }
        return chooseOutcome(ports.clearance, transaction, input, context)
      }),
  )
}

const invalidate: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/invalidation',
    {
      schema: {
        tags,
        summary: 'Ask the authority to invalidate the declaration',
        params: caseParams,
        body: invalidationSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'declarations.invalidate' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, ...request.body }
        return requestInvalidation(ports.clearance, transaction, input, context)
      }),
  )
}

const invalidateSupplementary: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/supplementary-declaration/invalidation',
    {
      schema: {
        tags,
        summary: 'Ask the authority to invalidate the supplementary declaration',
        description:
          'From its acceptance until it is cleared. Another one is owed once it is granted.',
        params: caseParams,
        body: invalidationSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'declarations.invalidate' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const about = 'supplementary' as const
        const input = { caseId: request.params.id, ...request.body, about }
        return requestInvalidation(ports.clearance, transaction, input, context)
      }),
  )
}

/** The ways out of a clearance that does not end with release. */
export const outcomeRoutes = together(recordOutcome, invalidate, invalidateSupplementary)
