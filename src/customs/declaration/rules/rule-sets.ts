import type { BilingualText } from '../../bilingual-text.ts'
import { bulkRules } from './bulk-rules.ts'
import { type DataSet, dataSets } from './data-set.ts'
import { calculationRules } from './calculation-rules.ts'
import { codeListRules } from './code-list-rules.ts'
import { exportItemRules } from './export-item-rules.ts'
import { exportRules } from './export-rules.ts'
import { goodsItemRules } from './goods-item-rules.ts'
import { h7Rules } from './h7-rules.ts'
import { h8Rules } from './h8-rules.ts'
import { headerRules } from './header-rules.ts'
import { lowValueRules, vatReliefRules } from './low-value-rules.ts'
import { partyRules } from './party-rules.ts'
import { paymentRules } from './payment-rules.ts'
import { documentRules } from './document-rules.ts'
import { movementRules } from './movement-rules.ts'
import { procedureRules } from './procedure-rules.ts'
import { referenceRules } from './reference-rules.ts'
import { relationRules } from './relation-rules.ts'
import { taxRules } from './tax-rules.ts'
import type { DeclarationRule } from './rule.ts'
import { reliefRules } from './relief-rules.ts'
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
  {
    id: 'references',
    name: { en: 'Consignment and earlier documents', zh: '货物编号与前置单证' },
    rules: referenceRules,
  },
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
  {
    id: 'reliefs',
    name: { en: 'Gifts and returned goods', zh: '礼品与退运货物' },
    rules: reliefRules,
  },
  { id: 'h7', name: { en: 'Super-reduced data set', zh: '超简数据集' }, rules: h7Rules },
  {
    id: 'exports',
    name: { en: 'Exports', zh: '出口' },
    rules: [...exportRules, ...exportItemRules],
  },
  { id: 'procedures', name: { en: 'Procedures', zh: '海关程序' }, rules: procedureRules },
  { id: 'documents', name: { en: 'Documents', zh: '单证' }, rules: documentRules },
  { id: 'taxes', name: { en: 'Taxes and quotas', zh: '税款与配额' }, rules: taxRules },
  {
    id: 'relations',
    name: { en: 'Fields that go together', zh: '相互关联的字段' },
    rules: relationRules,
  },
  {
    id: 'northern-ireland',
    name: { en: 'Northern Ireland', zh: '北爱尔兰' },
    rules: movementRules,
  },
  {
    id: 'calculation',
    name: { en: 'Our own calculation beside it', zh: '与我方计算的比对' },
    rules: calculationRules,
  },
  { id: 'code-lists', name: { en: 'Code lists', zh: '代码表' }, rules: codeListRules },
  {
    id: 'h8',
    name: { en: 'Great Britain to Northern Ireland', zh: '大不列颠至北爱尔兰' },
    rules: h8Rules,
  },
  { id: 'bulk', name: { en: 'Bulk of low value', zh: '批量低价值货物' }, rules: bulkRules },
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
