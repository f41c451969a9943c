import { Big } from 'big.js'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { isInForce, localDate } from '../../src/customs/calendar/local-date.ts'
import type { ChargeRule } from '../../src/customs/destination/charge-rule.ts'
import type { Destination } from '../../src/customs/destination/destination.ts'
import { readDestination } from '../../src/customs/destination/read-destination.ts'
import { validityOf } from '../../src/customs/tariff/dated-rule.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

const title = hasSharedMaterial
  ? 'The figures of destinations'
  : `The figures of destinations: ${sharedMaterialAbsent}`

/** The standard rates of one country in the public data set, as JSON numbers. */
interface RatesOfCountry {
  readonly effective_from: string
  readonly rates: { readonly standard: number }
}

/** A worked figure of American fees. */
interface FeeFigure {
  readonly id: string
  readonly input: {
    readonly entered_value_usd?: string
    readonly mode?: string
    readonly fees?: Readonly<Record<string, string>>
  }
  readonly expected: { readonly mpf?: string; readonly hmf?: string }
}

describe.skipIf(!hasSharedMaterial)(title, () => {
  it('have the standard rate of VAT of each member of the Union on every day of change', () => {
    const { items: published } = sharedJson('data', 'rates', 'ibericode_vat-rates.json') as {
      items: Record<string, readonly RatesOfCountry[]>
    }
    const { members = [], taxRates } = shipped('eu')
    expect(members).toHaveLength(27)
    for (const member of members) {
      for (const day of ['2024-01-01', '2024-09-01', '2025-01-01', '2025-07-01', '2025-08-01']) {
        const ours = taxRates.find(
          (rate) =>
            rate.member === member &&
            rate.goods === undefined &&
            isInForce(validityOf(rate), localDate(day)),
        )
        const theirs = (published[member] ?? [])
          .filter(({ effective_from: from }) => from <= day)
          .toSorted((one, other) => (one.effective_from < other.effective_from ? 1 : -1))[0]
        expect(ours?.percent, `${member} on ${day}`).toBe(String(theirs?.rates.standard))
      }
    }
  })

  const figures = hasSharedMaterial ? feeFigures() : []

  it.each(figures)('give the American fees of $id', ({ input, expected }) => {
    const { entered_value_usd: value = '0', mode } = input
    expect(feeOn(value, 'merchandise-processing-fee')).toBe(expected.mpf)
    if (expected.hmf !== undefined && mode === 'ocean') {
      expect(feeOn(value, 'harbor-maintenance-fee')).toBe(expected.hmf)
    }
  })
})

/** A fee of the general regime in the fiscal year of the figures. */
function feeOn(value: string, id: string): string {
  const day = localDate('2026-11-22')
  const rule = shipped('us')
    .regimes.at(-1)
    ?.charges.find(
      (charge) => charge.id === id && isInForce(validityOf({ validFrom: day, ...charge }), day),
    )
  return amountOf(rule, value)
}

function amountOf(rule: ChargeRule | undefined, value: string): string {
  if (rule?.rate.from !== 'percent') throw new Error('the fee is no percentage')
  const { percent, minimum, maximum } = rule.rate
  const amount = new Big(value).times(percent).times('0.01')
  if (minimum && amount.lt(minimum.amount)) return new Big(minimum.amount).toFixed(2)
  if (maximum && amount.gt(maximum.amount)) return new Big(maximum.amount).toFixed(2)
  return amount.toFixed(2)
}

function feeFigures(): readonly FeeFigure[] {
  const { us } = sharedJson('vectors', 'duty', 'other-countries_part.json') as {
    us: readonly FeeFigure[]
  }
  return us.filter(({ id }) => id.startsWith('us-fees-'))
}

function sharedJson(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(sharedPath(...path), 'utf8'))
}

function shipped(code: string): Destination {
  const file = new URL(`../../data/destinations/${code}.json`, import.meta.url)
  const read = readDestination(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.ok) throw new Error(read.failures[0].message)
  return read.value
}
