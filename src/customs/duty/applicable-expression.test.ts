import { describe, expect, it } from 'vitest'
import { measurementUnits } from '../../../test/gb-reference-data.ts'
import { decimal } from '../money/decimal.ts'
import { applicableExpression, type MeasureRates } from './applicable-expression.ts'
import type { DutyExpression } from './duty-expression.ts'
import type { MeasureCondition, Threshold } from './measure-condition.ts'

const units = measurementUnits()
const percent = (text: string): DutyExpression => [{ kind: 'ad-valorem', percent: decimal(text) }]

const [standard, resolved] = [percent('1'), percent('2')]
const withDocument = condition('A', '01', { documentCode: 'D008', expression: percent('3') })
const without = condition('A', '01', { expression: percent('4') })

function condition(
  conditionCode: string,
  actionCode: string,
  change: Partial<MeasureCondition> = {},
): MeasureCondition {
  return { conditionCode, actionCode, expression: [], ...change }
}

function strength(comparison: Threshold['comparison'], rate: string): MeasureCondition {
  const threshold = { comparison, amount: decimal('3.4'), unit: 'ASV' }
  return condition('E', '01', { threshold, expression: percent(rate) })
}

function choose(rates: Partial<MeasureRates>, quantities: Readonly<Record<string, string>> = {}) {
  const stated = Object.entries(quantities).map(([unit, text]) => [unit, decimal(text)] as const)
  const chosen = applicableExpression(
    { standard, conditions: [], ...rates },
    { quantities: new Map(stated), units },
    '/measure',
  )
  return chosen.ok ? chosen.value : chosen.failures[0]
}

const applies = (expression: DutyExpression) => ({ outcome: 'applies', expression })

describe('the rate of a measure', () => {
  it('is its own where it has no conditions, resolved before standard', () => {
    expect(choose({})).toEqual(applies(standard))
    expect(choose({ resolved })).toEqual(applies(resolved))
  })

  it('is that of the document which is presented, or that of goods without one', () => {
    const conditions = [withDocument, without]
    expect(choose({ resolved, conditions, documents: ['D008'] })).toEqual(applies(percent('3')))
    expect(choose({ resolved, conditions, documents: [] })).toEqual(applies(percent('4')))
    expect(choose({ conditions, documents: ['X999'] })).toEqual(applies(percent('4')))
  })

  it('is not known while nobody has said whether the document is presented', () => {
    expect(choose({ conditions: [withDocument, without] })).toEqual({
      outcome: 'missing',
      missing: [{ fact: 'document', documentCodes: ['D008'], neededFor: '3% / 4%' }],
    })
  })

  it('does not hang on a licence that leaves it alone', () => {
    const licence = [condition('B', '29', { documentCode: 'N851' }), condition('B', '09')]
    expect(choose({ conditions: licence })).toEqual(applies(standard))
  })

  it.each([
    ['2.8', 'at-most', '9.27'],
    ['3.4', 'at-most', '9.27'],
    ['3.41', 'at-most', '21.01'],
  ] as const)('is that of the limit which %s percent of alcohol keep', (asv, kept, rate) => {
    const conditions = [strength(kept, '9.27'), strength('above', '21.01')]
    expect(choose({ conditions }, { ASV: asv })).toEqual(applies(percent(rate)))
  })

  it('needs the quantity that a limit is set to', () => {
    expect(choose({ conditions: [strength('at-most', '9.27')] })).toEqual({
      outcome: 'missing',
      missing: [{ fact: 'quantity', unit: 'ASV', neededFor: '9.27%' }],
    })
  })

  it('is that of a document before that of a limit', () => {
    const conditions = [strength('at-most', '9.27'), withDocument]
    expect(choose({ conditions, documents: ['D008'] }, { ASV: '1' })).toEqual(applies(percent('3')))
  })

  it('is left to the measure by a condition that states none', () => {
    const conditions = [condition('C', '27', { documentCode: 'Y900' }), condition('C', '07')]
    expect(choose({ conditions, documents: ['Y900'] })).toEqual(applies(standard))
  })
})

describe('a measure', () => {
  it('does not apply where the condition that holds says so', () => {
    const conditions = [condition('C', '27', { documentCode: 'Y900' }), condition('C', '07')]
    expect(choose({ conditions, documents: [] })).toMatchObject({
      outcome: 'does-not-apply',
      condition: { actionCode: '07' },
    })
    expect(choose({ conditions })).toMatchObject({ outcome: 'missing' })
  })

  it('asks for the entry price where it sets the rate', () => {
    const conditions = [condition('V', '01', { expression: percent('0') })]
    expect(choose({ conditions })).toEqual({
      outcome: 'missing',
      missing: [{ fact: 'entry-price', neededFor: '0%' }],
    })
  })

  it.each([
    ['goods may not be declared', { conditions: [condition('B', '08')] }, 'may not be declared'],
    [
      'a condition is not decided',
      { conditions: [condition('Z', '01', { expression: percent('5') })] },
      'code Z',
    ],
    ['an action is not known', { conditions: [condition('B', '99')] }, 'Action 99'],
  ])('is refused where %s', (_, rates, words) => {
    expect(choose(rates)).toMatchObject({
      code: 'not-covered',
      path: '/measure',
      message: expect.stringContaining(words) as string,
    })
  })

  it('without any rate is refused, because free of duty is stated as nothing percent', () => {
    const { standard: _, ...rates } = { standard, conditions: [] }
    expect(applicableExpression(rates, { quantities: new Map(), units }, '')).toMatchObject({
      failures: [{ code: 'not-covered' }],
    })
  })
})
