import type { BilingualText } from '../bilingual-text.ts'
import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import { jsonPointer } from '../json-pointer.ts'
import { compareDecimals, isZero } from '../money/decimal.ts'
import { checkDescription, describeGoods } from './check-description.ts'
import type { Finding, MissingFactId } from './finding.ts'
import type { VagueDescriptions } from './vague-descriptions.ts'

/**
 * Finds in the goods data of a consignment what would stop its declaration or its release.
 * It judges the facts alone; which papers a case needs is decided with the papers.
 */
export function checkGoodsData(
  consignment: Consignment,
  { vagueDescriptions }: { readonly vagueDescriptions: VagueDescriptions },
): readonly Finding[] {
  return [
    ...consignment.goodsItems.flatMap((item, index) => [
      ...descriptionFindings(item, index, vagueDescriptions),
      ...missingItemFacts(item, index, consignment),
      ...impossibleItemFacts(item, index),
    ]),
    ...missingConsignmentFacts(consignment),
  ]
}

/** The finding quotes the description, so that it can be found in a long list. */
function descriptionFindings(
  item: GoodsItem,
  index: number,
  vagueDescriptions: VagueDescriptions,
): readonly Finding[] {
  const fault = checkDescription(item.description, vagueDescriptions)
  if (fault === undefined) return []
  return [
    {
      ...fault,
      severity: 'blocking',
      path: jsonPointer('goodsItems', index, 'description'),
      message: {
        en: `Item ${item.itemNumber} ("${item.description}"): ${fault.message.en}`,
        zh: `第${item.itemNumber}项（“${item.description}”）：${fault.message.zh}`,
      },
      mend: describeGoods,
    },
  ]
}

/** A fact without which no declaration can be filled. */
interface NeededFact {
  readonly id: MissingFactId
  readonly fact: string
  readonly words: BilingualText
}

/** What every goods item of an H1 declaration states. */
const neededOfItem: readonly (NeededFact & { readonly fact: keyof GoodsItem })[] = [
  {
    id: 'commodity-code-missing',
    fact: 'commodityCode',
    words: { en: 'commodity code', zh: '商品编码' },
  },
  { id: 'origin-missing', fact: 'origin', words: { en: 'country of origin', zh: '原产国' } },
  { id: 'net-weight-missing', fact: 'netWeightKg', words: { en: 'net weight', zh: '净重' } },
  { id: 'gross-weight-missing', fact: 'grossWeightKg', words: { en: 'gross weight', zh: '毛重' } },
]

/** An item that does not share the invoice of the consignment needs the one of its seller. */
const ownInvoice: NeededFact & { readonly fact: 'invoice' } = {
  id: 'invoice-missing',
  fact: 'invoice',
  words: { en: "number and date of its seller's invoice", zh: '其卖方发票号码和日期' },
}

/** All facts that an item lacks, each as a finding of its own. */
function missingItemFacts(
  item: GoodsItem,
  index: number,
  consignment: Consignment,
): readonly Finding[] {
  const needsInvoice =
    consignment.commercialInvoice === undefined && isOnSeveralInvoices(consignment)
  return [...neededOfItem, ...(needsInvoice ? [ownInvoice] : [])]
    .filter(({ fact }) => item[fact] === undefined)
    .map((needed) =>
      missing(needed, jsonPointer('goodsItems', index, needed.fact), {
        en: `Item ${item.itemNumber} (${item.description})`,
        zh: `第${item.itemNumber}项（${item.description}）`,
      }),
    )
}

/** Whether the goods are on invoices of their own, of which the consignment then names none. */
function isOnSeveralInvoices({ goodsItems }: Consignment): boolean {
  return goodsItems.some((item) => item.seller !== undefined || item.invoice !== undefined)
}

/** What the declaration states once for the whole consignment. */
function missingConsignmentFacts(consignment: Consignment): readonly Finding[] {
  // What was given away or comes back has no invoice; a statement of its value stands in its place.
  const isSold = consignment.gift !== true && consignment.returnedGoods === undefined
  const needed: readonly (NeededFact & { readonly isStated: boolean })[] = [
    {
      id: 'invoice-missing',
      fact: 'commercialInvoice',
      words: isSold
        ? { en: "number and date of the seller's invoice", zh: '卖方发票号码和日期' }
        : { en: 'number and date of the statement of value', zh: '价值声明的编号和日期' },
      isStated: consignment.commercialInvoice !== undefined || isOnSeveralInvoices(consignment),
    },
    {
      id: 'packages-missing',
      fact: 'packages',
      words: { en: 'number and type of packages', zh: '包装件数和种类' },
      isStated: consignment.packages !== undefined,
    },
    {
      id: 'goods-location-missing',
      fact: 'transport/goodsLocation',
      words: { en: 'place where the goods are presented', zh: '货物查验地点' },
      isStated: consignment.transport.goodsLocation !== undefined,
    },
  ]
  const whole = { en: 'The consignment', zh: '本票货物' }
  return needed
    .filter(({ isStated }) => !isStated)
    .map((fact) => missing(fact, `/${fact.fact}`, whole))
}

/** The finding of an absent fact; there is nothing to say but what is absent and where. */
function missing({ id, words }: NeededFact, path: string, whose: BilingualText): Finding {
  return {
    ...{ id, path },
    severity: 'blocking',
    message: { en: `${whose.en} has no ${words.en}.`, zh: `${whose.zh}缺少${words.zh}。` },
    mend: { en: `State the ${words.en}.`, zh: `请填写${words.zh}。` },
  }
}

/**
 * Facts that are stated but cannot be true. An order that was read has none; weights measured later
 * may.
 */
function impossibleItemFacts(item: GoodsItem, index: number): readonly Finding[] {
  const { itemNumber, netWeightKg, grossWeightKg, unitPrice } = item
  const isLighter =
    netWeightKg !== undefined &&
    grossWeightKg !== undefined &&
    compareDecimals(grossWeightKg, netWeightKg) < 0
  const findings: readonly (Finding | undefined)[] = [
    isLighter
      ? {
          id: 'gross-below-net',
          severity: 'blocking',
          path: jsonPointer('goodsItems', index, 'grossWeightKg'),
          message: {
            en: `Item ${itemNumber} weighs ${grossWeightKg} kg with and ${netWeightKg} kg without its packaging.`,
            zh: `第${itemNumber}项毛重${grossWeightKg}千克，小于净重${netWeightKg}千克。`,
          },
          mend: { en: 'Correct one of the weights.', zh: '请更正其中一项重量。' },
        }
      : undefined,
    isZero(unitPrice.amount)
      ? {
          id: 'price-zero',
          severity: 'blocking',
          path: jsonPointer('goodsItems', index, 'unitPrice'),
          message: {
            en: `Item ${itemNumber} (${item.description}) has a price of zero.`,
            zh: `第${itemNumber}项（${item.description}）价格为零。`,
          },
          mend: { en: 'State what was paid for the goods.', zh: '请填写实际支付的价格。' },
        }
      : undefined,
  ]
  return findings.filter((finding) => finding !== undefined)
}
