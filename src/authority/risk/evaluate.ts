import { compareDecimals, decimal } from '../../customs/money/decimal.ts'
import type { RiskFacts } from './risk-facts.ts'
import {
  consignmentFields,
  type FieldTest,
  itemFields,
  type ItemTest,
  type RiskAction,
  type RiskCondition,
  type RiskRule,
} from './risk-rule.ts'

/** What one rule said about one consignment, with the reason in words. */
export interface RuleOutcome {
  readonly ruleId: string
  readonly ruleName: string
  readonly hit: boolean
  readonly reasons: readonly string[]
  readonly action: RiskAction
  /** The rule's weight when it was asked. */
  readonly weight: number
  readonly documentsWanted: readonly string[]
}

/**
 * Asks every enabled rule in its order. The same facts and the same draw give the same answer.
 *
 * @param draw the consignment's number in the lottery of random shares, from 0 up to 1
 */
export function evaluateRules(
  rules: readonly RiskRule[],
  facts: RiskFacts,
  draw: number,
): readonly RuleOutcome[] {
  return rules
    .filter((rule) => rule.enabled)
    .toSorted((left, right) => left.position - right.position)
    .map((rule) => {
      const reasons = holds(rule.condition, facts, draw)
      return {
        ruleId: rule.id,
        ruleName: rule.name,
        hit: reasons !== undefined,
        reasons: reasons ?? [],
        action: rule.action,
        weight: rule.weight,
        documentsWanted: rule.documentsWanted ?? [],
      }
    })
}

/** The reasons for which a condition holds, or nothing where one of its parts does not. */
function holds(
  condition: RiskCondition,
  facts: RiskFacts,
  draw: number,
): readonly string[] | undefined {
  const reasons: string[] = []
  if (condition.consignment !== undefined) {
    const passed = passAll(condition.consignment, facts.consignment)
    if (passed === undefined) return undefined
    reasons.push(...passed)
  }
  if (condition.anyItem !== undefined) {
    const tests = condition.anyItem
    const hits = facts.items.flatMap((item) => {
      const passed = passAll(tests, item)
      return passed === undefined ? [] : [`item ${item.sequence}: ${passed.join(', ')}`]
    })
    if (hits.length === 0) return undefined
    reasons.push(...hits)
  }
  if (condition.randomShare !== undefined) {
    if (draw >= Number(condition.randomShare)) return undefined
    reasons.push(`drawn at random for a share of ${condition.randomShare}`)
  }
  return reasons
}

type Facts = Readonly<Record<string, string | number | undefined>>

function passAll(tests: readonly (FieldTest | ItemTest)[], facts: Facts): string[] | undefined {
  const reasons: string[] = []
  for (const test of tests) {
    const value = facts[test.field]
    const reason = value === undefined ? undefined : passes(test, String(value))
    if (reason === undefined) return undefined
    reasons.push(reason)
  }
  return reasons
}

function passes(test: FieldTest | ItemTest, value: string): string | undefined {
  const passed = isTextTest(test) ? passesAsText(test, value) : passesAsAmount(test, value)
  return passed ? `${test.field} is '${value}', which ${wordsOf(test)}` : undefined
}

type AnyTest = FieldTest | ItemTest
type AmountTest = Extract<AnyTest, { readonly isBelow?: string }>
type TextTest = Exclude<AnyTest, AmountTest>

const amountFields: ReadonlySet<string> = new Set([
  ...consignmentFields.amounts,
  ...itemFields.amounts,
])

function isTextTest(test: AnyTest): test is TextTest {
  return !amountFields.has(test.field)
}

/** Without regard to case and outer space. */
function passesAsText(test: TextTest, value: string): boolean {
  const text = value.trim().toLowerCase()
  const among = (list: readonly string[] | undefined, match: (entry: string) => boolean): boolean =>
    list === undefined || list.some((entry) => match(entry.trim().toLowerCase()))
  return (
    (test.is === undefined || test.is.trim().toLowerCase() === text) &&
    among(test.isOneOf, (entry) => entry === text) &&
    among(test.startsWithOneOf, (entry) => text.startsWith(entry)) &&
    among(test.containsOneOf, (entry) => text.includes(entry))
  )
}

/** As exact decimals. */
function passesAsAmount({ isBelow, isAtLeast }: AmountTest, value: string): boolean {
  return (
    (isBelow === undefined || compareDecimals(decimal(value), decimal(isBelow)) < 0) &&
    (isAtLeast === undefined || compareDecimals(decimal(value), decimal(isAtLeast)) >= 0)
  )
}

function wordsOf(test: AnyTest): string {
  const words = isTextTest(test)
    ? [
        test.is === undefined ? [] : [`is '${test.is}'`],
        test.isOneOf === undefined ? [] : ['stands on the list'],
        test.startsWithOneOf === undefined
          ? []
          : [`begins like ${test.startsWithOneOf.join(' or ')}`],
        test.containsOneOf === undefined ? [] : ['contains a word of the list'],
      ]
    : [
        test.isBelow === undefined ? [] : [`is below ${test.isBelow}`],
        test.isAtLeast === undefined ? [] : [`is at least ${test.isAtLeast}`],
      ]
  return words.flat().join(' and ')
}
