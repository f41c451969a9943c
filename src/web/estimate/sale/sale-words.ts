import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** What the terms of a sale are called, by the words of the interface. */
export const choices = {
  incoterm: {
    DAP: { en: 'DAP · buyer pays duty', zh: 'DAP · 买方承担税费' },
    DDP: { en: 'DDP · seller pays duty', zh: 'DDP · 卖方承担税费' },
    DPU: { en: 'DPU · unloaded; buyer pays', zh: 'DPU · 卸货后交货，买方承担' },
    EXW: { en: 'EXW · from the seller’s door', zh: 'EXW · 工厂交货' },
    FCA: { en: 'FCA · handed to the carrier', zh: 'FCA · 货交承运人' },
    FAS: { en: 'FAS · beside the ship', zh: 'FAS · 船边交货' },
    FOB: { en: 'FOB · on board', zh: 'FOB · 船上交货' },
    CFR: { en: 'CFR · price with sea freight', zh: 'CFR · 成本加运费' },
    CIF: { en: 'CIF · with freight and insurance', zh: 'CIF · 成本、保险加运费' },
    CPT: { en: 'CPT · price with carriage', zh: 'CPT · 运费付至' },
    CIP: { en: 'CIP · with carriage and insurance', zh: 'CIP · 运费和保险费付至' },
  },
  channel: {
    post: { en: 'Post', zh: '邮政' },
    courier: { en: 'Courier', zh: '快递' },
    freight: { en: 'Freight', zh: '货运' },
  },
  mode: {
    '': { en: 'Not stated', zh: '未说明' },
    air: { en: 'Air', zh: '空运' },
    sea: { en: 'Sea', zh: '海运' },
    road: { en: 'Road', zh: '公路' },
    rail: { en: 'Rail', zh: '铁路' },
  },
  purpose: {
    sale: { en: 'A sale', zh: '销售' },
    gift: { en: 'A gift', zh: '礼品' },
    'personal-effects': { en: 'Personal effects', zh: '个人物品' },
    'returned-goods': { en: 'Returned goods', zh: '退回货物' },
    'returned-goods-of-another': {
      en: 'Goods that another exported and that are returned',
      zh: '由他人出口后退回的货物',
    },
  },
  buyer: {
    'private-person': { en: 'A private person', zh: '个人' },
    business: { en: 'A business', zh: '企业' },
    'vat-registered-business': { en: 'A business with a VAT number', zh: '有增值税号的企业' },
  },
} as const satisfies Record<string, Readonly<Record<string, BilingualText>>>
