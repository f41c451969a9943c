import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isInForce, localDate } from './local-date.ts'
import { changesOfValidity, periodsBetween } from './periods-between.ts'

const days = fc
  .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => localDate(`${year}-${String(month).padStart(2, '0')}-01`))
const windows = fc
  .record({ from: days, until: fc.option(days, { nil: undefined }) })
  .map(({ from, until }) => ({ from, ...(until && { until }) }))

it('puts two days into one period only if the same windows are in force on both', () => {
  fc.assert(
    fc.property(fc.array(windows), days, days, (all, one, other) => {
      const periodOf = periodsBetween(all.flatMap(changesOfValidity))
      const inForce = (on: typeof one) => all.map((window) => isInForce(window, on))
      if (periodOf(one) === periodOf(other)) expect(inForce(one)).toEqual(inForce(other))
    }),
  )
})
