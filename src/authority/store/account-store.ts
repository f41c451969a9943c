import { sql, type Selectable } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { instantOf } from '../../platform/clock.ts'
import { AccountBook, type DefermentAccount } from '../processing/account-book.ts'
import { inCamelCase, type InCamelCase } from './camel-case.ts'
import type { AccountChangeTable } from './desk-tables.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'
import type { DefermentAccountTable } from './tables.ts'

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

/** A deferment account as officers read it, in pounds. */
export type KeptAccount = InCamelCase<Selectable<DefermentAccountTable>>

/** What somebody did to an account. */
export interface AccountChange {
  readonly id: string
  readonly at: Instant
  readonly actor: string
  readonly what: AccountChangeTable['what']
  /** Pounds: what was paid in, or the limit from then on. */
  readonly amountGbp: string
  readonly state: 'active' | 'suspended' | null
}

/** An account with the latest changes that people made to it, the newest first. */
export type ListedAccount = KeptAccount & { readonly changes: readonly AccountChange[] }

const CHANGES_SHOWN = 10

/** All accounts by their numbers. */
export async function listAccounts(
  transaction: AuthorityTransaction,
): Promise<readonly ListedAccount[]> {
  const accounts = await transaction
    .selectFrom('deferment_account')
    .selectAll()
    .orderBy('number')
    .execute()
  const { rows } = await sql<Selectable<AccountChangeTable>>`
    select latest.* from deferment_account
    cross join lateral (
      select * from account_change where account_number = number
      order by id desc limit ${CHANGES_SHOWN}
    ) as latest
    order by latest.id desc`.execute(transaction)
  return accounts.map((account) => ({
    ...inCamelCase(account),
    changes: rows
      .filter((row) => row.account_number === account.number)
      .map(({ id, at, actor, what, amount_gbp: amountGbp, state }) => ({
        ...{ id, at: instantOf(at), actor, what, amountGbp, state },
      })),
  }))
}

/** Who changes an account, and when. */
export interface AccountAct {
  readonly actor: string
  readonly at: Instant
}

/** Opens an account; absent where its number is taken. */
export async function openAccount(
  transaction: AuthorityTransaction,
  account: Pick<KeptAccount, 'number' | 'holderEori' | 'name' | 'limitGbp'>,
  act: AccountAct,
): Promise<KeptAccount | undefined> {
  const { number, holderEori, name, limitGbp } = account
  const row = await transaction
    .insertInto('deferment_account')
    .values({ number, holder_eori: holderEori, name, limit_gbp: limitGbp, opened_at: act.at })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  await record(transaction, { number, what: 'opened', amountGbp: limitGbp, state: 'active' }, act)
  return inCamelCase(row)
}

/** Takes money in for an account; absent where there is no such account. */
export async function payIn(
  transaction: AuthorityTransaction,
  payment: { readonly accountNumber: string; readonly amountGbp: string },
  act: AccountAct,
): Promise<KeptAccount | undefined> {
  const { accountNumber: number, amountGbp } = payment
  const row = await transaction
    .updateTable('deferment_account')
    .set({ owed_gbp: sql`owed_gbp - ${amountGbp}::numeric` })
    .where('number', '=', number)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  await record(transaction, { number, what: 'paid-in', amountGbp, state: null }, act)
  return inCamelCase(row)
}

/** Says how far an account goes and whether it is in use; absent where there is no such account. */
export async function setAccount(
  transaction: AuthorityTransaction,
  wanted: {
    readonly accountNumber: string
    readonly limitGbp: string
    readonly state: KeptAccount['state']
  },
  act: AccountAct,
): Promise<KeptAccount | undefined> {
  const { accountNumber: number, limitGbp, state } = wanted
  const row = await transaction
    .updateTable('deferment_account')
    .set({ limit_gbp: limitGbp, state })
    .where('number', '=', number)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  await record(transaction, { number, what: 'set', amountGbp: limitGbp, state }, act)
  return inCamelCase(row)
}

/** Has the clerks look again at what waits for money on an account. */
export async function wakeForMoney(
  transaction: AuthorityTransaction,
  accountNumber: string,
  now: Instant,
): Promise<void> {
  await sql`update lodgement set due_at = ${now}::timestamptz
    where payment_state in ('insufficient', 'reminded') and state in ('accepted', 'released')
      and coalesce(corrected, declared) -> 'defermentAccounts' ? ${accountNumber}`.execute(
    transaction,
  )
}

interface RecordedChange {
  readonly number: string
  readonly what: AccountChangeTable['what']
  readonly amountGbp: string
  readonly state: KeptAccount['state'] | null
}

async function record(
  transaction: AuthorityTransaction,
  { number, what, amountGbp, state }: RecordedChange,
  { actor, at }: AccountAct,
): Promise<void> {
  await transaction
    .insertInto('account_change')
    .values({ account_number: number, at, actor, what, amount_gbp: amountGbp, state })
    .execute()
}
