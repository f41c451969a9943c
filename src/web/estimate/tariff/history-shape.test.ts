import { expect, test } from 'vitest'

import { historyShape } from './history-shape.ts'

const rated = (from: string, until: string, percent?: string) => ({
  ...{ from, until },
  rates: {
    options: [{ kind: 'third-country', needs: [], duties: [], ...(percent && { percent }) }],
  },
})

const periods = [
  rated('2024-01-01', '2025-01-01', '0'),
  rated('2025-01-01', '2026-01-01', '27.5'),
  rated('2026-01-01', '2027-01-01'),
] as never

test('periods follow one another over the whole width', () => {
  const shape = historyShape(periods)
  const ends = shape.periods.map(({ x, width }) => x + width)
  expect(shape.periods[0]!.x).toBe(0)
  expect(ends.at(-1)).toBe(1)
  expect(shape.periods.slice(1).map(({ x }) => x)).toEqual(ends.slice(0, -1))
  expect(shape.years.map(({ year }) => year)).toEqual(['2024', '2025', '2026'])
})

test('steps are as high as their percentages below a round number, and only percentages are steps', () => {
  const shape = historyShape(periods)
  expect(shape.topPercent).toBe(50)
  expect(shape.periods.map(({ height }) => height)).toEqual([0, 0.55, undefined])
})

test('numbers of steps that follow within weeks stand above one another', () => {
  const days = ['2024-01-01', '2025-04-05', '2025-04-09', '2025-04-10', '2026-01-01', '2027-01-01']
  const close = days.slice(1).map((until, index) => rated(days[index]!, until, '1'))
  const { periods: drawn } = historyShape(close as never)
  expect(drawn.map(({ numberRow }) => numberRow)).toEqual([0, 0, 1, 2, 0])
})

test('a history without days draws nothing', () => {
  expect(historyShape([])).toMatchObject({ periods: [], topPercent: 5 })
})
