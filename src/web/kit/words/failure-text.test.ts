import { describe, expect, it } from 'vitest'

import { failureText } from './failure-text.ts'

describe('a failure in the language of its reader', () => {
  const english = { message: 'There is no order ord_1.', mend: 'Check the id.' }
  const zh = { message: '没有订单 ord_1。', mend: '请核对编号。' }

  it('speaks English to English readers', () => {
    expect(failureText({ ...english, zh }, 'en')).toEqual(english)
  })

  it('speaks Chinese to Chinese readers', () => {
    expect(failureText({ ...english, zh }, 'zh')).toEqual(zh)
  })

  it('is marked as English for Chinese readers where it has no Chinese wording', () => {
    expect(failureText(english, 'zh')).toEqual({ ...english, lang: 'en-GB' })
  })

  it('does not mend in English what has no mend in Chinese', () => {
    const { message } = zh
    expect(failureText({ ...english, zh: { message } }, 'zh')).toEqual({ message })
  })
})
