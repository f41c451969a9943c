import { sql } from 'kysely'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { decimal } from '../../customs/money/decimal.ts'
import type { Money } from '../../customs/money/money.ts'

export interface AccountBalance {
  readonly account: string
  readonly balance: Money
}

/** The balance of each account of a case; together they are zero. */
export async function readBalances(
  transaction: TenantTransaction,
  caseId: string,
): Promise<readonly AccountBalance[]> {
  const rows = await transaction
    .selectFrom('ledger_entry')
    .select(['account', 'currency', sql<string>`sum(amount)::text`.as('balance')])
    .where('case_id', '=', caseId)
    .groupBy(['account', 'currency'])
    .orderBy('account')
    .execute()
  return rows.map(({ account, currency, balance }) => ({
    account,
    balance: { amount: decimal(balance), currency },
  }))
}
