import type { BilingualText } from '../../customs/bilingual-text.ts'
import { failureCatalogue, type FailureCode } from '../../customs/failure-codes.ts'

/** The Chinese titles of the failures that can keep a case from being declared. */
const titles: Partial<Readonly<Record<FailureCode, string>>> = {
  'invalid-input': '所填内容不符合要求',
  conflict: '与当前状态不符',
  'quote-outdated': '数据是另一天的',
  'fact-missing': '缺少必需的资料',
  'unknown-commodity-code': '商品编码不在已载入的税则中',
  'commodity-code-not-declarable': '商品编码位数不足，无法申报',
  'unknown-country': '国家代码未知',
  'unknown-currency': '币种未知',
  'currency-mismatch': '金额币种不一致',
  'exchange-rate-missing': '该日期没有官方汇率',
  'tariff-edition-missing': '该日期没有税则版本',
  'sale-vat-mixed': '各项货物的销售增值税收取方式不一致',
  'not-covered': '目前尚不支持此种情形',
  'no-lawful-importer': '本案没有可合法担任进口商的一方',
  'no-lawful-declarant': '本案没有可合法担任申报人的一方',
  'authority-to-act-missing': '代理人缺少授权',
  'description-vague': '货物描述过于笼统',
  'document-missing': '缺少必需的单证',
  'documents-disagree': '本案单证内容互相矛盾',
  'declaration-invalid': '报关单不符合海关规则',
  'preparation-failed': '无法完成准备',
  'stopped-by-staff': '已由人工停办',
}

/** What to do, in Chinese, where the failure itself says it in English. */
const mends: Partial<Readonly<Record<FailureCode, string>>> = {
  'invalid-input': '请更正所示内容。',
  'fact-missing': '请在货物资料中补充所示内容。',
  'unknown-commodity-code': '请核对商品编码，填写税则中的十位编码。',
  'commodity-code-not-declarable': '请填写完整的十位商品编码。',
  'currency-mismatch': '请使用发票币种。',
  'authority-to-act-missing': '请补充进口商出具的授权。',
  'no-lawful-importer': '请补充授权，或更正交易各方资料。',
  'description-vague': '请说明货物是什么、由什么材料制成、作何用途。',
  'document-missing': '请提供所示单证。',
  'documents-disagree': '请更正货物资料，使单证内容一致。',
  'declaration-invalid': '请更正所示栏目的资料来源，然后重新准备并申报。',
  'stopped-by-staff': '如需继续，请重新启动本案。',
}

/** What kind of failure it is, for people. */
export function failureTitle(code: FailureCode): BilingualText {
  const { title } = failureCatalogue[code]
  return { en: title, zh: titles[code] ?? title }
}

/** How to mend a failure: its own words, and the general advice for its kind in Chinese. */
export function failureMend(
  code: FailureCode,
  mend: string | undefined,
): BilingualText | undefined {
  const zh = mends[code]
  if (mend === undefined && zh === undefined) return undefined
  return { en: mend ?? failureTitle(code).en, zh: zh ?? mend ?? failureTitle(code).zh }
}
