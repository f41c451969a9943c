import { decimal } from '../../customs/money/decimal.ts'
import { AccountBook, type DefermentAccount } from '../processing/account-book.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** Opens the book of the named accounts; their rows stay locked, in the order of their numbers. */
export async function openAccountBook(
  transaction: AuthorityTransaction,
  numbers: readonly string[],
): Promise<AccountBook> {
  if (numbers.length === 0) return new AccountBook([])
  const rows = await transaction
    .selectFrom('deferment_account')
    .selectAll()
    .where('number', 'in', [...new Set(numbers)])
    .orderBy('number')
    .forUpdate()
    .execute()
  return new AccountBook(rows.map(readAccount))
}

interface AccountRow {
  readonly number: string
  readonly holder_eori: string
  readonly limit_gbp: string
  readonly owed_gbp: string
  readonly state: 'active' | 'suspended'
}

function readAccount(row: AccountRow): DefermentAccount {
  return {
    number: row.number,
    holder: row.holder_eori,
    state: row.state,
    limitGbp: decimal(row.limit_gbp),
    owedGbp: decimal(row.owed_gbp),
  }
}
