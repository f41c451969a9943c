import { sql } from 'kysely'

import { failure, type Result, success } from '../customs/result.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import { type GuaranteedQuote, guaranteedQuoteOf, noSuchQuote } from './guaranteed-quote.ts'

/** One guaranteed quote. Fails with `not-found`. */
export async function readGuaranteedQuote(
  transaction: TenantTransaction,
  quoteId: string,
): Promise<Result<GuaranteedQuote>> {
  const row = await transaction
    .selectFrom('guaranteed_quote')
    .selectAll()
    .where('id', '=', quoteId)
    .executeTakeFirst()
  return row === undefined ? failure(noSuchQuote(quoteId)) : success(guaranteedQuoteOf(row))
}

/** The guaranteed quotes, the newest first; one more than the limit, if there are so many. */
export async function listGuaranteedQuotes(
  transaction: TenantTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly GuaranteedQuote[]> {
  const all = transaction.selectFrom('guaranteed_quote').selectAll()
  const rows = await (before === undefined ? all : all.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(guaranteedQuoteOf)
}

/**
 * The same as {@link readGuaranteedQuote} for whoever adds to what came of it: others who do so wait
 * until the transaction ends. The row itself is insert-only, so a lock of its id stands for it.
 */
export async function lockGuaranteedQuote(
  transaction: TenantTransaction,
  quoteId: string,
): Promise<Result<GuaranteedQuote>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${quoteId}, 0))`.execute(transaction)
  return readGuaranteedQuote(transaction, quoteId)
}
