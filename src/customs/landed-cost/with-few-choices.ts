import type { Failure } from '../result.ts'
import type { QuoteSources } from './quote-landed-cost.ts'

/**
 * Sources that know the codes below a short one only where they are few: for a sale that is quoted for
 * many days, on each of which every code is tried. Where there are more, the sale is refused as one
 * whose code cannot be declared; {@link namingFewChoices} says why.
 */
export function withFewChoices(sources: QuoteSources, choicesMax: number): QuoteSources {
  return {
    ...sources,
    declarableBelow: (code, on) => {
      const { codes, areAll } = sources.declarableBelow(code, on)
      return { codes: codes.length > choicesMax ? [] : codes, areAll }
    },
  }
}

/** The failure, which says how many codes are tried where it is that a code cannot be declared. */
export function namingFewChoices(failure: Failure, choicesMax: number): Failure {
  if (failure.code !== 'commodity-code-not-declarable') return failure
  const { mend = '', zh } = failure
  return {
    ...failure,
    mend: `${mend} Over time up to ${choicesMax} codes below a short one are compared.`.trim(),
    ...(zh && {
      zh: { ...zh, mend: `${zh.mend ?? ''}跨日期时，最多比较短编码之下的${choicesMax}个编码。` },
    }),
  }
}
