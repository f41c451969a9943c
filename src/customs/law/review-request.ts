import { Type, type Static } from 'typebox'
import { daysLater } from '../calendar/days-later.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import type { Result } from '../result.ts'

/** Within which time the review of a decision has to be asked for. */
export interface ReviewRequestPeriod {
  readonly days: number
  /** Id of the law within the law data. */
  readonly law: string
}

const fileSchema = Type.Object({ periods: Type.Array(Type.Object({ id: Type.String() })) })
const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

const periodSchema = Type.Object({ days: Type.Integer({ minimum: 1 }), law: Type.String() })
const readPeriod = checkedReader<ReviewRequestPeriod>(periodSchema)

/** Reads the period from the contents of `data/gb/periods.json`. */
export function readReviewRequestPeriod(json: unknown): Result<ReviewRequestPeriod> {
  const file = readFile(json)
  if (!file.ok) return file
  return readPeriod(file.value.periods.find(({ id }) => id === 'review-request'))
}

/**
 * The last day on which a review is asked for in time. The day of the decision is the first of the
 * period, so it is over a day earlier than a count from the day after would say.
 *
 * @law Finance Act 1994, section 15C(1)(b)
 */
export function lastDayForReview({ days }: ReviewRequestPeriod, decidedOn: LocalDate): LocalDate {
  return daysLater(decidedOn, days - 1)
}
