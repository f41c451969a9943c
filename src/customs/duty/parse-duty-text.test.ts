import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { measurementUnits } from '../../../test/gb-reference-data.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { DutyExpression, DutyRate, DutyTerm } from './duty-expression.ts'
import { dutyText } from './duty-text.ts'
import { parseDutyText } from './parse-duty-text.ts'

const units = measurementUnits()
const signs = { units, currencies: new Set(['GBP', 'EUR', 'USD']) }

const decimals = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n - 1n }), fc.stringMatching(/^(\.\d{1,18})?$/))
  .map(([whole, fraction]) => `${whole}${fraction}` as DecimalText)

const symbols = new Set([...units.values()].map(({ symbol }) => symbol))

/** Counts that together with the unit do not spell the name of another unit, as `100` of `kg` would. */
const counted = fc
  .record({
    perUnits: fc.constantFrom('1', '2', '100', '12.5').map((count) => count as DecimalText),
    unit: fc.constantFrom(...units.keys()),
  })
  .filter(({ perUnits, unit }) => {
    return perUnits === '1' || !symbols.has(`${perUnits} ${units.get(unit)!.symbol}`)
  })

const rates: fc.Arbitrary<DutyRate> = fc.oneof(
  decimals.map((percent) => ({ kind: 'ad-valorem', percent }) as const),
  decimals.map((percent) => ({ kind: 'retail-price', percent }) as const),
  decimals.map((factor) => ({ kind: 'small-producers-relief', factor }) as const),
  fc
    .record({ amount: decimals, currency: fc.constantFrom('GBP', 'EUR', 'USD'), counted })
    .map((rate) => ({
      kind: 'specific' as const,
      ...{ amount: rate.amount, currency: rate.currency },
      ...rate.counted,
    })),
  fc
    .constantFrom('EA', 'EAR', 'ADSZ', 'ADSZR', 'ADFM', 'ADFMR')
    .map((component) => ({ kind: 'agricultural', component }) as const),
  fc.constantFrom(...units.keys()).map((unit) => ({ kind: 'supplementary-unit', unit }) as const),
)

const laterTerms: fc.Arbitrary<DutyTerm> = fc
  .tuple(rates, fc.constantFrom(undefined, 'subtract', 'minimum', 'maximum'))
  .map(([rate, operator]) => (operator === undefined ? rate : { ...rate, operator }))

const expressions: fc.Arbitrary<DutyExpression> = fc.oneof(
  fc.constant([]),
  fc
    .tuple(rates, fc.array(laterTerms, { maxLength: 5 }))
    .map(([first, later]) => [first, ...later]),
  fc
    .tuple(rates, fc.array(laterTerms, { minLength: 1, maxLength: 5 }))
    .map(([first, later]) => [{ ...first, operator: 'subtract' as const }, ...later]),
)

describe('the text of a duty', () => {
  it('is read as the duty that prints it', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const read = parseDutyText(dutyText(expression, units), signs, '')
        expect(read).toEqual({ ok: true, value: expression })
      }),
    )
  })

  it('may name a unit by its code, have any spaces, and say Free as it likes', () => {
    const printed = parseDutyText('8% + 21 GBP/100 kg', signs, '')
    expect(parseDutyText(' 8 %  + 21 GBP / DTN ', signs, '')).toEqual(printed)
    expect(printed).toMatchObject({
      value: [
        { kind: 'ad-valorem', percent: '8' },
        { kind: 'specific', amount: '21', currency: 'GBP', perUnits: '1', unit: 'DTN' },
      ],
    })
    expect(parseDutyText('FREE', signs, '')).toEqual({ ok: true, value: [] })
  })

  it('bounds by the terms that follow, in their order', () => {
    expect(parseDutyText('10% MIN 22 GBP/100 kg MAX 24 GBP/100 kg', signs, '')).toMatchObject({
      value: [{}, { operator: 'minimum', amount: '22' }, { operator: 'maximum', amount: '24' }],
    })
  })

  it.each([
    ['', 'invalid-input', 'No duty is stated'],
    ['0.12', 'invalid-input', 'a spreadsheet turns 12% into 0.12'],
    ['12,5%', 'invalid-input', '“12,5%” is no rate'],
    ['5 GBP/pound', 'invalid-input', 'counts in “pound”'],
    ['5 GBP/0 kg', 'invalid-input', 'counts in “0 kg”'],
    ['5 XXQ/kg', 'unknown-currency', 'the currency XXQ'],
    ['8% + 21', 'invalid-input', '“21” is neither'],
    ['8% PLUS 2%', 'invalid-input', '“8% PLUS 2%” is no rate'],
    ['MIN 2%', 'invalid-input', '“MIN 2%” is no rate'],
    ['8% +', 'invalid-input', 'is no rate'],
    ['-8%', 'invalid-input', 'deducts from nothing'],
    ['8% + -2%', 'invalid-input', '“-2%” is no rate'],
    ['1e3%', 'invalid-input', '“1e3%” is no rate'],
    ['supplementary unit dozen', 'invalid-input', 'counts in “dozen”'],
    ['free of charge', 'invalid-input', 'is no rate'],
  ])('%j is refused: it is not guessed at', (text, code, words) => {
    const read = parseDutyText(text, signs, '/rate')
    expect(read).toMatchObject({ ok: false, failures: [{ code, path: '/rate' }] })
    if (!read.ok) {
      expect(read.failures[0].message).toContain(words)
      expect(read.failures[0].zh?.message).toBeTruthy()
    }
  })

  it('names every term that is not understood', () => {
    const read = parseDutyText('abc + 5% + 7 GBP/xy', signs, '')
    expect(read.ok ? [] : read.failures.map(({ message }) => message)).toEqual([
      '“abc” is no rate of duty.',
      '“7 GBP/xy” counts in “xy”, which is no known unit of measurement.',
    ])
  })
})

describe('the units of measurement', () => {
  it('have a symbol each, so that a printed duty means one thing', () => {
    expect(symbols.size).toBe(units.size)
  })
})
