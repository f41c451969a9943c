import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** The Incoterms 2020 rules, each with who bears what in a few words. */
export const incoterms: readonly { readonly value: string; readonly label: BilingualText }[] = [
  term('EXW', 'buyer fetches and pays all', '买方自提，承担全部费用'),
  term('FCA', 'buyer pays carriage and duties', '买方承担运费和税费'),
  term('FAS', 'beside the ship; buyer pays on', '船边交货，其后费用由买方承担'),
  term('FOB', 'on board; buyer pays on', '装船后费用由买方承担'),
  term('CFR', 'price with freight by ship', '价格含海运费'),
  term('CIF', 'price with freight and insurance by ship', '价格含海运费和保险费'),
  term('CPT', 'price with carriage', '价格含运费'),
  term('CIP', 'price with carriage and insurance', '价格含运费和保险费'),
  term('DAP', 'delivered; buyer pays duties', '送达，买方承担税费'),
  term('DPU', 'delivered and unloaded; buyer pays duties', '送达并卸货，买方承担税费'),
  term('DDP', 'delivered; seller pays duties', '送达，卖方承担税费'),
]

function term(value: string, en: string, zh: string) {
  return { value, label: { en: `${value}: ${en}`, zh: `${value}：${zh}` } }
}
