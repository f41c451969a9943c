import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import type { Metal } from './programme-condition.ts'

/** A property of the goods that would change the duty and is not stated. */
export interface MissingFact {
  /** Where it belongs in the question. */
  readonly path: string
  readonly asks: BilingualText
}

const metalNames: Readonly<Record<Metal, BilingualText>> = {
  steel: { en: 'steel', zh: '钢' },
  aluminum: { en: 'aluminum', zh: '铝' },
  copper: { en: 'copper', zh: '铜' },
}

/** The name of a metal in both languages. */
export function metalName(metal: Metal): BilingualText {
  return metalNames[metal]
}

/** The value of a metal in the goods is not stated. */
export function metalValueMissing(metal: Metal): MissingFact {
  const { en, zh } = metalNames[metal]
  return {
    path: jsonPointer('facts', 'metalValueUsd', metal),
    asks: { en: `What is the value of the ${en} in the goods?`, zh: `货物中${zh}的价值是多少？` },
  }
}

/** Where a metal was made is not stated. */
export function metalOriginMissing(metal: Metal): MissingFact {
  const { en, zh } = metalNames[metal]
  return {
    path: jsonPointer('facts', 'metalMadeIn', metal),
    asks: {
      en: `In which countries was the ${en} melted and poured, or smelted and cast?`,
      zh: `${zh}在哪些国家熔炼浇铸？`,
    },
  }
}

/** The share of the metals in the weight is not stated. */
export const metalWeightMissing: MissingFact = {
  path: jsonPointer('facts', 'metalWeightPercent'),
  asks: {
    en: 'What percentage of the weight of the goods is steel, aluminum or copper?',
    zh: '钢、铝、铜占货物重量的百分比是多少？',
  },
}

/** The value of the United States content is not stated. */
export const usContentMissing: MissingFact = {
  path: jsonPointer('facts', 'usContentValueUsd'),
  asks: { en: 'What is the value of the U.S. content?', zh: '美国成分的价值是多少？' },
}

/** A question of the programmes is not answered. */
export function answerMissing(question: string, asks: BilingualText): MissingFact {
  return { path: jsonPointer('facts', 'answers', question), asks }
}

/** The failure that asks for the fact. */
export function factMissing({ path, asks }: MissingFact, programme: BilingualText): Failure {
  return {
    code: 'fact-missing',
    path,
    message: `${programme.en} depends on a fact that is not stated: ${asks.en}`,
    mend: `State ${path}.`,
    zh: { message: `${programme.zh}取决于一项未填写的信息：${asks.zh}`, mend: `请填写 ${path}。` },
  }
}
