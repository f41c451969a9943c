import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** The sums that a customs value is built from, by the words of the office's books. */
const steps: Readonly<Record<string, string>> = {
  'item price': '货物价格',
  'kept back by customs': '海关留置部分',
  'commissions and brokerage, except buying commissions': '佣金与经纪费（购货佣金除外）',
  'containers and packing': '容器与包装',
  'materials and parts supplied by the buyer': '买方提供的材料与零件',
  'tools, dies and moulds supplied by the buyer': '买方提供的工具与模具',
  'materials consumed in production supplied by the buyer': '买方提供的生产耗材',
  'engineering and design supplied by the buyer': '买方提供的工程与设计',
  'royalties and licence fees': '特许权使用费',
  'proceeds of resale accruing to the seller': '归卖方的转售收益',
  'insurance and other transport costs up to the place of introduction': '入境前保险及其他运输费用',
  'indirect payments and other payments': '间接付款及其他付款',
  'additions by decision': '依决定加计',
  'freight, shared out by price': '运费（按价格分摊）',
  'freight, shared out by gross mass': '运费（按毛重分摊）',
  'transport after arrival at the place of introduction': '入境后的运输',
  'construction, assembly or maintenance after import': '进口后的安装或维护',
  'import duties and other charges payable here': '在此应付的进口税费',
  interest: '利息',
  'right of reproduction': '复制权',
  'buying commissions': '购货佣金',
  'deductions by decision': '依决定扣减',
}

/** A sum of the customs value in words; one that is not known is said as the office says it. */
export function valueStepWord(what: string): BilingualText {
  return { en: what.charAt(0).toUpperCase() + what.slice(1), zh: steps[what] ?? what }
}
