import { notComputable } from './not-computable.ts'
import type { Rate, SpecialRate } from './rate.ts'
import { readRateText } from './read-rate-text.ts'
import { readSpecialRates } from './read-special-rates.ts'

/** What the text of a column says: one rate, with the programmes that it is for where it names any. */
export type ColumnRate = Rate & Pick<SpecialRate, 'programmes'>

/**
 * Reads the text of any column of the schedule as one rate. The special column prints several, each
 * with its programmes: no duty follows from such a text before one of them is chosen, and a rate
 * whose programmes were not all understood is not taken for one.
 *
 * @example readColumnText('2.3% (KR)') // adValorem '0.023', programmes ['KR']
 */
export function readColumnText(text: string): ColumnRate {
  const { rates, unread } = readSpecialRates(text)
  const [first, ...others] = rates
  if (first?.programmes === undefined) return readRateText(text)
  if (unread.length > 0) return notComputable('unread', unread.join('; '))
  if (others.length > 0) return notComputable('several-rates', text.replaceAll(/\s+/g, ' ').trim())
  return { ...first.rate, programmes: first.programmes }
}
