import { describe, expect, it } from 'vitest'
import { uncoveredCharacters } from './uncovered-characters.ts'

describe('uncoveredCharacters', () => {
  it('finds nothing in texts that the faces together cover', () => {
    const texts = ['Łódź', 'Αθήνα', 'Київ', '東京都', 'ひらがな', 'Đà Nẵng', 'Ţăndărei', '深圳 Ł']
    expect(uncoveredCharacters({ texts, quantity: 3, absent: undefined })).toEqual([])
  })

  it('names place and characters of a text that cannot be printed', () => {
    const document = { data: { buyer: { name: '김 Kim' }, lines: [{ description: 'gift 🎁🎁' }] } }
    expect(uncoveredCharacters(document)).toMatchObject([
      {
        code: 'not-covered',
        path: '/data/buyer/name',
        message: 'The papers cannot print 김 (U+AE40).',
      },
      {
        code: 'not-covered',
        path: '/data/lines/0/description',
        message: 'The papers cannot print 🎁 (U+1F381).',
      },
    ])
  })
})
