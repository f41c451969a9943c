import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import { cite, type Laws } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import { combineAll, type Result, success } from '../result.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import { type ConvertedAmount, convertAmount } from '../valuation/official-rates.ts'
import type { Fee } from './fee.ts'
import type { Charge } from './quote.ts'

/** What these charges depend on beside the consignment. */
interface ConsignmentTerms {
  readonly on: LocalDate
  readonly lane: LaneDecision
  readonly rates: ExchangeRates
  readonly laws: Laws
  readonly fees: readonly Fee[]
}

/** What is charged once for the whole consignment: VAT at sale, the agent's fee and further fees. */
export function consignmentCharges(
  consignment: Consignment,
  terms: ConsignmentTerms,
): Result<readonly Charge[]> {
  const charges = [
    ...saleVat(consignment, terms),
    ...agentFee(consignment, terms),
    ...terms.fees.map((fee, index) => furtherFee(fee, index, { consignment, terms })),
  ]
  return combineAll(charges)
}

/** VAT at sale counts only in the lane where it takes the place of import VAT. */
function saleVat(
  { saleVat: charged }: Consignment,
  terms: ConsignmentTerms,
): readonly Result<Charge>[] {
  const { lane, laws } = terms
  if (charged === undefined || lane.vat !== 'charged-at-sale') return []
  const amount = inPounds(charged.amount, '/saleVat/amount', terms)
  if (!amount.ok) return [amount]
  return [
    success({
      kind: 'sale-vat',
      name: { en: 'UK VAT charged at sale', zh: '销售时收取的英国增值税' },
      amount: amount.value.money,
      formula: {
        en: `charged at sale under ${charged.registration}: ${conversionText(charged.amount, amount.value)}`,
        zh: `销售时以${charged.registration}收取：${conversionText(charged.amount, amount.value)}`,
      },
      law: cite(
        laws,
        charged.chargedBy === 'marketplace'
          ? 'gb-low-value-vat-marketplace'
          : 'gb-low-value-vat-place-of-supply',
      ),
      borneBy: 'buyer',
      collector: charged.chargedBy,
      timing: 'at-sale',
    }),
  ]
}

/** The agent works for the buyer, so its fee is on the buyer's bill, whoever bears the duties. */
function agentFee(
  { agentFee: fee }: Consignment,
  terms: ConsignmentTerms,
): readonly Result<Charge>[] {
  if (fee === undefined) return []
  const amount = inPounds(fee, '/agentFee', terms)
  if (!amount.ok) return [amount]
  return [
    success({
      kind: 'fee',
      name: { en: "Purchasing agent's fee", zh: '代购服务费' },
      amount: amount.value.money,
      formula: fixedAmount(fee, amount.value),
      borneBy: 'buyer',
      collector: 'purchasing-agent',
      timing: 'at-sale',
    }),
  ]
}

/**
 * Fees of carriers and platforms follow the duties: whoever bears those has ordered the clearance.
 */
function furtherFee(
  fee: Fee,
  index: number,
  { consignment, terms }: { readonly consignment: Consignment; readonly terms: ConsignmentTerms },
): Result<Charge> {
  const path = jsonPointer('fees', index, 'amount')
  const amount = inPounds(fee.amount, path, terms)
  if (!amount.ok) return amount
  return success({
    kind: 'fee',
    name: fee.name,
    amount: amount.value.money,
    formula: fixedAmount(fee.amount, amount.value),
    borneBy: consignment.dutiesBilledTo,
    collector: fee.collector,
    timing: fee.timing,
  })
}

function inPounds(
  amount: Money,
  path: string,
  { on, rates }: Pick<ConsignmentTerms, 'on' | 'rates'>,
): Result<ConvertedAmount> {
  return convertAmount(rates, amount, { to: rates.base, on, path })
}

/** The formula of an amount that no rate leads to. */
function fixedAmount(stated: Money, converted: ConvertedAmount) {
  const text = conversionText(stated, converted)
  return { en: `fixed amount: ${text}`, zh: `固定金额：${text}` }
}

/** The amount, with its conversion where it was stated in another currency. */
function conversionText(stated: Money, { money, used }: ConvertedAmount): string {
  if (used === undefined) return moneyText(money)
  return `${moneyText(stated)} ÷ ${used.unitsFrom} = ${moneyText(money)}`
}
