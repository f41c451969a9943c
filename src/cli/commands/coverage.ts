import type { Command } from 'commander'

import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { isLocalDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import { coverageMatrix, type DestinationCoverage } from '../../customs/coverage/coverage-matrix.ts'
import { coverageKinds } from '../../customs/coverage/kinds-of-charge.ts'
import { type LandedCostBook, findDestination } from '../../customs/landed-cost/landed-cost-book.ts'
import { systemClock } from '../../platform/clock.ts'
import { LiveBook, shippedBook } from '../../tariffs/index.ts'
import { BadInput, badInput } from '../bad-input.ts'
import { hasTariffDatabase, withTariffDatabase } from '../tariff/tariff-database.ts'
import { type Terminal, writeJson, writeLine } from '../terminal.ts'
import { textTable } from '../text-table.ts'

interface CoverageOptions {
  readonly destination?: string
  readonly date?: string
  readonly database?: true
  readonly json?: true
}

/** The command that says how far the charges of destinations are worked out. */
export function addCoverageCommand(program: Command, terminal: Terminal): void {
  program
    .command('coverage')
    .summary('say what is worked out for which destination')
    .description(
      'Says how far each kind of charge is worked out for each destination, with what comes with the ' +
        'program; for one destination also what is missing and who may import there. Needs no server. With --database the ' +
        'imported editions count as well, as in the quotes of that installation.',
    )
    .option('--destination <country>', 'only this country or union, with its notes')
    .option('--date <day>', 'YYYY-MM-DD; today in London unless stated')
    .option('--database', 'with the tariffs and rates that were imported')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `
The database is that of the installation in TIDEWAITER_DATA (var/), or DATABASE_URL.

Exit codes: 0 said, 2 bad input.

Examples:
  $ bin/tidewaiter coverage
  $ bin/tidewaiter coverage --destination NO --date 2026-09-01
  $ bin/tidewaiter coverage --destination NO --database`,
    )
    .action(async ({ destination, date, database, json }: CoverageOptions) => {
      const on = dayOf(date)
      const book = await (database ? importedBook(terminal) : shippedBook())
      const matrix = wanted(coverageMatrix(book, on), book, destination)
      if (json) return writeJson(terminal, { on, destinations: matrix })
      const rows = destination === undefined ? overview(matrix) : matrix.flatMap(details)
      for (const line of textTable(rows)) await writeLine(terminal.stdout, line)
      if (destination === undefined) return
      await writeLine(terminal.stdout, '')
      for (const line of textTable(matrix.flatMap(importerRows))) {
        await writeLine(terminal.stdout, line)
      }
    })
}

/** What an installation quotes from; nothing is installed only to be looked at. */
async function importedBook(terminal: Terminal): Promise<LandedCostBook> {
  if (!hasTariffDatabase(terminal)) {
    throw new BadInput(
      '--database: There is no installation here, and DATABASE_URL is not set. Leave the option out ' +
        'for what comes with the program.',
    )
  }
  const live = await withTariffDatabase(terminal, 'read', (found) => LiveBook.open(found))
  return live.book
}

/** The row of a country is that of the union that it belongs to. */
function wanted(
  matrix: readonly DestinationCoverage[],
  book: LandedCostBook,
  country: string | undefined,
): readonly DestinationCoverage[] {
  if (country === undefined) return matrix
  const found = findDestination(book, country.toUpperCase())
  if (!found.ok) throw badInput('--destination', found.failures)
  return matrix.filter(({ destination }) => destination === found.value.destination)
}

/** A row a destination; the words are kept short, so that the table fits a screen. */
function overview(matrix: readonly DestinationCoverage[]): readonly (readonly string[])[] {
  const short = { covered: 'yes', partly: 'partly', 'not-covered': 'no' } as const
  return [
    ['', ...coverageKinds.map(({ kind }) => kind)],
    ...matrix.map(({ destination, kinds }) => [
      destination,
      ...kinds.map(({ state }) => short[state]),
    ]),
  ]
}

function details({ name, kinds }: DestinationCoverage): readonly (readonly string[])[] {
  return [
    [name.en, 'state', 'since', 'until', 'confidence', 'notes'],
    ...kinds.map(({ name: kind, state, since = '', until = '', confidence = '', notes }) => [
      ...[kind.en, state, since, until, confidence],
      notes.map(({ en }) => en).join(' '),
    ]),
  ]
}

function importerRows({ importers }: DestinationCoverage): readonly (readonly string[])[] {
  return [
    ['who may import', 'confidence', 'needs', 'law'],
    ...importers.map(({ name, confidence, needs, law }) => [
      ...[name.en, confidence, needs.map(({ en }) => en).join(' '), law.title],
    ]),
  ]
}

function dayOf(text: string | undefined): LocalDate {
  if (text === undefined) return dateInLondon(systemClock.now())
  if (isLocalDate(text)) return text
  throw new BadInput(`--date: ${JSON.stringify(text)} is no day. Write it as YYYY-MM-DD.`)
}
