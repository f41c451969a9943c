import type { LocalDate } from '../calendar/local-date.ts'
import type { GoodsItem } from '../consignment/consignment.ts'
import { jsonPointer } from '../json-pointer.ts'
import { checked, combine, failure, type Failure, type Result, success } from '../result.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import type { ProvenPreference } from '../tariff/preferential-rates.ts'
import { findGoods, type FoundGoods, type Tariff } from '../tariff/tariff.ts'
import type { MeasureNotCovered, TariffGoods, VatOption } from '../tariff/tariff-edition.ts'
import { type VatRate, vatRateOn, type VatRates } from '../tariff/vat-rates.ts'
import type { QuotedPreference } from './quote.ts'

/** Everything that the taxes of one goods item follow from, apart from its value. */
export interface ItemTaxFacts {
  readonly found: FoundGoods
  readonly commodityCode: string
  readonly origin: string
  readonly duty: ItemDuty
  readonly vatRate: VatRate
  /** Law of the rate: that of the relief where one applies. */
  readonly vatLaw: string
  readonly vatAdditionalCode?: string
  /** Measures that concern these goods, are not worked out and have to be named. */
  readonly notCovered: readonly MeasureNotCovered[]
}

/** The duty of an item: that of third countries, or that of an agreement where it is proven. */
export interface ItemDuty {
  readonly expression: DutyExpression
  /** Edition of the data that the rate was read from. */
  readonly edition: string
  readonly law: string
  readonly preference?: QuotedPreference
}

/** Where the facts are looked up, and for which day. */
interface TaxSources {
  readonly on: LocalDate
  readonly tariff: Tariff
  readonly vatRates: VatRates
  readonly provenPreferences?: readonly ProvenPreference[]
}

/**
 * Looks up the tariff and VAT facts of one goods item. Fails with `fact-missing` for an absent code
 * or origin, with the failures of the tariff for a code it does not hold, and with `not-covered`
 * where a figure without an unknown measure would be wrong.
 */
export function itemTaxFacts(
  item: GoodsItem,
  index: number,
  sources: TaxSources,
): Result<ItemTaxFacts> {
  const at = jsonPointer('goodsItems', index)
  const facts = combine({
    origin: stated(item, 'origin', at),
    found: foundGoods(item, at, sources),
  })
  if (!facts.ok) return facts
  const { origin, found } = facts.value
  const measures = measuresNotCovered(found, origin)
  const taxes = combine({
    covered: checked(refusals(item, measures, at)),
    vat: vatOf(item, found.goods, { at, ...sources }),
  })
  if (!taxes.ok) return taxes
  return success({
    ...{ found, origin, ...taxes.value.vat },
    duty: dutyOf(item, found, sources),
    commodityCode: found.goods.commodityCode,
    notCovered: measures.filter((measure) => measure.effect === 'warn'),
  })
}

function dutyOf(
  { itemNumber }: GoodsItem,
  { goods, edition }: FoundGoods,
  { provenPreferences = [] }: TaxSources,
): ItemDuty {
  const proven = provenPreferences.find((preference) => preference.itemNumber === itemNumber)
  if (proven === undefined) {
    return { expression: goods.thirdCountryDuty, edition: edition.id, law: goods.law }
  }
  const { rate, proof } = proven
  const { agreement, preferenceCode, preferentialOrigin } = rate
  return {
    expression: rate.duty,
    edition: `${agreement}-${rate.validity.from}`,
    law: rate.law,
    preference: { agreement, preferenceCode, preferentialOrigin, proof },
  }
}

/** The tariff's entry for the stated code. */
function foundGoods(item: GoodsItem, at: string, { tariff, on }: TaxSources): Result<FoundGoods> {
  const code = stated(item, 'commodityCode', at)
  return code.ok ? findGoods(tariff, { code: code.value, on, path: `${at}/commodityCode` }) : code
}

/** What people call the facts that an item has to state. */
const factWords = {
  commodityCode: { en: 'commodity code', zh: '商品编码' },
  origin: { en: 'country of origin', zh: '原产国' },
} as const

