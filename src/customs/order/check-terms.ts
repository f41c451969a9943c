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
    ...(speaksOfMarketplace && !marketplace ? [missingParty('marketplace', 'marketplace')] : []),
    ...(speaksOfAgent && !purchasingAgent
      ? [missingParty('purchasingAgent', 'purchasing agent')]
      : []),
  ]
}

/** The failure of an order that speaks of somebody whom it does not introduce. */
function missingParty(name: string, words: string): Failure {
  return {
    code: 'fact-missing',
    path: jsonPointer(name),
    message: `The order speaks of a ${words} but does not say who it is.`,
    mend: `State the ${words}, or correct the channel, who pays duty, or who charged VAT.`,
  }
}

/** VAT of another country than that of delivery takes the place of no tax at the import. */
function saleVatOfOtherCountry({ saleVat, deliverTo }: Order): readonly Failure[] {
  if (saleVat === undefined || saleVat.country === deliverTo.country) return []
  return [
    contradiction(
      jsonPointer('saleVat', 'country'),
      `VAT of ${saleVat.country} was charged on goods that are delivered to ${deliverTo.country}.`,
      'State only VAT of the country of delivery, or leave it out.',
    ),
  ]
}

/** Under DDP the seller bears the duties by contract; an order that bills the buyer contradicts it. */
function dutiesOfBuyerUnderDdp({ incoterm, dutiesBilledTo }: Order): readonly Failure[] {
  if (incoterm.code !== 'DDP' || dutiesBilledTo !== 'buyer') return []
  return [
    contradiction(
      jsonPointer('dutiesBilledTo'),
      "Under DDP the duties are the seller's, but the order bills them to the buyer.",
      'Agree on DAP, or bill the duties to the seller or the marketplace.',
    ),
  ]
}

/** A reseller's margin is a part of the price that customs values; stated apart it would be lost. */
function feeOfReseller({ purchasingAgent }: Order): readonly Failure[] {
  if (purchasingAgent?.capacity !== 'resells' || !purchasingAgent.fee) return []
  return [
    contradiction(
      jsonPointer('purchasingAgent', 'fee'),
      'An agent who resells charges no fee: its margin is a part of the prices.',
      'Put the fee into the prices of the lines, or state that the agent buys for the buyer.',
    ),
  ]
}

/** The failure of two statements that cannot both hold. */
function contradiction(path: string, message: string, mend: string): Failure {
  return { code: 'invalid-input', path, message, mend }
}
