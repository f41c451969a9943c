import type { BilingualText } from '../bilingual-text.ts'
import type { ConsideredProgramme } from './stacking.ts'

/** Why a programme does or does not charge goods, in a sentence for the reader of a quote. */
export function explainOutcome({ name, outcome, headings }: ConsideredProgramme): BilingualText {
  switch (outcome) {
    case 'charged':
      return {
        en: `${name.en} applies under ${headings.join(', ')}.`,
        zh: `适用${name.zh}，税号 ${headings.join('、')}。`,
      }
    case 'freed':
      return {
        en: `${name.en} does not apply: heading ${headings.join(', ')} frees the goods.`,
        zh: `不适用${name.zh}：依税号 ${headings.join('、')} 豁免。`,
      }
    case 'not-reached':
      return {
        en: `${name.en} does not reach these goods.`,
        zh: `${name.zh}不涉及该货物。`,
      }
    case 'not-in-force':
      return {
        en: `${name.en} is not in force on that day for goods of that origin.`,
        zh: `${name.zh}当日对该原产地的货物不生效。`,
      }
    case 'other-origin':
      return {
        en: `${name.en} does not reach goods of that origin.`,
        zh: `${name.zh}不涉及该原产地的货物。`,
      }
  }
}
