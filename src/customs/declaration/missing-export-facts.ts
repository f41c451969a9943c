import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import { noGoods } from './missing-facts.ts'
import type { ExportDeclarationFacts, ExportItemFacts } from './export-facts.ts'

/**
 * Facts without which an export declaration cannot even be filled. Whether the filled declaration keeps
 * the authority's rules is another question, for `checkDeclaration`.
 */
export function missingExportFacts({ goodsItems }: ExportDeclarationFacts): readonly Failure[] {
  if (goodsItems.length === 0) {
    return [noGoods]
  }
  return goodsItems.flatMap((item, index) => missingInItem(item, index))
}

function missingInItem(
  { goods, classification: { commodityCode }, regime }: ExportItemFacts,
  index: number,
): readonly Failure[] {
  const at = (...steps: readonly string[]): string => jsonPointer('goodsItems', index, ...steps)
  const name = { en: `Item ${index + 1}`, zh: `第${index + 1}项` }
  const packed = { en: `${name.en} is in no package.`, zh: `${name.zh}没有包装。` }
  const procedure = {
    en: `${name.en} has no additional procedure; 000 says that none applies.`,
    zh: `${name.zh}没有附加程序；没有适用的填 000。`,
  }
  return [
    ...(/^\d{8}$/.test(commodityCode)
      ? []
      : [codeOfWrongLength(at('classification', 'commodityCode'), commodityCode)]),
    ...(goods.packages.length > 0 ? [] : [missing(at('goods', 'packages'), packed)]),
    ...(regime.additionalProcedures.length > 0
      ? []
      : [missing(at('regime', 'additionalProcedures'), procedure)]),
  ]
}

function missing(path: string, { en, zh }: BilingualText): Failure {
  return { code: 'fact-missing', path, message: en, zh: { message: zh } }
}

function codeOfWrongLength(path: string, code: string): Failure {
  return {
    code: 'commodity-code-not-declarable',
    path,
    message: `${code} is no commodity code of eight digits, as exports have.`,
    mend: 'State the first eight digits of the code in the UK tariff.',
    zh: { message: `${code} 不是出口所用的八位商品编码。`, mend: '请填写英国税则编码的前八位。' },
  }
}
