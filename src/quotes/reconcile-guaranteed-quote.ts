import type { Instant } from '../customs/calendar/local-date.ts'
import { jsonPointer } from '../customs/json-pointer.ts'
import {
  type BilledCharge,
  type QuoteReconciliation,
  reconcileQuote,
} from '../customs/landed-cost/reconcile-quote.ts'
import { checked, type Failure, type Result, success } from '../customs/result.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import { lockGuaranteedQuote } from './find-guaranteed-quotes.ts'
import { addQuoteEntry, readQuoteEntries } from './quote-entries.ts'
import type { RecordContext } from './record-context.ts'

/** Bills on record, and where the quote stands with them and all that came before. */
export interface RecordedReconciliation {
  readonly id: string
  readonly at: Instant
  readonly billed: readonly BilledCharge[]
  readonly reconciliation: QuoteReconciliation
}

/**
 * Puts on record what an authority or a carrier has really charged, and sets all bills so far beside
 * what was quoted. A quote that has expired is reconciled like any other: bills come late.
 *
 * Fails with `not-found`, with `conflict` for a bill that is on record already, with
 * `invalid-input` for a line that the quote has not, and with what `reconcileQuote` fails with.
 */
export async function reconcileGuaranteedQuote(
  transaction: TenantTransaction,
  { quoteId, billed }: { readonly quoteId: string; readonly billed: readonly BilledCharge[] },
  context: RecordContext,
): Promise<Result<RecordedReconciliation>> {
  const found = await lockGuaranteedQuote(transaction, quoteId)
  if (!found.ok) return found
  const { quote } = found.value
  // In the currency of the quote or not at all: looked at before bills that are good already.
  const comparable = reconcileQuote(quote, billed)
  if (!comparable.ok) return comparable
  const { reconciliations } = await readQuoteEntries(transaction, quoteId)
  const before = reconciliations.flatMap((earlier) => earlier.billed)
  const fresh = checked([...billedAgain(billed, before), ...ofNoLine(billed, quote.lines.length)])
  if (!fresh.ok) return fresh
  const whole = reconcileQuote(quote, [...before, ...billed])
  if (!whole.ok) return whole
  const outcome = { reconciliation: whole.value }
  const entry = { kind: 'reconciliation', stated: { billed }, outcome } as const
  const recorded = await addQuoteEntry(transaction, { quoteId, entry }, context)
  return success({ ...recorded, billed, ...outcome })
}

/** A bill comes in as a whole, so a number that is on record already would count twice. */
function billedAgain(
  billed: readonly BilledCharge[],
  before: readonly BilledCharge[],
): readonly Failure[] {
  const known = new Set(before.map(({ billedBy, reference }) => `${billedBy} ${reference}`))
  return billed.flatMap(({ billedBy, reference }, index): readonly Failure[] =>
    known.has(`${billedBy} ${reference}`)
      ? [
          {
            code: 'conflict',
            path: jsonPointer('billed', index, 'reference'),
            message: `Bill ${reference} is on record for this quote already.`,
            mend: 'Leave it away, or state the number of the later bill that corrects it.',
            zh: {
              message: `账单 ${reference} 已登记于本报价。`,
              mend: '请勿重复登记；如为更正，请填写更正账单的编号。',
            },
          },
        ]
      : [],
  )
}

/** A bill for goods of another quote, or lines counted from zero. */
function ofNoLine(billed: readonly BilledCharge[], lines: number): readonly Failure[] {
  return billed.flatMap(({ lineNumber }, index): readonly Failure[] =>
    lineNumber === undefined || lineNumber <= lines
      ? []
      : [
          {
            code: 'invalid-input',
            path: jsonPointer('billed', index, 'lineNumber'),
            message: `The quote has no line ${lineNumber}.`,
            mend: `Name a line from 1 to ${lines}, or none where the bill does not say for which goods.`,
            zh: {
              message: `报价没有第${lineNumber}行。`,
              mend: `请填写1至${lines}之间的行号；账单未注明货物时可不填。`,
            },
          },
        ],
  )
}
