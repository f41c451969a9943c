import { localDate } from '../src/customs/calendar/local-date.ts'
import type { DutyExpression } from '../src/customs/duty/duty-expression.ts'
import type { Measure } from '../src/customs/measures/measure.ts'
import { decimal } from '../src/customs/money/decimal.ts'

/** A worked run of the UK duty calculator on one commodity, with what it states of its measures. */
export interface CalculatorRun {
  readonly id: string
  readonly commodity: string
  readonly on: string
  readonly origin: string
  readonly value: { readonly goods: string; readonly shipping: string; readonly insurance: string }
  readonly quantities: Readonly<Record<string, string>>
  readonly additionalCodes: readonly string[]
  readonly eurToGbp: string
  readonly measures: readonly Measure[]
  readonly expected: ExpectedRun
}

/** What the run came to; a field that it does not state is not held against ours. */
export interface ExpectedRun {
  readonly duty: string
  readonly dutyDisplay: string
  readonly customsValueDisplay: string
  readonly vatBaseDisplay: string
  readonly vatDisplay: string
  readonly totalDisplay: string
  /** Amounts charged besides, as displayed, by type of measure. */
  readonly besides: Readonly<Partial<Record<string, string>>>
}

type Fields = Readonly<Record<string, string | undefined>>

/** A figure of the file that works a whole commodity out. */
export interface RunFigure {
  readonly id: string
  readonly input: {
    readonly commodity?: string
    readonly import_date: string
    readonly country_of_origin?: string
    readonly vat?: string
    readonly measure_amount?: Fields
    readonly quantities?: Fields
    readonly additional_code?: { readonly uk: Fields }
    readonly additional_codes?: Fields
    readonly customs_value: {
      readonly goods: string
      readonly shipping: string
      readonly insurance: string
    }
    readonly primary_measure?: {
      readonly category: string
      readonly rate?: string
      readonly calculation?: string
    }
    readonly stacked_measures?: Fields
    readonly exchange_rates?: Fields
  }
  readonly expected: {
    readonly import_duty: string | number
    readonly import_duty_display: string
    readonly customs_value?: string
    readonly customs_value_display?: string
    readonly vat_base_display?: string
    readonly vat_display?: string
    readonly vat?: { readonly calculation: string; readonly amount_display: string }
    readonly duty_total_display: string
    readonly stacked_duties?: readonly {
      readonly label: string
      readonly calculation: string
      readonly amount_display: string
    }[]
    readonly safeguard_display?: string | null
    readonly additional_duties_display?: string
    readonly anti_dumping_display?: string
  }
}

/** The type of measure by which we know a category of the calculator. */
const typeOfCategory: Readonly<Record<string, string>> = {
  third_country_tariff: '103',
  tariff_preference: '142',
  suspension: '112',
  quota: '122',
}

/** The id under which the measure stands that the run is about. */
export const PRIMARY = 'primary'

/** A rate as the calculator prints it: `8.00% * £99.99`, `144.10 GBP / 1000 kg/biodiesel`, `25%`. */
function printedRate(text: string): DutyExpression {
  const [, percent] = /^([\d.]+)%/.exec(text) ?? []
  if (percent !== undefined) return [{ kind: 'ad-valorem', percent: decimal(percent) }]
  const [, amount, currency, per] =
    /^([\d.]+) (GBP|EUR) ?\/ ?(100 kg|1000 ?kg|1000 kg\/biodiesel)$/.exec(text) ?? []
  const unit = { '100 kg': 'DTN', '1000kg': 'TNE', '1000 kg': 'TNE' }[per ?? ''] ?? 'TNEI'
  if (amount === undefined || currency === undefined) throw new Error(`no rate: ${text}`)
  return [{ kind: 'specific', amount: decimal(amount), currency, perUnits: decimal('1'), unit }]
}

/** The measures of a run, and what it comes to, in our terms. */
export function calculatorRun({ id, input, expected }: RunFigure): CalculatorRun {
  const origin = input.country_of_origin === 'GB' ? 'UA' : (input.country_of_origin ?? 'UA')
  const commodity = input.commodity!
  const codes = { ...input.additional_code?.uk, ...input.additional_codes }
  const measure = (
    stated: Omit<Measure, 'code' | 'excludedAreas' | 'conditions' | 'validity' | 'edition'>,
  ) => ({
    ...{ code: commodity, excludedAreas: [], conditions: [], edition: 'of-the-run' },
    validity: { from: localDate('2019-01-01') },
    ...stated,
  })
  return {
    ...{ id, commodity, origin, on: input.import_date, value: input.customs_value },
    quantities: quantitiesOf(input),
    additionalCodes: additionalCodesOf(input, expected),
    eurToGbp: input.exchange_rates?.['EUR/GBP'] ?? '0.8571',
    measures: [...primaryMeasures(input, origin), vatOf(input, expected), ...besides()].map(
      measure,
    ),
    expected: expectedOf(expected),
  }

  function besides() {
    const { category } = input.primary_measure!
    const stated = stackedOf({ input, expected }).map(({ type, rate, code }) => ({
      ...{ id: `${type} ${code ?? ''}`, type, area: '1011', expression: printedRate(rate) },
      ...(code !== undefined && { additionalCode: { code } }),
    }))
    const remedies = Object.entries(codes).filter(
      ([type]) => !stated.some((known) => known.type === type),
    )
    return [
      ...stated,
      // A company without a duty of its own stands in the tariff at a rate of nothing.
      ...remedies.map(([type, code]) => ({
        ...{ id: `${type} ${code}`, type, area: '1011', expression: printedRate('0%') },
        additionalCode: { code: code! },
      })),
      // The safeguard that a quota leaves out stands in the tariff nevertheless.
      ...(category === 'quota' && !stated.some(({ type }) => type === '696')
        ? [{ id: '696', type: '696', area: '1011', expression: printedRate('25%') }]
        : []),
    ]
  }
}

