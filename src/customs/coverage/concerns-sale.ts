import { conditionsHold } from '../destination/condition-holds.ts'
import { atLine } from '../destination/condition-facts.ts'
import type { Condition } from '../destination/condition.ts'
import type { LandedCharge } from '../landed-cost/landed-charge.ts'
import type { ReckonedSale } from '../landed-cost/landed-cost-of.ts'
import { isRuleInForce } from '../landed-cost/rule-in-force.ts'
import { STATED } from '../measures/stated-vat.ts'
import { isPositive } from '../money/money.ts'
import { holdsOn } from '../tariff/dated-rule.ts'
import type { CoverageGap, GapSubject } from './coverage-gap.ts'
import { type CoverageKind, isRegimeOfKind } from './kinds-of-charge.ts'

/** A sale with what it is charged, which a gap may concern. */
export type SaleWithCharges = Pick<ReckonedSale, 'charging' | 'charges'>

/**
 * Whether a gap can make the figure of a sale another one. Where that cannot be said it can: a quote
 * leaves out only what has nothing to do with its sale, such as the rules of gifts.
 */
export function concernsSale({ kind, about }: CoverageGap, sale: SaleWithCharges): boolean {
  return (
    (kind === undefined || kindConcerns(kind, sale)) &&
    (about === undefined || subjectConcerns(about, sale))
  )
}

function kindConcerns(kind: CoverageKind, sale: SaleWithCharges): boolean {
  const { charging, charges } = sale
  const { purpose } = charging.facts.request
  switch (kind) {
    case 'gifts':
      return purpose === 'gift'
    case 'returned-goods':
      return purpose === 'returned-goods' || purpose === 'returned-goods-of-another'
    case 'low-value':
      return mayBeLowValue(sale)
    case 'customs-duty':
      return charging.tariffs.some((asked) => asked !== undefined)
    case 'preferences':
    case 'quotas':
      return charges.some(({ kind: charged, amount }) => isDuty(charged) && isPositive(amount))
    case 'trade-remedies':
    case 'excise':
    case 'import-tax':
    case 'fees':
    case 'prohibitions':
      return true
  }
}

/** Neither a preference nor a quota makes cheaper what bears no duty. */
function isDuty(kind: LandedCharge['kind']): boolean {
  return kind === 'customs-duty' || kind === 'additional-duty'
}

/**
 * Whether a sale is, or might be, within one of the limits up to which goods are of low value. Where
 * no limit of the day is known any sale might be.
 */
function mayBeLowValue({ charging: { facts, on } }: SaleWithCharges): boolean {
  const limits = facts.destination.regimes
    .filter((regime) => isRegimeOfKind(regime, 'low-value') && holdsOn(regime, on))
    .map(({ when }) => when.filter(isUpperLimit))
    .filter((upper) => upper.length > 0)
  return limits.length === 0 || limits.some((upper) => conditionsHold(upper, facts).is !== 'no')
}

function isUpperLimit(condition: Condition): boolean {
  return (
    condition.fact === 'value' &&
    (condition.atMost !== undefined || condition.lessThan !== undefined)
  )
}

function subjectConcerns(subject: GapSubject, { charging, charges }: SaleWithCharges): boolean {
  switch (subject.of) {
    case 'goods-not-in-tariff':
      return charging.goods.some((known) => known?.editions.includes(STATED) === true)
    case 'quotas-offered':
      return charging.tariffs.some(
        (asked) => asked?.tariff.options.some(({ kind }) => kind === 'quota') === true,
      )
    case 'sales':
      return conditionsHold(subject.when, charging.facts).is !== 'no'
    case 'charge':
      return subject.regime === charging.regime.id && isCharged(subject.rule, charges)
    case 'charge-switched-off':
      return (
        subject.regime === charging.regime.id &&
        !isCharged(subject.rule, charges) &&
        mightBeCharged(subject.rule, charging)
      )
  }
}

function isCharged(rule: string, charges: SaleWithCharges['charges']): boolean {
  return charges.some((charge) => charge.rule === rule)
}

/** Whether the conditions of a rule hold, or might, for some line of the sale. */
function mightBeCharged(id: string, { facts, regime, on }: SaleWithCharges['charging']): boolean {
  const lines = facts.request.lines.map((_, index) => atLine(facts, index))
  return regime.charges
    .filter(
      (rule) => rule.id === id && isRuleInForce(rule, { on, regime, switchedOn: new Set([id]) }),
    )
    .some(({ when = [], per }) =>
      (per === 'line' ? lines : [facts]).some((asked) => conditionsHold(when, asked).is !== 'no'),
    )
}
