import type { FieldTest, ItemTest } from '../../../authority/risk/risk-rule.ts'
import { isAmount, type Comparison, type RiskField } from '../terms/risk-words.ts'
import type { Wire } from '../wire.ts'
import type { ShownRule } from './rule-queries.ts'

/** A test as it is edited. */
export type RuleTest = Wire<FieldTest | ItemTest>

const LISTS: ReadonlySet<Comparison> = new Set(['isOneOf', 'startsWithOneOf', 'containsOneOf'])

/** What is compared how; the form edits the first comparison of a test. */
export function testPartOf(test: RuleTest): {
  readonly comparison: Comparison
  readonly wanted: string | readonly string[]
} {
  const [part] = Object.entries(test).filter(([name]) => name !== 'field')
  if (part === undefined) return { comparison: 'is', wanted: '' }
  return { comparison: part[0] as Comparison, wanted: part[1] }
}

/** A test of a fact; of a list each line is one entry. Without a part it begins as it is usual. */
export function testOf(
  field: RiskField,
  part?: { readonly comparison: Comparison; readonly text: string },
): RuleTest {
  const { comparison, text } = part ?? {
    comparison: isAmount(field) ? ('isBelow' as const) : ('containsOneOf' as const),
    text: '',
  }
  const wanted = LISTS.has(comparison) ? text.split('\n') : text
  // The choices of the form pair each fact with the comparisons that its type allows.
  return { field, [comparison]: wanted }
}

/** A rule as it is sent: without the empty lines that stand while somebody types. */
export function tidied(rule: ShownRule): ShownRule {
  const { consignment, anyItem, ...condition } = rule.condition
  const tidyAll = <Test extends RuleTest>(tests: readonly Test[]): readonly Test[] =>
    tests.map((test) => {
      const entries = Object.entries(test).map(([name, wanted]) => [
        name,
        typeof wanted === 'string' ? wanted.trim() : withoutEmpty(wanted),
      ])
      return Object.fromEntries(entries) as Test
    })
  return {
    ...rule,
    condition: {
      ...condition,
      ...(consignment === undefined ? {} : { consignment: tidyAll(consignment) }),
      ...(anyItem === undefined ? {} : { anyItem: tidyAll(anyItem) }),
    },
    ...(rule.documentsWanted === undefined
      ? {}
      : { documentsWanted: withoutEmpty(rule.documentsWanted) }),
  }
}

function withoutEmpty(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
