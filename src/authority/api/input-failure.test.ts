import { describe, expect, it } from 'vitest'
import { inputFailure } from './input-failure.ts'

describe('an input that has not the expected form', () => {
  it('names the field that is missing, in both languages', () => {
    const fault = {
      instancePath: '/findings/0',
      keyword: 'required',
      params: { missingProperty: 'reason' },
    }
    expect(inputFailure(fault)).toEqual({
      code: 'invalid-input',
      path: '/findings/0/reason',
      message: '/findings/0/reason is missing.',
      mend: 'State it.',
      zh: { message: '/findings/0/reason 未填写。', mend: '请填写。' },
    })
  })

  it.each([
    ['minLength', { limit: 3 }, 'is too short. Give 3 or more.', '过短。至少需要 3 个。'],
    ['maximum', { limit: 9 }, 'is too large. Use 9 or less.', '过大。不得大于 9。'],
    ['type', { type: 'integer' }, 'is no integer. Correct the value.', '类型不正确。请更正该值。'],
    [
      'enum',
      { allowedValues: ['on', 'off'] },
      'is none of the known words. Use one of: on, off.',
      '不在可选值之内。请使用以下之一：on, off。',
    ],
  ])('says what is expected where it offends against %s', (keyword, params, en, zh) => {
    const failure = inputFailure({ instancePath: '/value', keyword, params })
    expect(`${failure.message} ${failure.mend}`).toBe(`/value ${en}`)
    expect(`${failure.zh?.message}${failure.zh?.mend}`).toBe(`/value ${zh}`)
  })
})
