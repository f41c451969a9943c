import { describe, expect, test } from 'vitest'

import { searchTermsOf, searchWordsOf } from './search-terms.ts'

describe('the words by which a case is found', () => {
  test('are those of a text, whatever their case, width and signs', () => {
    expect(searchTermsOf(['Ｔea-POT (blue), 2 pcs'])).toEqual(['tea', 'pot', 'blue', '2', 'pcs'])
    expect(searchWordsOf('ORDER-0007')).toEqual(['order', '0007'])
  })

  test('begin at every character where a script has no spaces', () => {
    expect(searchTermsOf(['陶瓷杯 red'])).toEqual(['陶瓷杯', '瓷杯', '杯', 'red'])
    expect(searchWordsOf('瓷杯')).toEqual(['瓷杯'])
  })

  test('leave out what stands for a name', () => {
    const reference = 'personal:person_0123456789abcdefghjkmnpqrs#3;'
    expect(searchTermsOf([`mug for ${reference} blue`])).toEqual(['mug', 'for', 'blue'])
  })

  test('are each there once, and cut where they are endless', () => {
    expect(searchTermsOf(['cup cup', 'x'.repeat(90)])).toEqual(['cup', 'x'.repeat(40)])
    expect(searchWordsOf('---')).toEqual([])
  })
})
