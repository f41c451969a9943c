import type { BilingualText } from '../../../customs/bilingual-text.ts'

const words: Readonly<Record<string, BilingualText>> = {
  A00: { en: 'Customs duty', zh: '关税' },
  A20: { en: 'Additional duty', zh: '附加关税' },
  A30: { en: 'Anti-dumping duty', zh: '反倾销税' },
  A35: { en: 'Provisional anti-dumping duty', zh: '临时反倾销税' },
  A40: { en: 'Countervailing duty', zh: '反补贴税' },
  A45: { en: 'Provisional countervailing duty', zh: '临时反补贴税' },
  A50: { en: 'Customs duty of the European Union', zh: '欧盟关税' },
  B00: { en: 'Import VAT', zh: '进口增值税' },
  B05: { en: 'VAT on the duty of the European Union', zh: '对欧盟关税征收的增值税' },
}

const methods: Readonly<Record<string, BilingualText>> = {
  E: { en: 'From deferment account', zh: '延期付款账户扣款' },
  A: { en: 'Cash', zh: '现金' },
  R: { en: 'Security from deferment account', zh: '延期付款账户保证金' },
  M: { en: 'Security in cash', zh: '现金保证金' },
}

/** How money is paid or secured, by data element 4/8. */
export function methodWord(method: string): BilingualText {
  return methods[method] ?? { en: method, zh: method }
}

/** What a tax type is called; the numbers are excises. */
export function taxWord(taxType: string): BilingualText {
  const excise = { en: `Excise ${taxType}`, zh: `消费税 ${taxType}` }
  return words[taxType] ?? (/^\d/.test(taxType) ? excise : { en: taxType, zh: taxType })
}
