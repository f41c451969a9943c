import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { nextTurn } from '../../platform/next-turn.ts'
import { inTransaction, type Database } from '../../platform/postgres/index.ts'
import type { Assessment } from '../assessment/assessment.ts'
import { lotteryNumber } from '../processing/ask-risk-rules.ts'
import { evaluateRules, type RuleOutcome } from '../risk/evaluate.ts'
import { riskFacts, type RiskFacts, type RiskKnowledge } from '../risk/risk-facts.ts'
import type { RiskRule } from '../risk/risk-rule.ts'
import { riskScore } from '../risk/risk-score.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import type { AuthorityTables } from '../store/tables.ts'
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

/** How many lodgements are asked about before others in the process have their turn. */
const AT_A_TIME = 20

/**
 * Asks rules about the latest accepted lodgements as they were first assessed; changes nothing. The
 * office answers traders meanwhile: what is asked about is read first, and no transaction waits.
 *
 * @param beside what entries are judged by of whose time no facts are kept
 */
export async function dryRun(
  database: Database<AuthorityTables>,
  rules: readonly RiskRule[],
  { latest, beside }: { readonly latest: number; readonly beside: RiskKnowledge },
): Promise<DryRun> {
  const { present, lodgements } = await inTransaction(database, async (transaction) => ({
    present: await loadRiskRules(transaction),
    lodgements: await readLatest(transaction, latest),
  }))
  const asked = await askAboutAll(lodgements, { tried: rules, now: present }, beside)
  const hits = { tried: hitsByRule(asked, 'tried'), now: hitsByRule(asked, 'now') }
  const isPresent = new Set(present.map(({ id }) => id))
  return {
    lodgements: asked.length,
    selected: asked.filter(({ tried }) => tried.length > 0).length,
    selectedNow: asked.filter(({ now }) => now.length > 0).length,
    byRule: rules.map(({ id }) => ({
      ruleId: id,
      hits: hits.tried.get(id)?.length ?? 0,
      hitsNow: isPresent.has(id) ? (hits.now.get(id)?.length ?? 0) : null,
      examples: (hits.tried.get(id) ?? []).slice(0, MOST_EXAMPLES),
    })),
    newlySelected: change(asked, { by: 'tried', notBy: 'now' }),
    noLongerSelected: change(asked, { by: 'now', notBy: 'tried' }),
  }
}

/** A lodgement as it was declared and first assessed. */
export interface PastLodgement {
  readonly mrn: string
  readonly declared: LodgedDeclaration
  readonly data: Assessment
  /** What the rules were asked about then; absent in entries of the office's first days. */
  readonly facts: RiskFacts | null
}

function readLatest(
  transaction: AuthorityTransaction,
  latest: number,
): Promise<readonly PastLodgement[]> {
  return transaction
    .selectFrom('lodgement')
    .innerJoin('assessment', 'assessment.lodgement_id', 'lodgement.id')
    .leftJoin('risk_evaluation', (join) =>
      join
        .onRef('risk_evaluation.lodgement_id', '=', 'lodgement.id')
        .on('risk_evaluation.version', '=', 1),
    )
    .select(['lodgement.mrn', 'lodgement.declared', 'assessment.data', 'risk_evaluation.facts'])
    .where('assessment.version', '=', 1)
    .orderBy('lodgement.id', 'desc')
    .limit(latest)
    .execute()
}

type Side = 'tried' | 'now'
type RuleSets = Readonly<Record<Side, readonly RiskRule[]>>

/** What two sets of rules say of each lodgement; others have their turn in between. */
export async function askAboutAll(
  lodgements: readonly PastLodgement[],
  sets: RuleSets,
  beside: RiskKnowledge,
): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  for (const lodgement of lodgements) {
    asked.push(askAbout(lodgement, sets, beside))
    if (asked.length % AT_A_TIME === 0) await nextTurn()
  }
  return asked
}

function askAbout(
  { mrn, declared, data, facts: past }: PastLodgement,
  sets: RuleSets,
  beside: RiskKnowledge,
): Asked {
  const facts = past ?? riskFacts(declared, data, beside)
  const hitsOf = (set: readonly RiskRule[]): readonly RuleOutcome[] =>
    evaluateRules(set, facts, lotteryNumber(mrn)).filter((outcome) => outcome.hit)
  return {
    mrn,
    exporter: declared.exporter.name ?? null,
    description: declared.items[0]?.description ?? null,
    tried: hitsOf(sets.tried),
    now: hitsOf(sets.now),
  }
}

/** What hits a lodgement has by the tried rules and by those that hold. */
export interface Asked {
  readonly mrn: string
  readonly exporter: string | null
  readonly description: string | null
  readonly tried: readonly RuleOutcome[]
  readonly now: readonly RuleOutcome[]
}

/** What each rule of a set has hit, the newest first. */
function hitsByRule(
  asked: readonly Asked[],
  side: Side,
): ReadonlyMap<string, RuleTrial['examples']> {
  const hits = new Map<string, { readonly mrn: string; readonly reasons: readonly string[] }[]>()
  for (const { mrn, [side]: outcomes } of asked) {
    for (const { ruleId, reasons } of outcomes) {
      const ofRule = hits.get(ruleId)
      if (ofRule === undefined) hits.set(ruleId, [{ mrn, reasons }])
      else ofRule.push({ mrn, reasons })
    }
  }
  return hits
}

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
