import { Type, type Static } from 'typebox'
import { type LocalDate, localDate, localYear, monthsLater } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import type { Result } from '../result.ts'

/** For how long the law wants the records of a declaration kept. */
export interface RecordKeeping {
  readonly months: number
  /** Id of the law within the law data. */
  readonly law: string
}

const fileSchema = Type.Object({ periods: Type.Array(Type.Object({ id: Type.String() })) })
const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

const periodSchema = Type.Object({ months: Type.Integer({ minimum: 1 }), law: Type.String() })
const readPeriod = checkedReader<RecordKeeping>(periodSchema)

/** Reads the period from the contents of `data/gb/periods.json`. */
export function readRecordKeeping(json: unknown): Result<RecordKeeping> {
  const file = readFile(json)
  if (!file.ok) return file
  return readPeriod(file.value.periods.find(({ id }) => id === 'customs-records'))
}

/**
 * The last day on which the records of a declaration have to be kept. The period is counted from
 * the end of the year in which the case last changed: the sources do not say which day of a case
 * begins it, and records that are kept too long can still be erased.
 *
 * @law Customs (Records) (EU Exit) Regulations 2019 (SI 2019/113), regulation 3
 */
export function keptUntil({ months }: RecordKeeping, lastChangedOn: LocalDate): LocalDate {
  return monthsLater(localDate(`${localYear(lastChangedOn)}-12-31`), months)
}
