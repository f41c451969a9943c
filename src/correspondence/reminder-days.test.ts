import { expect, it } from 'vitest'

import { localDate } from '../customs/calendar/local-date.ts'
import { nextReminder } from './reminder-days.ts'

const due = { awaits: 'trader', answerDueOn: localDate('2026-09-20') } as const
const next = (after: string, answer: Parameters<typeof nextReminder>[0] = due) =>
  nextReminder(answer, localDate(after))

it('reminds a week before, the day before, on the day, the day after and a week later', () => {
  const days = ['2026-09-01', '2026-09-13', '2026-09-19', '2026-09-20', '2026-09-21', '2026-09-27']
  expect(days.map((day) => next(day))).toEqual([
    ...['2026-09-13', '2026-09-19', '2026-09-20', '2026-09-21', '2026-09-27', null],
  ])
})

it('leaves out what is past when the answer is wanted soon', () => {
  expect(next('2026-09-18')).toBe('2026-09-19')
})

it('leaves the office its day to its end, and nobody where nobody is waited for', () => {
  expect(next('2026-09-01', { ...due, awaits: 'office' })).toBe('2026-09-21')
  expect(next('2026-09-21', { ...due, awaits: 'office' })).toBeNull()
  expect(next('2026-09-01', { ...due, awaits: null })).toBeNull()
  expect(next('2026-09-01', { awaits: 'trader', answerDueOn: null })).toBeNull()
})
