import type { Failure } from '../../customs/result.ts'

/** Why a case cannot show its declaration. */
export const noDeclarationYet: Failure = {
  code: 'not-found',
  path: '',
  message: 'Lane, parties and charges have to be decided before there is a declaration.',
  mend: 'Read the open points of the case for what stands in the way.',
  zh: {
    message: '须先确定通关通道、各方当事人和税费，才能生成报关单。',
    mend: '请查看本案的待办事项，了解存在哪些障碍。',
  },
}
