import { Type, type Static } from 'typebox'
import { type LocalDate, localDate, monthsLater } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import type { Result } from '../result.ts'

/** Until when a simplified declaration has to be completed by its supplementary one. */
export interface SupplementaryDeadline {
  /** Calendar day of the month after the acceptance of the simplified declaration. */
  readonly dayOfFollowingMonth: number
  /** Id of the law within the law data. */
  readonly law: string
}

const fileSchema = Type.Object({ periods: Type.Array(Type.Object({ id: Type.String() })) })
const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

const deadlineSchema = Type.Object({
  // Every month has it.
  dayOfFollowingMonth: Type.Integer({ minimum: 1, maximum: 28 }),
  law: Type.String(),
})
const readDeadline = checkedReader<SupplementaryDeadline>(deadlineSchema)

/** Reads the deadline from the contents of `data/gb/periods.json`. */
export function readSupplementaryDeadline(json: unknown): Result<SupplementaryDeadline> {
  const file = readFile(json)
  if (!file.ok) return file
  return readDeadline(file.value.periods.find(({ id }) => id === 'supplementary-declaration'))
}

/**
 * The last day on which the supplementary declaration may be sent and accepted.
 *
 * @param acceptedOn day in London on which the simplified declaration was accepted
 * @law HMRC guidance "Making an import supplementary declaration"
 */
export function supplementaryDueOn(
  { dayOfFollowingMonth }: SupplementaryDeadline,
  acceptedOn: LocalDate,
): LocalDate {
  const following = monthsLater(localDate(`${acceptedOn.slice(0, 7)}-01`), 1)
  return localDate(`${following.slice(0, 7)}-${String(dayOfFollowingMonth).padStart(2, '0')}`)
}
