import { sql } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import { sha256Hex } from '../../platform/ids.ts'
import type { RiskRule } from '../risk/risk-rule.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/**
 * Every rule, the disabled ones as well, in the order in which they are asked. The order is part of
 * the ETag under which officers change the set.
 */
export async function loadRiskRules(
  transaction: AuthorityTransaction,
): Promise<readonly RiskRule[]> {
  const rows = await transaction
    .selectFrom('risk_rule')
    .select('data')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.data)
}

/**
 * Waits until nobody else is changing the rules, and keeps others from it until the transaction
 * ends. The clerks go on reading them.
 */
export async function lockRiskRules(transaction: AuthorityTransaction): Promise<void> {
  await sql`lock table risk_rule in share row exclusive mode`.execute(transaction)
}

/** How a set of rules came to be in force. */
export interface RuleSetChange {
  readonly at: Instant
  readonly by: string
  readonly reason?: string
  /** Whether the set was tried on past lodgements first. */
  readonly tried: boolean
  /** The earlier set that this one goes back to. */
  readonly restores?: number
}

/** Puts a whole set of rules in the place of the present one, and into the history. */
export async function replaceRiskRules(
  transaction: AuthorityTransaction,
  rules: readonly RiskRule[],
  change: RuleSetChange,
): Promise<void> {
  await transaction
    .insertInto('risk_rule_set')
    .values({
      rules: JSON.stringify(rules),
      changed_at: change.at,
      changed_by: change.by,
      reason: change.reason ?? null,
      tried: change.tried,
      restores: change.restores ?? null,
    })
    .execute()
  await transaction.deleteFrom('risk_rule').execute()
  if (rules.length === 0) return
  await transaction
    .insertInto('risk_rule')
    .values(
      rules.map((rule) => ({
        id: rule.id,
        data: JSON.stringify(rule),
        position: rule.position,
        enabled: rule.enabled,
        changed_at: change.at,
        changed_by: change.by,
      })),
    )
    .execute()
}

/** A set of rules in the history. */
export interface RiskRuleSet {
  readonly number: number
  readonly changedAt: Instant
  readonly changedBy: string
  readonly reason: string | null
  readonly tried: boolean
  readonly restores: number | null
  readonly rules: readonly RiskRule[]
}

const SETS_SHOWN = 100

/**
 * The latest sets of rules, the present one first.
 *
 * @param ruleId only sets that had a rule of this id
 */
export async function listRuleSets(
  transaction: AuthorityTransaction,
  ruleId?: string,
): Promise<readonly RiskRuleSet[]> {
  const all = transaction
    .selectFrom('risk_rule_set')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(SETS_SHOWN)
  const wanted =
    ruleId === undefined
      ? all
      : all.where(sql<boolean>`rules @> ${JSON.stringify([{ id: ruleId }])}::jsonb`)
  const rows = await wanted.execute()
  return rows.map((row) => ({
    number: row.number,
    changedAt: instantOf(row.changed_at),
    changedBy: row.changed_by,
    reason: row.reason,
    tried: row.tried,
    restores: row.restores,
    rules: row.rules,
  }))
}

/** Remembers that a session has tried a set; trying it again keeps the later time. */
export async function rememberTrial(
  transaction: AuthorityTransaction,
  trial: { readonly sessionId: string; readonly rules: readonly RiskRule[]; readonly at: Instant },
): Promise<void> {
  await transaction
    .insertInto('risk_trial')
    .values({
      session_id: trial.sessionId,
      rules_sha256: digestOf(trial.rules),
      tried_at: trial.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['session_id', 'rules_sha256'])
        .doUpdateSet((column) => ({ tried_at: column.ref('excluded.tried_at') })),
    )
    .execute()
}

/** Whether a session has tried exactly this set. */
export async function wasTried(
  transaction: AuthorityTransaction,
  sessionId: string,
  rules: readonly RiskRule[],
): Promise<boolean> {
  const trial = await transaction
    .selectFrom('risk_trial')
    .select('tried_at')
    .where('session_id', '=', sessionId)
    .where('rules_sha256', '=', digestOf(rules))
    .executeTakeFirst()
  return trial !== undefined
}

/** The same set has the same digest in whatever order it and its fields are written. */
function digestOf(rules: readonly RiskRule[]): string {
  return sha256Hex(JSON.stringify(inOrder(rules.toSorted((a, b) => a.id.localeCompare(b.id)))))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, part]) => [name, inOrder(part)]))
}
