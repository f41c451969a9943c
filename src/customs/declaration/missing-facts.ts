import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import type { GoodsItemFacts, ImportDeclarationFacts } from './fill-input.ts'

/**
 * Facts without which a declaration cannot even be filled. Whether the filled declaration keeps the
 * authority's rules is another question, for `checkDeclaration`.
 */
export function missingFacts({ goodsItems }: ImportDeclarationFacts): readonly Failure[] {
  if (goodsItems.length === 0) {
    return [missing('/goodsItems', 'There are no goods to declare.')]
  }
  return goodsItems.flatMap((item, index) => missingInItem(item, index))
}

/** The fill splits commodity and document codes by position, so their lengths must be right. */
function missingInItem(item: GoodsItemFacts, index: number): readonly Failure[] {
  const { classification, documents, goods, regime } = item
  const at = (...steps: readonly (string | number)[]): string =>
    jsonPointer('goodsItems', index, ...steps)
  const name = `Item ${index + 1}`
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
      : [missing(at('goods', 'packages'), `${name} is in no package.`)]),
    ...(regime.additionalProcedures.length > 0
      ? []
      : [
          missing(
            at('regime', 'additionalProcedures'),
            `${name} has no additional procedure; 000 says that none applies.`,
          ),
        ]),
    ...documents.flatMap(({ code }, position) =>
      /^[A-Z0-9]{4}$/.test(code)
        ? []
        : [
            missing(
              at('documents', position, 'code'),
              `${name} has a document whose code ${code} has not four characters.`,
            ),
          ],
    ),
  ]
}

function missing(path: string, message: string): Failure {
  return { code: 'fact-missing', path, message }
}

function commodityCodeTooShort(path: string, code: string): Failure {
  return {
    code: 'commodity-code-not-declarable',
    path,
    message: `${code} is no commodity code of ten digits.`,
    mend: 'Classify the goods to the last level of the tariff.',
  }
}
