import { Type, type Static } from 'typebox'
import { daysLater } from '../calendar/days-later.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import { combine, type Result } from '../result.ts'

/** Within which time somebody has to act against a decision. */
export interface AppealPeriod {
  readonly days: number
  /** Id of the law within the law data. */
  readonly law: string
}

/** The periods against one kind of decision. */
export interface AppealPeriodsOfDecision {
  /** From the decision to asking the authority for its review. */
  readonly review: AppealPeriod
  /** From the conclusions of the review to the appeal to the tribunal. */
  readonly tribunal: AppealPeriod
}

/** The periods of all kinds of decisions: penalties have a law of their own. */
export interface AppealPeriods {
  readonly penalty: AppealPeriodsOfDecision
  readonly other: AppealPeriodsOfDecision
}

const fileSchema = Type.Object({ periods: Type.Array(Type.Object({ id: Type.String() })) })
const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

const periodSchema = Type.Object({ days: Type.Integer({ minimum: 1 }), law: Type.String() })
const readPeriod = checkedReader<AppealPeriod>(periodSchema)

/** Reads the periods from the contents of `data/gb/periods.json`. */
export function readAppealPeriods(json: unknown): Result<AppealPeriods> {
  const file = readFile(json)
  if (!file.ok) return file
  const period = (wanted: string) => readPeriod(file.value.periods.find(({ id }) => id === wanted))
  return combine({
    penalty: combine({
      review: period('penalty-review-request'),
      tribunal: period('penalty-tribunal-appeal'),
    }),
    other: combine({ review: period('review-request'), tribunal: period('tribunal-appeal') }),
  })
}

/** The periods against a decision, named as letters name it: `assessment`, `penalty` and so on. */
export function appealPeriodsOf(periods: AppealPeriods, decision: string): AppealPeriodsOfDecision {
  return decision === 'penalty' ? periods.penalty : periods.other
}

/**
 * The last day of a period that begins with the date of a document. That day is the first of the
 * period, so it is over a day earlier than a count from the day after would say. The law of penalties
 * counts from the document; its first day is taken for the document's own, which is never late.
 *
 * @law Finance Act 1994, sections 15C(1)(b) and 16(1C); Finance Act 2003, sections 33B(1)(b) and 33F(3)
 */
export function lastDayToAppeal({ days }: AppealPeriod, documentOf: LocalDate): LocalDate {
  return daysLater(documentOf, days - 1)
}
