import { Type } from 'typebox'

import { reopenCase, stopCase } from '../clearance/commands/stop-case.ts'
import { text } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import type { ApiRoutes } from './http/route.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const reasonSchema = Type.Object(
  { reason: text(512, 'why, for those who read the record') },
  { additionalProperties: false },
)

const tags = ['cases']

/** The steps of a case that a person decides. */
export const caseStepRoutes: ApiRoutes = (server, ports) => {
  const { clearance } = ports

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
        const input = { caseId: request.params.id, reasons: [stopped(request.body.reason)] }
        return stopCase(clearance, transaction, input, context)
      }),
  )

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
        return reopenCase(clearance, transaction, input, context)
      }),
  )
}

function stopped(reason: string): Failure {
  return { code: 'stopped-by-staff', path: '', message: reason, mend: 'Reopen the case.' }
}
