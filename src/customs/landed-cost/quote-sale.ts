import type { LocalDate } from '../calendar/local-date.ts'
import { compare, type Money } from '../money/money.ts'
import { type Failure, type Result, success } from '../result.ts'
import type { LandedCost } from './landed-cost.ts'
import { type DeclarableCode, quoteLandedCost, type QuoteSources } from './quote-landed-cost.ts'
import type { QuoteRequest } from './quote-request.ts'

/** What the goods of a line might be declared by, and what the quote comes to with each. */
export interface UndecidedLine {
  readonly lineNumber: number
  /** As stated, too short to be declared. */
  readonly commodityCode: string
  /** From the least to the greatest. */
  readonly choices: readonly (DeclarableCode & { readonly charges: Money })[]
}

/** The least and the most that a sale can cost while some codes are too short. */
export interface LandedCostRange {
  readonly lowest: LandedCost
  readonly highest: LandedCost
  readonly undecided: readonly UndecidedLine[]
}

/** What a sale costs: exactly, or between two limits with what decides between them. */
export type QuotedSale =
  | { readonly kind: 'exact'; readonly landedCost: LandedCost }
  | { readonly kind: 'range'; readonly range: LandedCostRange }

/** So many codes below a short one are tried; a chapter has more than a person could choose from. */
const CHOICES_MAX = 250

/**
 * Quotes a sale. Where commodity codes are too short to be declared, no code is picked: every code
 * below each of them is tried, and the answer is the least and the most that it comes to, with the
 * codes that decide. All other failures are as those of `quoteLandedCost`.
 */
export function quoteSale(
  request: QuoteRequest,
  on: LocalDate,
  sources: QuoteSources,
): Result<QuotedSale> {
  const quote = quoteLandedCost(request, on, sources)
  if (quote.ok) return success({ kind: 'exact', landedCost: quote.value })
  const short = shortLines(quote.failures)
  if (short === undefined) return quote
  let lowest = request
  let highest = request
  const candidates = short.map((lineIndex) => ({
    lineIndex,
    choices: sources.declarableBelow(request.lines[lineIndex]!.commodityCode!, on),
  }))
  if (candidates.some(({ choices }) => choices.length === 0 || choices.length > CHOICES_MAX)) {
    return quote
  }
  // The other short lines stand at their first choice while one line is tried.
  const settled = candidates.reduce(
    (sale, { lineIndex, choices }) => withCode(sale, lineIndex, choices[0]!.commodityCode),
    request,
  )
  const undecided: UndecidedLine[] = []
  for (const { lineIndex, choices } of candidates) {
    const tried = triedChoices(choices, (code) =>
      quoteLandedCost(withCode(settled, lineIndex, code), on, sources),
    )
    if (!tried.ok) return tried
    const [least, greatest] = [tried.value[0]!, tried.value.at(-1)!]
    lowest = withCode(lowest, lineIndex, least.commodityCode)
    highest = withCode(highest, lineIndex, greatest.commodityCode)
    undecided.push({
      lineNumber: lineIndex + 1,
      commodityCode: request.lines[lineIndex]!.commodityCode!,
      choices: tried.value,
    })
  }
  return rangeBetween({ lowest, highest, undecided }, (sale) => quoteLandedCost(sale, on, sources))
}

/** The lines whose codes are too short, where nothing else is wrong. */
function shortLines(failures: readonly Failure[]): readonly number[] | undefined {
  if (failures.some(({ code }) => code !== 'commodity-code-not-declarable')) return undefined
  return failures.map(({ path }) => Number(path.split('/')[2]))
}

function withCode(request: QuoteRequest, lineIndex: number, commodityCode: string): QuoteRequest {
  const lines = request.lines.map((line, index) =>
    index === lineIndex ? { ...line, commodityCode } : line,
  )
  return { ...request, lines }
}

/** Every choice with its charges, the least first. A choice that cannot be quoted leaves no limit. */
function triedChoices(
  choices: readonly DeclarableCode[],
  quote: (code: string) => Result<LandedCost>,
): Result<UndecidedLine['choices']> {
  const tried: (DeclarableCode & { readonly charges: Money })[] = []
  for (const choice of choices) {
    const quoted = quote(choice.commodityCode)
    if (!quoted.ok) return quoted
    tried.push({ ...choice, charges: quoted.value.totals.charges })
  }
  return success(tried.sort((left, right) => compare(left.charges, right.charges)))
}

function rangeBetween(
  between: {
    readonly lowest: QuoteRequest
    readonly highest: QuoteRequest
    readonly undecided: readonly UndecidedLine[]
  },
  quote: (request: QuoteRequest) => Result<LandedCost>,
): Result<QuotedSale> {
  const lowest = quote(between.lowest)
  if (!lowest.ok) return lowest
  const highest = quote(between.highest)
  if (!highest.ok) return highest
  const { undecided } = between
  return success({
    kind: 'range',
    range: { lowest: lowest.value, highest: highest.value, undecided },
  })
}
