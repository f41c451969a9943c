import { describe, expect, it } from 'vitest'
import { measurementUnits, valueOf } from '../../../test/gb-reference-data.ts'
import { decimal } from '../money/decimal.ts'
import { resolveAgriculturalComponents } from './agricultural-component.ts'
import { dutyText } from './duty-text.ts'
import {
  expressionFromComponents,
  type IntegratedTariffComponent,
} from './integrated-tariff-component.ts'

const units = measurementUnits()

type Change = Partial<IntegratedTariffComponent>
const component = (
  id: string,
  amount?: string,
  change: Change = {},
): IntegratedTariffComponent => ({
  dutyExpressionId: id,
  ...(amount !== undefined && { dutyAmount: decimal(amount) }),
  ...change,
})
const perUnit = (measurementUnit: string, qualifier?: string): Change => ({
  ...{ monetaryUnit: 'GBP', measurementUnit },
  ...(qualifier !== undefined && { qualifier }),
})

const read = (...components: readonly IntegratedTariffComponent[]) =>
  expressionFromComponents(components, units, '/components')

describe('components of the integrated tariff', () => {
  it.each([
    ['8%', [component('01', '8')]],
    ['8% + 25 GBP/100 kg', [component('01', '8'), component('04', '25', perUnit('DTN'))]],
    [
      '13.8% MIN 13 GBP/100 kg MAX 15 GBP/100 kg - 7 GBP/100 kg drained',
      [
        component('01', '13.8'),
        component('15', '13', perUnit('DTN')),
        component('17', '15', perUnit('DTN')),
        component('36', '7', perUnit('DTN', 'E')),
      ],
    ],
    [
      '9% + EA MAX 24.2% + 2 GBP/item + 1%',
      [
        component('01', '9'),
        component('12'),
        component('17', '24.2'),
        component('19', '2', perUnit('NAR')),
        component('20', '1'),
      ],
    ],
    [
      'EAR + ADSZ + ADSZR + ADFM + ADFMR',
      ['14', '21', '25', '27', '29'].map((id) => component(id)),
    ],
    ['16.5% of the retail price', [component('01', '16.5', { measurementUnit: 'RET' })]],
    ['supplementary unit pair', [component('99', undefined, { measurementUnit: 'NPR' })]],
    ['1 × SPR discount/l pure alcohol', [component('02', '1', { measurementUnit: 'SPQ' })]],
  ])('make up %s', (text, components) => {
    expect(dutyText(valueOf(read(...components)), units)).toBe(text)
  })

  it.each([
    ['an expression that is not known', component('37'), 'not-covered', 'Duty expression 37'],
    ['a bound that bounds nothing', component('15', '5'), 'invalid-input', 'Duty expression 15'],
    ['a rate without an amount', component('01'), 'invalid-input', 'no amount'],
    ['a unit that is not known', component('01', '5', perUnit('XYZ')), 'not-covered', 'XYZ'],
    [
      'an amount of no currency',
      component('01', '5', { measurementUnit: 'DTN' }),
      'invalid-input',
      'no monetary unit',
    ],
    [
      'money for no quantity',
      component('01', '5', { monetaryUnit: 'EUR' }),
      'invalid-input',
      'no measurement unit',
    ],
    ['money for the retail price', component('01', '5', perUnit('RET')), 'not-covered', 'RET'],
  ])('with %s are refused by its name and place', (_, wrong, code, words) => {
    expect(read(wrong)).toMatchObject({
      ok: false,
      failures: [
        { code, path: '/components/0', message: expect.stringContaining(words) as string },
      ],
    })
  })

  it('are all looked at, however many are wrong', () => {
    const refused = read(component('37'), component('01', '8'), component('40', '1'))
    expect(refused.ok ? [] : refused.failures.map(({ path }) => path)).toEqual([
      '/components/0',
      '/components/2',
    ])
  })
})

describe('an additional code', () => {
  const expression = valueOf(
    read(component('01', '9'), component('12'), component('17', '24.2'), component('21')),
  )

  it('resolves the agricultural parts that it has rates for, and leaves the others open', () => {
    const perKg = {
      kind: 'specific',
      currency: 'EUR',
      perUnits: decimal('1'),
      unit: 'DTN',
    } as const
    const resolved = resolveAgriculturalComponents(
      expression,
      new Map([['EA', { ...perKg, amount: decimal('12.34') }]]),
    )
    expect(dutyText(resolved, units)).toBe('9% + 12.34 EUR/100 kg MAX 24.2% + ADSZ')
  })
})
