import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Destination } from '../../src/customs/destination/destination.ts'
import {
  addDecimals,
  type DecimalText,
  decimal,
  multiplyDecimals,
} from '../../src/customs/money/decimal.ts'
import { round } from '../../src/customs/money/rounding.ts'
import { amountsOf, quoteOn, saleTo, shippedDestination } from '../landed-cost.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

/** A worked figure of a country other than the United States; the keys of both sides differ by country. */
interface WorkedFigure {
  readonly id: string
  readonly country: string
  readonly input: Readonly<Record<string, string>>
  readonly expected: Readonly<Record<string, string>>
}

/** How the figures of a country are worked out here: the same keys as the file expects. */
const worked: Readonly<Record<string, (figure: WorkedFigure) => Readonly<Record<string, string>>>> =
  { CN: compositeRate, BR: contributions, IN: personalImport }

const figures = hasSharedMaterial ? workedFigures() : []
const title = hasSharedMaterial
  ? 'worked figures of other countries'
  : `worked figures of other countries: ${sharedMaterialAbsent}`

describe.skipIf(!hasSharedMaterial)(title, () => {
  test.each(figures.map((figure) => [figure.id, figure] as const))('%s', (_, figure) => {
    expect(worked[figure.country]?.(figure)).toEqual(figure.expected)
  })
})

function workedFigures(): readonly WorkedFigure[] {
  const file = sharedPath('vectors', 'duty', 'other-countries_part.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { other: readonly WorkedFigure[] }).other
}

/** A million in the destination's currency, so that a sum of charges reads as a rate. */
const million = '1000000'

/** All charges on a million as a percentage of it, with as many decimals as the file gives. */
function rateOf(amounts: Readonly<Record<string, string>>, given: string): string {
  const { regime: _, ...charges } = amounts
  const total = addDecimals(...Object.values(charges).map(decimal))
  const decimals = given.replace('%', '').split('.')[1]?.length ?? 0
  return `${round(multiplyDecimals(total, decimal('0.0001')), decimals, 'half-up')}%`
}

/** The Chinese composite rate, by the shipped regime with the rates of the figure in it. */
function compositeRate({ input, expected }: WorkedFigure): Readonly<Record<string, string>> {
  const [vat, excise] = [input['vat'], input['consumption_tax']].map((rate) =>
    decimal(rate!.replace('%', '')),
  )
  const sale = saleTo({
    ...{ to: 'CN', currency: 'CNY', registrations: ['CN-CBEC'], ...freeOfCarriage('CNY') },
    buyer: { kind: 'private-person', boughtThisYear: { amount: '0', currency: 'CNY' } },
    lines: [{ price: million }],
  })
  const destination = withRates(shippedDestination('CN'), { vat: vat!, excise: excise! })
  const quote = quoteOn('2026-06-01', sale, { at: 'CN', destination })
  return { composite_rate: rateOf(amountsOf(quote), expected['composite_rate']!) }
}

/** The regime without its limits, so that a rate can be read off a million. */
function withRates(
  destination: Destination,
  { vat, excise }: { readonly vat: DecimalText; readonly excise: DecimalText },
): Destination {
  const regimes = destination.regimes.map((regime) => ({
    ...regime,
    when: regime.when.filter(({ fact }) => fact !== 'value'),
    charges: regime.charges.map((charge) =>
      charge.id === 'consumption-tax'
        ? { ...charge, rate: { from: 'percent' as const, percent: excise } }
        : charge,
    ),
  }))
  const taxRates = destination.taxRates.map((rate) => ({ ...rate, percent: vat }))
  return { ...destination, regimes, taxRates }
}

/** PIS and COFINS on a general import into Brazil. */
function contributions({ input }: WorkedFigure): Readonly<Record<string, string>> {
  const sale = saleTo({
    ...{ to: 'BR', currency: 'BRL', channel: 'freight', ...freeOfCarriage('BRL') },
    destination: { country: 'BR', region: 'SP' },
    lines: [{ price: input['customs_value_brl']! }],
  })
  const amounts = amountsOf(quoteOn('2025-06-01', sale, { at: 'BR' }))
  return { 'pis_2.1pct': amounts['pis']!, 'cofins_9.65pct': amounts['cofins']! }
}

/** What a person pays in India on a purchase under heading 9804. */
function personalImport({ expected }: WorkedFigure): Readonly<Record<string, string>> {
  const sale = saleTo({
    ...{ to: 'IN', currency: 'INR', ...freeOfCarriage('INR') },
    lines: [{ price: million }],
  })
  const quote = quoteOn('2026-06-01', sale, { at: 'IN' })
  return { effective: rateOf(amountsOf(quote), expected['effective']!) }
}

function freeOfCarriage(currency: string) {
  const nothing = { amount: '0', currency }
  return { freight: nothing, insurance: nothing }
}
