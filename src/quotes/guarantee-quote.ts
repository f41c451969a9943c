import type { Instant, LocalDate } from '../customs/calendar/local-date.ts'
import { checkQuoteRequest } from '../customs/landed-cost/check-quote-request.ts'
import { withCodeCandidates } from '../customs/landed-cost/code-candidates.ts'
import type { LandedCost } from '../customs/landed-cost/landed-cost.ts'
import { type LandedCostBook, quoteSources } from '../customs/landed-cost/landed-cost-book.ts'
import type { QuoteRequest } from '../customs/landed-cost/quote-request.ts'
import {
  type LandedCostRange,
  type QuotedSale,
  quoteSale,
} from '../customs/landed-cost/quote-sale.ts'
import type { QuoteSnapshot } from '../customs/landed-cost/quote-snapshot.ts'
import { recordSources } from '../customs/landed-cost/record-sources.ts'
import { jsonPointer } from '../customs/json-pointer.ts'
import { moneyText } from '../customs/money/money-text.ts'
import { checked, type Failure, type Result, resultOf, success } from '../customs/result.ts'
import { newId, sha256Hex } from '../platform/ids.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import { type GuaranteedQuote, guaranteedQuoteOf } from './guaranteed-quote.ts'
import type { RecordContext } from './record-context.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A sale whose quote is to be guaranteed. */
export interface SaleToGuarantee {
  readonly sale: QuoteRequest
  readonly expiresAt: Instant
  /** For how many days ahead the installation lets a quote be guaranteed. */
  readonly daysMax: number
  /** The day to quote for, unless the sale states one itself. */
  readonly on: LocalDate
  /** What is loaded to quote from. */
  readonly book: LandedCostBook
}

/**
 * Quotes a sale and keeps the quote with all that it was made from, for the tenant to stand by until
 * it expires.
 *
 * Fails with `invalid-input` for an end that lies in the past or further ahead than
 * the installation allows, with `commodity-code-not-declarable` where the quote would be a range,
 * and with all that `quoteSale` fails with.
 */
export async function guaranteeQuote(
  transaction: TenantTransaction,
  wanted: SaleToGuarantee,
  context: RecordContext,
): Promise<Result<GuaranteedQuote>> {
  const sound = checked([
    ...expiryFaults(wanted, context.now),
    ...checkQuoteRequest(wanted.sale, wanted.book.vocabulary),
  ])
  if (!sound.ok) return sound
  const made = quoteWithSnapshot(wanted)
  if (!made.ok) return made
  const quote = JSON.stringify(made.value.quote)
  const row = await transaction
    .insertInto('guaranteed_quote')
    .values({
      id: newId('quote'),
      tenant_id: context.tenantId,
      quoted_for: made.value.quote.on,
      sale: JSON.stringify(wanted.sale),
      quote,
      quote_sha256: sha256Hex(quote),
      snapshot: JSON.stringify(made.value.snapshot),
      actor: JSON.stringify(context.actor),
      cause: JSON.stringify(context.cause),
      made_at: context.now,
      expires_at: wanted.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return success(guaranteedQuoteOf(row))
}

interface QuoteWithSnapshot {
  readonly quote: LandedCost
  readonly snapshot: QuoteSnapshot
}

function quoteWithSnapshot({ sale, on: today, book }: SaleToGuarantee): Result<QuoteWithSnapshot> {
  const { country } = sale.destination
  const on = sale.on ?? today
  const from = quoteSources(book, country)
  if (!from.ok) return from
  const { sources, snapshot } = recordSources(from.value, { country, on })
  const quoted = withCodeCandidates(quoteSale(sale, on, sources), sale, { on, book })
  const exact = quoted.ok ? exactQuote(quoted.value) : quoted
  return exact.ok ? success({ quote: exact.value, snapshot: snapshot() }) : exact
}

function exactQuote(quoted: QuotedSale): Result<LandedCost> {
  switch (quoted.kind) {
    case 'exact':
      return success(quoted.landedCost)
    case 'range':
      return resultOf(rangeRefusals(quoted.range), () => quoted.range.lowest)
  }
}

/** Each code that leaves the figure open. */
function rangeRefusals({ lowest, highest, undecided }: LandedCostRange): readonly Failure[] {
  const [least, most] = [lowest, highest].map(({ totals }) => moneyText(totals.landedCost))
  return undecided.map(({ lineNumber, commodityCode, choices }) => {
    const codes = choices.map((choice) => choice.commodityCode)
    return {
      code: 'commodity-code-not-declarable',
      path: jsonPointer('lines', lineNumber - 1, 'commodityCode'),
      message: `${commodityCode} is too short to be declared: the sale costs from ${least} to ${most}, and no range can be guaranteed.`,
      mend: `State the code that fits the goods: ${codes.join(', ')}.`,
      zh: {
        message: `编码 ${commodityCode} 位数不足，无法申报：总成本在 ${least} 至 ${most} 之间，区间报价不能保证。`,
        mend: `请填写与货物相符的编码：${codes.join('、')}。`,
      },
    }
  })
}

function expiryFaults({ expiresAt, daysMax }: SaleToGuarantee, now: Instant): readonly Failure[] {
  const ahead = Date.parse(expiresAt) - Date.parse(now)
  if (ahead > 0 && ahead <= daysMax * DAY_MS) return []
  return [
    {
      code: 'invalid-input',
      path: '/expiresAt',
      message: `A quote is guaranteed until a moment to come, at most ${daysMax} days ahead; ${expiresAt} is none.`,
      mend: `Name a moment after ${now} and within ${daysMax} days.`,
      zh: {
        message: `保证报价的截止时间须在将来，且不超过${daysMax}天；${expiresAt} 不符合要求。`,
        mend: `请填写 ${now} 之后${daysMax}天以内的时间。`,
      },
    },
  ]
}
