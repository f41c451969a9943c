import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { AskedDocument, DocumentsAsked } from '../measures/documents-asked.ts'
import type { ItemValuation, Quote } from '../quote/quote.ts'
import type { Failure } from '../result.ts'

/** The unit of pieces, which every order line counts. */
export const PIECES = 'NAR'

/**
 * What the tariff asks for of the goods beside their duty and an order does not state: the document that
 * a control wants, and the quantity in a supplementary unit.
 */
export function checkTariffFacts(
  { goodsItems }: Pick<Consignment, 'goodsItems'>,
  { items }: Pick<Quote, 'items'>,
  units: MeasurementUnits,
): readonly Failure[] {
  return goodsItems.flatMap((item, index) => {
    const quoted = items.find(({ itemNumber }) => itemNumber === item.itemNumber)
    if (quoted === undefined) return []
    return [
      ...(quoted.documentsAsked ?? []).map((asked) => documentMissing(asked, item, index)),
      ...quantityMissing(quoted, { item, index, units }),
    ]
  })
}

function documentMissing(
  { name, documents }: DocumentsAsked,
  { itemNumber, description }: GoodsItem,
  index: number,
): Failure {
  return {
    code: 'document-missing',
    path: jsonPointer('goodsItems', index, 'documents'),
    message: `Item ${itemNumber} (${description}) is under a control: ${name.en}. None of the documents that meet it is stated.`,
    mend: `State code and number of one of them: ${documents.map(documentText).join('; ')}.`,
    zh: {
      message: `第${itemNumber}项（${description}）受管制：${name.zh}。未填写任何所需单证。`,
      mend: `请填写以下任一单证的代码和编号：${documents.map(documentText).join('；')}。`,
    },
  }
}

function documentText({ code, name }: AskedDocument): string {
  return name === undefined ? code : `${code} (${name})`
}

interface CountedItem {
  readonly item: GoodsItem
  readonly index: number
  readonly units: MeasurementUnits
}

/** Pieces are counted anyway; of any other unit the order has to say how much there is. */
function quantityMissing(
  { supplementaryUnit: asked }: ItemValuation,
  { item, index, units }: CountedItem,
): readonly Failure[] {
  const stated = item.supplementaryQuantity
  if (asked === undefined || stated?.unit === asked) return []
  if (stated === undefined && asked === PIECES) return []
  const unit = unitText(asked, units)
  return [
    {
      code: stated === undefined ? 'fact-missing' : 'invalid-input',
      path: jsonPointer('goodsItems', index, 'supplementaryQuantity'),
      message: `The tariff counts item ${item.itemNumber} (${item.description}) in ${unit.en} as well${stated === undefined ? '' : `, not in ${stated.unit}`}.`,
      mend: `State its quantity in the unit ${asked}, for all pieces together.`,
      zh: {
        message: `税则对第${item.itemNumber}项（${item.description}）还以${unit.zh}计量${stated === undefined ? '' : `，而非 ${stated.unit}`}。`,
        mend: `请以单位 ${asked} 填写全部件数的合计数量。`,
      },
    },
  ]
}

function unitText(code: string, units: MeasurementUnits) {
  const name = units.get(code)?.quantity.name
  return name === undefined
    ? { en: `the unit ${code}`, zh: `单位 ${code} ` }
    : { en: `${name.en} (${code})`, zh: `${name.zh}（${code}）` }
}
