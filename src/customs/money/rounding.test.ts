import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, decimalFromInteger } from './decimal.ts'
import { divideAndRound, round, type Rounding } from './rounding.ts'

const rules: readonly Rounding[] = ['truncate', 'half-up', 'half-even']

/** The rule worked out once more, as a check from outside. */
function roundedQuotient(dividend: bigint, divisor: bigint, rule: Rounding): bigint {
  const quotient = dividend / divisor
  const remainder = dividend % divisor
  const twice = 2n * (remainder < 0n ? -remainder : remainder)
  const size = divisor < 0n ? -divisor : divisor
  const away = dividend < 0n !== divisor < 0n ? -1n : 1n
  const isUp =
    rule === 'half-up'
      ? twice >= size
      : rule === 'half-even' && (twice > size || (twice === size && quotient % 2n !== 0n))
  return isUp ? quotient + away : quotient
}

describe('rounding', () => {
  it.each([
    ['1.005', 'truncate', '1.00'],
    ['1.005', 'half-up', '1.01'],
    ['1.005', 'half-even', '1.00'],
    ['1.015', 'half-even', '1.02'],
    ['-1.005', 'truncate', '-1.00'],
    ['-1.005', 'half-up', '-1.01'],
    ['-0.001', 'truncate', '0.00'],
    ['7', 'half-up', '7.00'],
  ] as const)('rounds %s by %s to %s', (value, rule, expected) => {
    expect(round(decimal(value), 2, rule)).toBe(expected)
  })

  it('agrees with arithmetic in whole numbers, whatever the value and the rule', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.constantFrom(...rules),
        (thousandths, rule) => {
          const expected = decimalFromInteger(roundedQuotient(thousandths, 10n, rule), 2)
          expect(round(decimalFromInteger(thousandths, 3), 2, rule)).toBe(expected)
        },
      ),
    )
  })
})

describe('dividing once and rounding once', () => {
  it('agrees with arithmetic in whole numbers, down to the last half', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }),
        fc.bigInt({ min: 1n, max: 10n ** 7n }),
        fc.constantFrom(...rules),
        (pennies, rate, rule) => {
          // pennies ÷ (rate / 10 000), in pennies again
          const expected = roundedQuotient(pennies * 10_000n, rate, rule)
          const quotient = divideAndRound(
            decimalFromInteger(pennies, 2),
            decimalFromInteger(rate, 4),
            {
              decimals: 2,
              rounding: rule,
            },
          )
          expect(quotient).toBe(decimalFromInteger(expected, 2))
        },
      ),
      { numRuns: 500 },
    )
  })
})
