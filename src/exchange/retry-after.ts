const SECONDS = /^\d{1,9}$/
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * Seconds that the other side asks us to wait, from a `Retry-After` header (RFC 9110 section 10.2.3):
 * a number of seconds or a date. Undefined where there is none or where it cannot be read.
 */
export function retryAfterSeconds(
  headers: Readonly<Record<string, string>>,
  now: Date,
): number | undefined {
  const value = headers['retry-after']?.trim()
  if (value === undefined || value === '') return undefined
  if (SECONDS.test(value)) return Number(value)
  const at = DATE.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) return undefined
  return Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
