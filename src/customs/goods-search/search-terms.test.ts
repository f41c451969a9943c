import fc from 'fast-check'
import { expect, test } from 'vitest'

import { searchTerms } from './search-terms.ts'

const termsOf = (text: string) => searchTerms(text).map(({ text: term }) => term)

test('words are found in the singular and in the plural, with and without accents', () => {
  expect(termsOf('Women’s DRESSES, watches and accessories')).toEqual(
    termsOf('womens dress watch and accessory'),
  )
  expect(termsOf('décor')).toEqual(termsOf('decor'))
  expect(termsOf('glass bus')).toEqual(['glass', 'bus'])
})

test('a word with a hyphen is found with it, without it and by its parts', () => {
  expect(termsOf('T-shirt')).toEqual(['tshirt', 'shirt'])
})

test('Chinese is found by each two signs that stand together, also with a letter before them', () => {
  expect(termsOf('棉T恤衫')).toEqual(['棉', 't', '恤', '衫', 't恤', '恤衫'])
  expect(termsOf('ＵＳＢ充电器')).toContain('usb')
})

test('no text breaks the terms', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(termsOf(text).every((term) => term.length > 0)).toBe(true)
    }),
  )
})
