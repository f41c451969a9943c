import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import type { GoodsItemFacts, ImportDeclarationFacts } from './fill-input.ts'

/**
 * Facts without which a declaration cannot even be filled. Whether the filled declaration keeps the
 * authority's rules is another question, for `checkDeclaration`.
 */
export function missingFacts({ goodsItems }: ImportDeclarationFacts): readonly Failure[] {
  if (goodsItems.length === 0) {
    return [noGoods]
  }
  return goodsItems.flatMap((item, index) => missingInItem(item, index))
}

/** A declaration of nothing. */
export const noGoods: Failure = {
  code: 'fact-missing',
  path: '/goodsItems',
  message: 'There are no goods to declare.',
  zh: { message: '没有可申报的货物。' },
}

/** The fill splits commodity and document codes by position, so their lengths must be right. */
function missingInItem(item: GoodsItemFacts, index: number): readonly Failure[] {
  const { classification, documents, goods, regime } = item
  const at = (...steps: readonly (string | number)[]): string =>
    jsonPointer('goodsItems', index, ...steps)
  const name = `Item ${index + 1}`
  const nameZh = `第${index + 1}项`
  return [
    ...(/^\d{10}$/.test(classification.commodityCode)
      ? []
      : [
          commodityCodeTooShort(
            at('classification', 'commodityCode'),
            classification.commodityCode,
          ),
        ]),
    ...(goods.packages.length > 0
      ? []
      : [
          missing(at('goods', 'packages'), {
            en: `${name} is in no package.`,
            zh: `${nameZh}没有包装。`,
          }),
        ]),
    ...(regime.additionalProcedures.length > 0
      ? []
      : [
          missing(at('regime', 'additionalProcedures'), {
            en: `${name} has no additional procedure; 000 says that none applies.`,
            zh: `${nameZh}没有附加程序；没有适用的填 000。`,
          }),
        ]),
    ...documents.flatMap(({ code }, position) =>
      /^[A-Z0-9]{4}$/.test(code)
        ? []
        : [
            missing(at('documents', position, 'code'), {
              en: `${name} has a document whose code ${code} has not four characters.`,
              zh: `${nameZh}的单证代码 ${code} 不是四个字符。`,
            }),
          ],
    ),
  ]
}

function missing(path: string, { en, zh }: BilingualText): Failure {
  return { code: 'fact-missing', path, message: en, zh: { message: zh } }
}

function commodityCodeTooShort(path: string, code: string): Failure {
  return {
    code: 'commodity-code-not-declarable',
    path,
    message: `${code} is no commodity code of ten digits.`,
    mend: 'Classify the goods to the last level of the tariff.',
    zh: { message: `${code} 不是十位商品编码。`, mend: '请将货物归类到税则的最末一级。' },
  }
}
