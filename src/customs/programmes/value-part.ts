import type { BilingualText } from '../bilingual-text.ts'
import {
  addDecimals,
  compareDecimals,
  type DecimalText,
  subtractDecimals,
} from '../money/decimal.ts'
import { metalName, metalValueMissing, type MissingFact, usContentMissing } from './missing-fact.ts'
import type { MeasurablePart } from './programmes.ts'
import type { Situation } from './situation.ts'

/** How much of the value a provision is about, in dollars. */
export type MeasuredPart =
  | { readonly ok: true; readonly amount: DecimalText }
  | { readonly ok: false; readonly missing: MissingFact }

/** Measures a part of the value; never more than is left of it. */
export function measurePart(
  part: MeasurablePart,
  left: DecimalText,
  situation: Situation,
): MeasuredPart {
  const { facts, value, declaredOn } = situation
  switch (part.of) {
    case 'all-that-is-left':
      return measured(left, left)
    case 'content': {
      const content = facts.metalValueUsd?.[part.metal]
      return content === undefined
        ? { ok: false, missing: metalValueMissing(part.metal) }
        : measured(content, left)
    }
    case 'us-content':
    case 'non-us-content': {
      if (facts.usContentValueUsd === undefined) return { ok: false, missing: usContentMissing }
      const usContent = facts.usContentValueUsd
      return measured(
        part.of === 'us-content' ? usContent : subtractDecimals(value, usContent),
        left,
      )
    }
    case 'under-heading':
      return measured(sumOver(declaredOn, part.headings), left)
  }
}

function measured(amount: DecimalText, left: DecimalText): MeasuredPart {
  return { ok: true, amount: compareDecimals(amount, left) > 0 ? left : amount }
}

function sumOver(
  declaredOn: ReadonlyMap<string, DecimalText>,
  headings: ReadonlySet<string>,
): DecimalText {
  const bases = [...declaredOn].filter(([heading]) => headings.has(heading))
  return addDecimals(...bases.map(([, base]) => base))
}

/** The name of a part of the value, as a formula calls it. */
export function partName(part: MeasurablePart, isWhole: boolean): BilingualText {
  switch (part.of) {
    case 'all-that-is-left':
      return isWhole
        ? { en: 'entered value', zh: '报关价格' }
        : { en: 'rest of the entered value', zh: '报关价格的其余部分' }
    case 'content': {
      const { en, zh } = metalName(part.metal)
      return { en: `value of the ${en}`, zh: `${zh}的价值` }
    }
    case 'us-content':
      return { en: 'value of the U.S. content', zh: '美国成分的价值' }
    case 'non-us-content':
      return { en: 'value of the content from outside the U.S.', zh: '非美国成分的价值' }
    case 'under-heading':
      return { en: 'value charged under section 232', zh: '已按232条款计征的价值' }
  }
}
