import type { Consignment } from '../consignment/consignment.ts'
import { sellersOf } from '../consignment/sellers-of.ts'
import { cite, type Laws, type Reason } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import { isPositive } from '../money/money.ts'
import { deliveryCostTerms } from '../valuation/delivery-cost-terms.ts'
import type { RateUsed } from './quote.ts'

/** How the customs value was understood, so that whoever knows better can say so. */
export function valuationNotes(
  consignment: Consignment,
  rate: RateUsed | undefined,
  laws: Laws,
): readonly Reason[] {
  return [
    deliveryTermNote(consignment, laws),
    ...addedCostsNote(consignment, laws),
    ...dutiesInPriceNote(consignment, laws),
    ...agentNote(consignment, laws),
    ...severalSellersNote(consignment, laws),
    ...exchangeNote(rate, laws),
  ]
}

/** What the delivery term was taken to say of the prices. */
function deliveryTermNote({ incoterm }: Consignment, laws: Laws): Reason {
  const { code, place } = incoterm
  const terms = deliveryCostTerms[code]
  const inPrice =
    terms.carriage === 'beside-price'
      ? { en: 'neither carriage nor insurance', zh: '不含运费和保险费' }
      : terms.insurance === 'beside-price'
        ? { en: 'carriage but not insurance', zh: '含运费但不含保险费' }
        : { en: 'carriage and insurance', zh: '含运费和保险费' }
  return {
    text: {
      en: `Delivery term ${code} ${place}: the prices contain ${inPrice.en}, apart from what is stated beside them.`,
      zh: `贸易术语${code} ${place}：价格${inPrice.zh}，另列的费用除外。`,
    },
    law: cite(laws, 'gb-customs-value'),
  }
}

/**
 * Orders state carriage for the whole way. The part after the border could stay out of the customs
 * value only if it were stated apart, so all of it is taken in.
 */
function addedCostsNote({ freight, insurance }: Consignment, laws: Laws): readonly Reason[] {
  const added = [freight, insurance].filter((cost) => cost !== undefined && isPositive(cost))
  if (added.length === 0) return []
  const amounts = added.map((cost) => moneyText(cost!)).join(' + ')
  return [
    {
      text: {
        en: `Carriage and insurance of ${amounts} stated beside the prices were added in full and shared over the items by value.`,
        zh: `价格之外另列的运费和保险费${amounts}已全额计入，并按货值分摊到各项。`,
      },
      law: cite(laws, 'gb-valuation-transport-costs'),
    },
  ]
}

/**
 * A DDP price hides the duty, which the law lets the importer deduct only from an invoice that
 * shows it.
 */
function dutiesInPriceNote({ incoterm }: Consignment, laws: Laws): readonly Reason[] {
  if (deliveryCostTerms[incoterm.code].duties === 'beside-price') return []
  return [
    {
      text: {
        en: 'Under DDP the prices may contain duty and VAT. They can be deducted only where the invoice shows them apart, which this order does not, so nothing was deducted.',
        zh: 'DDP价格可能包含关税和增值税，仅当发票单独列明时方可扣除；本订单未列明，故未作扣除。',
      },
      law: cite(laws, 'gb-valuation-exclusions'),
    },
  ]
}

/** Whether the agent's part belongs to the value depends on whom it works for. */
function agentNote({ parties, agentFee }: Consignment, laws: Laws): readonly Reason[] {
  if (parties.purchasingAgent?.capacity === 'resells') {
    return [
      {
        text: {
          en: "The agent resells, so the buyer's price to the agent is the transaction value.",
          zh: '代购方转售货物，买方支付给代购方的价格即为成交价格。',
        },
        law: cite(laws, 'gb-customs-value'),
      },
    ]
  }
  if (agentFee === undefined) return []
  return [
    {
      text: {
        en: `The agent's fee of ${moneyText(agentFee)} is a buying commission stated apart and is not part of the customs value.`,
        zh: `代购服务费${moneyText(agentFee)}为单独列明的购买佣金，不计入完税价格。`,
      },
      law: cite(laws, 'gb-valuation-exclusions'),
    },
  ]
}

/** Each sale has a price of its own, however many of them travel together. */
function severalSellersNote(consignment: Consignment, laws: Laws): readonly Reason[] {
  const sellers = sellersOf(consignment).length
  if (sellers === 1) return []
  return [
    {
      text: {
        en: `The goods come from ${sellers} sellers: the price paid to each is the transaction value of its goods, and their invoices add up to the invoice total.`,
        zh: `货物来自${sellers}个卖方：支付给各卖方的价格为其货物的成交价格，各发票合计为发票总额。`,
      },
      law: cite(laws, 'gb-customs-value'),
    },
  ]
}

/** The rate by which all foreign amounts became pounds, and its period. */
function exchangeNote(rate: RateUsed | undefined, laws: Laws): readonly Reason[] {
  if (rate === undefined) return []
  return [
    {
      text: {
        en: `Amounts in ${rate.currency} were divided by the official rate of ${rate.unitsPerBase} for ${rate.from} to ${rate.until} (not included) and rounded to the nearest penny, a half up.`,
        zh: `${rate.currency}金额按${rate.from}至${rate.until}（不含）的官方汇率${rate.unitsPerBase}折算，四舍五入到便士。`,
      },
      law: cite(laws, 'gb-exchange-rate'),
    },
  ]
}
