import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import type {
  ExportGoodsFacts,
  ExportItemFacts,
  ExportRegimeFacts,
} from '../../customs/declaration/export-facts.ts'
import type { FieldOrigin, Sourced } from '../../customs/declaration/fill-input.ts'
import { combine, failure, type Result, success } from '../../customs/result.ts'
import { additionalCodesOf, heldDocuments, packagesOf } from './goods-item-facts.ts'
import { itemToDeclare } from './item-to-declare.ts'

/**
 * The facts of one goods item that leaves, but for its value. Fails for each absent fact, named by its
 * place in the consignment.
 */
export function exportItemFacts(
  consignment: Consignment,
  item: GoodsItem,
  index: number,
): Result<Omit<ExportItemFacts, 'statisticalValue'>> {
  const known = combine({
    complete: itemToDeclare(item, index),
    commodityCode: exportCode(item, index),
  })
  if (!known.ok) return known
  const { complete, commodityCode } = known.value
  const ordered: FieldOrigin = { source: 'order', reference: item.orderReference }
  return success({
    goods: { ...goodsOf(consignment, item, complete), origin: ordered },
    classification: { origin: ordered, commodityCode, ...additionalCodesOf(item) },
    regime: regimeOf(consignment),
    documents: heldDocuments(item),
    statements: [],
  })
}

function goodsOf(
  consignment: Consignment,
  item: GoodsItem,
  weights: Pick<ExportGoodsFacts, 'grossWeightKg' | 'netWeightKg'>,
): ExportGoodsFacts {
  const { description, supplementaryQuantity } = item
  return {
    description,
    grossWeightKg: weights.grossWeightKg,
    netWeightKg: weights.netWeightKg,
    packages: packagesOf({ consignment }, item),
    ...(supplementaryQuantity && { supplementaryQuantity: supplementaryQuantity.amount }),
  }
}

/** All countries share the first six digits, so both codes of the goods have to agree in them. */
function exportCode(
  { itemNumber, commodityCode = '', exportCommodityCode }: GoodsItem,
  index: number,
): Result<string> {
  const path = `/goodsItems/${index}/exportCommodityCode`
  if (exportCommodityCode === undefined) {
    return failure({
      code: 'fact-missing',
      path,
      message: `Item ${itemNumber} has no commodity code of the UK tariff, by which it leaves.`,
      mend: 'State the eight digits of the UK tariff; the code of the destination is another.',
      zh: {
        message: `第${itemNumber}项没有出口所用的英国税则编码。`,
        mend: '请填写英国税则的八位编码；目的国编码不能代替。',
      },
    })
  }
  if (exportCommodityCode.slice(0, 6) === commodityCode.slice(0, 6)) {
    return success(exportCommodityCode)
  }
  return failure({
    code: 'invalid-input',
    path,
    message: `Item ${itemNumber} leaves as ${exportCommodityCode} and arrives as ${commodityCode}: the first six digits are those of all countries.`,
    mend: 'Correct one of the two codes.',
    zh: {
      message: `第${itemNumber}项出口编码 ${exportCommodityCode} 与目的国编码 ${commodityCode} 不符：前六位各国相同。`,
      mend: '请更正其中一个编码。',
    },
  })
}

/**
 * Goods in free circulation leave for good (1040), sold or sent back. Rejected imports, of which the
 * duty is to be repaid, say so (3RI). The first figure of the nature of transaction tells a sale from
 * a return, the second what kind.
 *
 * Source: CDS UK Trade Tariff, volume 3, appendix 2, index of the 3-series (read 2026-11-23; its notes on
 * 3RI were not, so what they may ask for beside is not declared); HMRC's trader test declaration TT_EX001a
 * for 11, Regulation (EU) No 113/2010, article 10(2), for the meaning of the first figure (not read again).
 */
function regimeOf({ exit, reference }: Consignment): ExportRegimeFacts & Sourced {
  const isRejected = exit?.returnOf?.reason === 'rejected'
  return {
    origin: { source: 'order', reference, note: exit?.returnOf ? goesBack : isSold },
    requestedProcedure: '10',
    previousProcedure: '40',
    additionalProcedures: [isRejected ? '3RI' : '000'],
    transactionNatureCode: exit?.returnOf ? '21' : '11',
  }
}

const isSold = { en: 'The goods are sold and leave for good.', zh: '货物已售出，永久出口。' }
const goesBack = { en: 'The goods go back.', zh: '货物退回。' }
