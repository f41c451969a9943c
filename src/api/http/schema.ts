import { Type, type TString, type TUnsafe } from 'typebox'

import type { Instant } from '../../customs/calendar/local-date.ts'
import { DESCRIPTION_ZH } from '../../customs/checked-reader.ts'
import { currencyCode } from '../../customs/order/schema.ts'
import { ID_PATTERN } from '../../platform/ids.ts'

/** JSON Schema pieces that only the HTTP interface needs. */

/**
 * The id of something that this program keeps. In a path another text leads to nothing (404), in a
 * body it is refused (400), so that no text but ids is ever looked for in the database.
 */
export function idOf(what: string): TString {
  return Type.String({
    pattern: ID_PATTERN,
    description: `id of ${what}`,
    [DESCRIPTION_ZH]: '系统给出的编号',
  })
}

/**
 * A moment that exists. The format knows the days of each month; the pattern leaves out the year
 * nought, which PostgreSQL does not know, and leap seconds, which JavaScript does not know.
 */
export const instant: TUnsafe<Instant> = Type.Unsafe<Instant>(
  Type.String({
    pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?Z$',
    format: 'date-time',
    description: 'existing moment in UTC',
    [DESCRIPTION_ZH]: '存在的 UTC 时刻，如 2026-09-01T12:00:00Z',
    examples: ['2026-09-01T12:00:00Z'],
  }),
)

/** An amount that may be negative, as the balance of an account is. */
export const signedMoney = Type.Object(
  {
    amount: Type.String({ pattern: '^-?\\d+(\\.\\d+)?$', description: 'exact decimal as text' }),
    currency: currencyCode,
  },
  { description: 'an exact amount in one currency, negative where money is owed' },
)

/** The same text for people in both languages of the program. */
export const bilingualText = Type.Object({ en: Type.String(), zh: Type.String() })

/** A SHA-256 as 64 lower-case hexadecimal characters. */
export const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256' })

/** The path of something that belongs to what is answered. */
export const link = Type.String({ description: 'path' })

/**
 * A value whose form is decided where it is made, described here by its type alone: the record of a
 * decision may hold more than a reader of today's description knows of.
 */
export function record<T extends object>(description: string): TUnsafe<T> {
  return Type.Unsafe<T>({ type: 'object', additionalProperties: true, description })
}
