import type { LocalDate } from '../calendar/local-date.ts'
import type { Failure } from '../result.ts'
import type { QuoteSources } from './quote-landed-cost.ts'
import type { QuoteRequest } from './quote-request.ts'

/** How many codes below a short one are tried for a sale that is quoted on many days. */
export interface FewChoices {
  readonly codesMax: number
  /** The days on which each of them is tried. */
  readonly days: number
}

/**
 * Sources that know the codes below a short one only where they are few: for a sale that is quoted for
 * many days, on each of which every code is tried. Where there are more, the sale is refused as one
 * whose code cannot be declared; {@link namingTooMany} says why.
 */
export function withFewChoices(sources: QuoteSources, { codesMax }: FewChoices): QuoteSources {
  return {
    ...sources,
    declarableBelow: (code, on) => {
      const { codes, areAll } = sources.declarableBelow(code, on)
      return { codes: codes.length > codesMax ? [] : codes, areAll }
    },
  }
}

/** A sale on a day, with the sources that know all codes below a short one. */
export interface SaleOnDay {
  readonly sale: QuoteRequest
  readonly on: LocalDate
  readonly sources: QuoteSources
}

/** The failure, which says how many codes there are and how many are tried where these are too many. */
export function namingTooMany(
  failure: Failure,
  { sale, on, sources }: SaleOnDay,
  { codesMax, days }: FewChoices,
): Failure {
  if (failure.code !== 'commodity-code-not-declarable') return failure
  const code = sale.lines[Number(failure.path.split('/')[2])]?.commodityCode
  const count = code === undefined ? 0 : sources.declarableBelow(code, on).codes.length
  if (count <= codesMax) return failure
  const { mend = '', zh } = failure
  const en = `Below ${code} there are ${count} codes; on the ${days} days on which something may change in this window up to ${codesMax} are compared. State more digits or fewer days.`
  return {
    ...failure,
    mend: `${mend} ${en}`.trim(),
    ...(zh && {
      zh: {
        ...zh,
        mend: `${zh.mend ?? ''}${code} 之下有${count}个编码；在此时间段内可能发生变化的${days}天中，最多比较${codesMax}个。请填写更多位数或缩短时间段。`,
      },
    }),
  }
}
