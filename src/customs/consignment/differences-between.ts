import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import { deliveryCostTerms } from '../valuation/delivery-cost-terms.ts'
import type { Failure } from '../result.ts'
import type { Consignment } from './consignment.ts'
import type { ShipmentFacts } from './join-orders.ts'
import { sameFact } from './same-fact.ts'

/** Why two orders cannot travel as one consignment; empty where they can. */
export function differencesBetween(
  first: Consignment,
  other: Consignment,
  shipment: ShipmentFacts,
): readonly Failure[] {
  const shared = sharedFacts.filter(({ name }) => !(name in shipment))
  return [
    ...shared
      .filter(({ factOf }) => !sameFact(factOf(first), factOf(other)))
      .map(({ name, words }) => notJoinable(first, other, { name, words })),
    ...currencyMismatch(first, other),
    ...sellersApart(first, other, shipment),
    ...invoicesApart(first, other, shipment),
    ...saleVatMixed(first, other),
  ]
}

/** A fact of a consignment that all its orders have to share. */
interface SharedFact {
  readonly name: string
  readonly words: BilingualText
  readonly factOf: (consignment: Consignment) => unknown
}

/** What customs sees once per consignment, and what therefore cannot differ within one. */
const sharedFacts: readonly SharedFact[] = [
  { name: 'buyer', words: { en: 'the buyer', zh: '买方' }, factOf: (c) => c.parties.buyer },
  {
    name: 'internalMarket',
    words: {
      en: 'what the UK Internal Market Scheme is used for',
      zh: '英国内部市场计划的使用情况',
    },
    factOf: (c) => c.internalMarket,
  },
  {
    name: 'marketplace',
    words: { en: 'the marketplace', zh: '平台' },
    factOf: (c) => c.parties.marketplace,
  },
  {
    name: 'purchasingAgent',
    words: { en: 'the purchasing agent or its capacity', zh: '代购方或其身份' },
    factOf: (c) => c.parties.purchasingAgent,
  },
  {
    name: 'channel',
    words: { en: 'the channel of sale', zh: '销售渠道' },
    factOf: (c) => c.channel,
  },
  {
    name: 'shipFrom',
    words: { en: 'the place of dispatch', zh: '发运地' },
    factOf: (c) => c.shipFrom,
  },
  {
    name: 'deliverTo',
    words: { en: 'the address of delivery', zh: '收货地址' },
    factOf: (c) => c.deliverTo,
  },
  {
    name: 'incoterm',
    words: { en: 'the delivery term', zh: '贸易术语' },
    factOf: (c) => c.incoterm,
  },
  {
    name: 'dutiesBilledTo',
    words: { en: 'who pays duty', zh: '税费由谁支付' },
    factOf: (c) => c.dutiesBilledTo,
  },
  {
    name: 'authorityToAct',
    words: { en: 'the authority to act', zh: '代理授权' },
    factOf: (c) => c.authorityToAct,
  },
  { name: 'gift', words: { en: 'whether it is a gift', zh: '是否为礼品' }, factOf: (c) => c.gift },
  {
    name: 'returnedGoods',
    words: { en: 'whether the goods come back', zh: '是否为退运货物' },
    factOf: (c) => c.returnedGoods,
  },
  {
    name: 'simplifiedDeclaration',
    words: { en: 'whether a simplified declaration comes first', zh: '是否先作简化申报' },
    factOf: (c) => c.simplifiedDeclaration,
  },
  { name: 'transport', words: { en: 'the transport', zh: '运输方式' }, factOf: (c) => c.transport },
  // An amount that only one order states cannot be added up to the amount of the consignment.
  {
    name: 'freight',
    words: { en: 'whether freight is stated', zh: '是否填写运费' },
    factOf: (c) => c.freight !== undefined,
  },
  {
    name: 'insurance',
    words: { en: 'whether insurance is stated', zh: '是否填写保险费' },
    factOf: (c) => c.insurance !== undefined,
  },
  {
    name: 'agentFee',
    words: { en: "whether an agent's fee is stated", zh: '是否填写代购服务费' },
    factOf: (c) => c.agentFee !== undefined,
  },
]

/** The failure of two orders that differ in one shared fact. */
function notJoinable(
  first: Consignment,
  other: Consignment,
  { name, words }: Pick<SharedFact, 'name' | 'words'>,
): Failure {
  return notTogether(first, other, {
    name,
    because: { en: `differ in ${words.en}`, zh: `在以下方面不一致：${words.zh}` },
    mend: {
      en: 'Correct the order that is wrong, or send the two as separate consignments.',
      zh: '请更正有误的订单，或将两者分为两票货物。',
    },
  })
}

