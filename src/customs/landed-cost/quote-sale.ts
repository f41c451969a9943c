import type { LocalDate } from '../calendar/local-date.ts'
import { compare, type Money } from '../money/money.ts'
import { combineAll, failure, type Failure, type Result, success } from '../result.ts'
import { eachFailureOnce } from './each-failure-once.ts'
import type { LandedCost } from './landed-cost.ts'
import {
  type CodesBelow,
  type DeclarableCode,
  quoteLandedCost,
  type QuoteSources,
} from './quote-landed-cost.ts'
import type { QuoteRequest } from './quote-request.ts'

/** What the goods of a line might be declared by, and what the line bears under each. */
export interface UndecidedLine {
  readonly lineNumber: number
  /** As stated, too short to be declared. */
  readonly commodityCode: string
  /** From the least to the greatest. */
  readonly choices: readonly (DeclarableCode & { readonly charges: Money })[]
  /** Whether these are all there are; else goods of a code that is not held may bear less or more. */
  readonly choicesAreAll: boolean
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

/** So many lines are worked out at most to find a range: an answer is waited for. */
const LINES_TRIED_MAX = 10_000

/** A line whose code is too short, with the codes below it. */
interface ShortLine {
  readonly lineIndex: number
  readonly below: CodesBelow
}

type Quoting = (sale: QuoteRequest) => Result<LandedCost>

/**
 * Quotes a sale. Where commodity codes are too short to be declared, no code is picked: every code
 * below each of them is tried, and the answer is the least and the most that it comes to, with the
 * codes that decide. All other failures are as those of `quoteLandedCost`; a sale with more lines and
 * codes than an answer can wait for fails as one without a range.
 */
export function quoteSale(
  request: QuoteRequest,
  on: LocalDate,
  sources: QuoteSources,
): Result<QuotedSale> {
  const quote: Quoting = (sale) => quoteLandedCost(sale, on, sources)
  const quoted = quote(request)
  if (quoted.ok) return success({ kind: 'exact', landedCost: quoted.value })
  const short = shortLines(quoted.failures).map((lineIndex) => ({
    lineIndex,
    below: sources.declarableBelow(request.lines[lineIndex]!.commodityCode!, on),
  }))
  const choices = short.map(({ below }) => below.codes.length)
  const rounds = Math.max(0, ...choices)
  if (rounds * request.lines.length > LINES_TRIED_MAX || Math.min(rounds, ...choices) === 0) {
    return quoted
  }
  return quotedRange({ request, short, rounds }, quote)
}

/** The lines whose codes are too short, where nothing else is wrong. */
function shortLines(failures: readonly Failure[]): readonly number[] {
  if (failures.some(({ code }) => code !== 'commodity-code-not-declarable')) return []
  return failures.map(({ path }) => Number(path.split('/')[2]))
}

/**
 * All short lines take their next code in each round, so that there are as many rounds as the longest
 * list has codes. Lines bear charges each by itself, with few exceptions such as goods that
 * shut a regime to the whole sale; so the limits are looked for among the rounds as well as in the least and the
 * greatest of every line put together. A code that cannot be quoted leaves no limit.
 */
function quotedRange(
  {
    request,
    short,
    rounds,
  }: {
    readonly request: QuoteRequest
    readonly short: readonly ShortLine[]
    readonly rounds: number
  },
  quote: Quoting,
): Result<QuotedSale> {
  const tried = combineAll(
    Array.from({ length: rounds }, (_, round) =>
      quote(withCodes(request, short, ({ codes }) => codes[round % codes.length]!)),
    ),
  )
  if (!tried.ok) return failure(...eachFailureOnce(tried.failures))
  const undecided = short.map((line) => undecidedLine(line, request, tried.value))
  const codeOf = (end: 0 | -1) => (_: CodesBelow, index: number) =>
    undecided[index]!.choices.at(end)!
  const together = combineAll(
    ([0, -1] as const).map((end) => quote(withCodes(request, short, codeOf(end)))),
  )
  if (!together.ok) return together
  const quotes = [...tried.value, ...together.value].toSorted((left, right) =>
    compare(left.totals.charges, right.totals.charges),
  )
  const [lowest, highest] = [quotes[0]!, quotes.at(-1)!]
  return success({ kind: 'range', range: { lowest, highest, undecided } })
}

/** What a line bears under each of its codes, in the round in which it had it. */
function undecidedLine(
  { lineIndex, below }: ShortLine,
  request: QuoteRequest,
  tried: readonly LandedCost[],
): UndecidedLine {
  return {
    lineNumber: lineIndex + 1,
    commodityCode: request.lines[lineIndex]!.commodityCode!,
    choices: below.codes
      .map((code, round) => ({ ...code, charges: tried[round]!.lines[lineIndex]!.charges }))
      .toSorted((left, right) => compare(left.charges, right.charges)),
    choicesAreAll: below.areAll,
  }
}

function withCodes(
  request: QuoteRequest,
  short: readonly ShortLine[],
  codeFor: (below: CodesBelow, index: number) => DeclarableCode,
): QuoteRequest {
  const lines = [...request.lines]
  for (const [index, { lineIndex, below }] of short.entries()) {
    const { commodityCode } = codeFor(below, index)
    lines[lineIndex] = { ...lines[lineIndex]!, commodityCode }
  }
  return { ...request, lines }
}
