import type { LocalDate } from '../customs/calendar/local-date.ts'
import { compareQuotes, type QuoteChange } from '../customs/landed-cost/compare-quotes.ts'
import type { LandedCost } from '../customs/landed-cost/landed-cost.ts'
import { type LandedCostBook, quoteSources } from '../customs/landed-cost/landed-cost-book.ts'
import { type LawStep, lawSteps } from '../customs/landed-cost/law-steps.ts'
import { quoteLandedCost } from '../customs/landed-cost/quote-landed-cost.ts'
import { replayedSources } from '../customs/landed-cost/replayed-sources.ts'
import { failure, type Failures, type Result } from '../customs/result.ts'
import { sha256Hex } from '../platform/ids.ts'
import type { GuaranteedQuote } from './guaranteed-quote.ts'

/** A guaranteed quote made again, and what the sale costs today. */
export interface QuoteReplay {
  /** Whether the snapshot gives the bytes that were kept. */
  readonly isSame: boolean
  readonly keptSha256: string
  /** Absent where the snapshot does not give a quote any more. */
  readonly replayedSha256?: string
  readonly today: QuoteToday
}

/** The same sale by the law and the rates of today, or why it cannot be quoted. */
export type QuoteToday =
  | {
      readonly kind: 'quoted'
      readonly on: LocalDate
      readonly quote: LandedCost
      /** From the guaranteed quote to today's: what changed, charge by charge. */
      readonly change: QuoteChange
      /** The laws that have begun, ended or changed between the two. */
      readonly laws: readonly LawStep[]
    }
  | { readonly kind: 'refused'; readonly on: LocalDate; readonly failures: Failures }

/** What a sale is quoted from today. */
export interface Today {
  readonly on: LocalDate
  readonly book: LandedCostBook
}

/** Makes a guaranteed quote again from its snapshot alone, and compares it with today's. */
export function replayGuaranteedQuote(kept: GuaranteedQuote, today: Today): QuoteReplay {
  const again = quoteLandedCost(kept.sale, kept.quotedFor, replayedSources(kept.snapshot))
  const replayedSha256 = again.ok ? sha256Hex(JSON.stringify(again.value)) : undefined
  return {
    isSame: replayedSha256 === kept.quoteSha256,
    keptSha256: kept.quoteSha256,
    ...(replayedSha256 !== undefined && { replayedSha256 }),
    today: quotedToday(kept, today),
  }
}

function quotedToday({ sale, quote: before }: GuaranteedQuote, { on, book }: Today): QuoteToday {
  const sources = quoteSources(book, sale.destination.country)
  const quoted = sources.ok ? quoteLandedCost(sale, on, sources.value) : sources
  const after = quoted.ok ? inOneCurrency(before, quoted.value) : quoted
  if (!after.ok) return { kind: 'refused', on, failures: after.failures }
  const quote = after.value
  return {
    ...{ kind: 'quoted', on, quote },
    change: compareQuotes(before, quote),
    laws: lawSteps(before, quote),
  }
}

/** A country that has changed its currency since has no amounts to compare. */
function inOneCurrency(before: LandedCost, after: LandedCost): Result<LandedCost> {
  const [was, is] = [before.totals.currency, after.totals.currency]
  if (was === is) return { ok: true, value: after }
  return failure({
    code: 'currency-mismatch',
    path: '',
    message: `The sale was quoted in ${was} and is quoted in ${is} today, so the two cannot be compared.`,
    mend: 'Make a new quote to see what the sale costs today.',
    zh: {
      message: `原报价以 ${was} 计，如今以 ${is} 计，两者无法比较。`,
      mend: '请重新报价以了解目前的费用。',
    },
  })
}
