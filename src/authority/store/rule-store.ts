import type { Instant } from '../../customs/calendar/local-date.ts'
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

/** Puts a whole set of rules in the place of the present one. */
export async function replaceRiskRules(
  transaction: AuthorityTransaction,
  rules: readonly RiskRule[],
  change: { readonly at: Instant; readonly by: string },
): Promise<void> {
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
