import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { LocalDate } from '../../../customs/calendar/local-date.ts'
import { dayOf } from '../../processing/accept.ts'
import type { Office } from '../../processing/office.ts'
import type { TariffLine } from '../../tariff/office-tariff.ts'

const tariffQuery = Type.Object({
  /** The beginning of a commodity code; spaces and dots are left out by whoever asks. */
  q: Type.String({ pattern: '^\\d{0,10}$' }),
  /** The day of the law; today unless stated. */
  on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' })),
})

const MOST_LINES = 50

/** What the office's tariff says of the codes with one beginning. */
export interface TariffAnswer {
  readonly on: LocalDate
  readonly lines: readonly TariffLine[]
  /** How many more there are. */
  readonly leftOut: number
}

/** The office's own tariff, for an officer who looks for the right code. */
export function tariffRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get(
    '/officers/tariff',
    { schema: { querystring: tariffQuery } },
    (request): TariffAnswer => {
      // The schema has checked that it is a day of the calendar.
      const on = (request.query.on as LocalDate | undefined) ?? dayOf(office.clock.now())
      const lines = office.tariff.linesUnder(request.query.q, on)
      return {
        on,
        lines: lines.slice(0, MOST_LINES),
        leftOut: Math.max(0, lines.length - MOST_LINES),
      }
    },
  )
}
