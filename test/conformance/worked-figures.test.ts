import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { multiplyDecimals, type DecimalText } from '../../src/customs/money/decimal.ts'
import { amountsOf, flatTariff, quoteOn, saleTo } from '../landed-cost.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

interface WorkedFigure {
  readonly id: string
  readonly status?: string
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>>
}

interface WorkedFigures {
  readonly us: readonly WorkedFigure[]
  readonly other: readonly WorkedFigure[]
}

function figures(): WorkedFigures {
  if (!hasSharedMaterial) return { us: [], other: [] }
  return JSON.parse(
    readFileSync(sharedPath('vectors', 'duty', 'other-countries_part.json'), 'utf8'),
  ) as WorkedFigures
}

const { us, other } = figures()
const fees = us.filter(({ id, status }) => id.startsWith('us-fees-') && status !== 'unverified')

/** What the figures call a charge, and which rule of the destination it is. */
const ruleOf: Readonly<Record<string, string>> = {
  mpf: 'merchandise-processing-fee',
  hmf: 'harbor-maintenance-fee',
}

describe.skipIf(!hasSharedMaterial)(`worked figures (${sharedMaterialAbsent})`, () => {
  test('are there', () => {
    expect(fees.length).toBeGreaterThan(3)
  })

  test.each(fees)('$id: American fees of an entry', ({ input, expected }) => {
    const { entered_value_usd: price, mode } = input as Record<string, string>
    const sale = saleTo({
      ...{ to: 'US', currency: 'USD', incoterm: 'FOB', channel: 'freight' },
      transportMode: mode === 'ocean' ? 'sea' : 'air',
      lines: [{ price: price! }],
    })
    const amounts = amountsOf(
      quoteOn('2026-11-02', sale, { at: 'US', tariffOf: flatTariff('0') }),
    )
    const computed = Object.keys(expected).map((name) => [
      name,
      Number(amounts[ruleOf[name]!] ?? 0).toFixed(2),
    ])
    expect(Object.fromEntries(computed)).toEqual(expected)
  })

  test('cn-cbec-13: the composite rate of cross-border retail', () => {
    const { expected } = other.find(({ id }) => id === 'cn-cbec-13')!
    const sale = saleTo({
      ...{ to: 'CN', currency: 'CNY', registrations: ['CN-CBEC'] },
      buyer: { kind: 'private-person', boughtThisYear: { amount: '0', currency: 'CNY' } },
      lines: [{ price: '1000.00' }],
    })
    const amounts = amountsOf(quoteOn('2026-09-01', sale, { at: 'CN' }))
    expect(`${multiplyDecimals(amounts['import-vat'] as DecimalText, '0.1' as DecimalText)}%`).toBe(
      expected.composite_rate,
    )
  })

  test('in-9804: what personal goods bear in India', () => {
    const { expected } = other.find(({ id }) => id === 'in-9804')!
    const sale = saleTo({ to: 'IN', currency: 'INR', lines: [{ price: '100000.00' }] })
    const { regime, ...charges } = amountsOf(quoteOn('2026-09-01', sale, { at: 'IN' }))
    const total = Object.values(charges).reduce((sum, amount) => sum + Number(amount), 0)
    expect({ regime, effective: `${(total / 1000).toFixed(2)}%` }).toEqual({
      regime: 'personal-use',
      ...expected,
    })
  })

  test('br-import-pis-cofins: contributions on a general import to Brazil', () => {
    const { input, expected } = other.find(({ id }) => id === 'br-import-pis-cofins')!
    const sale = saleTo({
      ...{ to: 'BR', currency: 'BRL', channel: 'freight', buyer: { kind: 'business' } },
      destination: { country: 'BR', region: 'SP' },
      lines: [{ price: input.customs_value_brl as string }],
    })
    const amounts = amountsOf(quoteOn('2026-09-01', sale, { at: 'BR' }))
    expect({ 'pis_2.1pct': amounts.pis, 'cofins_9.65pct': amounts.cofins }).toEqual(expected)
  })
})
