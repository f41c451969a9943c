import { Type, type Static } from 'typebox'

import type { Days } from '../customs/calendar/days-alike.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import { localDate as day, localYear } from '../customs/calendar/local-date.ts'
import type { Immutable } from '../customs/immutable.ts'
import type { LandedCostBook } from '../customs/landed-cost/landed-cost-book.ts'
import { readCommodityCode } from '../customs/nomenclature/read-commodity-code.ts'
import { countryCode, localDate } from '../customs/order/schema.ts'
import { unknownCountry } from '../customs/order/unknown-codes.ts'
import { failure, type Result, success } from '../customs/result.ts'
import { codeInTariff, type CodeInTariff } from '../customs/tariff-enquiry/code-in-tariff.ts'
import {
  daysToRate,
  dutyHistory,
  type DutyPeriod,
  type GoodsOverTime,
  joinHistory,
} from '../customs/tariff-enquiry/duty-history.ts'
import { quotedEditions } from '../customs/tariff-enquiry/quoted-editions.ts'
import { type RatesOnDay, ratesOnDay } from '../customs/tariff-enquiry/rates-on-day.ts'
import { tariffOfCountry } from '../customs/tariff-enquiry/tariff-of-country.ts'
import { nextTurn } from '../platform/next-turn.ts'
import { inTransaction } from '../platform/postgres/index.ts'
import { findEditions } from '../tariffs/index.ts'
import { askedDay } from './http/asked-day.ts'
import { failureSchema } from './http/problem.ts'
import { openLimitedTo } from './http/rate-limit.ts'
import { accepted } from './http/refusal.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { record } from './http/schema.ts'

/** How often an address may read in a minute: a reader goes up and down the tree. */
const READS_PER_MINUTE = 600
/** How often it may ask for a history, which is a hundred readings. */
const HISTORIES_PER_MINUTE = 60

const tags = ['tariff']

const territory = Type.String({ description: 'whose tariff it is, such as EU for a member' })

const codeParams = Type.Object({
  destination: countryCode,
  code: Type.String({
    maxLength: 60,
    description: 'two to twelve digits, as many as are known; points between them are left out',
  }),
})

const rates = record<RatesOnDay>('the rates that a quote would charge, with laws and no amounts')

const codeSchema = Type.Object({
  territory,
  line: record<CodeInTariff>('the code with what stands above and below it, and its measures'),
  rates: Type.Optional(rates),
  failures: Type.Optional(
    Type.Array(failureSchema, { description: 'why no rates can be said for the origin' }),
  ),
})

/** What a tariff says of a code on a day. */
export type TariffCodeView = Immutable<Static<typeof codeSchema>>

const historySchema = Type.Object({
  territory,
  periods: Type.Array(
    Type.Object({
      from: localDate,
      until: localDate,
      rates: Type.Optional(rates),
      failures: Type.Optional(Type.Array(failureSchema)),
    }),
    { description: 'the last day of a period is the one before `until`' },
  ),
})

/** How the duty on goods of a code changed. */
export type DutyHistoryView = Immutable<Static<typeof historySchema>>

const editionSchema = Type.Object({
  territory,
  edition: Type.String(),
  validFrom: localDate,
  format: Type.Optional(Type.String({ description: 'that it was imported in' })),
  importedAt: Type.Optional(Type.String({ description: 'absent where it comes with the program' })),
  codes: Type.Optional(Type.Integer({ description: 'lines with a code' })),
  isQuotedFrom: Type.Boolean(),
})

/** An edition of a tariff or list that is loaded. */
export type LoadedEditionView = Immutable<Static<typeof editionSchema>>

const readTop: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/tariff/:destination',
    {
      schema: {
        tags,
        summary: 'Read the chapters of a tariff',
        params: Type.Object({ destination: countryCode }),
        querystring: Type.Object({ on: Type.Optional(localDate) }),
        response: { 200: codeSchema },
      },
      config: openLimitedTo(READS_PER_MINUTE),
    },
    ({ params, query }) => {
      const of = accepted(tariffOfCountry(ports.quoting.book, params.destination))
      const asked = { code: '', on: askedDay(query, ports.clock) }
      return { territory: of.territory, line: accepted(codeInTariff(of, asked)) }
    },
  )
}

