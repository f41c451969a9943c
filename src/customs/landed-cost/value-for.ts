import type { LocalDate } from '../calendar/local-date.ts'
import { conditionsHold } from '../destination/condition-holds.ts'
import type { Destination } from '../destination/destination.ts'
import { failure, type Result } from '../result.ts'
import { holdsOn } from '../tariff/dated-rule.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import { valueConsignment } from '../valuation/value-consignment.ts'
import type { ValuedConsignment } from '../valuation/valued-line.ts'
import { noRulesForDay } from './no-rules-for-day.ts'
import type { QuoteRequest } from './quote-request.ts'

/** Where and when goods are valued, and at which rates. */
interface Valuing {
  readonly destination: Destination
  readonly on: LocalDate
  readonly rates: ExchangeRates
}

/**
 * Values goods by the rule of the destination: the first of the day whose conditions hold. Such a
 * condition asks who buys and why, which is known before any value is.
 */
export function valueFor(request: QuoteRequest, valuing: Valuing): Result<ValuedConsignment> {
  const { destination, on, rates } = valuing
  const { currency } = destination
  const rules = destination.valuation.filter((rule) => holdsOn(rule, on))
  const general = rules.find(({ when }) => when === undefined)
  if (general === undefined) return failure(noRulesForDay(destination, on))
  const valued = valueConsignment(request, { currency, on, rates, ...general })
  if (!valued.ok) return valued
  for (const rule of rules) {
    if (rule === general) return valued
    const facts = { request, destination, valued: valued.value, on, rates }
    const holds = conditionsHold(rule.when ?? [], facts)
    if (holds.is === 'unknown') return failure(...holds.missing)
    if (holds.is === 'yes') return valueConsignment(request, { currency, on, rates, ...rule })
  }
  return valued
}
