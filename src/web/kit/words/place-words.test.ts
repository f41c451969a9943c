import { expect, test } from 'vitest'

import { failureText } from './failure-text.ts'
import { placeName } from './place-words.ts'

test('a place of a request has a name for people, counted as they count', () => {
  expect(placeName('/lines/0/grossWeightKg')).toEqual({
    en: 'Goods 1, gross weight',
    zh: '商品 1：毛重',
  })
  expect(placeName('/amount/amount')).toEqual({ en: 'Amount', zh: '金额' })
})

test('a place without a name for each of its steps has none', () => {
  expect(placeName('/lines/0/flux')).toBeUndefined()
  expect(placeName('')).toBeUndefined()
})

test('a failure that begins with its place says it by name', () => {
  const failure = {
    path: '/packages/type',
    message: '/packages/type has not the right form.',
    mend: 'Expected is: two characters.',
    zh: { message: '/packages/type 格式不正确。', mend: '应填写：两位代码。' },
  }
  expect(failureText(failure, 'en').message).toBe('Packages, kind has not the right form.')
  expect(failureText(failure, 'zh').message).toBe('包装：种类 格式不正确。')
})
