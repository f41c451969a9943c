import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { RiskEvidence, RuleOutcome } from '../../../authority/risk/evaluate.ts'
import type { FieldTest, ItemTest } from '../../../authority/risk/risk-rule.ts'
import type { Wire } from '../wire.ts'

/** A fact that a rule can look at. */
export type RiskField = (FieldTest | ItemTest)['field']

/** What the facts are called that rules look at. */
export const fieldWords: Readonly<Record<RiskField, BilingualText>> = {
  exporterName: { en: 'Exporter’s name', zh: '出口商名称' },
  exporterCountry: { en: 'Exporter’s country', zh: '出口商所在国' },
  importerId: { en: 'Importer’s EORI', zh: '进口商 EORI' },
  importerName: { en: 'Importer’s name', zh: '进口商名称' },
  declarantId: { en: 'Declarant’s EORI', zh: '申报人 EORI' },
  exportCountry: { en: 'Country of export', zh: '启运国' },
  customsValueGbp: { en: 'Customs value', zh: '完税价格' },
  commodityCode: { en: 'Commodity code', zh: '商品编码' },
  originCountry: { en: 'Country of origin', zh: '原产国' },
  description: { en: 'Description', zh: '品名' },
  marks: { en: 'Marks on the packages', zh: '唛头' },
  valuePerKgGbp: { en: 'Value per kilogram', zh: '每公斤价格' },
  valuePerUnitGbp: { en: 'Value per unit', zh: '每件价格' },
  percentOfReferencePrice: {
    en: 'Value per kilogram against the reference',
    zh: '每公斤价格与参考价之比',
  },
  tellingWords: { en: 'Words that say what the goods are', zh: '品名中的实义词数' },
  exporterEntries: { en: 'Earlier entries of the exporter', zh: '出口商此前申报票数' },
  exporterFindings: { en: 'Earlier findings with the exporter', zh: '出口商此前查获票数' },
  importerEntries: { en: 'Earlier entries of the importer', zh: '进口商此前申报票数' },
  importerFindings: { en: 'Earlier findings with the importer', zh: '进口商此前查获票数' },
  declarantEntries: { en: 'Earlier entries of the declarant', zh: '申报人此前申报票数' },
  declarantFindings: { en: 'Earlier findings with the declarant', zh: '申报人此前查获票数' },
}

/** How a fact is tested. */
export type Comparison =
  'is' | 'isOneOf' | 'startsWithOneOf' | 'containsOneOf' | 'isBelow' | 'isAtLeast'

/** What the tests are called. */
export const comparisonWords: Readonly<Record<Comparison, BilingualText>> = {
  is: { en: 'is', zh: '等于' },
  isOneOf: { en: 'is one of', zh: '为以下之一' },
  startsWithOneOf: { en: 'begins with', zh: '开头为' },
  containsOneOf: { en: 'contains', zh: '包含' },
  isBelow: { en: 'is below', zh: '低于' },
  isAtLeast: { en: 'is at least', zh: '不低于' },
}

/** What an amount counts; a fact without a unit is a text. */
export type AmountUnit = 'pounds' | 'percent' | 'count'

const units: Readonly<Partial<Record<RiskField, AmountUnit>>> = {
  customsValueGbp: 'pounds',
  valuePerKgGbp: 'pounds',
  valuePerUnitGbp: 'pounds',
  percentOfReferencePrice: 'percent',
  tellingWords: 'count',
  exporterEntries: 'count',
  exporterFindings: 'count',
  importerEntries: 'count',
  importerFindings: 'count',
  declarantEntries: 'count',
  declarantFindings: 'count',
}

/** What a fact counts; absent for a text. */
export function unitOf(field: RiskField): AmountUnit | undefined {
  return units[field]
}

/** Whether a fact is an amount, which is compared and not read. */
export function isAmount(field: RiskField): boolean {
  return unitOf(field) !== undefined
}

/** An amount with its unit; a text in quotation marks. */
function shownValue(field: RiskField, value: string): string {
  switch (unitOf(field)) {
    case 'pounds':
      return `£${value}`
    case 'percent':
      return `${value}%`
    case 'count':
      return value
    case undefined:
      return `“${value}”`
  }
}

/** One test in words, such as `Value per unit is below £8`. */
export function testWord(test: Wire<FieldTest | ItemTest>): BilingualText {
  const parts = Object.entries(test)
    .filter(([name]) => name !== 'field')
    .map(([name, wanted]) => comparison(test.field, name as Comparison, wanted))
  const field = fieldWords[test.field]
  return {
    en: `${field.en} ${parts.map(({ en }) => en).join(' and ')}`,
    zh: `${field.zh}${parts.map(({ zh }) => zh).join('且')}`,
  }
}

function comparison(
  field: RiskField,
  name: Comparison,
  wanted: string | readonly string[],
): BilingualText {
  const word = comparisonWords[name]
  if (typeof wanted !== 'string') {
    return {
      en: `${word.en} ${wanted.map((entry) => `“${entry}”`).join(' or ')}`,
      zh: `${word.zh}${wanted.map((entry) => `“${entry}”`).join('或')}`,
    }
  }
  const shown = shownValue(field, wanted)
  return { en: `${word.en} ${shown}`, zh: `${word.zh} ${shown}` }
}

/** Why a rule has hit, one sentence for each fact; old outcomes only have their own words. */
export function reasonsOf(
  outcome: Pick<Wire<RuleOutcome>, 'reasons' | 'evidence'>,
): readonly BilingualText[] {
  if (outcome.evidence === undefined) {
    return outcome.reasons.map((reason) => ({ en: reason, zh: reason }))
  }
  return outcome.evidence.map(evidenceWord)
}

function evidenceWord(evidence: Wire<RiskEvidence>): BilingualText {
  if (evidence.kind === 'lot') {
    const share = percentOf(evidence.share)
    return { en: `Drawn at random: ${share} of all`, zh: `随机抽中：全部的 ${share}` }
  }
  const { item, value, test } = evidence
  const field = fieldWords[test.field]
  const shown = shownValue(test.field, value)
  const tested = testWord(test)
  const ofItem =
    item === undefined ? { en: '', zh: '' } : { en: `Item ${item}: `, zh: `第 ${item} 项：` }
  return {
    en: `${ofItem.en}${field.en} ${shown} (rule: ${tested.en})`,
    zh: `${ofItem.zh}${field.zh} ${shown}（规则：${tested.zh}）`,
  }
}

/** A share such as `0.02` as a percentage: the point moves by two places, nothing is rounded. */
export function percentOf(share: string): string {
  const [whole = '0', fraction = ''] = share.split('.')
  const digits = `${whole}${fraction.padEnd(2, '0')}`
  const at = whole.length + 2
  const rest = digits.slice(at).replace(/0+$/, '')
  const percent = digits.slice(0, at).replace(/^0+(?=\d)/, '')
  return `${percent}${rest === '' ? '' : `.${rest}`}%`
}

/** A rule's name in the reader's language, where its author wrote both. */
export function ruleName(rule: {
  readonly ruleName: string
  readonly ruleNameInChinese?: string
}): BilingualText {
  return { en: rule.ruleName, zh: rule.ruleNameInChinese ?? rule.ruleName }
}
