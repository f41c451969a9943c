import type { BilingualText } from '../bilingual-text.ts'
import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { moneyText } from '../money/money-text.ts'
import { type Money, sum } from '../money/money.ts'
import type { TraderProfile } from '../parties/trader-profile.ts'
import { failure, type Failure, type Failures, type Result, success } from '../result.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import { compareAtRates } from '../valuation/official-rates.ts'
import type { CompleteConsignment } from './complete-consignment.ts'
import { exporterOfPurchase } from './exporter-of-purchase.ts'
import type { PreferenceAgreement, PreferenceProof } from './preference-agreements.ts'

/** Who wants to state origin under which agreement, for which goods, and when. */
export interface ExporterNumberQuestion {
  readonly consignment: CompleteConsignment
  /** All purchases of the whole consignment, of which that one is a part. */
  readonly purchases: readonly CompleteConsignment[]
  readonly agreement: PreferenceAgreement
  readonly proof: PreferenceProof
  readonly registrations: NonNullable<TraderProfile['exporterRegistrations']>
  readonly exchangeRates: ExchangeRates
  /** Title of the law whose words name the number. */
  readonly law: string
  readonly on: LocalDate
}

/**
 * The number under which the exporter may make out the proof, if it has one. Up to the limit of
 * value any exporter may, without a number; over it, or where there is no limit, the absent
 * registration is a `fact-missing`. Without an official rate the limit cannot be compared, which is
 * an `exchange-rate-missing`.
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
function unregistered(question: ExporterNumberQuestion): Failure {
  const { agreement, consignment, law } = question
  const { name } = exporterOfPurchase(consignment)
  const { kind, neededAbove } = question.proof.registration
  const limit =
    neededAbove === undefined
      ? { en: 'for any value', zh: '不论货值多少' }
      : aboveLimit(neededAbove, valueClaimed(question))
  return {
    code: 'fact-missing',
    path: '/profile/exporterRegistrations',
    message: `${name} needs a registration (${kind}) under ${agreement.id} ${limit.en}.`,
    mend: "Record the exporter's number in the profile of the tenant, or claim no preference.",
    law,
    zh: {
      message: `${name} 按 ${agreement.id} 须有登记号（${kind}）：${limit.zh}。`,
      mend: '请在租户的贸易商档案中登记出口商的号码，或不申请优惠税率。',
    },
  }
}

function aboveLimit(limit: Money, claimed: Money): BilingualText {
  return {
    en: `above ${moneyText(limit)}, and its goods in the consignment are worth ${moneyText(claimed)}`,
    zh: `超过${moneyText(limit)}时须登记，而其货物在本票中价值${moneyText(claimed)}`,
  }
}

/** Compares at the official rates, because the limit is set in another currency than the invoice. */
function registrationNeeded(question: ExporterNumberQuestion): Result<boolean> {
  const { kind, neededAbove } = question.proof.registration
  if (kind === 'none') return success(false)
  if (neededAbove === undefined) return success(true)
  const { exchangeRates, on } = question
  const sign = compareAtRates(
    exchangeRates,
    { amount: valueClaimed(question), other: neededAbove },
    { on, path: '/agreement' },
  )
  return sign.ok ? success(sign.value > 0) : failure(...limitNotCompared(sign.failures, on))
}

/** Another currency on the invoice would not help: it is the limit that has to be converted. */
function limitNotCompared([first, ...others]: Failures, on: LocalDate): Failures {
  const mend =
    "Record the exporter's registration number in the profile of the tenant, for which there is " +
    `no limit, or load the rates that the authority published for ${on.slice(0, 7)}.`
  const mendZh = `请在租户的贸易商档案中登记出口商的登记号（登记后不受限额约束），或载入海关公布的 ${on.slice(0, 7)} 汇率。`
  const mended = ({ zh, ...failed }: Failure): Failure => ({
    ...failed,
    mend,
    ...(zh && { zh: { ...zh, mend: mendZh } }),
  })
  return [mended(first), ...others.map(mended)]
}

/**
 * The price of all that this exporter's goods in the consignment claim under the agreement, on
 * however many invoices: else one who splits its invoice would need no number.
 *
 * @law Trade and Cooperation Agreement with the European Union, article 38 (b) (ORIG.2): a
 *   consignment is what one exporter sends to one consignee at one time
 */
function valueClaimed({ consignment, purchases, agreement }: ExporterNumberQuestion): Money {
  const exporter = exporterOfPurchase(consignment).name
  const prices = purchases
    .filter((purchase) => exporterOfPurchase(purchase).name === exporter)
    .flatMap(({ goodsItems }) => goodsItems)
    .filter(({ preference }) => preference?.agreement === agreement.id)
    .map(({ linePrice }) => linePrice)
  return sum(prices, consignment.currency)
}
