import { expect, test } from 'vitest'

import { countriesIn, countryCodeOf } from './countries.ts'

test.each([
  ['China', 'CN'],
  [' united kingdom ', 'GB'],
  ['中国', 'CN'],
  ['gb', 'GB'],
  ['UK', 'GB'],
])('%j means %s', (typed, code) => {
  expect(countryCodeOf(typed)).toBe(code)
})

test('what is no country stays what it is', () => {
  expect(countryCodeOf('Chin')).toBeUndefined()
  expect(countryCodeOf('')).toBeUndefined()
})

test('countries are named in the language of the reader, without groups and former states', () => {
  const codes = countriesIn('zh').map(({ code }) => code)
  expect(codes).toContain('JP')
  expect(codes).not.toContain('EU')
  expect(codes).not.toContain('SU')
  expect(countriesIn('zh').find(({ code }) => code === 'JP')?.name).toBe('日本')
})
