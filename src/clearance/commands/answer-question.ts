import { failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { nextState } from '../life-cycle/life-cycle.ts'
import { questionLifeCycle } from '../life-cycle/side-life-cycles.ts'
import { withPersonalFields } from '../personal/personal-record.ts'
import type { ClearancePorts } from '../ports.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase } from './change-case.ts'
import { sendPaper } from './send-paper.ts'

/** An answer in words to one open question of the authority. */
export interface QuestionAnswer {
  readonly caseId: string
  readonly questionId: string
  readonly text: string
}

/**
 * Answers a question of the authority. CDS has no message for an answer in words, so it is uploaded
 * as a text document of the declaration, the question repeated above it.
 */
export async function answerQuestion(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { caseId, questionId, text }: QuestionAnswer,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  return changeCase(ports, transaction, caseId, {
    context,
    decide: async (state) => {
      const question = state.questions.find((known) => known.questionId === questionId)
      const open =
        question !== undefined &&
        nextState(questionLifeCycle, question.state, 'question-answered') !== undefined
      if (!open) return nothingAsked(questionId)
      const asked = await withPersonalFields(transaction, question.text)
      const words = `Question: ${asked}\n\nAnswer: ${text}\n`
      const paper = {
        documentType: 'answer-to-question',
        fileName: `answer-${questionId}.txt`,
        mediaType: 'text/plain; charset=utf-8',
        content: Buffer.from(words, 'utf8').toString('base64'),
      }
      const messageId = await sendPaper(transaction, state, paper, context)
      return success([{ type: 'question-answered', data: { questionId, text, messageId } }])
    },
  })
}

function nothingAsked(questionId: string) {
  return failure({
    code: 'conflict',
    path: '/questionId',
    message: `The authority does not wait for an answer to ${questionId}.`,
    mend: 'Take the id of an open question from the case.',
    zh: {
      message: `海关没有在等待对 ${questionId} 的答复。`,
      mend: '请从本案中取未答复的问题的编号。',
    },
  })
}
