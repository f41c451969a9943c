import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { QuoteRequest } from '../landed-cost/quote-request.ts'
import { apportion } from '../money/apportion.ts'
import type { DecimalText } from '../money/decimal.ts'
import { isPositive, type Money, zero } from '../money/money.ts'
import { failure, type Failure, type Result, resultOf, success } from '../result.ts'
import { deliveryCostTerms } from './delivery-cost-terms.ts'
import { type ConversionUsed, convertAmount } from './official-rates.ts'
import type { ValuationTerms } from './value-consignment.ts'

/** A cost of delivery, shared over the lines, or why it is not known. */
export type DeliveryCost = Result<{
  readonly shares: readonly Money[]
  readonly used?: ConversionUsed
}>

type CostName = 'freight' | 'insurance' | 'onwardTransport'

/** What people call the costs. */
const costWords: Readonly<Record<CostName, BilingualText>> = {
  freight: { en: 'carriage', zh: '运费' },
  insurance: { en: 'insurance', zh: '保险费' },
  onwardTransport: {
    en: 'transport from the border to the destination',
    zh: '从边境到目的地的运费',
  },
}

/**
 * Shares one cost of delivery over the lines. What the delivery term puts into the prices and is not
 * stated beside them is nothing; what it leaves beside the prices has to be stated.
 */
export function deliveryCost(
  name: CostName,
  request: QuoteRequest,
  how: { readonly byValue: readonly DecimalText[]; readonly terms: ValuationTerms },
): DeliveryCost {
  const { byValue, terms } = how
  const { currency, on, rates } = terms
  const stated = request[name] ?? (isInPrices(name, request) ? zero(currency) : undefined)
  if (stated === undefined) return failure(notStated(name, request))
  const converted = convertAmount(rates, stated, { to: currency, on, path: `/${name}` })
  if (!converted.ok) return converted
  const { money, used } = converted.value
  if (!isPositive(money)) return success({ shares: byValue.map(() => zero(currency)) })
  const key = name === 'freight' ? sharingKey(request, byValue) : success(byValue)
  if (!key.ok) return key
  return success({ shares: apportion(money, key.value), ...(used && { used }) })
}

/** Whether the delivery term says that the prices contain the cost. */
function isInPrices(name: CostName, { incoterm }: QuoteRequest): boolean {
  const terms = deliveryCostTerms[incoterm]
  switch (name) {
    case 'freight':
      return terms.carriage === 'in-price'
    case 'insurance':
      return terms.insurance === 'in-price'
    case 'onwardTransport':
      // Orders state carriage for the whole way, so what follows the border is in it already.
      return true
  }
}

/** By what carriage is shared; a weight that is not stated cannot be a key. */
function sharingKey(
  { freightSharedBy = 'value', lines }: QuoteRequest,
  byValue: readonly DecimalText[],
): Result<readonly DecimalText[]> {
  if (freightSharedBy === 'value') return success(byValue)
  const missing = lines.flatMap(({ grossWeightKg }, index): readonly Failure[] =>
    grossWeightKg === undefined ? [weightMissing(index)] : [],
  )
  return resultOf(missing, () => lines.map(({ grossWeightKg }) => grossWeightKg!))
}

function weightMissing(index: number): Failure {
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', index, 'grossWeightKg'),
    message: `Line ${index + 1} states no gross weight, by which the carriage is to be shared.`,
    mend: 'State the gross weight of all pieces of the line in kilograms, or share by value.',
    zh: {
      message: `第${index + 1}行没有填写毛重，无法按毛重分摊运费。`,
      mend: '请填写该行全部货物的毛重（千克），或改为按货值分摊。',
    },
  }
}

function notStated(name: CostName, { incoterm }: QuoteRequest): Failure {
  const { en, zh } = costWords[name]
  return {
    code: 'fact-missing',
    path: `/${name}`,
    message: `Under ${incoterm} the prices do not contain ${en}, and it is not stated.`,
    mend: `State what is charged for ${en}; "0" where it is nothing.`,
    zh: {
      message: `按 ${incoterm} 条款，价格不含${zh}，而${zh}没有填写。`,
      mend: `请填写${zh}；没有则填 "0"。`,
    },
  }
}
