import { expect, test } from 'vitest'

import { formatsOf } from './formats.ts'

const en = formatsOf('en')
const zh = formatsOf('zh')

test('writes an amount with the decimals of its coins, and with more where it has more', () => {
  expect(en.money({ amount: '260.4', currency: 'GBP' })).toBe('£260.40')
  expect(en.money({ amount: '6.9504', currency: 'GBP' })).toBe('£6.9504')
  expect(en.money({ amount: '1234.50', currency: 'GBP' })).toBe('£1,234.50')
  expect(en.money({ amount: '1200', currency: 'JPY' })).toMatch(/1,200$/)
  expect(zh.money({ amount: '1234.50', currency: 'CNY' })).toBe('¥1,234.50')
})

test('keeps every digit of an amount that no floating number could hold', () => {
  expect(en.money({ amount: '12345678901234567.89', currency: 'GBP' })).toBe(
    '£12,345,678,901,234,567.89',
  )
})

test('writes numbers and percentages without rounding them', () => {
  expect(en.number('1234.567')).toBe('1,234.567')
  expect(en.percent('2.5')).toBe('2.5%')
})

test('tells how long ago in the largest unit that says something', () => {
  const now = Date.parse('2026-09-01T12:00:00Z')
  expect(en.ago('2026-09-01T09:00:00Z', now)).toBe('3 hours ago')
  expect(zh.ago('2026-09-01T09:00:00Z', now)).toBe('3小时前')
  expect(en.ago('2026-08-28T12:00:00Z', now)).toBe('4 days ago')
})

test('writes a plain date as that day in every time zone', () => {
  expect(en.day('2026-09-01')).toBe('1 Sept 2026')
  expect(zh.day('2026-09-01')).toBe('2026年9月1日')
})
