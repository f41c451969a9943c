import { expect, test } from 'vitest'

import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import { replay } from '../../clearance/evolve.ts'
import { nextActionOf } from './next-action.ts'

test('a question is answered where answers in words are taken, the open one first', () => {
  const state = replay(
    recorded([
      ...lodgedCaseEvents('LRN-1'),
      { type: 'declaration-accepted', data: { mrn: '26GB1' } },
    ]),
  )
  const questions = [
    { questionId: 'q 1', state: 'answered', text: 'What?', answer: 'Shoes.' },
    { questionId: 'q/2', state: 'asked', text: 'Of leather?' },
  ] as const
  expect(nextActionOf({ ...state, questions })).toMatchObject({
    waitingFor: 'an-answer',
    at: `/v1/cases/${state.caseId}/questions/q%2F2/answer`,
  })
})
