import { describe, expect, it } from 'vitest'
import { measurementUnits } from '../../../test/gb-reference-data.ts'
import { decimal } from '../money/decimal.ts'
import type { DutyExpression, SpecificRate } from './duty-expression.ts'
import { dutyText } from './duty-text.ts'

const units = measurementUnits()
const percent = (text: string) => ({ kind: 'ad-valorem', percent: decimal(text) }) as const
const perUnit = (amount: string, unit: string, perUnits = '1'): SpecificRate => ({
  ...{ kind: 'specific', amount: decimal(amount), currency: 'GBP' },
  ...{ perUnits: decimal(perUnits), unit },
})

describe('the text of a duty', () => {
  const cases: readonly (readonly [string, DutyExpression])[] = [
    ['free', []],
    ['6.5%', [percent('6.5')]],
    ['8% + 21.00 GBP/100 kg', [percent('8'), perUnit('21.00', 'KGM', '100')]],
    ['8% + 21.00 GBP/100 kg', [percent('8'), perUnit('21.00', 'DTN')]],
    ['0.20 GBP/item', [perUnit('0.20', 'NAR')]],
    [
      '18.4% MIN 22 GBP/100 kg MAX 24 GBP/100 kg - 7 GBP/100 kg',
      [
        percent('18.4'),
        { ...perUnit('22', 'DTN'), operator: 'minimum' },
        { ...perUnit('24', 'DTN'), operator: 'maximum' },
        { ...perUnit('7', 'DTN'), operator: 'subtract' },
      ],
    ],
    [
      '9% + EA MAX 18.7% + ADSZ',
      [
        percent('9'),
        { kind: 'agricultural', component: 'EA' },
        { ...percent('18.7'), operator: 'maximum' },
        { kind: 'agricultural', component: 'ADSZ' },
      ],
    ],
    [
      '16.5% of the retail price + 244.78 GBP/1000 items',
      [{ kind: 'retail-price', percent: decimal('16.5') }, perUnit('244.78', 'MIL')],
    ],
    ['0.5 GBP/% vol/hl', [perUnit('0.5', 'ASVX')]],
    [
      '9.27 GBP/l pure alcohol - 1 × SPR discount/l pure alcohol',
      [
        perUnit('9.27', 'LPA'),
        { kind: 'small-producers-relief', factor: decimal('1'), operator: 'subtract' },
      ],
    ],
    ['supplementary unit item', [{ kind: 'supplementary-unit', unit: 'NAR' }]],
    ['3 GBP/XYZ', [perUnit('3', 'XYZ')]],
  ]

  it.each(cases)('is printed as a tariff prints it: %s', (text, expression) => {
    expect(dutyText(expression, units)).toBe(text)
  })
})
