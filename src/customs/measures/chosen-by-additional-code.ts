import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import { combineAll, failure, type Failure, type Result, success } from '../result.ts'
import type { Measure } from './measure.ts'
import { ofRole, type StatedGoods } from './stated-goods.ts'
import type { TariffFacts } from './tariff-facts.ts'

/**
 * The measures of a role that are charged. Where those of one type differ by additional code (the
 * company that made the goods, the class of an excise), the code that the line states chooses. Without
 * one nobody can say which, so the codes are named.
 */
export function chosenByAdditionalCode(
  role: 'trade-remedy' | 'excise',
  tariff: TariffFacts,
  goods: StatedGoods,
): Result<readonly Measure[]> {
  const measures = ofRole(role, tariff, goods.measures)
  const types = [...new Set(measures.map(({ type }) => type))]
  const chosen = combineAll(
    types.map((type) =>
      chosenOfOneType(
        measures.filter((measure) => measure.type === type),
        tariff.types.get(type)!.name,
        goods,
      ),
    ),
  )
  return chosen.ok ? success(chosen.value.flat()) : chosen
}

/** The same among measures of one type, which has this name. */
export function chosenOfOneType(
  measures: readonly Measure[],
  name: BilingualText,
  { question }: StatedGoods,
): Result<readonly Measure[]> {
  const { additionalCodes = [] } = question.request.lines[question.lineIndex]!
  const plain = measures.filter(({ additionalCode }) => additionalCode === undefined)
  const coded = measures.filter(({ additionalCode }) => additionalCode !== undefined)
  if (coded.length === 0) return success(plain)
  const stated = coded.filter(({ additionalCode }) =>
    additionalCodes.includes(additionalCode!.code),
  )
  if (stated.length > 0) return success([...plain, ...stated])
  return failure(codeNeeded(coded, name, question.lineIndex))
}

/** How many codes a failure lists before it only counts the rest. */
const CODES_SHOWN_MAX = 20

function codeNeeded(coded: readonly Measure[], name: BilingualText, lineIndex: number): Failure {
  const codes = [...new Set(coded.map(({ additionalCode }) => codeText(additionalCode!)))]
  const shown = codes.slice(0, CODES_SHOWN_MAX)
  const hidden = codes.length - shown.length
  const more: BilingualText =
    hidden === 0 ? { en: '', zh: '' } : { en: ` and ${hidden} more`, zh: `，另有${hidden}个` }
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', lineIndex, 'additionalCodes'),
    message: `${name.en}: line ${lineIndex + 1} needs the additional code that says which of its rates applies.`,
    mend: `State one of ${shown.join(', ')}${more.en}.`,
    zh: {
      message: `${name.zh}：第${lineIndex + 1}行需要附加编码以确定适用税率。`,
      mend: `请填写以下之一：${shown.join('、')}${more.zh}。`,
    },
  }
}

function codeText({ code, name }: NonNullable<Measure['additionalCode']>): string {
  return name === undefined ? code : `${code} (${name})`
}
