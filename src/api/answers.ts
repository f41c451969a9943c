import { Type } from 'typebox'

import { answerDocumentsRequest } from '../clearance/commands/answer-authority.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import type { ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const answerSchema = Type.Object(
  {
    controlId: Type.String({ maxLength: 70, description: 'the request that is answered' }),
    attachmentIds: Type.Array(idOf('a paper'), {
      minItems: 1,
      maxItems: 20,
      description: 'papers that were uploaded to the case before',
    }),
  },
  { additionalProperties: false },
)

/** Answers to what the authority wants to know. */
export const answerRoutes: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/answers',
    {
      schema: {
        tags: ['authority'],
        summary: 'Send papers that the authority has asked for',
        params: caseParams,
        body: answerSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'authority.answer' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const answer = { caseId: request.params.id, ...request.body }
        return answerDocumentsRequest(ports.clearance, transaction, answer, context)
      }),
  )
}
