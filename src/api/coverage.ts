import { Type, type Static } from 'typebox'

import { coverageMatrix, type DestinationCoverage } from '../customs/coverage/coverage-matrix.ts'
import type { Immutable } from '../customs/immutable.ts'
import { localDate } from '../customs/order/schema.ts'
import { askedDay } from './http/asked-day.ts'
import { openLimitedTo } from './http/rate-limit.ts'
import type { ApiRoutes } from './http/route.ts'
import { record } from './http/schema.ts'

/** How often an address may ask in a minute. */
const READS_PER_MINUTE = 240

const coverageSchema = Type.Object({
  on: localDate,
  destinations: Type.Array(
    record<DestinationCoverage>(
      'a destination with how far each kind of its charges is worked out, and what is missing',
    ),
  ),
})

/** How far the charges of all destinations are worked out on a day. */
export type CoverageView = Immutable<Static<typeof coverageSchema>>

/** What is worked out for which destination. */
export const coverageRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/coverage',
    {
      schema: {
        tags: ['tariff'],
        summary: 'Read what is worked out for which destination',
        description:
          'Each kind of charge is covered, partly covered or not covered, as of a day, with what is missing. Quotes name the same.',
        querystring: Type.Object({ on: Type.Optional(localDate) }),
        response: { 200: coverageSchema },
      },
      config: openLimitedTo(READS_PER_MINUTE),
    },
    ({ query }) => {
      const on = askedDay(query, ports.clock)
      return { on, destinations: coverageMatrix(ports.quoting.book, on) }
    },
  )
}
