import { describe, expect, it } from 'vitest'
import { dataFile, measurementUnits } from '../../../test/gb-reference-data.ts'
import { decimal } from '../money/decimal.ts'
import { readMeasurementUnits } from './measurement-units.ts'
import { quantityIn } from './quantity-in.ts'

const units = measurementUnits()
const file = dataFile('reference/measurement-units.json') as {
  readonly quantities: readonly object[]
  readonly units: readonly object[]
}

describe('the shipped measurement units', () => {
  it('are each asked for in a unit of their own quantity', () => {
    const astray = [...units.values()].filter(
      ({ quantity }) => units.get(quantity.askedIn)?.quantity !== quantity,
    )
    expect(astray).toEqual([])
  })

  it('have a base unit that holds one of itself', () => {
    const bases = [...units.values()].map(({ quantity }) => units.get(quantity.askedIn)!.baseUnits)
    expect(new Set(bases)).toEqual(new Set(['1']))
  })

  it('hold no unit twice', () => {
    expect(units.size).toBe(file.units.length)
  })
})

describe('a file of units', () => {
  const unit = { code: 'DTN', quantity: 'net-weight', baseUnits: '100', symbol: '100 kg' }

  it.each([
    ['factors that are not reciprocal', { ...unit, perBaseUnit: '0.1' }, '/units/0/perBaseUnit'],
    [
      'a quantity that it does not hold',
      { ...unit, perBaseUnit: '0.01', quantity: 'gross-weight' },
      '/units/0/quantity',
    ],
    [
      'a product of units that it does not hold',
      { ...unit, perBaseUnit: '0.01', productOf: ['ASV'] },
      '/units/0/productOf',
    ],
  ])('is refused for %s', (_, wrong, path) => {
    const quantities = [{ id: 'net-weight', name: { en: 'w', zh: '重' }, askedIn: 'DTN' }]
    expect(readMeasurementUnits({ quantities, units: [wrong] })).toMatchObject({
      ok: false,
      failures: [{ path }],
    })
  })
})

describe('a quantity in a unit', () => {
  const find = (unit: string, stated: Readonly<Record<string, string>>) =>
    quantityIn(
      units.get(unit)!,
      new Map(Object.entries(stated).map(([code, amount]) => [code, decimal(amount)])),
      units,
    )

  it.each([
    ['DTN', { KGM: '750' }, '7.5'],
    ['KGM', { TNE: '7.25' }, '7250'],
    ['KGM', { CTM: '5' }, '0.001'],
    ['HLT', { MTQ: '2' }, '20'],
    ['MIL', { NAR: '10000' }, '10'],
    ['NAR', { CEN: '3' }, '300'],
    ['ASVX', { ASV: '40', LTR: '4500' }, '1800'],
    ['ASVX', { LPA: '1800' }, '1800'],
    ['LPA', { ASV: '40', LTR: '4500' }, '1800'],
    ['DTNZ', { BRX: '80', KGM: '16320' }, '13056'],
    ['TNEZ', { BRX: '80', KGM: '16320' }, '1305.6'],
    ['DTNE', { KGME: '750' }, '7.5'],
    ['DTN', { DTN: '8', KGM: '750' }, '8'],
    ['KAC', { KAC: '12.5', KGM: '750' }, '12.5'],
  ])('%s is found from %o', (unit, stated, amount) => {
    expect(find(unit, stated)).toMatchObject({ known: true, amount })
  })

  it.each([
    ['DTN', {}, ['KGM']],
    ['DTNE', { KGM: '750' }, ['KGME']],
    ['DTNG', { KGM: '750' }, ['KGMG']],
    ['ASVX', { ASV: '40' }, ['LTR']],
    ['DTNZ', {}, ['KGM', 'BRX']],
    ['NPR', { NAR: '4' }, ['NPR']],
    ['KAC', { KGM: '750' }, ['KAC']],
  ])('%s cannot be found from %o', (unit, stated, asked) => {
    const found = find(unit, stated)
    expect(found.known ? [] : found.lacking.map(({ code }) => code)).toEqual(asked)
  })
})
