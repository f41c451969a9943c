import { expect, test } from 'vitest'
import { saleTo, sourcesFor } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import type { Failure } from '../result.ts'
import { namingTooMany, withFewChoices } from './with-few-choices.ts'

const sources = sourcesFor('EU', {
  declarableBelow: (code) => ({
    areAll: true,
    codes: ['10', '50', '90'].map((end) => ({ commodityCode: code + end, description: {} })),
  }),
})
const on = localDate('2026-09-01')
const few = (codesMax: number) => ({ codesMax, days: 65 })

test('more codes below a short one than are tried are none, so that the sale is refused', () => {
  expect(withFewChoices(sources, few(3)).declarableBelow('61091000', on).codes).toHaveLength(3)
  expect(withFewChoices(sources, few(2)).declarableBelow('61091000', on).codes).toHaveLength(0)
})

test('the refusal says how many there are and how many are tried, in both languages', () => {
  const lines = [{ price: '1', commodityCode: '61091000' }]
  const onDay = { on, sources, sale: saleTo({ to: 'DE', currency: 'EUR', lines }) }
  const refusal: Failure = {
    ...{ message: '', mend: 'Choose.', zh: { message: '', mend: '请选择。' } },
    path: '/lines/0/commodityCode',
    code: 'commodity-code-not-declarable',
  }
  const named = namingTooMany(refusal, onDay, few(2))
  expect(named.mend).toMatch(/^Choose\. Below 61091000 there are 3 codes; on the 65 days .* 2 are/)
  expect(named.zh?.mend).toMatch(/^请选择。61091000 之下有3个编码；.*65天中，最多比较2个。/)
  expect(namingTooMany(refusal, onDay, few(3))).toBe(refusal)
  const other: Failure = { ...refusal, code: 'fact-missing' }
  expect(namingTooMany(other, onDay, few(2))).toBe(other)
})
