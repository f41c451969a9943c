import type { Command } from 'commander'

import {
  isLocalDate,
  type LocalDate,
  localDate,
  localYear,
} from '../../../customs/calendar/local-date.ts'
import { readSpecialProgrammes } from '../../../customs/formats/us-hts/index.ts'
import type { LandedCostBook } from '../../../customs/landed-cost/landed-cost-book.ts'
import { landedCostParts } from '../../../customs/landed-cost/read-landed-cost-book.ts'
import { readMeasureTypes } from '../../../customs/measures/measure-type.ts'
import { readCommodityCode } from '../../../customs/nomenclature/read-commodity-code.ts'
import { readHeldLaw, stackingLaw } from '../../../customs/programmes/index.ts'
import { type Result, success } from '../../../customs/result.ts'
import { dutyHistory } from '../../../customs/tariff-enquiry/duty-history.ts'
import { systemClock } from '../../../platform/clock.ts'
import { readDataFiles } from '../../../platform/data-files.ts'
import {
  bookOf,
  findShownCode,
  shippedBook,
  showCodeInBook,
  type ShownCode,
  type ShownReference,
  type TerritoryQuestion,
} from '../../../tariffs/index.ts'
import { BadInput, badInput } from '../../bad-input.ts'
import { worksOn } from '../../tariff/command-help.ts'
import { knownTerritory } from '../../tariff/known-territory.ts'
import { type AnswerOptions, refuse } from '../../tariff/refuse.ts'
import { shownCodeText } from '../../tariff/shown-code-text.ts'
import { hasTariffDatabase, withTariffDatabase } from '../../tariff/tariff-database.ts'
import { writeJson, writeLine, type Terminal } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

interface ShowOptions extends AnswerOptions {
  readonly destination: string
  readonly origin?: string
  readonly date?: string
  readonly history?: true
}

/** The command that shows what a tariff says of a code on a day. */
export function addShowCommand(tariff: Command, terminal: Terminal, finish: Finish): void {
  tariff
    .command('show <code>')
    .summary('show what a tariff says of a code on a day')
    .description(
      'Shows where a code stands in the nomenclature, its rates as printed, which of them goods of an ' +
        'origin bear or may claim, the additional duties of the United States with their laws, its ' +
        'notes and the edition. Of tariffs imported from the UK Trade Tariff or from tables it shows ' +
        'each measure with its conditions and days, and the rates that a quote charges. A short code ' +
        'lists the codes below it. Where no edition of the destination is imported, or none holds the ' +
        'goods, the starter tariff that comes with the program answers, and that is said.',
    )
    .requiredOption('--destination <country>', 'whose tariff, ISO 3166 or EU')
    .option('--origin <country>', 'where the goods were made, ISO 3166')
    .option('--date <day>', 'YYYY-MM-DD; today unless stated')
    .option('--history', 'also how the duty changed since 2024; asks for --origin')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `${worksOn}

Exit codes: 0 shown, 1 the code is not known or no edition holds on the day, 2 bad input.

Example:
  $ bin/tidewaiter tariff show 6109.10.00.12 --destination US --origin CN --date 2026-06-10
  $ bin/tidewaiter tariff show 6109100010 --destination DE --origin VN --history`,
    )
    .action(async (code: string, options: ShowOptions) => {
      const shown = await findShown(terminal, code, options)
      if (!shown.ok) return refuse(code, shown.failures, { terminal, options, finish })
      if (options.json) return writeJson(terminal, shown.value)
      for (const line of shownCodeText(shown.value)) await writeLine(terminal.stdout, line)
    })
}

async function findShown(
  terminal: Terminal,
  code: string,
  options: ShowOptions,
): Promise<Result<ShownCode>> {
  const { destination, origin, date } = options
  const digits = readCommodityCode(code, '')
  if (!digits.ok) throw badInput(code, digits.failures)
  const files = await readDataFiles(['us', ...landedCostParts])
  const isKnown = knownTerritory(files)
  const question = {
    territory: territoryOf(files, isKnown('--destination', destination)),
    code: digits.value,
    on: date === undefined ? today() : day(date),
    ...(origin !== undefined && { origin: isKnown('--origin', origin) }),
  }
  const reference = shownReference(files)
  if (hasTariffDatabase(terminal)) {
    return withTariffDatabase(terminal, 'read', async (database) => {
      const shown = await findShownCode(database, question, reference)
      return withHistory(shown, question, options, () => bookOf(database, question.territory))
    })
  }
  const book = await shippedBook(files)
  const americanLaw = stackingLaw(reference.americanLaw)
  const shown = showCodeInBook({ book, editions: [], americanLaw }, question)
  return withHistory(shown, question, options, () => Promise.resolve(book))
}

/** The first day that rules and laws are kept for. */
const HISTORY_FROM = localDate('2024-01-01')

/** The same with the periods in which its duty stays the same, where that was asked for. */
async function withHistory(
  shown: Result<ShownCode>,
  { territory: country, code, origin }: TerritoryQuestion,
  { history }: ShowOptions,
  bookFor: () => Promise<LandedCostBook>,
): Promise<Result<ShownCode>> {
  if (history === undefined || !shown.ok || shown.value.declarable !== undefined) return shown
  if (origin === undefined) {
    throw new BadInput('--history: The duty depends on the origin. State it, such as --origin CN.')
  }
  const until = localDate(`${localYear(today()) + 1}-01-01`)
  const days = { from: HISTORY_FROM, until }
  const periods = dutyHistory(await bookFor(), { country, code, origin }, days)
  return success({ ...shown.value, history: periods })
}

/** Whose tariff goods to a country are under: that of the union which it is a member of, or its own. */
function territoryOf(files: ReadonlyMap<string, unknown>, country: string): string {
  const destinations = [...files]
    .filter(([path]) => path.startsWith('destinations/'))
    .map(([, file]) => file as { readonly destination: string; readonly members?: string[] })
  const union = destinations.find(({ members }) => members?.includes(country) === true)
  return union?.destination ?? country
}

function shownReference(files: ReadonlyMap<string, unknown>): ShownReference {
  const programmes = readSpecialProgrammes(files.get('us/special-programmes.json'))
  if (!programmes.ok) throw new Error(`special programmes: ${programmes.failures[0].message}`)
  const americanLaw = readHeldLaw({
    programmes: files.get('us/programmes.json'),
    lists: files.get('us/product-lists.json'),
  })
  if (!americanLaw.ok) throw new Error(`programmes: ${americanLaw.failures[0].message}`)
  const types = readMeasureTypes(files.get('reference/measure-types.json'))
  if (!types.ok) throw new Error(`types of measures: ${types.failures[0].message}`)
  return { programmes: programmes.value, americanLaw: americanLaw.value, types: types.value }
}

/** Without a day of one's own the day at hand is meant, in Greenwich. */
function today(): LocalDate {
  return systemClock.now().slice(0, 10) as LocalDate
}

function day(text: string): LocalDate {
  if (isLocalDate(text)) return text
  throw new BadInput(`--date: ${JSON.stringify(text)} is no day. Write it as YYYY-MM-DD.`)
}
