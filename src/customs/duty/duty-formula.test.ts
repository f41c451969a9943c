import { describe, expect, it } from 'vitest'
import { measurementUnits, valueOf } from '../../../test/gb-reference-data.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { DutyExpression, TermOperator } from './duty-expression.ts'
import type { DutyFacts } from './evaluate-duty.ts'
import { workOutDuty } from './work-out-duty.ts'

const units = measurementUnits()
const rate = { from: 'EUR', to: 'GBP', rate: decimal('0.8571') }
const facts: DutyFacts = {
  currency: 'GBP',
  customsValue: money('1000', 'GBP'),
  retailPrice: money('4000', 'GBP'),
  quantities: new Map(
    Object.entries({
      KGM: '1500',
      NAR: '3',
      NPR: '2',
      ASV: '40',
      LTR: '450',
      BRX: '80',
      SPR: '5',
    }).map(([unit, amount]) => [unit, decimal(amount)]),
  ),
  exchangeRates: [rate],
  units,
}
const percent = (text: string, operator?: TermOperator) => ({
  ...{ kind: 'ad-valorem' as const, percent: decimal(text) },
  ...(operator && { operator }),
})
const perUnit = (amount: string, unit: string, change: object = {}) => ({
  ...({ kind: 'specific', amount: decimal(amount), currency: 'GBP' } as const),
  ...{ perUnits: decimal('1'), unit, ...change },
})

function answerOf(expression: DutyExpression) {
  const answer = valueOf(workOutDuty({ standard: expression, conditions: [] }, facts, ''))
  if (!answer.known) throw new Error(JSON.stringify(answer.missing))
  return answer
}

describe('the formula of a duty', () => {
  const cases: readonly (readonly [DutyExpression, string, string])[] = [
    [[], 'customs value GBP 1000.00 × 0% = GBP 0.00', '完税价格 GBP 1000.00 × 0% = GBP 0.00'],
    [
      [percent('8'), perUnit('21', 'DTN')],
      'customs value GBP 1000.00 × 8% + 1500 kg × 21 GBP/100 kg = GBP 395.00',
      '完税价格 GBP 1000.00 × 8% + 1500 kg × 21 GBP/100 kg = GBP 395.00',
    ],
    [
      [
        percent('9'),
        perUnit('10', 'DTN', { currency: 'EUR' }),
        percent('20', 'maximum'),
        perUnit('2', 'NAR', { operator: 'subtract' }),
      ],
      'customs value GBP 1000.00 × 9% + 1500 kg × 10 EUR/100 kg × 0.8571 GBP/EUR = GBP 218.565; ' +
        'at most customs value GBP 1000.00 × 20% - 3 × 2 GBP/item = GBP 194.00; so GBP 194.00',
      '完税价格 GBP 1000.00 × 9% + 1500 kg × 10 EUR/100 kg × 0.8571 GBP/EUR = GBP 218.565；' +
        '不高于 完税价格 GBP 1000.00 × 20% - 3件 × 2 GBP/item = GBP 194.00；故为 GBP 194.00',
    ],
    [
      [perUnit('0.5', 'ASVX'), perUnit('7', 'NPR', { operator: 'minimum' })],
      '40 % vol × 4.5 hl × 0.5 GBP/% vol/hl = GBP 90.00; at least 2 pairs × 7 GBP/pair = GBP 14.00; so GBP 90.00',
      '40 % vol × 4.5 hl × 0.5 GBP/% vol/hl = GBP 90.00；不低于 2双 × 7 GBP/pair = GBP 14.00；故为 GBP 90.00',
    ],
    [
      [perUnit('0.3', 'DTNZ'), { kind: 'retail-price', percent: decimal('16.5') }],
      '15 × 100 kg × 80 % sucrose × 0.3 GBP/100 kg/% sucrose + retail price GBP 4000.00 × 16.5% = GBP 1020.00',
      '15 × 100 kg × 80 % sucrose × 0.3 GBP/100 kg/% sucrose + 零售价 GBP 4000.00 × 16.5% = GBP 1020.00',
    ],
    [
      [{ kind: 'supplementary-unit', unit: 'NPR' }],
      'nothing (the quantity is declared) = GBP 0.00',
      '不计税（仅申报数量） = GBP 0.00',
    ],
  ]

  it.each(cases)('holds the numbers of %j', (expression, en, zh) => {
    expect(answerOf(expression).formula).toEqual({ en, zh })
  })
})

describe('the display of a duty', () => {
  it('is half up, but cut for alcoholic strength alone', () => {
    expect(answerOf([perUnit('0.00003', 'NAR'), percent('0.0005')])).toMatchObject({
      dutyDisplay: '0.01',
    })
    const alcohol = perUnit('0.0111111', 'ASVX')
    expect(answerOf([alcohol])).toMatchObject({ duty: '1.999998', dutyDisplay: '1.99' })
    expect(answerOf([alcohol, percent('0')])).toMatchObject({ dutyDisplay: '2.00' })
  })
})