/** The failure of two orders that something keeps apart, and what to do about it. */
function notTogether(
  first: Consignment,
  other: Consignment,
  why: {
    readonly name: string
    readonly because: BilingualText
    readonly mend: BilingualText
  },
): Failure {
  return {
    code: 'orders-not-joinable',
    path: jsonPointer('orders', other.reference, why.name),
    message: `Orders ${first.reference} and ${other.reference} ${why.because.en}.`,
    mend: why.mend.en,
    zh: {
      message: `订单 ${first.reference} 与 ${other.reference} ${why.because.zh}。`,
      mend: why.mend.zh,
    },
  }
}

function haveOneSeller(first: Consignment, other: Consignment): boolean {
  return sameFact(first.parties.seller, other.parties.seller)
}

/** Several sellers' goods become one consignment only where somebody puts them together. */
function sellersApart(
  first: Consignment,
  other: Consignment,
  shipment: ShipmentFacts,
): readonly Failure[] {
  if (haveOneSeller(first, other)) return []
  const name = 'seller'
  if (first.parties.purchasingAgent === undefined) {
    const because = {
      en: 'have different sellers, and no purchasing agent puts their goods together',
      zh: '的卖方不同，且没有代购方集中发运',
    }
    const mend = { en: 'Send each as its own consignment.', zh: '请分别作为单独一票发运。' }
    return [notTogether(first, other, { name, because, mend })]
  }
  if (shipment.commercialInvoice === undefined) return []
  const { number } = shipment.commercialInvoice
  const because = {
    en: `have different sellers, and invoice ${number} can be that of one only`,
    zh: `的卖方不同，而发票 ${number} 只能属于其中之一`,
  }
  const mend = {
    en: 'State the invoice of each seller with its order.',
    zh: '请在各订单中分别填写其卖方的发票。',
  }
  return [notTogether(first, other, { name: 'commercialInvoice', because, mend })]
}

/**
 * Goods on several invoices travel at the buyer's cost only. Where a seller's price contains the
 * carriage, each invoice would claim to have paid for the one carriage of all.
 */
function invoicesApart(
  first: Consignment,
  other: Consignment,
  shipment: ShipmentFacts,
): readonly Failure[] {
  const isOnOne =
    shipment.commercialInvoice !== undefined ||
    (haveOneSeller(first, other) && sameFact(first.commercialInvoice, other.commercialInvoice))
  const { code } = first.incoterm
  if (isOnOne || deliveryCostTerms[code].carriage === 'beside-price') return []
  return [
    notTogether(first, other, {
      name: 'commercialInvoice',
      because: {
        en: `are on different invoices, of which each contains carriage under ${code}`,
        zh: `在不同的发票上，而按 ${code} 每张发票都含运费`,
      },
      mend: {
        en: 'Agree on a term under which the buyer pays the carriage (EXW, FCA, FAS, FOB), or send each as its own consignment.',
        zh: '请约定由买方支付运费的贸易术语（EXW、FCA、FAS、FOB），或分别作为单独一票发运。',
      },
    }),
  ]
}

/**
 * Relief from import VAT rests on one registration that has charged VAT on all of the consignment.
 * Where only some of it was charged, or by several, the relief would be claimed for too much or on
 * the wrong number.
 */
function saleVatMixed(first: Consignment, other: Consignment): readonly Failure[] {
  const [one, another] = [first, other].map(
    ({ saleVat }) => saleVat && { ...saleVat, amount: saleVat.amount.currency },
  )
  if (sameFact(one, another)) return []
  return [
    {
      code: 'sale-vat-mixed',
      path: jsonPointer('orders', other.reference, 'saleVat'),
      message: `VAT at sale was ${said(first).en} and ${said(other).en}.`,
      mend: 'Send the two as separate consignments, so that each is declared by its own VAT.',
      law: 'CDS appendix 2: additional procedure code 1RV and statement RVAT1',
      zh: {
        message: `销售增值税：${said(first).zh}，${said(other).zh}。`,
        mend: '请将两者分为两票货物，使各自按其增值税申报。',
      },
    },
  ]
}

/** Whether VAT was charged when the goods of an order were sold, and under which registration. */
function said({ reference, saleVat }: Consignment): BilingualText {
  if (saleVat === undefined) {
    return { en: `not charged on order ${reference}`, zh: `订单 ${reference} 未收取` }
  }
  return {
    en: `charged on order ${reference} under ${saleVat.registration}`,
    zh: `订单 ${reference} 以 ${saleVat.registration} 收取`,
  }
}

/** Two currencies cannot be added up, and one invoice has only one. */
function currencyMismatch(first: Consignment, other: Consignment): readonly Failure[] {
  if (first.currency === other.currency) return []
  return [
    {
      code: 'currency-mismatch',
      path: jsonPointer('orders', other.reference, 'currency'),
      message: `Order ${first.reference} is priced in ${first.currency}, order ${other.reference} in ${other.currency}.`,
      mend: 'Send the two as separate consignments.',
      zh: {
        message: `订单 ${first.reference} 的币种为 ${first.currency}，订单 ${other.reference} 的币种为 ${other.currency}。`,
        mend: '请将两者分为两票货物。',
      },
    },
  ]
}
