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

/** A fact on which a rule has hit, so that every reader's language can say it. */
export type RiskEvidence =
  | {
      readonly kind: 'test'
      /** The item's declared number; absent for a fact of the whole consignment. */
      readonly item?: number
      readonly value: string
      readonly test: FieldTest | ItemTest
    }
  | { readonly kind: 'lot'; readonly share: string }

/** What one rule said about one consignment, with the reason in words. */
export interface RuleOutcome {
  readonly ruleId: string
  readonly ruleName: string
  readonly ruleNameInChinese?: string
  readonly hit: boolean
  readonly reasons: readonly string[]
  /** The reasons as facts; absent in outcomes of the office's first days. */
  readonly evidence?: readonly RiskEvidence[]
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
      const evidence = holds(rule.condition, facts, draw)
      return {
        ruleId: rule.id,
        ruleName: rule.name,
        ...(rule.inChinese === undefined ? {} : { ruleNameInChinese: rule.inChinese.name }),
        hit: evidence !== undefined,
        reasons: reasonsOf(evidence ?? []),
        evidence: evidence ?? [],
        action: rule.action,
        weight: rule.weight,
        documentsWanted: rule.documentsWanted ?? [],
      }
    })
}

/** The facts on which a condition holds, or nothing where one of its parts does not. */
function holds(
  condition: RiskCondition,
  facts: RiskFacts,
  draw: number,
): readonly RiskEvidence[] | undefined {
  const evidence: RiskEvidence[] = []
  if (condition.consignment !== undefined) {
    const passed = passAll(condition.consignment, facts.consignment)
    if (passed === undefined) return undefined
    evidence.push(...passed)
  }
  if (condition.anyItem !== undefined) {
    const tests = condition.anyItem
    const hits = facts.items.flatMap((item) =>
      (passAll(tests, item) ?? []).map((passed) => ({ ...passed, item: item.sequence })),
    )
    if (hits.length === 0) return undefined
    evidence.push(...hits)
  }
  if (condition.randomShare !== undefined) {
    if (draw >= Number(condition.randomShare)) return undefined
    evidence.push({ kind: 'lot', share: condition.randomShare })
  }
  return evidence
}

/** One sentence for each fact of the consignment, one for each item with all of its facts. */
function reasonsOf(evidence: readonly RiskEvidence[]): readonly string[] {
  const items = new Map<number, string[]>()
  const reasons: string[] = []
  for (const fact of evidence) {
    if (fact.kind === 'lot') reasons.push(`drawn at random for a share of ${fact.share}`)
    else if (fact.item === undefined) reasons.push(reasonOf(fact))
    else items.set(fact.item, [...(items.get(fact.item) ?? []), reasonOf(fact)])
  }
  const ofItems = [...items].map(([item, parts]) => `item ${item}: ${parts.join(', ')}`)
  return [...reasons, ...ofItems]
}

type Facts = Readonly<Record<string, string | number | undefined>>
type PassedTest = Extract<RiskEvidence, { readonly kind: 'test' }>

function passAll(
  tests: readonly (FieldTest | ItemTest)[],
  facts: Facts,
): readonly PassedTest[] | undefined {
  const passed: PassedTest[] = []
  for (const test of tests) {
    const value = facts[test.field]
    if (value === undefined || !passes(test, String(value))) return undefined
    passed.push({ kind: 'test', value: String(value), test })
  }
  return passed
}

function passes(test: FieldTest | ItemTest, value: string): boolean {
  return isTextTest(test) ? passesAsText(test, value) : passesAsAmount(test, value)
}

function reasonOf({ test, value }: PassedTest): string {
  return `${test.field} is '${value}', which ${wordsOf(test)}`
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
