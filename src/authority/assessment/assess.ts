import type { LocalDate } from '../../customs/calendar/local-date.ts'
import {
  addDecimals,
  decimal,
  multiplyDecimals,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { divideAndRound, round } from '../../customs/money/rounding.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import { bearsNoTax } from '../rules/data-set.ts'
import { itemPointer, type DeclarationError } from '../rules/declaration-error.ts'
import type { AdditionalMeasure, AdditionalMeasures } from '../tariff/additional-measures.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { OfficeTariff, SpecificRate, TariffLine } from '../tariff/office-tariff.ts'
import type { Preferences } from '../tariff/preferences.ts'
import type { VatClaims } from '../tariff/vat-claims.ts'
import { assessWithoutTax } from './assess-without-tax.ts'
import type { AssessedItem, Assessment, TaxLine } from './assessment.ts'
import { dutyRateOf, type ItemDutyRate } from './duty-rate.ts'
import { measuresChosen } from './measures-chosen.ts'
import { percent } from './percent.ts'
import { reliefFrom } from './reliefs-claimed.ts'
import { valueItems, type ItemValue } from './item-value.ts'
import { vatRateOf } from './vat-rate.ts'

/**
 * The law that an assessment is made by: all of it the office's own, none of it from the trader.
 */
export interface AssessmentBasis {
  readonly tariff: OfficeTariff
  readonly rates: ExchangeRates
  readonly vatClaims: VatClaims
  readonly preferences: Preferences
  readonly additionalMeasures: AdditionalMeasures
  /** The day of acceptance, whose law holds (Taxation (Cross-border Trade) Act 2018, section 4). */
  readonly on: LocalDate
}

/**
 * An assessment of every item, or the errors of all items that cannot be assessed. There is none in
 * part, because what is owed is one sum of the declaration.
 */
export type Assessed =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly errors: readonly DeclarationError[] }

/** Works out value, duty and VAT of a declaration from the message and the office's own tables. */
export function assess(declaration: LodgedDeclaration, basis: AssessmentBasis): Assessed {
  if (bearsNoTax(declaration)) return assessWithoutTax(declaration, basis)
  const valued = valueItems(declaration, basis.rates, basis.on)
  if (!valued.ok) return valued
  const results = declaration.items.map((item, index) =>
    assessItem({ item, value: valued.values[index]!, declaration, basis }),
  )
  const errors = results.flatMap((result) => ('error' in result ? [result.error] : []))
  if (errors.length > 0) return { ok: false, errors }

  const items = results.flatMap((result) => ('item' in result ? [result.item] : []))
  const lines = items.flatMap((item) => item.taxLines)
  return {
    ok: true,
    assessment: {
      on: basis.on,
      items,
      customsValueGbp: pence(addDecimals(...items.map((item) => item.customsValueGbp))),
      assessedGbp: pence(addDecimals(...lines.map((line) => line.assessedGbp))),
      payableGbp: pence(addDecimals(...lines.map((line) => line.payableGbp))),
    },
  }
}

interface ItemCase {
  readonly item: LodgedItem
  readonly value: ItemValue
  readonly declaration: LodgedDeclaration
  readonly basis: AssessmentBasis
}

function assessItem(itemCase: ItemCase): { item: AssessedItem } | { error: DeclarationError } {
  const { item, value, basis } = itemCase
  const commodityCode = item.commodityCode ?? ''
  const rates = basis.tariff.lineFor(commodityCode, basis.on)
  if (rates === undefined) {
    const reason = `The tariff of ${basis.on} has no commodity code ${commodityCode}.`
    return {
      error: { code: 'CDS40013', pointer: itemPointer(item.sequence, '23A/21A#1/145'), reason },
    }
  }
  const duty = dutyLine(itemCase, dutyRateOf(item, rates, basis))
  if (duty === undefined) {
    const reason = `The duty on ${commodityCode} is by quantity, and the quantity is not declared.`
    return {
      error: { code: 'CDS40011', pointer: itemPointer(item.sequence, '23A/65A/130'), reason },
    }
  }
  const { chosen, undecided } = measuresChosen(item, basis)
  const beside = chosen.map((measure) => additionalLine(itemCase, measure))
  if (undecided.length > 0 || beside.includes(undefined)) {
    const reason = `What ${commodityCode} bears beside the customs duty cannot be told from the declaration.`
    return {
      error: { code: 'CDS40059', pointer: itemPointer(item.sequence, '23A/21A/145'), reason },
    }
  }
  const duties = [duty, ...beside.filter((line) => line !== undefined)]
  const charged = addDecimals(...duties.map(({ assessedGbp }) => assessedGbp))
  return {
    item: {
      sequence: item.sequence,
      commodityCode,
      customsValueGbp: value.customsValueGbp,
      valueSteps: value.steps,
      taxLines: [...duties, vatLine(itemCase, rates, charged)],
    },
  }
}

