import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { decimal, padDecimals } from '../money/decimal.ts'
import { lowValueThresholdOn, readThresholds, taxLineRoundingOn } from '../tariff/thresholds.ts'
import { readDestination } from './read-destination.ts'

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'))

const value = <T>(read: { ok: true; value: T } | { ok: false }): T => {
  if (!read.ok) throw new Error('the shipped file cannot be read')
  return read.value
}

const destination = value(readDestination(readJson('destinations/gb.json')))
const thresholds = value(readThresholds(readJson('gb/thresholds.json')))

/** The greatest amount that a regime takes in. */
function limitOf(regimeId: string): string | undefined {
  const regime = destination.regimes.find(({ id }) => id === regimeId)
  const limit = regime?.when.find((condition) => condition.fact === 'value')
  return limit?.fact === 'value' ? limit.atMost?.amount : undefined
}

function codesOf(groupId: string): readonly string[] {
  return destination.goodsGroups.find(({ id }) => id === groupId)?.codes ?? []
}

describe.each(['2024-01-01', '2025-04-06', '2026-12-31'])(
  'Great Britain as a destination says the same as the data of its declarations on %s',
  (day) => {
    const on = localDate(day)

    test('the limit for low value and the goods that it leaves out', () => {
      const threshold = lowValueThresholdOn(thresholds, on)
      expect(padDecimals(decimal(limitOf('low-value') ?? '0'), 2)).toBe(threshold?.limit.amount)
      expect(limitOf('low-value-vat-at-sale')).toBe(limitOf('low-value'))
      const excluded = threshold?.excludedCodes.toSorted()
      expect(codesOf('outside-low-value-relief').toSorted()).toEqual(excluded)
    })

    test('the rounding of tax lines', () => {
      expect(taxLineRoundingOn(thresholds, on)).toEqual({ rule: 'truncate', decimals: 2 })
      expect(destination.rounding).toMatchObject([{ rule: 'truncate', to: '0.01' }])
    })
  },
)

test('Great Britain as a destination has the limit for gifts and the rates of VAT of its declarations', () => {
  const { thresholds: limits } = readJson('gb/thresholds.json') as {
    thresholds: readonly { id: string; amount: string }[]
  }
  const { rates } = readJson('gb/vat.json') as { rates: readonly { id: string; percent: string }[] }
  expect(limitOf('gift')).toBe(limits.find(({ id }) => id === 'gift')?.amount)
  for (const { name, percent } of destination.taxRates) {
    expect(percent).toBe(rates.find(({ id }) => id === name)?.percent)
  }
})
