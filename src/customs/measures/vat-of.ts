import { jsonPointer } from '../json-pointer.ts'
import type { TariffVat } from '../landed-cost/duty-option.ts'
import { lineName } from '../landed-cost/fact-needed.ts'
import { present } from '../present.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import type { Measure } from './measure.ts'
import { type KnownGoods, ofRole } from './stated-goods.ts'
import type { TariffFacts } from './tariff-facts.ts'

/**
 * The rate of VAT that the tariff gives the goods: the one whose additional code the line claims, else
 * the one without a code. Where there are only rates with codes and more than one, the line has to say
 * which. Absent where the tariff is silent; then the law of the destination speaks.
 */
export function vatOf(tariff: TariffFacts, goods: KnownGoods): Result<TariffVat | undefined> {
  const { question } = goods
  const measures = ofRole('vat', tariff, goods.measures)
  const { additionalCodes = [] } = question.request.lines[question.lineIndex]!
  const inVain = additionalCodes.find((code) => isRateOfVat(code) && !isOffered(code, measures))
  if (inVain !== undefined) return failure(rateNotOffered(inVain, question))
  if (measures.length === 0) return success(undefined)
  const claimed = measures.find(
    ({ additionalCode }) =>
      additionalCode !== undefined && additionalCodes.includes(additionalCode.code),
  )
  const plain = measures.filter(({ additionalCode }) => additionalCode === undefined).at(-1)
  const only = measures.length === 1 ? measures[0] : undefined
  const measure = claimed ?? plain ?? only
  if (measure === undefined) return failure(codeNeeded(measures, question.lineIndex))
  return vatRate(measure, question.lineIndex)
}

function isOffered(code: string, measures: readonly Measure[]): boolean {
  return measures.some(({ additionalCode }) => additionalCode?.code === code)
}

/** Additional codes of the British tariff that say a rate of VAT: `VATZ`, `VATR` and their like. */
function isRateOfVat(additionalCode: string): boolean {
  return /^VAT[A-Z]$/.test(additionalCode)
}

function vatRate(
  { id, expression = [], additionalCode, law, validity, edition }: Measure,
  lineIndex: number,
): Result<TariffVat | undefined> {
  const [term, ...others] = expression
  if (term?.kind !== 'ad-valorem' || others.length > 0) return failure(noPercentage(id, lineIndex))
  const code = additionalCode === undefined ? '' : ` ${additionalCode.code}`
  return success(
    present({
      percent: term.percent,
      edition,
      additionalCode: additionalCode?.code,
      name: { en: `VAT${code}`, zh: `增值税${code}` },
      law: law && present({ title: law.title, url: law.url, inForceFrom: validity.from }),
    }),
  )
}

/** Whoever claims a rate vouches for its condition, but only a rate of the tariff can be claimed. */
function rateNotOffered(code: string, question: KnownGoods['question']): Failure {
  const named = lineName(question)
  return {
    code: 'invalid-input',
    path: jsonPointer('lines', question.lineIndex, 'additionalCodes'),
    message: `${named.en}: the VAT rate of code ${code} cannot be claimed for these goods.`,
    mend: 'Remove the claim of the VAT rate, or correct the commodity code.',
    zh: {
      message: `${named.zh}不能申请代码 ${code} 的增值税税率。`,
      mend: '请删除增值税税率的申请，或更正商品编码。',
    },
  }
}

/** A tariff may hold a measure whose rate nobody has understood; see the readers of tariffs. */
function noPercentage(id: string, lineIndex: number): Failure {
  return {
    code: 'not-covered',
    path: jsonPointer('lines', lineIndex, 'commodityCode'),
    message: `Line ${lineIndex + 1}: measure ${id} of the tariff states no plain percentage of VAT.`,
    mend: 'Ask a customs broker for the VAT on these goods.',
    zh: {
      message: `第${lineIndex + 1}行：税则措施 ${id} 未规定单一的增值税百分比。`,
      mend: '请就这些货物的增值税咨询报关行。',
    },
  }
}

function codeNeeded(measures: readonly Measure[], lineIndex: number): Failure {
  const codes = measures.flatMap(({ additionalCode }) => additionalCode?.code ?? [])
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', lineIndex, 'additionalCodes'),
    message: `Line ${lineIndex + 1}: the goods bear one of several rates of VAT.`,
    mend: `State the additional code of the rate: ${codes.join(', ')}.`,
    zh: {
      message: `第${lineIndex + 1}行：货物适用多个增值税税率之一。`,
      mend: `请填写税率的附加编码：${codes.join('、')}。`,
    },
  }
}
