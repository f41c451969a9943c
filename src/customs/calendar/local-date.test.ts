import { describe, expect, it } from 'vitest'
import { dayAfter, isInForce, isLocalDate, localDate, monthsLater } from './local-date.ts'

describe('a calendar day', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '2026-12-31'])('takes %s', (text) => {
    expect(isLocalDate(text)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '260101',
  ])('refuses %s', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => localDate(text)).toThrow(TypeError)
  })
})

describe('a window of validity', () => {
  const window = { from: localDate('2026-09-01'), until: localDate('2026-10-01') }

  it('holds its first day and not the day on which it ends', () => {
    expect(isInForce(window, localDate('2026-08-31'))).toBe(false)
    expect(isInForce(window, localDate('2026-09-01'))).toBe(true)
    expect(isInForce(window, localDate('2026-09-30'))).toBe(true)
    expect(isInForce(window, localDate('2026-10-01'))).toBe(false)
  })

  it('has no end where none is set', () => {
    expect(isInForce({ from: window.from }, localDate('2099-01-01'))).toBe(true)
  })
})

describe('some months later', () => {
  it.each([
    ['2026-09-01', 12, '2027-09-01'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-02-28', 12, '2028-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(monthsLater(localDate(date), months)).toBe(later)
  })
})

describe('the next day', () => {
  it.each([
    ['2026-09-01', '2026-09-02'],
    ['2024-02-28', '2024-02-29'],
    ['2026-02-28', '2026-03-01'],
    ['2030-12-31', '2031-01-01'],
  ])('of %s is %s', (date, next) => {
    expect(dayAfter(localDate(date))).toBe(next)
  })
})
