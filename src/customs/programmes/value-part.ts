import { Big } from 'big.js'
import type { BilingualText } from '../bilingual-text.ts'
import { metalName, metalValueMissing, type MissingFact, usContentMissing } from './missing-fact.ts'
import type { MeasurablePart } from './programmes.ts'
import type { Situation } from './situation.ts'

/** How much of the value a provision is about, in dollars. */
export type MeasuredPart =
  | { readonly ok: true; readonly amount: Big }
  | { readonly ok: false; readonly missing: MissingFact }

/** Measures a part of the value; never more than is left of it. */
export function measurePart(part: MeasurablePart, left: Big, situation: Situation): MeasuredPart {
  const { facts, value, declaredOn } = situation
  switch (part.of) {
    case 'all-that-is-left':
      return measured(left, left)
    case 'content': {
      const content = facts.metalValueUsd?.[part.metal]
      return content === undefined
        ? { ok: false, missing: metalValueMissing(part.metal) }
        : measured(new Big(content), left)
    }
    case 'us-content':
    case 'non-us-content': {
      if (facts.usContentValueUsd === undefined) return { ok: false, missing: usContentMissing }
      const usContent = new Big(facts.usContentValueUsd)
      return measured(part.of === 'us-content' ? usContent : value.minus(usContent), left)
    }
    case 'under-heading':
      return measured(sumOver(declaredOn, part.headings), left)
  }
}

function measured(amount: Big, left: Big): MeasuredPart {
  return { ok: true, amount: amount.gt(left) ? left : amount }
}

function sumOver(declaredOn: ReadonlyMap<string, Big>, headings: ReadonlySet<string>): Big {
  return [...declaredOn].reduce(
    (sum, [heading, base]) => (headings.has(heading) ? sum.plus(base) : sum),
    new Big(0),
  )
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
