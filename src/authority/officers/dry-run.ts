import { lotteryNumber } from '../processing/accept.ts'
import { evaluateRules, type RuleOutcome } from '../risk/evaluate.ts'
import { riskFacts } from '../risk/risk-facts.ts'
import type { RiskRule } from '../risk/risk-rule.ts'
import { riskScore } from '../risk/risk-score.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { loadRiskRules } from '../store/rule-store.ts'

/** What a set of rules would have said about past lodgements, beside what the present set says. */
export interface DryRun {
  readonly lodgements: number
  readonly selected: number
  /** How many the rules that hold now select of the same lodgements. */
  readonly selectedNow: number
  readonly byRule: readonly RuleTrial[]
  /** Selected by the tried rules and not by those that hold now. */
  readonly newlySelected: SelectionChange
  /** Selected by the rules that hold now and no more by the tried ones. */
  readonly noLongerSelected: SelectionChange
}

/** What one rule would have selected. */
export interface RuleTrial {
  readonly ruleId: string
  readonly hits: number
  /** What the rule of this id selects as it holds now; absent for a new rule. */
  readonly hitsNow: number | null
  /** The newest of them, to look at. */
  readonly examples: readonly { readonly mrn: string; readonly reasons: readonly string[] }[]
}

/** The lodgements that two sets of rules see differently. */
export interface SelectionChange {
  readonly count: number
  /** The newest of them, with what the set that selects them says. */
  readonly examples: readonly SelectionExample[]
}

/** One lodgement that one set of rules selects and the other does not. */
export interface SelectionExample {
  readonly mrn: string
  readonly exporter: string | null
  readonly description: string | null
  readonly score: number
  readonly rules: readonly { readonly ruleName: string; readonly reasons: readonly string[] }[]
}

const MOST_EXAMPLES = 5

/** Asks rules about the latest accepted lodgements as they were first assessed; changes nothing. */
export async function dryRun(
  transaction: AuthorityTransaction,
  rules: readonly RiskRule[],
  latest: number,
): Promise<DryRun> {
  const present = await loadRiskRules(transaction)
  const rows = await transaction
    .selectFrom('lodgement')
    .innerJoin('assessment', 'assessment.lodgement_id', 'lodgement.id')
    .select(['lodgement.mrn', 'lodgement.declared', 'assessment.data'])
    .where('assessment.version', '=', 1)
    .orderBy('lodgement.id', 'desc')
    .limit(latest)
    .execute()
  const asked = rows.map(({ mrn, declared, data }): Asked => {
    const facts = riskFacts(declared, data)
    const hitsOf = (set: readonly RiskRule[]): readonly RuleOutcome[] =>
      evaluateRules(set, facts, lotteryNumber(mrn)).filter((outcome) => outcome.hit)
    return {
      mrn,
      exporter: declared.exporter.name ?? null,
      description: declared.items[0]?.description ?? null,
      tried: hitsOf(rules),
      now: hitsOf(present),
    }
  })
  return {
    lodgements: rows.length,
    selected: asked.filter(({ tried }) => tried.length > 0).length,
    selectedNow: asked.filter(({ now }) => now.length > 0).length,
    byRule: rules.map((rule) => trialOf(rule, asked, present)),
    newlySelected: change(asked, { by: 'tried', notBy: 'now' }),
    noLongerSelected: change(asked, { by: 'now', notBy: 'tried' }),
  }
}

interface Asked {
  readonly mrn: string
  readonly exporter: string | null
  readonly description: string | null
  readonly tried: readonly RuleOutcome[]
  readonly now: readonly RuleOutcome[]
}

function trialOf(
  { id }: RiskRule,
  asked: readonly Asked[],
  present: readonly RiskRule[],
): RuleTrial {
  const hits = asked.flatMap(({ mrn, tried }) =>
    tried.filter((outcome) => outcome.ruleId === id).map(({ reasons }) => ({ mrn, reasons })),
  )
  const hitsNow = asked.filter(({ now }) => now.some((outcome) => outcome.ruleId === id)).length
  return {
    ruleId: id,
    hits: hits.length,
    hitsNow: present.some((rule) => rule.id === id) ? hitsNow : null,
    examples: hits.slice(0, MOST_EXAMPLES),
  }
}

type Side = 'tried' | 'now'

function change(
  asked: readonly Asked[],
  { by, notBy }: { readonly by: Side; readonly notBy: Side },
): SelectionChange {
  const changed = asked.filter((one) => one[by].length > 0 && one[notBy].length === 0)
  return {
    count: changed.length,
    examples: changed.slice(0, MOST_EXAMPLES).map((one) => ({
      mrn: one.mrn,
      exporter: one.exporter,
      description: one.description,
      score: riskScore(one[by]),
      rules: one[by].map(({ ruleName, reasons }) => ({ ruleName, reasons })),
    })),
  }
}
