import { Type } from 'typebox'

import { declareCase } from '../clearance/commands/declare-case.ts'
import { prepareCase } from '../clearance/commands/prepare-case.ts'
import { reopenCase, stopCase, stoppedByStaff } from '../clearance/commands/stop-case.ts'
import {
  importAdditionalTypes,
  isOfArrivedGoods,
  isSimplified,
} from '../customs/declaration/declaration-type.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const reasonSchema = Type.Object(
  { reason: text(512, 'why, for those who read the record') },
  { additionalProperties: false },
)

const declareSchema = Type.Object(
  {
    additionalType: Type.Optional(
      oneOf(
        importAdditionalTypes,
        'D: lodged before the goods arrive; A: they have arrived; F and C: the same, simplified ' +
          'under the authorisation of the business. Before arrival unless stated, and simplified ' +
          'where the order wants it',
      ),
    ),
  },
  { additionalProperties: false },
)

const tags = ['cases']

const prepare: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/prepare',
    {
      schema: {
        tags,
        summary: 'Prepare a case anew',
        description: 'Decides lane and parties, quotes, makes out the papers and checks the whole.',
        params: caseParams,
        response: { 200: caseSchema },
      },
      config: { admit: 'cases.prepare' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) =>
        prepareCase(ports.clearance, transaction, { caseId: request.params.id }, context),
      ),
  )
}

const declare: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/declare',
    {
      schema: {
        tags,
        summary: 'Declare a case that is ready',
        params: caseParams,
        body: declareSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'cases.declare' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const { additionalType: type } = request.body
        const stated = type && {
          hasArrived: isOfArrivedGoods(type),
          simplified: isSimplified(type),
        }
        const input = { caseId: request.params.id, ...stated }
        return declareCase(ports.clearance, transaction, input, context)
      }),
  )
}

const stop: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/stop',
    {
      schema: {
        tags,
        summary: 'Stop a case that has not been declared',
        params: caseParams,
        body: reasonSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'cases.stop' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, reasons: [stoppedByStaff(request.body.reason)] }
        return stopCase(ports.clearance, transaction, input, context)
      }),
  )
}

const reopen: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/reopen',
    {
      schema: {
        tags,
        summary: 'Take a stopped case up again',
        params: caseParams,
        body: reasonSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'cases.reopen' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, reason: request.body.reason }
        return reopenCase(ports.clearance, transaction, input, context)
      }),
  )
}

/** The steps of a case that a person decides. */
export const caseStepRoutes = together(prepare, declare, stop, reopen)
