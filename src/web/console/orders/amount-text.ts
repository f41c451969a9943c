import { readDecimalText } from '../../../customs/money/read-decimal-text.ts'

/**
 * An amount as the interface takes it, whichever way it was typed: `1,234.50` and `1.234,50` are
 * `1234.50`. What cannot be read for certain stays as it is, and the interface says what is wrong.
 */
export function plainAmount(typed: string, currency?: string): string {
  const reading = readDecimalText(typed, currency)
  return reading.ok ? reading.value : typed.trim()
}
