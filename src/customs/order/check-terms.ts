import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import type { Order } from './order.ts'

/** Whether what an order says of its parties and their bargain fits together. */
export function checkTerms(order: Order): readonly Failure[] {
  return [
    ...missingParties(order),
    ...saleVatOfOtherCountry(order),
    ...dutiesOfBuyerUnderDdp(order),
    ...feeOfReseller(order),
    ...giftOfWhatIsSold(order),
  ]
}

/** The parties that another statement of the order speaks of. */
function missingParties(order: Order): readonly Failure[] {
  const { channel, dutiesBilledTo, saleVat, marketplace, purchasingAgent } = order
  const speaksOfMarketplace =
    channel === 'marketplace' ||
    dutiesBilledTo === 'marketplace' ||
    saleVat?.chargedBy === 'marketplace'
  const speaksOfAgent = channel === 'purchasing-agent' || dutiesBilledTo === 'purchasing-agent'
  return [
    ...(speaksOfMarketplace && !marketplace
      ? [missingParty('marketplace', { en: 'marketplace', zh: '平台' })]
      : []),
    ...(speaksOfAgent && !purchasingAgent
      ? [missingParty('purchasingAgent', { en: 'purchasing agent', zh: '代购方' })]
      : []),
  ]
}

/** The failure of an order that speaks of somebody whom it does not introduce. */
function missingParty(name: string, { en, zh }: BilingualText): Failure {
  return {
    code: 'fact-missing',
    path: jsonPointer(name),
    message: `The order speaks of a ${en} but does not say who it is.`,
    mend: `State the ${en}, or correct the channel, who pays duty, or who charged VAT.`,
    zh: {
      message: `订单提到${zh}，却没有说明是谁。`,
      mend: `请填写${zh}，或更正销售渠道、税费支付方或增值税收取方。`,
    },
  }
}

/** VAT of another country than that of delivery takes the place of no tax at the import. */
function saleVatOfOtherCountry({ saleVat, deliverTo }: Order): readonly Failure[] {
  if (saleVat === undefined || saleVat.country === deliverTo.country) return []
  return [
    contradiction(
      jsonPointer('saleVat', 'country'),
      {
        en: `VAT of ${saleVat.country} was charged on goods that are delivered to ${deliverTo.country}.`,
        zh: `货物送往 ${deliverTo.country}，却收取了 ${saleVat.country} 的增值税。`,
      },
      {
        en: 'State only VAT of the country of delivery, or leave it out.',
        zh: '请只填写收货国的增值税，或不填写。',
      },
    ),
  ]
}

/** Under DDP the seller bears the duties by contract; an order that bills the buyer contradicts it. */
export function dutiesOfBuyerUnderDdp({
  incoterm,
  dutiesBilledTo,
}: Pick<Order, 'incoterm' | 'dutiesBilledTo'>): readonly Failure[] {
  if (incoterm.code !== 'DDP' || dutiesBilledTo !== 'buyer') return []
  return [
    contradiction(
      jsonPointer('dutiesBilledTo'),
      {
        en: "Under DDP the duties are the seller's, but the order bills them to the buyer.",
        zh: '按 DDP 税费由卖方承担，但订单约定由买方支付。',
      },
      {
        en: 'Agree on DAP, or bill the duties to the seller or the marketplace.',
        zh: '请改用 DAP，或约定由卖方或平台支付税费。',
      },
    ),
  ]
}

/** A reseller's margin is a part of the price that customs values; stated apart it would be lost. */
function feeOfReseller({ purchasingAgent }: Order): readonly Failure[] {
  if (purchasingAgent?.capacity !== 'resells' || !purchasingAgent.fee) return []
  return [
    contradiction(
      jsonPointer('purchasingAgent', 'fee'),
      {
        en: 'An agent who resells charges no fee: its margin is a part of the prices.',
        zh: '转售的代购方不另收服务费：其利润已含在价格中。',
      },
      {
        en: 'Put the fee into the prices of the lines, or state that the agent buys for the buyer.',
        zh: '请将服务费计入各行价格，或说明代购方是代买方购买。',
      },
    ),
  ]
}

/** Nobody charges VAT on a gift, and goods that come back are not given away. */
function giftOfWhatIsSold({ gift, saleVat, returnedGoods }: Order): readonly Failure[] {
  if (gift !== true || (saleVat === undefined && returnedGoods === undefined)) return []
  return [
    contradiction(
      jsonPointer('gift'),
      {
        en: 'The order is a gift, but VAT was charged on it or its goods come back.',
        zh: '订单注明为礼品，却收取了增值税或属退运货物。',
      },
      {
        en: 'State one of them only.',
        zh: '请只填写其中一项。',
      },
    ),
  ]
}

/** The failure of two statements that cannot both hold. */
function contradiction(path: string, message: BilingualText, mend: BilingualText): Failure {
  return {
    code: 'invalid-input',
    path,
    message: message.en,
    mend: mend.en,
    zh: { message: message.zh, mend: mend.zh },
  }
}
