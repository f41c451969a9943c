import type { BilingualText } from '../../customs/bilingual-text.ts'
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
import type { NorthernIrelandLaw } from '../tariff/northern-ireland-law.ts'
import type { OfficeTariff, SpecificRate, TariffLine } from '../tariff/office-tariff.ts'
import type { Preferences } from '../tariff/preferences.ts'
import type { VatClaims } from '../tariff/vat-claims.ts'
import { assessWithoutTax } from './assess-without-tax.ts'
import type { AssessedItem, Assessment, TaxLine } from './assessment.ts'
import { dutyRateOf, type ItemDutyRate, thirdCountryRate } from './duty-rate.ts'
import { type DutyTerritory, dutyTerritoryOf } from './duty-territory.ts'
import { measuresChosen, type MeasuresChosen } from './measures-chosen.ts'
import { isWhollyKept, itemThatGoes, valueThatGoes } from './part-that-goes.ts'
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
  readonly northernIreland: NorthernIrelandLaw
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
  const results = declaration.items.flatMap((item, index) =>
    isWhollyKept(item)
      ? []
      : assessItem({
          ...{ item: itemThatGoes(item), declaration, basis },
          value: valueThatGoes(valued.values[index]!, item),
        }),
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
  /** Whose duty it bears. */
  readonly territory: DutyTerritory
}

function assessItem(
  declared: Omit<ItemCase, 'territory'>,
): { item: AssessedItem } | { error: DeclarationError } {
  const { item, value, basis, declaration } = declared
  const itemCase = { ...declared, territory: dutyTerritoryOf(item, declaration, basis) }
  const isAtRisk = itemCase.territory === 'european-union'
  const commodityCode = item.commodityCode ?? ''
  const tariff = isAtRisk ? basis.northernIreland.unionTariff : basis.tariff
  const rates = tariff.lineFor(commodityCode, basis.on)
  if (rates === undefined) {
    const whose = isAtRisk ? ' of the European Union' : ''
    const reason = `The tariff${whose} of ${basis.on} has no commodity code ${commodityCode}.`
    return {
      error: { code: 'CDS40013', pointer: itemPointer(item.sequence, '23A/21A#1/145'), reason },
    }
  }
  const rate = isAtRisk ? thirdCountryRate(rates) : dutyRateOf(item, rates, basis)
  const duty = dutyLine(itemCase, rate)
  if (duty === undefined) {
    const reason = `The duty on ${commodityCode} is by quantity, and the quantity is not declared.`
    return {
      error: { code: 'CDS40011', pointer: itemPointer(item.sequence, '23A/65A/130'), reason },
    }
  }
  const { chosen, undecided } = measuresBeside(itemCase)
  const beside = chosen.map((measure) => additionalLine(itemCase, measure))
  if (undecided.length > 0 || beside.includes(undefined)) {
    const reason = `What ${commodityCode} bears beside the customs duty cannot be told from the declaration.`
    return {
      error: { code: 'CDS40059', pointer: itemPointer(item.sequence, '23A/21A/145'), reason },
    }
  }
  const duties = [duty, ...beside.filter((line) => line !== undefined)]
  return {
    item: {
      sequence: item.sequence,
      commodityCode,
      customsValueGbp: value.customsValueGbp,
      valueSteps: value.steps,
      taxLines: [...duties, ...vatLines(itemCase, rates, duties)],
    },
  }
}

