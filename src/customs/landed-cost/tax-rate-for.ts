import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import { goodsGroup, isInGroup } from '../destination/goods-group.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { DecimalText } from '../money/decimal.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import { validityOf } from '../tariff/dated-rule.ts'
import type { Charging } from './charging.ts'

/** A rate of VAT or GST with its law. */
export interface TaxRateFound {
  readonly percent: DecimalText
  readonly law: string
  readonly confidence: Destination['taxRates'][number]['confidence']
  readonly inForceFrom: LocalDate
}

/**
 * The rate of VAT, GST or the like for the goods of a line: that of a group of goods where the law has
 * one, else the general rate of the member country or region. Without a line, the general rate.
 */
export function taxRateFor(
  lineIndex: number | undefined,
  charging: Charging,
): Result<TaxRateFound> {
  const { facts, on } = charging
  const { destination, request } = facts
  const { country, region } = request.destination
  const here = destination.taxRates.filter(
    (rate) =>
      isInForce(validityOf(rate), on) &&
      (rate.member === undefined || rate.member === country) &&
      (rate.region === undefined || rate.region === region),
  )
  const forGoods = here.filter(({ goods }) => goods !== undefined)
  if (lineIndex !== undefined && forGoods.length > 0) {
    const code = request.lines[lineIndex]?.commodityCode
    if (code === undefined) return failure(codeDecides(lineIndex))
    for (const rate of forGoods) {
      const within = isInGroup(goodsGroup(destination, rate.goods!), code)
      if (within === 'cannot-say') return failure(codeDecides(lineIndex))
      if (within) return success(found(rate))
    }
  }
  const general = here.find(({ goods, name }) => goods === undefined && name === 'standard')
  return general === undefined ? failure(rateMissing(destination, on)) : success(found(general))
}

function found(rate: Destination['taxRates'][number]): TaxRateFound {
  const { percent, law, confidence, validFrom } = rate
  return { percent, law, confidence, inForceFrom: validFrom }
}

function codeDecides(lineIndex: number): Failure {
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', lineIndex, 'commodityCode'),
    message: `The rate of tax depends on the commodity code of line ${lineIndex + 1}.`,
    mend: 'State the commodity code of these goods, with as many digits as are known.',
    zh: {
      message: `税率取决于第${lineIndex + 1}行的商品编码。`,
      mend: '请填写这些货物的商品编码，位数越全越好。',
    },
  }
}

function rateMissing({ name }: Destination, on: LocalDate): Failure {
  return {
    code: 'not-covered',
    path: '/destination',
    message: `No rate of tax is loaded for ${name.en} on ${on}.`,
    mend: 'State the region of delivery, or load the rates of that day.',
    zh: {
      message: `没有载入${name.zh}在 ${on} 的税率。`,
      mend: '请填写收货地区，或载入当日的税率。',
    },
  }
}
