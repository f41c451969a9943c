import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { controlsAmong, documentsAsked } from './documents-asked.ts'
import type { Measure } from './measure.ts'

const allowed = (documentCode: string, documentName?: string) => ({
  ...{ conditionCode: 'B', actionCode: '29', expression: [], documentCode },
  ...(documentName !== undefined && { documentName }),
})
const otherwiseKeptOut = { conditionCode: 'B', actionCode: '09', expression: [] }

function control(conditions: Measure['conditions'], change: Partial<Measure> = {}): Measure {
  return {
    ...{ id: '1', type: '710', typeName: 'Import control', code: '92', area: '1011' },
    ...{ excludedAreas: [], conditions, validity: { from: localDate('2021-01-01') } },
    edition: 'test',
    ...change,
  }
}

const species = control([allowed('C400', 'CITES certificate'), allowed('Y900'), otherwiseKeptOut])

function askedOf(measures: readonly Measure[], line: Parameters<typeof documentsAsked>[1] = {}) {
  return documentsAsked(controlsAmong(measures), line)
}

describe('the documents that controls ask for', () => {
  it('are named with what they are and what they are for', () => {
    expect(askedOf([species])).toEqual([
      {
        measure: '710',
        name: { en: 'Import control', zh: '710 类措施（Import control）' },
        documents: [{ code: 'C400', name: 'CITES certificate' }, { code: 'Y900' }],
      },
    ])
  })

  it('are no longer asked for once one of them is stated, be it that none is needed', () => {
    expect(askedOf([species], { documents: ['C400'] })).toBeUndefined()
    expect(askedOf([species], { documents: ['Y900'] })).toBeUndefined()
    expect(askedOf([species], { documents: ['N935'] })).toHaveLength(1)
  })

  it('are asked for once, however many measures say the same', () => {
    expect(askedOf([species, { ...species, id: '2' }])).toHaveLength(1)
  })

  it('are asked for by each condition of its own', () => {
    const second = [
      { ...allowed('N851'), conditionCode: 'C' },
      { ...otherwiseKeptOut, conditionCode: 'C' },
    ]
    const both = control([...species.conditions, ...second])
    expect(askedOf([both], { documents: ['Y900'] })).toMatchObject([
      { documents: [{ code: 'N851' }] },
    ])
  })

  it('are not asked for where goods are let in without them', () => {
    const letIn = { ...otherwiseKeptOut, actionCode: '29' }
    expect(askedOf([control([allowed('C400'), letIn])])).toBeUndefined()
    expect(askedOf([control([allowed('C400')])])).toBeUndefined()
  })

  it('are left to others where a quantity decides as well', () => {
    const threshold = { comparison: 'at-most', amount: decimal('2'), unit: 'KGM' } as const
    const small = { ...otherwiseKeptOut, actionCode: '29', threshold }
    expect(askedOf([control([allowed('C400'), small, otherwiseKeptOut])])).toBeUndefined()
  })

  it('are asked for of goods of an additional code alone, where the control is for those', () => {
    const coded = control(species.conditions, { additionalCode: { code: '4099' } })
    expect(askedOf([coded])).toBeUndefined()
    expect(askedOf([coded], { additionalCodes: ['4099'] })).toHaveLength(1)
  })
})
