import type { Command } from 'commander'

import { dateInLondon } from '../../../customs/calendar/date-in-london.ts'
import { isLocalDate, type LocalDate } from '../../../customs/calendar/local-date.ts'
import { printedCode } from '../../../customs/formats/us-hts/index.ts'
import type { FoundGoods } from '../../../customs/goods-search/find-goods.ts'
import { searchTariff, type TariffSearch } from '../../../customs/goods-search/search-tariff.ts'
import type { LandedCostBook } from '../../../customs/landed-cost/landed-cost-book.ts'
import type { TextByLanguage } from '../../../customs/nomenclature/nomenclature-edition.ts'
import { systemClock } from '../../../platform/clock.ts'
import { LiveBook, shippedBook } from '../../../tariffs/index.ts'
import { BadInput, badInput } from '../../bad-input.ts'
import { worksOn } from '../../tariff/command-help.ts'
import { hasTariffDatabase, withTariffDatabase } from '../../tariff/tariff-database.ts'
import { textTable } from '../../text-table.ts'
import { writeJson, writeLine, type Terminal } from '../../terminal.ts'

interface SearchOptions {
  readonly destination: string
  readonly date?: string
  readonly limit?: string
  readonly json?: true
}

const SHOWN_UNLESS_STATED = 20
const SHOWN_MAX = 100

/** The command that finds goods in a tariff by their names. */
export function addSearchCommand(tariff: Command, terminal: Terminal): void {
  tariff
    .command('search <words...>')
    .summary('find goods in a tariff by words or by the first digits of a code')
    .description(
      'Finds goods in the tariff of a destination by words in English or Chinese, the best match ' +
        'first, or by the digits that a code begins with. It finds and does not classify. Where no ' +
        'edition of the destination is imported, the starter tariff that comes with the program is ' +
        'searched; where there is none either, six digits are known.',
    )
    .requiredOption('--destination <country>', 'whose tariff, ISO 3166 or EU')
    .option('--date <day>', 'YYYY-MM-DD; today in London unless stated')
    .option(
      '--limit <count>',
      `how many at most, 1 to ${SHOWN_MAX}; ${SHOWN_UNLESS_STATED} unless stated`,
    )
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `${worksOn}

Exit codes: 0 searched, also where nothing was found, 2 bad input.

Examples:
  $ bin/tidewaiter tariff search cotton dress --destination GB
  $ bin/tidewaiter tariff search 棉 连衣裙 --destination US --json
  $ bin/tidewaiter tariff search 6109 --destination DE --limit 5`,
    )
    .action(async (words: readonly string[], options: SearchOptions) => {
      const asked = {
        query: words.join(' '),
        country: options.destination.toUpperCase(),
        on: dayOf(options.date),
        limit: limitOf(options.limit),
      }
      const found = searchTariff(await bookToSearch(terminal), asked)
      if (!found.ok) throw badInput('--destination', found.failures)
      if (options.json) return writeJson(terminal, found.value)
      for (const line of foundText(found.value)) await writeLine(terminal.stdout, line)
    })
}

/** What is imported, with the starter tariffs; these alone where nothing is installed. */
async function bookToSearch(terminal: Terminal): Promise<LandedCostBook> {
  if (!hasTariffDatabase(terminal)) return shippedBook()
  return withTariffDatabase(
    terminal,
    'read',
    async (database) => (await LiveBook.open(database)).book,
  )
}

function foundText({ territory, edition, items }: TariffSearch): readonly string[] {
  const where = edition ?? 'the Harmonized System: no tariff is loaded, and six digits are known'
  if (items.length === 0) return [`Nothing was found in the tariff of ${territory} (${where}).`]
  return [`tariff of ${territory} (${where})`, '', ...textTable([head, ...items.map(rowOf)])]
}

const head = ['code', 'goods', 'below', '']

function rowOf({ code, name, path, isDeclarable }: FoundGoods): readonly string[] {
  return [
    printedCode(code),
    namesOf(name),
    path.map(namesOf).at(-1) ?? '',
    isDeclarable ? '' : 'heads a group',
  ]
}

/** In both languages where the tariff or our own names have both: the words were of either. */
function namesOf(name: TextByLanguage): string {
  const { en, zh } = name
  const texts = [en, zh].filter((text) => text !== undefined)
  return texts.length === 0 ? (Object.values(name)[0] ?? '') : texts.join(' / ')
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return SHOWN_UNLESS_STATED
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= SHOWN_MAX) return limit
  throw new BadInput(`--limit: ${JSON.stringify(text)} is no whole number from 1 to ${SHOWN_MAX}.`)
}

function dayOf(text: string | undefined): LocalDate {
  if (text === undefined) return dateInLondon(systemClock.now())
  if (isLocalDate(text)) return text
  throw new BadInput(`--date: ${JSON.stringify(text)} is no day. Write it as YYYY-MM-DD.`)
}
