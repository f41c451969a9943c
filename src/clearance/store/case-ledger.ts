import { sql } from 'kysely'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { decimal } from '../../customs/money/decimal.ts'
import type { Money } from '../../customs/money/money.ts'

/** Debit less credit of one account in one currency, within one case. */
export interface AccountBalance {
  /** Such as `owed-to-customs`, `bank` or `receivable:seller`. */
  readonly account: string
  /** Positive for a receivable that is open, negative for what is owed to others. */
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
