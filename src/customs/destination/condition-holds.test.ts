import { describe, expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import type { QuoteLine, QuoteRequest } from '../landed-cost/quote-request.ts'
import { decimal } from '../money/decimal.ts'
import { success } from '../result.ts'
import type { Condition } from './condition.ts'
import type { ConditionFacts } from './condition-facts.ts'
import { conditionHolds } from './condition-holds.ts'
import type { Destination } from './destination.ts'

/** Skin cream at 300 yuan for one jar of 30 grams, sent from Japan to a person in China. */
const cream: QuoteLine = {
  commodityCode: '330499',
  quantity: 1,
  unitPrice: { amount: decimal('300'), currency: 'CNY' },
}

describe('the number of pieces', () => {
  const oneThing: Condition = { fact: 'pieces', atMost: 1 }

  test('is that of all lines together', () => {
    expect(conditionHolds(oneThing, factsOf([cream]))).toEqual({ is: 'yes' })
    expect(conditionHolds(oneThing, factsOf([cream, cream]))).toEqual({ is: 'no' })
    expect(conditionHolds(oneThing, factsOf([{ ...cream, quantity: 2 }]))).toEqual({ is: 'no' })
  })
})

describe('the value of a gram or millilitre', () => {
  const luxury: Condition = {
    fact: 'value',
    of: 'gram-or-millilitre',
    measured: 'customs-value',
    atLeast: { amount: decimal('10'), currency: 'CNY' },
  }

  test('reaches a limit exactly', () => {
    const facts = factsOf([{ ...cream, netWeightKg: decimal('0.03') }])
    expect(conditionHolds(luxury, facts)).toEqual({ is: 'yes' })
    const heavier = factsOf([{ ...cream, netWeightKg: decimal('0.030001') }])
    expect(conditionHolds(luxury, heavier)).toEqual({ is: 'no' })
  })

  test('is that of a millilitre where the litres are stated', () => {
    const facts = factsOf([
      { ...cream, netWeightKg: decimal('0.02'), quantities: { LTR: decimal('0.05') } },
    ])
    expect(conditionHolds(luxury, facts)).toEqual({ is: 'no' })
  })

  test('cannot be told without weight or litres, and says so', () => {
    expect(conditionHolds(luxury, factsOf([cream]))).toMatchObject({
      is: 'unknown',
      missing: [{ code: 'fact-missing', path: '/lines/0/netWeightKg' }],
    })
  })
})

function factsOf(lines: readonly QuoteLine[]): ConditionFacts {
  const on = localDate('2026-06-01')
  return {
    request: requestOf(lines),
    destination: { destination: 'CN', currency: 'CNY' } as Destination,
    valued: {
      basis: 'CIF',
      lines: lines.map(({ unitPrice }) => {
        const value = success(unitPrice)
        return {
          parts: {
            price: value,
            freight: value,
            insurance: value,
            'onward-transport': value,
            'customs-value': value,
          },
          adjustments: [],
        }
      }),
      conversions: [],
    },
    on,
    rates: { base: 'GBP', periods: [] },
  }
}

function requestOf(lines: readonly QuoteLine[]): QuoteRequest {
  return {
    shipFrom: { country: 'JP' },
    destination: { country: 'CN' },
    incoterm: 'DAP',
    channel: 'post',
    purpose: 'sale',
    buyer: { kind: 'private-person' },
    registrations: [],
    lines,
  }
}
