import type { Instant, LocalDate } from '../customs/calendar/local-date.ts'
import type { LandedCost } from '../customs/landed-cost/landed-cost.ts'
import type { QuoteRequest } from '../customs/landed-cost/quote-request.ts'
import type { QuoteSnapshot } from '../customs/landed-cost/quote-snapshot.ts'
import type { Failure } from '../customs/result.ts'
import { instantOf } from '../platform/clock.ts'
import type { Row } from '../platform/postgres/index.ts'

/** A quote that a business stands by until it expires, with all that it was made from. */
export interface GuaranteedQuote {
  readonly quoteId: string
  readonly madeAt: Instant
  /** From then on nobody stands by it any more. */
  readonly expiresAt: Instant
  /** The day whose law and rates it was made from. */
  readonly quotedFor: LocalDate
  readonly sale: QuoteRequest
  readonly quote: LandedCost
  /** SHA-256 of the quote as JSON. */
  readonly quoteSha256: string
  readonly snapshot: QuoteSnapshot
}

/** Whether nobody stands by a quote any more. */
export function hasExpired({ expiresAt }: Pick<GuaranteedQuote, 'expiresAt'>, now: Instant) {
  return Date.parse(expiresAt) <= Date.parse(now)
}

/** A guaranteed quote as its row has it. */
export function guaranteedQuoteOf(row: Row<'guaranteed_quote'>): GuaranteedQuote {
  return {
    quoteId: row.id,
    madeAt: instantOf(row.made_at),
    expiresAt: instantOf(row.expires_at),
    quotedFor: row.quoted_for as LocalDate,
    sale: JSON.parse(row.sale) as QuoteRequest,
    quote: JSON.parse(row.quote) as LandedCost,
    quoteSha256: row.quote_sha256,
    snapshot: JSON.parse(row.snapshot) as QuoteSnapshot,
  }
}

/** An id under which this tenant has no guaranteed quote. */
export function noSuchQuote(quoteId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no guaranteed quote ${quoteId}.`,
    mend: 'Its id may be cut short or misspelt; look for it in the list of guaranteed quotes.',
    zh: {
      message: `没有保证报价 ${quoteId}。`,
      mend: '编号可能不完整或有误，请在保证报价列表中查找。',
    },
  }
}
