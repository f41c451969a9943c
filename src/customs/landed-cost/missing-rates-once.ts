import type { Failure, Result } from '../result.ts'

/**
 * The same result with each missing rate of exchange named once. Every amount in a currency fails for
 * want of the same rate, and one file mends them all, so only the first place is told.
 */
export function missingRatesOnce<T>(result: Result<T>): Result<T> {
  if (result.ok) return result
  const [first, ...others] = result.failures
  const told = new Set([wordsOf(first)])
  const kept = others.filter((failure) => {
    const words = wordsOf(failure)
    const isRepeated = failure.code === 'exchange-rate-missing' && told.has(words)
    told.add(words)
    return !isRepeated
  })
  return { ok: false, failures: [first, ...kept] }
}

function wordsOf({ code, message }: Failure): string {
  return `${code} ${message}`
}
