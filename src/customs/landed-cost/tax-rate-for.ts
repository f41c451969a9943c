import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { ConditionFacts } from '../destination/condition-facts.ts'
import { regionMissing } from '../destination/condition-holds.ts'
import type { Destination } from '../destination/destination.ts'
import { goodsGroup, isInGroup } from '../destination/goods-group.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { DecimalText } from '../money/decimal.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import { holdsOn } from '../tariff/dated-rule.ts'
import type { Charging } from './charging.ts'
import { factNeeded, lineName, type LineOfSale, longerCodeNeeded } from './fact-needed.ts'

/** A rate of VAT or GST with its law. */
export interface TaxRateFound {
  readonly percent: DecimalText
  readonly law: string
  readonly confidence: TaxRate['confidence']
  readonly inForceFrom: LocalDate
  /** The imported edition that states it; absent where it comes with the program. */
  readonly edition?: string
}

type TaxRate = Destination['taxRates'][number]

/** The rates of the day in the member country or region of delivery. */
export interface TaxRatesHere {
  /** Those of groups of goods, in the order in which they are asked. */
  readonly ofGoods: readonly TaxRate[]
  /** The one for all other goods. */
  readonly standard: TaxRate | undefined
}

/** Picks them out of those of the destination. */
export function taxRatesHere({ destination, request, on }: ConditionFacts): TaxRatesHere {
  const { country, region } = request.destination
  const here = destination.taxRates.filter(
    (rate) =>
      holdsOn(rate, on) &&
      (rate.member === undefined || rate.member === country) &&
      (rate.region === undefined || rate.region === region),
  )
  return {
    ofGoods: here.filter(({ goods }) => goods !== undefined),
    standard: here.find(({ goods, name }) => goods === undefined && name === 'standard'),
  }
}

/**
 * The rate of VAT, GST or the like for the goods of a line: that of a group of goods where the law has
 * one, else the general rate of the member country or region. Without a line, the general rate.
 */
export function taxRateFor(
  lineIndex: number | undefined,
  charging: Charging,
): Result<TaxRateFound> {
  const { facts, taxRates } = charging
  const { destination, request } = facts
  if (lineIndex !== undefined && taxRates.ofGoods.length > 0) {
    const code = request.lines[lineIndex]?.commodityCode
    const line = { request, lineIndex }
    if (code === undefined) return failure(factNeeded('commodityCode', line))
    for (const rate of taxRates.ofGoods) {
      const within = isInGroup(goodsGroup(destination, rate.goods!), code)
      if (within === 'cannot-say') return failure(longerCodeNeeded(code, line))
      if (within) return success(found(rate))
    }
  }
  if (lineIndex !== undefined && charging.goods[lineIndex]?.vatIsUnknown === true) {
    const { commodityCode } = request.lines[lineIndex]!
    return failure(vatRateUnknown(commodityCode, { request, lineIndex }))
  }
  const { standard } = taxRates
  return standard === undefined
    ? failure(rateMissing(destination, facts))
    : success(found(standard))
}

function found(rate: TaxRate): TaxRateFound {
  const { percent, law, confidence, validFrom, edition } = rate
  return {
    ...{ percent, law, confidence, inForceFrom: validFrom },
    ...(edition !== undefined && { edition }),
  }
}

/** The standard rate is that of goods which no law gives another one, so it is not taken unseen. */
function vatRateUnknown(code: string | undefined, line: LineOfSale): Failure {
  if (code === undefined) return factNeeded('commodityCode', line)
  const named = lineName(line)
  return {
    code: 'unknown-commodity-code',
    path: jsonPointer('lines', line.lineIndex, 'commodityCode'),
    message: `${named.en}: commodity code ${code} is not in the tariff that is loaded, which says what rate of VAT goods bear.`,
    mend: 'Check the code in the tariff of the destination, import that tariff, or state vatPercent where you know the rate.',
    zh: {
      message: `${named.zh}：已载入的税则没有商品编码 ${code}，而增值税税率由税则规定。`,
      mend: '请在目的地的税则中核对该编码、导入该税则，或在已知税率时填写 vatPercent。',
    },
  }
}

/** Where regions have rates of their own, the missing rate is that of a region. */
function rateMissing({ name, taxRates }: Destination, { request, on }: ConditionFacts): Failure {
  const { region } = request.destination
  const regions = taxRates.flatMap((rate) => (holdsOn(rate, on) ? (rate.region ?? []) : []))
  if (regions.length === 0) return noRateOfDay(name, on)
  if (region === undefined) return regionMissing
  const known = [...new Set(regions)].toSorted()
  return {
    code: 'not-covered',
    path: '/destination/region',
    message: `No rate of tax is loaded for the region ${region} of ${name.en} on ${on}.`,
    mend: `Loaded are those of ${known.join(', ')}.`,
    zh: {
      message: `没有载入${name.zh} ${region} 地区在 ${on} 的税率。`,
      mend: `已载入以下地区的税率：${known.join('、')}。`,
    },
  }
}

function noRateOfDay(name: BilingualText, on: LocalDate): Failure {
  return {
    code: 'not-covered',
    path: '/on',
    message: `No rate of tax is loaded for ${name.en} on ${on}.`,
    mend: 'Load the rates of that day, or choose another.',
    zh: {
      message: `没有载入${name.zh}在 ${on} 的税率。`,
      mend: '请载入当日的税率，或选择其他日期。',
    },
  }
}
