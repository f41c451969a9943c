import type { BilingualText } from '../bilingual-text.ts'
import type { CoverageGap } from './coverage-gap.ts'
import type { CoverageKind } from './kinds-of-charge.ts'
import type { CoverageFacts, Limit } from './limits-of-data.ts'
import { type RuleOfKind, rulesOfKind, rulesOn } from './rules-of-kind.ts'

/** What is known and not charged, and what is charged and not confirmed: a note for all of each. */
export function limitsOfConfirmation(kind: CoverageKind, facts: CoverageFacts): readonly Limit[] {
  return bothSorts(kind, facts).flatMap(({ of, rules }) => {
    const names = new Map(
      rules.flatMap(({ charge }) => charge?.name ?? []).map((name) => [name.en, name]),
    )
    return names.size === 0 ? [] : [{ state: 'partly', note: noteOf(of, [...names.values()]) }]
  })
}

/** The same charge by charge, for quotes, which name those alone that concern their sale. */
export function unconfirmedCharges(
  kind: CoverageKind,
  facts: CoverageFacts,
): readonly Pick<CoverageGap, 'en' | 'zh' | 'about'>[] {
  return bothSorts(kind, facts).flatMap(({ of, rules }) =>
    rules.flatMap(({ regime, charge }) =>
      charge === undefined
        ? []
        : [{ ...noteOf(of, [charge.name]), about: { of, regime, rule: charge.id } }],
    ),
  )
}

interface Unconfirmed {
  readonly of: 'charge' | 'charge-switched-off'
  readonly rules: readonly RuleOfKind[]
}

function bothSorts(kind: CoverageKind, { destination, on }: CoverageFacts): readonly Unconfirmed[] {
  const rules = rulesOfKind(destination, kind)
  return [
    { of: 'charge-switched-off', rules: rulesOn(rules, on, 'known only') },
    {
      of: 'charge',
      rules: rulesOn(rules, on, 'charged').filter(({ confidence }) => confidence === 'unverified'),
    },
  ]
}

function noteOf(of: Unconfirmed['of'], names: readonly BilingualText[]): BilingualText {
  const en = names.map((name) => name.en).join(', ')
  const zh = names.map((name) => name.zh).join('、')
  switch (of) {
    case 'charge':
      return {
        en: `Charged as far as known, and not confirmed: ${en}.`,
        zh: `按所知计征，尚未确认：${zh}。`,
      }
    case 'charge-switched-off':
      return {
        en: `Known, not confirmed and not charged unless switched on: ${en}.`,
        zh: `已知但未获确认，除非启用否则不计：${zh}。`,
      }
  }
}
