import { expect, it } from 'vitest'

import { mainStateZh } from '../../../clearance/life-cycle/state-names.ts'
import { caseStates } from './case-states.ts'

it('pages and refusals call the states of a case the same in Chinese', () => {
  const onPages = Object.entries(caseStates).map(([state, { label }]) => [state, label.zh])
  expect(Object.fromEntries(onPages)).toEqual(mainStateZh)
})
