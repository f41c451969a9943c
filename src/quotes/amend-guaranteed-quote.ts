import type { Instant } from '../customs/calendar/local-date.ts'
import {
  type QuoteRefund,
  refundOfLines,
  type ReturnedPieces,
} from '../customs/landed-cost/refund-of-lines.ts'
import { failure, type Failure, type Result, success } from '../customs/result.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import { lockGuaranteedQuote } from './find-guaranteed-quotes.ts'
import { type GuaranteedQuote, hasExpired } from './guaranteed-quote.ts'
import { addQuoteEntry, readQuoteEntries } from './quote-entries.ts'
import type { RecordContext } from './record-context.ts'

/** Pieces that are taken out of a guaranteed quote. */
export interface Amendment {
  /** Whether they come back, or are not sent after all. */
  readonly why: 'returned' | 'cancelled'
  readonly returned: readonly ReturnedPieces[]
}

/** An amendment on record, with the charges that go with the pieces. */
export interface QuoteAmendment extends Amendment {
  readonly id: string
  readonly at: Instant
  readonly refund: QuoteRefund
}

/**
 * Takes pieces out of a guaranteed quote and puts the refund on record. Amendments add up: no more
 * pieces come back than were quoted.
 *
 * Fails with `not-found`, with `quote-expired`, and with what `refundOfLines` fails with.
 */
export async function amendGuaranteedQuote(
  transaction: TenantTransaction,
  { quoteId, amendment }: { readonly quoteId: string; readonly amendment: Amendment },
  context: RecordContext,
): Promise<Result<QuoteAmendment>> {
  const found = await lockGuaranteedQuote(transaction, quoteId)
  if (!found.ok) return found
  const { sale: request, quote: landedCost } = found.value
  if (hasExpired(found.value, context.now)) return failure(expired(found.value))
  const { amendments } = await readQuoteEntries(transaction, quoteId)
  const returnedBefore = amendments.flatMap(({ returned }) => returned)
  const refund = refundOfLines({ request, landedCost, returnedBefore }, amendment.returned)
  if (!refund.ok) return refund
  const outcome = { refund: refund.value }
  const entry = { kind: 'amendment', stated: amendment, outcome } as const
  const recorded = await addQuoteEntry(transaction, { quoteId, entry }, context)
  return success({ ...recorded, ...amendment, ...outcome })
}

function expired({ quoteId, expiresAt }: GuaranteedQuote): Failure {
  return {
    code: 'quote-expired',
    path: '',
    message: `The quote ${quoteId} has expired at ${expiresAt}.`,
    mend: 'Make a new quote; bills that come in for this one can still be recorded.',
    zh: {
      message: `报价 ${quoteId} 已于 ${expiresAt} 到期。`,
      mend: '请重新报价；本报价之后收到的账单仍可登记。',
    },
  }
}
