import type { ShownRule } from './rule-queries.ts'

const STEP = 10
const HIGHEST = 9_999

/** A rule to begin with: switched off, after all others, looking at the commodity code. */
export function newRule(rules: readonly ShownRule[]): ShownRule {
  const last = Math.max(0, ...rules.map(({ position }) => position))
  return {
    id: freeId(rules),
    name: '',
    words: '',
    condition: { anyItem: [{ field: 'commodityCode', startsWithOneOf: [] }] },
    action: 'review',
    weight: 30,
    enabled: false,
    position: Math.min(last + STEP, HIGHEST),
  }
}

function freeId(rules: readonly ShownRule[]): string {
  for (let number = rules.length + 1; ; number += 1) {
    const id = `rule-${number}`
    if (!rules.some((rule) => rule.id === id)) return id
  }
}