/** A fact of the item, or the failure that names item and fact. */
function stated(item: GoodsItem, fact: keyof typeof factWords, at: string): Result<string> {
  const value = item[fact]
  if (value !== undefined) return success(value)
  return failure({
    code: 'fact-missing',
    path: `${at}/${fact}`,
    message: `Item ${item.itemNumber} (${item.description}) has no ${factWords[fact].en}.`,
    mend: `State the ${factWords[fact].en} of these goods.`,
    zh: {
      message: `第${item.itemNumber}项（${item.description}）缺少${factWords[fact].zh}。`,
      mend: `请填写这些货物的${factWords[fact].zh}。`,
    },
  })
}

/** The gaps of the edition that concern these goods: some hold for all origins, some for a few. */
function measuresNotCovered(found: FoundGoods, origin: string): readonly MeasureNotCovered[] {
  const concerns = ({ origins }: MeasureNotCovered) => origins?.includes(origin) ?? true
  return [...found.edition.notCovered, ...found.goods.notCovered].filter(concerns)
}

/** A figure that leaves out an anti-dumping duty or a ban would mislead, so there is none. */
function refusals(
  item: GoodsItem,
  measures: readonly MeasureNotCovered[],
  at: string,
): readonly Failure[] {
  return measures
    .filter((measure) => measure.effect === 'refuse')
    .map((measure) => ({
      code: 'not-covered',
      path: `${at}/commodityCode`,
      message: `Item ${item.itemNumber} (${item.description}) from ${item.origin}: ${measure.note.en}`,
      mend: 'Ask a customs broker for these goods, or send the other items without them.',
      zh: {
        message: `第${item.itemNumber}项（${item.description}），原产于 ${item.origin}：${measure.note.zh}`,
        mend: '请就这些货物咨询报关行，或不含这些货物发运其余各项。',
      },
    }))
}

/** The VAT part of the facts of an item. */
type VatFacts = Pick<ItemTaxFacts, 'vatRate' | 'vatLaw' | 'vatAdditionalCode'>

/**
 * The VAT rate of the goods, or the one that is claimed for them where the tariff offers it. No
 * relief is ever assumed: whoever claims one vouches for its condition.
 */
function vatOf(
  item: GoodsItem,
  { vat, commodityCode }: TariffGoods,
  where: { readonly at: string; readonly on: LocalDate; readonly vatRates: VatRates },
): Result<VatFacts> {
  const { vatRelief } = item
  const claimed = vat.options.find((option) => option.additionalCode === vatRelief)
  if (vatRelief !== undefined && vatRelief !== vat.additionalCode && claimed === undefined) {
    return failure(reliefNotOffered(item, commodityCode, where.at))
  }
  const { rate, additionalCode, law }: Partial<VatOption> & Pick<VatOption, 'rate'> = claimed ?? vat
  const vatRate = vatRateOn(where.vatRates, rate, where.on)
  if (vatRate === undefined) {
    return failure({
      code: 'not-covered',
      path: where.at,
      message: `No ${rate} rate of VAT is loaded for ${where.on}.`,
      mend: 'Load the VAT rates of that day.',
      zh: {
        message: `没有载入 ${where.on} 的 ${rate} 增值税税率。`,
        mend: '请载入当日的增值税税率。',
      },
    })
  }
  return success({
    vatRate,
    vatLaw: law ?? vatRate.law,
    ...(additionalCode && { vatAdditionalCode: additionalCode }),
  })
}

/** The failure of a claim that the tariff does not know for these goods. */
function reliefNotOffered(item: GoodsItem, commodityCode: string, at: string): Failure {
  return {
    code: 'invalid-input',
    path: `${at}/vatRelief`,
    message: `The VAT rate of code ${item.vatRelief} cannot be claimed for item ${item.itemNumber} (${commodityCode}).`,
    mend: 'Remove the VAT relief, or correct the commodity code.',
    zh: {
      message: `第${item.itemNumber}项（${commodityCode}）不能申请代码 ${item.vatRelief} 的增值税税率。`,
      mend: '请删除增值税减免，或更正商品编码。',
    },
  }
}
