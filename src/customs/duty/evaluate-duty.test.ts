import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measurementUnits } from '../../../test/gb-reference-data.ts'
import {
  addDecimals,
  compareDecimals,
  decimal,
  decimalFromInteger,
  type DecimalText,
  multiplyDecimals,
} from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { DutyExpression, DutyTerm, SpecificRate, TermOperator } from './duty-expression.ts'
import { type DutyFacts, evaluateDuty } from './evaluate-duty.ts'

const units = measurementUnits()
const percent = (text: string, operator?: TermOperator): DutyTerm => ({
  ...{ kind: 'ad-valorem', percent: decimal(text) },
  ...(operator && { operator }),
})
const perUnit = (
  amount: string,
  unit: string,
  change: Partial<DutyTerm & SpecificRate> = {},
): DutyTerm => ({
  ...{ kind: 'specific', amount: decimal(amount), currency: 'GBP' },
  ...{ perUnits: decimal('1'), unit, ...change },
})

function facts(
  quantities: Readonly<Record<string, string>> = {},
  change: Partial<DutyFacts> = {},
): DutyFacts {
  return {
    currency: 'GBP',
    customsValue: money('1000', 'GBP'),
    quantities: new Map(
      Object.entries(quantities).map(([unit, amount]) => [unit, decimal(amount)]),
    ),
    exchangeRates: [],
    units,
    ...change,
  }
}

function dutyOf(expression: DutyExpression, known: DutyFacts): string {
  const evaluation = evaluateDuty(expression, known)
  if (!evaluation.known) throw new Error(JSON.stringify(evaluation.missing))
  return evaluation.duty.amount
}

function missingOf(expression: DutyExpression, known: DutyFacts) {
  const evaluation = evaluateDuty(expression, known)
  return evaluation.known ? [] : evaluation.missing
}

describe('a duty', () => {
  it('of no terms is nothing', () => {
    expect(dutyOf([], facts())).toBe('0')
  })

  it('adds and deducts its terms', () => {
    const expression = [
      percent('8'),
      perUnit('25', 'DTN'),
      perUnit('2', 'NAR', { operator: 'subtract' }),
    ]
    expect(dutyOf(expression, facts({ KGM: '200', NAR: '3' }))).toBe('124')
  })

  it.each([
    ['a cap', [percent('9'), perUnit('10', 'DTN'), percent('24.2', 'maximum')], '240'],
    [
      'a cap with a term of its own',
      [percent('50'), percent('24.2', 'maximum'), perUnit('2', 'DTN')],
      '272',
    ],
    ['a floor', [percent('1'), perUnit('22', 'DTN', { operator: 'minimum' })], '330'],
    [
      'a floor above the cap that stands before it, because the last bound decides last',
      [percent('9'), percent('5', 'maximum'), percent('7', 'minimum')],
      '70',
    ],
  ] as const)('is kept within %s', (_, expression, duty) => {
    expect(dutyOf(expression, facts({ KGM: '1500' }))).toBe(duty)
  })

  it('in another currency is converted at the given rate, and only in its direction', () => {
    const expression = [perUnit('35.10', 'DTN', { currency: 'EUR' })]
    const rate = { from: 'EUR', to: 'GBP', rate: decimal('0.8571') }
    const known = facts({ DTN: '100' }, { exchangeRates: [rate] })
    expect(dutyOf(expression, known)).toBe('3008.421')
    const reverse = { from: 'GBP', to: 'EUR', rate: decimal('1.1667') }
    expect(missingOf(expression, { ...known, exchangeRates: [reverse] })).toEqual([
      { fact: 'exchange-rate', from: 'EUR', to: 'GBP', neededFor: '35.10 EUR/100 kg' },
    ])
  })

  it('on the retail price takes no other value for it', () => {
    const expression = [{ kind: 'retail-price', percent: decimal('16.5') }] as const
    expect(dutyOf(expression, facts({}, { retailPrice: money('4000', 'GBP') }))).toBe('660')
    expect(missingOf(expression, facts())).toMatchObject([{ fact: 'retail-price' }])
  })

  it('cuts small producers’ relief and the discount that it rests on to the penny', () => {
    const relief: DutyTerm = {
      ...{ kind: 'small-producers-relief', factor: decimal('1'), operator: 'subtract' },
    }
    const expression = [perUnit('9.27', 'LPA'), relief]
    // 34.95 l × 1.23 GBP = 42.9885, cut to 42.98, and 323.9865 less that.
    expect(dutyOf(expression, facts({ LPA: '34.95', SPR: '1.239' }))).toBe('281.0065')
  })

  it('divides by the number of units that an amount is due for', () => {
    expect(dutyOf([perUnit('21', 'KGM', { perUnits: decimal('100') })], facts({ KGM: '1' }))).toBe(
      '0.21',
    )
  })

  it('never mixes currencies', () => {
    const inEuros = facts({}, { customsValue: money('1', 'EUR') })
    expect(() => evaluateDuty([percent('5')], inEuros)).toThrow('currencies never mix')
  })
})

