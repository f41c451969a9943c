import { expect, it } from 'vitest'

import { statesInChinese } from '../../../authority/life-cycle/in-chinese.ts'
import { lodgementStates } from '../../../authority/life-cycle/lodgement-state.ts'
import { stateWords } from './states.ts'

it('a state has the same Chinese name on the desk and in what the office refuses', () => {
  const shown = lodgementStates.map((state) => [state, stateWords[state].zh])
  expect(Object.fromEntries(shown)).toEqual(statesInChinese)
})
