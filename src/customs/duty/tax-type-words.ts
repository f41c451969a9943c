import type { BilingualText } from '../bilingual-text.ts'

/** The tax types that imports of goods meet; excises are numbers of three figures. */
const words: Readonly<Record<string, BilingualText>> = {
  A00: { en: 'customs duty', zh: '关税' },
  A20: { en: 'additional duty', zh: '附加关税' },
  A30: { en: 'anti-dumping duty', zh: '反倾销税' },
  A35: { en: 'provisional anti-dumping duty', zh: '临时反倾销税' },
  A40: { en: 'countervailing duty', zh: '反补贴税' },
  A45: { en: 'provisional countervailing duty', zh: '临时反补贴税' },
  A50: { en: 'customs duty of the European Union', zh: '欧盟关税' },
  B00: { en: 'import VAT', zh: '进口增值税' },
  B05: { en: 'VAT on charges of the European Union', zh: '欧盟税费对应的增值税' },
}

const EXCISE = /^\d{3}$/

/**
 * What a tax type (data element 4/3) is called, within a sentence; the code itself where none is known.
 *
 * Source: UK Trade Tariff volume 3, tax type codes; excise types are numbers of three figures.
 */
export function taxTypeWords(taxType: string): BilingualText {
  if (EXCISE.test(taxType)) return { en: `excise duty ${taxType}`, zh: `消费税 ${taxType}` }
  return words[taxType] ?? { en: taxType, zh: taxType }
}

/** The same as the name of a row or at the beginning of a line. */
export function taxTypeName(taxType: string): BilingualText {
  const { en, zh } = taxTypeWords(taxType)
  return { en: en.charAt(0).toUpperCase() + en.slice(1), zh }
}