describe('a duty of which something is not known', () => {
  it('names every fact once, with all rates that need it', () => {
    const expression = [
      percent('8'),
      perUnit('21', 'DTN'),
      perUnit('2', 'TNE', { operator: 'minimum' }),
      perUnit('1', 'ASVX'),
      { kind: 'agricultural', component: 'EA' } as const,
      { kind: 'agricultural', component: 'ADSZ' } as const,
    ]
    const { customsValue: _, ...known } = facts()
    expect(missingOf(expression, known)).toEqual([
      { fact: 'customs-value', neededFor: '8%' },
      { fact: 'quantity', unit: 'KGM', neededFor: '21 GBP/100 kg, 2 GBP/1000 kg' },
      { fact: 'quantity', unit: 'ASV', neededFor: '1 GBP/% vol/hl' },
      { fact: 'quantity', unit: 'LTR', neededFor: '1 GBP/% vol/hl' },
      { fact: 'additional-code', neededFor: 'EA, ADSZ' },
    ])
  })

  it('names a unit that nobody knows', () => {
    expect(missingOf([perUnit('1', 'XYZ')], facts())).toEqual([
      { fact: 'measurement-unit', unit: 'XYZ', neededFor: '1 GBP/XYZ' },
    ])
  })

  it('asks for nothing that a rate of nothing would be multiplied by', () => {
    const { customsValue: _, ...known } = facts()
    expect(dutyOf([percent('0'), perUnit('0.00', 'DTN', { currency: 'EUR' })], known)).toBe('0')
  })
})

describe('any duty', () => {
  const figure = (max: number) =>
    fc.integer({ min: 0, max }).map((count) => decimalFromInteger(BigInt(count), 2))
  const rate = fc.oneof(
    figure(5000).map((text) => percent(text)),
    figure(100_000).map((text) => perUnit(text, 'DTN')),
    figure(1000).map((text) => perUnit(text, 'NAR')),
  )
  const bounds = fc.constantFrom<TermOperator>('add', 'minimum', 'maximum')
  const expression = fc
    .tuple(rate, fc.array(fc.tuple(rate, bounds), { maxLength: 5 }))
    .map(([first, others]): DutyExpression => [
      first,
      ...others.map(([term, operator]): DutyTerm => ({ ...term, operator })),
    ])
  const goods = fc.record({ value: figure(10_000_000), kg: figure(1_000_000), items: figure(500) })
  const factsOf = ({ value, kg, items }: Readonly<Record<'value' | 'kg' | 'items', DecimalText>>) =>
    facts({ KGM: kg, NAR: items }, { customsValue: money(value, 'GBP') })

  it('without deductions never falls when the value rises', () => {
    fc.assert(
      fc.property(expression, goods, figure(100_000), (any, lower, more) => {
        const higher = { ...lower, value: addDecimals(lower.value, more) }
        const [less, greater] = [dutyOf(any, factsOf(lower)), dutyOf(any, factsOf(higher))]
        expect(compareDecimals(decimal(less), decimal(greater))).not.toBe(1)
      }),
    )
  })

  it('is at most its last cap and at least its last floor', () => {
    fc.assert(
      fc.property(
        expression,
        rate,
        fc.constantFrom('minimum', 'maximum'),
        goods,
        (any, bound, operator, of) => {
          const known = factsOf(of)
          const bounded = dutyOf([...any, { ...bound, operator }], known)
          const order = compareDecimals(decimal(bounded), decimal(dutyOf([bound], known)))
          expect(order).not.toBe(operator === 'maximum' ? 1 : -1)
        },
      ),
    )
  })

  it('is the same in whichever unit the weight is stated', () => {
    fc.assert(
      fc.property(expression, goods, (any, of) => {
        const known = factsOf(of)
        const inGrams = new Map(known.quantities)
        inGrams.delete('KGM')
        inGrams.set('GRM', multiplyDecimals(of.kg, decimal('1000')))
        expect(dutyOf(any, { ...known, quantities: inGrams })).toBe(dutyOf(any, known))
      }),
    )
  })
})
