import { Type, type TUnsafe } from 'typebox'

import type { Instant } from '../../customs/calendar/local-date.ts'

/** JSON Schema pieces that only the HTTP interface needs. */

export const instant: TUnsafe<Instant> = Type.Unsafe<Instant>(
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$',
    description: 'moment in UTC',
    examples: ['2026-09-01T12:00:00Z'],
  }),
)
