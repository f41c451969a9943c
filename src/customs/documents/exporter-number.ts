import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { moneyText } from '../money/money-text.ts'
import { compare, type Money, sum } from '../money/money.ts'
import type { TraderProfile } from '../parties/trader-profile.ts'
import { combine, failure, type Failure, type Result, success } from '../result.ts'
import { convert, type ExchangeRates } from '../tariff/exchange-rates.ts'
import type { CompleteConsignment, CompleteGoodsItem } from './complete-consignment.ts'
import { exporterOfPurchase } from './exporter-of-purchase.ts'
import type { PreferenceAgreement, PreferenceProof } from './preference-agreements.ts'

/** Who wants to state origin under which agreement, for which goods, and when. */
export interface ExporterNumberQuestion {
  readonly consignment: CompleteConsignment
  readonly goodsItems: readonly CompleteGoodsItem[]
  readonly agreement: PreferenceAgreement
  readonly proof: PreferenceProof
  readonly registrations: NonNullable<TraderProfile['exporterRegistrations']>
  readonly exchangeRates: ExchangeRates
  readonly on: LocalDate
}

/**
 * The number under which the exporter may make out the proof, if it has one. Up to the limit of
 * value any exporter may, without a number; over it, or where there is no limit, the absent
 * registration is a `fact-missing`.
 */
export function exporterNumber(question: ExporterNumberQuestion): Result<string | undefined> {
  const number = registeredNumber(question)
  if (number !== undefined) return success(number)
  const needed = registrationNeeded(question)
  if (!needed.ok) return needed
  return needed.value ? failure(unregistered(question)) : success(undefined)
}

/** The registration has to be of this exporter, under this agreement, and in force on the day. */
function registeredNumber(question: ExporterNumberQuestion): string | undefined {
  const { consignment, agreement, registrations, on } = question
  const exporter = exporterOfPurchase(consignment)
  return registrations.find(
    ({ exporterName, agreement: agreementId, validFrom, validUntil }) =>
      exporterName === exporter.name &&
      agreementId === agreement.id &&
      isInForce({ from: validFrom, ...(validUntil && { until: validUntil }) }, on),
  )?.number
}

/** Names the number that is wanting, and the limit that makes it necessary. */
function unregistered({
  agreement,
  consignment,
  goodsItems,
  proof,
}: ExporterNumberQuestion): Failure {
  const { name } = exporterOfPurchase(consignment)
  const { kind, neededAbove } = proof.registration
  const value = sum(pricesOf(goodsItems), consignment.currency)
  const limit =
    neededAbove === undefined
      ? 'for any value'
      : `above ${moneyText(neededAbove)}, and the goods are worth ${moneyText(value)}`
  return {
    code: 'fact-missing',
    path: '/registrations',
    message: `${name} needs a registration (${kind}) under ${agreement.id} ${limit}.`,
    mend: "Record the exporter's number in the profile of the tenant, or claim no preference.",
    law: agreement.law,
  }
}

/**
 * Compares in the currency of the authority, because the limit is set in another than the invoice.
 */
function registrationNeeded(question: ExporterNumberQuestion): Result<boolean> {
  const { kind, neededAbove } = question.proof.registration
  if (kind === 'none') return success(false)
  if (neededAbove === undefined) return success(true)
  const { consignment, goodsItems, exchangeRates, on } = question
  const value = sum(pricesOf(goodsItems), consignment.currency)
  const inBase = combine({
    goods: convert(exchangeRates, value, { on, path: '/currency' }),
    limit: convert(exchangeRates, neededAbove, { on, path: '/agreement' }),
  })
  if (!inBase.ok) return inBase
  return success(compare(inBase.value.goods.money, inBase.value.limit.money) > 0)
}

function pricesOf(goodsItems: readonly CompleteGoodsItem[]): readonly Money[] {
  return goodsItems.map((item) => item.linePrice)
}
