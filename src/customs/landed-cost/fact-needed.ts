import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import type { QuoteRequest } from './quote-request.ts'

/** A line of a sale, by its place. */
export interface LineOfSale {
  readonly request: Pick<QuoteRequest, 'lines'>
  readonly lineIndex: number
}

/** What people call the facts of a line that decide what it is charged. */
const factWords = {
  commodityCode: { en: 'commodity code', zh: '商品编码' },
  origin: { en: 'country of origin', zh: '原产国' },
} as const satisfies Readonly<Record<string, BilingualText>>

/** That a line does not state a fact which decides what it is charged. */
export function factNeeded(fact: keyof typeof factWords, line: LineOfSale): Failure {
  const { en, zh } = factWords[fact]
  const named = lineName(line)
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', line.lineIndex, fact),
    message: `${named.en} has no ${en}.`,
    mend: `State the ${en} of these goods.`,
    zh: { message: `${named.zh}缺少${zh}。`, mend: `请填写这些货物的${zh}。` },
  }
}

/** That a commodity code is too short to say what the goods are charged. */
export function longerCodeNeeded(code: string, line: LineOfSale): Failure {
  const named = lineName(line)
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', line.lineIndex, 'commodityCode'),
    message: `${named.en}: a charge depends on more digits than the ${code.length} of commodity code ${code}.`,
    mend: 'State the full commodity code of these goods.',
    zh: {
      message: `${named.zh}的商品编码 ${code} 只有${code.length}位，不足以确定某项费用。`,
      mend: '请填写这些货物的完整商品编码。',
    },
  }
}

/** @example 'Line 2 (leather shoes)' */
export function lineName({ request, lineIndex }: LineOfSale): BilingualText {
  const { description } = request.lines[lineIndex]!
  const number = lineIndex + 1
  if (description === undefined) return { en: `Line ${number}`, zh: `第${number}行` }
  return { en: `Line ${number} (${description})`, zh: `第${number}行（${description}）` }
}
