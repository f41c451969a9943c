import { describe, expect, it } from 'vitest'

import { problemOf } from './problem.ts'

const place = { instance: '/v1/orders', requestId: 'req_1' }

describe('a problem', () => {
  it('says every failure in both languages', () => {
    const zh = { message: '没有订单 ord_1。', mend: '请核对编号。' }
    const english = { message: 'There is no order ord_1.', mend: 'Check the id.' }
    const problem = problemOf([{ code: 'not-found', path: '', ...english, zh }], place)
    expect(problem.failures).toEqual([{ code: 'not-found', path: '', ...english, zh }])
  })

  it('leaves out the Chinese wording of what was recorded without one', () => {
    const recorded = { code: 'conflict', path: '', message: 'It does not fit.' } as const
    expect(problemOf([recorded], place).failures).toEqual([recorded])
  })

  it('shows nothing that a failure carries beside what the interface tells of', () => {
    const failure = {
      code: 'conflict',
      path: '',
      message: 'It does not fit.',
      zh: { message: '与当前状态不符。', inner: 'kept inside' },
      line: 7,
    } as const
    const [shown] = problemOf([failure], place).failures
    expect(shown).toEqual({
      code: 'conflict',
      path: '',
      message: 'It does not fit.',
      zh: { message: '与当前状态不符。' },
    })
  })
})
