import { Type } from 'typebox'

import { answerQuestion } from '../clearance/commands/answer-question.ts'
import { text } from '../customs/order/schema.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import type { ApiRoutes } from './http/route.ts'
import { caseSchema } from './views/case-view.ts'
import { caseParams } from './views/case-path.ts'

const questionParams = Type.Object({ ...caseParams.properties, questionId: Type.String() })

const answerSchema = Type.Object(
  { text: text(4_000, 'the answer, in words for the authority') },
  { additionalProperties: false },
)

/** Answers in words to questions of the authority. */
export const questionAnswerRoutes: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/questions/:questionId/answer',
    {
      schema: {
        tags: ['authority'],
        summary: 'Answer a question of the authority',
        params: questionParams,
        body: answerSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'authority.answer' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const { id: caseId, questionId } = request.params
        const answer = { caseId, questionId, text: request.body.text }
        return answerQuestion(ports.clearance, transaction, answer, context)
      }),
  )
}