/** A trade remedy or excise; absent where the quantity that it counts is not declared. */
function additionalLine(
  { item, value }: ItemCase,
  { taxType, rate, additionalCode, what, validity, source }: AdditionalMeasure,
): TaxLine | undefined {
  const quantity = rate.kind === 'specific' ? item.taxBases?.[rate.unit] : undefined
  if (rate.kind === 'specific' && quantity === undefined) return undefined
  const calculated =
    rate.kind === 'specific'
      ? multiplyDecimals(quantity!, rate.amountGbp)
      : multiplyDecimals(value.customsValueGbp, rate.fraction)
  const words =
    rate.kind === 'specific' ? `${rate.amountGbp} GBP/${rate.unit}` : `${percent(rate.fraction)} %`
  const code = additionalCode === undefined ? '' : ` (${additionalCode})`
  return {
    taxType,
    baseGbp: pence(value.customsValueGbp),
    ...(rate.kind === 'specific'
      ? { specificQuantity: quantity! }
      : { ratePercent: percent(rate.fraction) }),
    basis: {
      en: `${words}${code}, ${what}, in force since ${validity.from}; ${source}`,
      zh: `${words}${code}，${what}，自 ${validity.from} 起生效；${source}`,
    },
    ...settlement(item, taxType, { calculated: pence(calculated), treatment: 'charged' }),
  }
}

function dutyLine({ item, value }: ItemCase, rates: ItemDutyRate): TaxLine | undefined {
  const specific = rates.specific === undefined ? undefined : specificDuty(item, rates.specific)
  if (rates.specific !== undefined && specific === undefined) return undefined
  const adValoremRate = rates.adValoremRate ?? decimal('0')
  const calculated = pence(
    addDecimals(
      multiplyDecimals(value.customsValueGbp, adValoremRate),
      specific?.dutyGbp ?? decimal('0'),
    ),
  )
  return {
    taxType: 'A00',
    baseGbp: pence(value.customsValueGbp),
    ...(specific === undefined
      ? { ratePercent: percent(adValoremRate) }
      : { specificQuantity: specific.quantity }),
    basis: rates.basis,
    ...settlement(item, 'A00', {
      calculated,
      treatment: reliefFrom('A00', item) ?? 'charged',
    }),
  }
}

function vatLine(itemCase: ItemCase, rates: TariffLine, dutyGbp: DecimalText): TaxLine {
  const { item, value, declaration, basis } = itemCase
  const vat = vatRateOf(item, rates, basis)
  const base = pence(addDecimals(value.customsValueGbp, dutyGbp, value.vatAdditionsGbp))
  const postponed = declaration.taxParties.some((party) => party.roleCode === 'FR1')
  return {
    taxType: 'B00',
    baseGbp: base,
    ratePercent: percent(vat.rate),
    basis: {
      en: `VAT on customs value, duty and VAT additions (VAT Act 1994, section 21); ${vat.source}`,
      zh: `以完税价格、关税及计入增值税的费用为税基（VAT Act 1994, section 21）；${vat.source}`,
    },
    ...settlement(item, 'B00', {
      calculated: pence(multiplyDecimals(base, vat.rate)),
      treatment: reliefFrom('B00', item) ?? (postponed ? 'postponed' : 'charged'),
    }),
  }
}

interface Calculated {
  readonly calculated: DecimalText
  readonly treatment: TaxLine['treatment']
}

type Settlement = Pick<
  TaxLine,
  | 'deductedGbp'
  | 'assessedGbp'
  | 'payableGbp'
  | 'treatment'
  | 'preferenceCode'
  | 'paymentMethodCode'
>

/** What of a calculated amount is deducted by a relief, assessed, and payable now. */
function settlement(
  item: LodgedItem,
  taxType: TaxLine['taxType'],
  { calculated, treatment }: Calculated,
): Settlement {
  const relieved = treatment.startsWith('relieved-')
  const nothing = decimal('0.00')
  const assessed = relieved ? nothing : calculated
  const method = item.taxTypes.find((tax) => tax.taxTypeCode === taxType)?.paymentMethodCode
  return {
    deductedGbp: relieved ? calculated : nothing,
    assessedGbp: assessed,
    payableGbp: treatment === 'charged' ? assessed : nothing,
    treatment,
    preferenceCode: item.preferenceCode ?? '',
    ...(treatment === 'charged' && method !== undefined ? { paymentMethodCode: method } : {}),
  }
}

function specificDuty(
  item: LodgedItem,
  rate: SpecificRate,
): { dutyGbp: DecimalText; quantity: DecimalText } | undefined {
  const quantity = rate.per === 'kg' ? item.netMassKg : item.supplementaryQuantity
  if (quantity === undefined) return undefined
  const dutyGbp = divideAndRound(multiplyDecimals(quantity, rate.amountGbp), rate.quantity, {
    decimals: 10,
    rounding: 'truncate',
  })
  return { dutyGbp, quantity }
}

/** CDS cuts every tax base and tax amount to whole pence. */
function pence(amount: DecimalText): DecimalText {
  return round(amount, 2, 'truncate')
}
