import { lotteryNumber } from '../processing/accept.ts'
import { evaluateRules } from '../risk/evaluate.ts'
import { riskFacts } from '../risk/risk-facts.ts'
import type { RiskRule } from '../risk/risk-rule.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'

/** What a set of rules would have said about past lodgements. */
export interface DryRun {
  readonly lodgements: number
  readonly selected: number
  readonly byRule: readonly {
    readonly ruleId: string
    readonly hits: number
    /** The newest of them, to look at. */
    readonly examples: readonly { readonly mrn: string; readonly reasons: readonly string[] }[]
  }[]
}

const MOST_EXAMPLES = 5

/** Asks rules about the latest accepted lodgements as they were first assessed; changes nothing. */
export async function dryRun(
  transaction: AuthorityTransaction,
  rules: readonly RiskRule[],
  latest: number,
): Promise<DryRun> {
  const rows = await transaction
    .selectFrom('lodgement')
    .innerJoin('assessment', 'assessment.lodgement_id', 'lodgement.id')
    .select(['lodgement.mrn', 'lodgement.declared', 'assessment.data'])
    .where('assessment.version', '=', 1)
    .orderBy('lodgement.id', 'desc')
    .limit(latest)
    .execute()
  const evaluated = rows.map(({ mrn, declared, data }) => ({
    mrn,
    hits: evaluateRules(rules, riskFacts(declared, data), lotteryNumber(mrn)).filter(
      (outcome) => outcome.hit,
    ),
  }))
  const byRule = rules.map(({ id }) => {
    const hits = evaluated.flatMap(({ mrn, hits: outcomes }) =>
      outcomes.filter((outcome) => outcome.ruleId === id).map(({ reasons }) => ({ mrn, reasons })),
    )
    return { ruleId: id, hits: hits.length, examples: hits.slice(0, MOST_EXAMPLES) }
  })
  const selected = evaluated.filter(({ hits }) => hits.length > 0).length
  return { lodgements: rows.length, selected, byRule }
}
