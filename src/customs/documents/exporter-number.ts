import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { compare, sum } from '../money/money.ts'
import type { TraderProfile } from '../parties/trader-profile.ts'
import { combine, failure, type Result, success } from '../result.ts'
import { convert, type ExchangeRates } from '../tariff/exchange-rates.ts'
import type { CompleteConsignment, CompleteGoodsItem } from './complete-consignment.ts'
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
  if (!needed.value) return success(undefined)
  const { agreement, consignment, proof } = question
  const { exporter } = consignment.parties
  const { kind } = proof.registration
  return failure({
    code: 'fact-missing',
    path: '/registrations',
    message: `${exporter.name} needs a registration (${kind}) for goods of this value.`,
    mend: `Record the exporter's number under ${agreement.id}, or claim no preference.`,
    law: agreement.law,
  })
}

/** The registration has to be of this exporter, under this agreement, and in force on the day. */
function registeredNumber(question: ExporterNumberQuestion): string | undefined {
  const { consignment, agreement, registrations, on } = question
  return registrations.find(
    ({ exporterName, agreement: agreementId, validFrom, validUntil }) =>
      exporterName === consignment.parties.exporter.name &&
      agreementId === agreement.id &&
      isInForce({ from: validFrom, ...(validUntil && { until: validUntil }) }, on),
  )?.number
}

/**
 * Compares in the currency of the authority, because the limit is set in another than the invoice.
 */
function registrationNeeded(question: ExporterNumberQuestion): Result<boolean> {
  const { kind, neededAbove } = question.proof.registration
  if (kind === 'none') return success(false)
  if (neededAbove === undefined) return success(true)
  const { consignment, goodsItems, exchangeRates, on } = question
  const prices = goodsItems.map((item) => item.linePrice)
  const inBase = combine({
    goods: convert(exchangeRates, sum(prices, consignment.currency), { on, path: '/currency' }),
    limit: convert(exchangeRates, neededAbove, { on, path: '/agreement' }),
  })
  if (!inBase.ok) return inBase
  return success(compare(inBase.value.goods.money, inBase.value.limit.money) > 0)
}