function primaryMeasures({ primary_measure: primary }: RunFigure['input'], origin: string) {
  const { category, rate, calculation } = primary!
  const type = typeOfCategory[category]
  if (type === undefined) throw new Error(`no type of measure for ${category}`)
  const expression = printedRate(rate ?? calculation!)
  if (type === '103') return [{ id: PRIMARY, type, area: '1011', expression }]
  return [
    // Goods always have a rate of third countries, which these runs are not about.
    { id: 'other', type: '103', area: '1011', expression: printedRate('99%') },
    {
      ...{ id: PRIMARY, type, area: type === '142' ? origin : '1011', expression },
      ...(type === '122' && { quotaOrderNumber: '054003' }),
    },
  ]
}

function vatOf(
  { vat = 'VAT', stacked_measures }: RunFigure['input'],
  expected: RunFigure['expected'],
) {
  const rate = stacked_measures?.vat_305 ?? expected.vat!.calculation
  return {
    ...{ id: 'vat', type: '305', area: '1011', expression: printedRate(rate) },
    ...(vat !== 'VAT' && { additionalCode: { code: vat } }),
  }
}

interface Stacked {
  readonly type: string
  readonly rate: string
  readonly code?: string
}

function stackedOf({ input, expected }: Pick<RunFigure, 'input' | 'expected'>): readonly Stacked[] {
  const { stacked_measures: stated, additional_codes: codes } = input
  if (stated !== undefined) {
    return Object.entries(stated).flatMap(([name, rate]) => {
      const type = name.slice(-3)
      const code = codes?.[type]
      return type === '305' ? [] : [{ type, rate: rate!, ...(code !== undefined && { code }) }]
    })
  }
  return (expected.stacked_duties ?? []).map(({ label, calculation: rate }) => {
    const [, code] = /^\((\w{4})\)/.exec(label) ?? []
    return { type: typeOfLabel(label), rate, ...(code !== undefined && { code }) }
  })
}

function typeOfLabel(label: string): string {
  const types: readonly (readonly [RegExp, string])[] = [
    [/safeguard/i, '696'],
    [/additional duties/i, '695'],
    [/definitive anti-dumping/i, '552'],
    [/definitive countervailing/i, '554'],
  ]
  const found = types.find(([pattern]) => pattern.test(label))
  if (found === undefined) throw new Error(`no type of measure for ${label}`)
  return found[1]
}

function quantitiesOf({ measure_amount, quantities }: RunFigure['input']) {
  const entries = Object.entries({ ...measure_amount, ...quantities })
  return Object.fromEntries(entries.map(([unit, amount]) => [unit.toUpperCase(), amount!]))
}

/** The calculator takes the code of the only company without asking; we want it stated. */
function additionalCodesOf(input: RunFigure['input'], expected: RunFigure['expected']) {
  const { vat = 'VAT', additional_code, additional_codes } = input
  const ofCompanies = Object.values({ ...additional_code?.uk, ...additional_codes })
  const charged = stackedOf({ input, expected }).map(({ code }) => code)
  const all = [...ofCompanies, ...charged, vat === 'VAT' ? undefined : vat]
  return [...new Set(all.filter((code) => code !== undefined))]
}

function expectedOf(expected: RunFigure['expected']): ExpectedRun {
  const { vat, stacked_duties: stacked = [] } = expected
  return {
    duty: String(expected.import_duty),
    dutyDisplay: expected.import_duty_display,
    customsValueDisplay: expected.customs_value_display ?? expected.customs_value!,
    vatBaseDisplay:
      expected.vat_base_display ?? vat!.calculation.replace(/^.*£/, '').replaceAll(',', ''),
    vatDisplay: expected.vat_display ?? vat!.amount_display,
    totalDisplay: expected.duty_total_display,
    besides: {
      ...Object.fromEntries(stacked.map((one) => [typeOfLabel(one.label), one.amount_display])),
      ...(expected.safeguard_display && { 696: expected.safeguard_display }),
      ...(expected.additional_duties_display && { 695: expected.additional_duties_display }),
      ...(expected.anti_dumping_display && { 552: expected.anti_dumping_display }),
    },
  }
}
