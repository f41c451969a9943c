import { expect, test } from 'vitest'
import { sourcesFor } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import type { Failure } from '../result.ts'
import { namingFewChoices, withFewChoices } from './with-few-choices.ts'

const sources = sourcesFor('EU', {
  declarableBelow: (code) => ({
    areAll: true,
    codes: ['10', '50', '90'].map((end) => ({ commodityCode: code + end, description: {} })),
  }),
})
const on = localDate('2026-09-01')

test('more codes below a short one than are tried are none, so that the sale is refused', () => {
  expect(withFewChoices(sources, 3).declarableBelow('61091000', on).codes).toHaveLength(3)
  expect(withFewChoices(sources, 2).declarableBelow('61091000', on).codes).toHaveLength(0)
})

test('the refusal says how many are tried, in both languages; another is as it was', () => {
  const refusal: Failure = {
    ...{ path: '', message: '', mend: 'Choose.', zh: { message: '', mend: '请选择。' } },
    code: 'commodity-code-not-declarable',
  }
  const named = namingFewChoices(refusal, 24)
  expect(named.mend).toMatch(/^Choose\. .*24 codes/)
  expect(named.zh?.mend).toMatch(/^请选择。.*24个编码/)
  const other: Failure = { ...refusal, code: 'fact-missing' }
  expect(namingFewChoices(other, 24)).toBe(other)
})
