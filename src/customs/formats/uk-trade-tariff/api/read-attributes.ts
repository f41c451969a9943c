import { Type, type Static, type TSchema } from 'typebox'
import {
  dayAfter,
  isLocalDate,
  type LocalDate,
  type Validity,
} from '../../../calendar/local-date.ts'
import { checkedReader } from '../../../checked-reader.ts'
import type { Result } from '../../../result.ts'
import { withoutNulls } from '../without-nulls.ts'
import type { Resource } from './json-api-document.ts'

/** Text that may be absent. */
export const optionalText = Type.Optional(Type.String())

/**
 * Reads the attributes of objects of one type; those that the schema does not name are left, and null
 * is absent.
 */
export function attributesReader<Schema extends TSchema>(
  schema: Schema,
): (resource: Resource) => Result<Static<Schema>> {
  const read = checkedReader<Static<Schema>>(schema)
  return ({ attributes }) => read(withoutNulls(attributes))
}

/** The day of an instant as the service writes it: `2020-12-31T23:59:59.000Z` is 31 December. */
function dayOf(instant: string | undefined): LocalDate | undefined {
  const day = instant?.slice(0, 10) ?? ''
  return isLocalDate(day) ? day : undefined
}

/** The last day that can be written, which stands for an end that is not foreseen. */
const NEVER = '9999-12-31'

/**
 * The window between two instants. The service names the last day of it, at its first or last
 * second; nothing where the beginning is not there or an end is no day.
 */
export function windowBetween(
  start: string | undefined,
  end: string | undefined,
): Validity | undefined {
  const from = dayOf(start)
  const last = dayOf(end)
  if (from === undefined || (Boolean(end) && last === undefined)) return undefined
  if (last === undefined || last >= NEVER) return { from }
  return { from, until: dayAfter(last) }
}
