import type { BilingualText } from '../../bilingual-text.ts'
import { type DataSet, dataSets } from './data-set.ts'
import { goodsItemRules } from './goods-item-rules.ts'
import { h7Rules } from './h7-rules.ts'
import { headerRules } from './header-rules.ts'
import { lowValueRules, vatReliefRules } from './low-value-rules.ts'
import { partyRules } from './party-rules.ts'
import { paymentRules } from './payment-rules.ts'
import type { DeclarationRule } from './rule.ts'
import { textRules } from './text-rules.ts'
import { transportRules } from './transport-rules.ts'
import { valuationRules } from './valuation-rules.ts'

/** Rules about one subject, as the list of rules shows them. */
export interface RuleFamily {
  /** Stable name. */
  readonly id: string
  readonly name: BilingualText
  readonly rules: readonly DeclarationRule[]
}

/** Every rule, by subject and in the order in which findings are shown. */
export const ruleFamilies: readonly RuleFamily[] = [
  { id: 'header', name: { en: 'References and totals', zh: '参考号与总计' }, rules: headerRules },
  { id: 'parties', name: { en: 'Parties', zh: '当事方' }, rules: partyRules },
  {
    id: 'transport',
    name: { en: 'Places and transport', zh: '地点与运输' },
    rules: transportRules,
  },
  { id: 'valuation', name: { en: 'Valuation', zh: '估价' }, rules: valuationRules },
  { id: 'goods-items', name: { en: 'Goods items', zh: '货物项' }, rules: goodsItemRules },
  { id: 'payment', name: { en: 'Payment', zh: '缴税' }, rules: paymentRules },
  { id: 'vat-relief', name: { en: 'Relief from VAT', zh: '增值税减免' }, rules: vatReliefRules },
  { id: 'text', name: { en: 'Text', zh: '文本' }, rules: textRules },
  { id: 'low-value', name: { en: 'Low value', zh: '低价值货物' }, rules: lowValueRules },
  { id: 'h7', name: { en: 'Super-reduced data set', zh: '超简数据集' }, rules: h7Rules },
]

const rulesByDataSet: ReadonlyMap<DataSet, readonly DeclarationRule[]> = new Map(
  dataSets.map((dataSet) => [
    dataSet,
    ruleFamilies.flatMap(({ rules }) => rules).filter((rule) => rule.dataSets.includes(dataSet)),
  ]),
)

/** The rules that hold of a data set, on any day. */
export function rulesOf(dataSet: DataSet): readonly DeclarationRule[] {
  return rulesByDataSet.get(dataSet) ?? []
}