const readCode: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/tariff/:destination/codes/:code',
    {
      schema: {
        tags,
        summary: 'Read what a tariff says of a code',
        description:
          'A code of any length, never padded: one that heads a group has the lines below it. With an origin the answer has the measures for it and the rates that a quote would charge.',
        params: codeParams,
        querystring: Type.Object({
          origin: Type.Optional(countryCode),
          on: Type.Optional(localDate),
        }),
        response: { 200: codeSchema },
      },
      config: openLimitedTo(READS_PER_MINUTE),
    },
    ({ params: { destination: country, code: asWritten }, query }) => {
      const { book } = ports.quoting
      const of = accepted(tariffOfCountry(book, country))
      const code = accepted(readCommodityCode(asWritten, '/code'))
      const { origin } = query
      if (origin !== undefined) accepted(knownOrigin(origin, book))
      const on = askedDay(query, ports.clock)
      const asked = { code, on, ...(origin !== undefined && { origin }) }
      const line = accepted(codeInTariff(of, asked))
      const read = { territory: of.territory, line }
      if (origin === undefined || !line.isDeclarable) return read
      const charged = ratesOnDay(book, { country, code, origin, on })
      return {
        ...read,
        ...(charged.ok ? { rates: charged.value } : { failures: charged.failures }),
      }
    },
  )
}

/** Rates for all countries would be said of a country that does not exist. */
function knownOrigin(origin: string, { vocabulary }: LandedCostBook): Result<string> {
  const { countries } = vocabulary.knownCodes
  return countries.has(origin) ? success(origin) : failure(unknownCountry('/origin', origin))
}

/** The first day that rules and laws are kept for. */
const HISTORY_FROM = day('2024-01-01')

const readHistory: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/tariff/:destination/codes/:code/history',
    {
      schema: {
        tags,
        summary: 'Read how the duty on goods changed',
        description:
          'From 2024 to the end of this year: the periods in which the rates stay the same, each with its laws. Days of which no rate can be said are periods with the reasons.',
        params: codeParams,
        querystring: Type.Object({ origin: countryCode }),
        response: { 200: historySchema },
      },
      config: openLimitedTo(HISTORIES_PER_MINUTE),
    },
    async ({ params: { destination: country, code: asWritten }, query: { origin } }) => {
      const { book } = ports.quoting
      const { territory: whose } = accepted(tariffOfCountry(book, country))
      const code = accepted(readCommodityCode(asWritten, '/code'))
      accepted(knownOrigin(origin, book))
      const until = day(`${localYear(dateInLondon(ports.clock.now())) + 1}-01-01`)
      const days = { from: HISTORY_FROM, until }
      const periods = await historyByTurns(book, { country, code, origin }, days)
      return { territory: whose, periods: periods.map(shownPeriod) }
    },
  )
}

/** The history of goods, worked out day by day so that others are answered in between. */
async function historyByTurns(
  book: LandedCostBook,
  goods: GoodsOverTime,
  days: Days,
): Promise<readonly DutyPeriod[]> {
  const tried = daysToRate(book, goods, days)
  let periods: readonly DutyPeriod[] = []
  for (const [index, from] of tried.entries()) {
    const until = tried[index + 1] ?? days.until
    periods = joinHistory(periods, dutyHistory(book, goods, { from, until }, [from]))
    await nextTurn()
  }
  return periods
}

function shownPeriod({ from, until, outcome }: DutyPeriod) {
  switch (outcome.kind) {
    case 'rated':
      return { from, until, rates: outcome.rates }
    case 'refused':
      return { from, until, failures: outcome.failures }
  }
}

const listEditions: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/tariff/editions',
    {
      schema: {
        tags,
        summary: 'List the editions that are loaded',
        description: 'Those that come with the program, and those that were imported.',
        response: { 200: Type.Object({ items: Type.Array(editionSchema) }) },
      },
      config: openLimitedTo(READS_PER_MINUTE),
    },
    async () => {
      const imported = await inTransaction(ports.database, (transaction) =>
        findEditions(transaction),
      )
      const quoted = quotedEditions(ports.quoting.book)
      const codesOf = (whose: string, edition: string) =>
        quoted.find((one) => one.territory === whose && one.edition === edition)?.codes
      const shipped = quoted.filter(
        (one) =>
          !imported.some(
            ({ edition, territory: of }) => one.edition === edition && one.territory === of,
          ),
      )
      return {
        items: [
          ...shipped.map((edition) => ({ ...edition, isQuotedFrom: true })),
          ...imported.map(({ territory: whose, edition, effectiveFrom, format, importedAt }) => {
            const codes = codesOf(whose, edition)
            return {
              ...{ territory: whose, edition, validFrom: effectiveFrom, format, importedAt },
              ...(codes !== undefined && { codes }),
              isQuotedFrom: codes !== undefined,
            }
          }),
        ],
      }
    },
  )
}

/** What tariffs say of codes, and how that changed. */
export const tariffCodeRoutes = together(listEditions, readTop, readCode, readHistory)
