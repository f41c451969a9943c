import type { BilingualText } from '../../customs/bilingual-text.ts'
import { failureCatalogue, type FailureCode } from '../../customs/failure-codes.ts'

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
  const { title, titleZh } = failureCatalogue[code]
  return { en: title, zh: titleZh }
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