/** The trade remedies of the United Kingdom do not reach goods that bear the duty of the Union. */
function measuresBeside({ item, basis, territory }: ItemCase): MeasuresChosen {
  const { chosen, undecided } = measuresChosen(item, basis)
  if (territory === 'united-kingdom') return { chosen, undecided }
  const isExcise = ({ taxType }: { readonly taxType: string }) => /^\d/.test(taxType)
  return { chosen: chosen.filter(isExcise), undecided: undecided.filter(isExcise) }
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

function dutyLine({ item, value, territory }: ItemCase, rates: ItemDutyRate): TaxLine | undefined {
  const specific = rates.specific === undefined ? undefined : specificDuty(item, rates.specific)
  if (rates.specific !== undefined && specific === undefined) return undefined
  const adValoremRate = rates.adValoremRate ?? decimal('0')
  const calculated = pence(
    addDecimals(
      multiplyDecimals(value.customsValueGbp, adValoremRate),
      specific?.dutyGbp ?? decimal('0'),
    ),
  )
  const taxType = territory === 'european-union' ? 'A50' : 'A00'
  return {
    taxType,
    baseGbp: pence(value.customsValueGbp),
    ...(specific === undefined
      ? { ratePercent: percent(adValoremRate) }
      : { specificQuantity: specific.quantity }),
    basis: rates.basis,
    ...settlement(item, taxType, {
      calculated,
      treatment: reliefFrom(taxType, item) ?? 'charged',
    }),
  }
}

/**
 * VAT on the goods with all duties; where the duty is that of the Union, VAT on the goods alone and VAT on
 * the duty apart (B05). A movement from Great Britain is within the United Kingdom and has a rate of zero.
 *
 * Source: trader test declarations TT_IM028a, TT_IM060a and TT_IM225a with their notifications.
 */
function vatLines(
  itemCase: ItemCase,
  rates: TariffLine,
  duties: readonly TaxLine[],
): readonly TaxLine[] {
  const { territory } = itemCase
  const [duty, ...beside] = duties.map(({ assessedGbp }) => assessedGbp)
  if (duty === undefined) throw new Error('every item has its line of duty')
  if (territory === 'united-kingdom') {
    return [vatLine(itemCase, rates, { taxType: 'B00', dutyGbp: addDecimals(duty, ...beside) })]
  }
  const besideGbp = addDecimals(decimal('0.00'), ...beside)
  return [
    vatLine(itemCase, rates, { taxType: 'B00', dutyGbp: besideGbp }),
    vatLine(itemCase, rates, { taxType: 'B05', dutyGbp: duty }),
  ]
}

interface VatOn {
  readonly taxType: 'B00' | 'B05'
  /** The duties that it is charged on, beside the goods or, as B05, alone. */
  readonly dutyGbp: DecimalText
}

function vatLine(itemCase: ItemCase, rates: TariffLine, { taxType, dutyGbp }: VatOn): TaxLine {
  const { item, value, declaration, basis } = itemCase
  const vat = vatRateOf(item, rates, basis)
  const isDomestic = item.statementCodes.includes('NIDOM')
  const rate = isDomestic ? decimal('0') : vat.rate
  const base =
    taxType === 'B05'
      ? pence(dutyGbp)
      : pence(addDecimals(value.customsValueGbp, dutyGbp, value.vatAdditionsGbp))
  const postponed = declaration.taxParties.some((party) => party.roleCode === 'FR1')
  return {
    taxType,
    baseGbp: base,
    ratePercent: percent(rate),
    basis: isDomestic ? withinTheKingdom : vatBasis(taxType, vat.source),
    ...settlement(item, taxType, {
      calculated: pence(multiplyDecimals(base, rate)),
      treatment: reliefFrom(taxType, item) ?? (postponed ? 'postponed' : 'charged'),
    }),
  }
}

const withinTheKingdom: BilingualText = {
  en: 'a movement within the United Kingdom (NIDOM) bears no import VAT',
  zh: '英国境内流动（NIDOM）不征进口增值税',
}

function vatBasis(taxType: VatOn['taxType'], source: string): BilingualText {
  return taxType === 'B05'
    ? {
        en: `VAT on the customs duty of the European Union (VAT Act 1994, section 21); ${source}`,
        zh: `以欧盟关税为税基（VAT Act 1994, section 21）；${source}`,
      }
    : {
        en: `VAT on customs value, duty and VAT additions (VAT Act 1994, section 21); ${source}`,
        zh: `以完税价格、关税及计入增值税的费用为税基（VAT Act 1994, section 21）；${source}`,
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
