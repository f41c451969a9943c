import type { Command } from 'commander'

import { isLocalDate, type LocalDate } from '../../../customs/calendar/local-date.ts'
import { readSpecialProgrammes } from '../../../customs/formats/us-hts/index.ts'
import { landedCostParts } from '../../../customs/landed-cost/read-landed-cost-book.ts'
import { readCommodityCode } from '../../../customs/nomenclature/read-commodity-code.ts'
import { readHeldLaw, stackingLaw } from '../../../customs/programmes/index.ts'
import type { Failure, Result } from '../../../customs/result.ts'
import { systemClock } from '../../../platform/clock.ts'
import { readDataFiles } from '../../../platform/data-files.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import {
  findCodeInEditions,
  shippedBook,
  type ShownCode,
  type ShownReference,
  showShippedCode,
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
}

/** The command that shows what a tariff says of a code on a day. */
export function addShowCommand(tariff: Command, terminal: Terminal, finish: Finish): void {
  tariff
    .command('show <code>')
    .summary('show what a tariff says of a code on a day')
    .description(
      'Shows where a code stands in the nomenclature, its rates as printed, which of them goods of an ' +
        'origin bear or may claim, the additional duties of the United States with their laws, its ' +
        'notes and the edition. A short code lists the codes below it. Where no edition of the ' +
        'destination is imported, the starter tariff that comes with the program answers.',
    )
    .requiredOption('--destination <country>', 'whose tariff, ISO 3166 or EU')
    .option('--origin <country>', 'where the goods were made, ISO 3166')
    .option('--date <day>', 'YYYY-MM-DD; today unless stated')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `${worksOn}

Exit codes: 0 shown, 1 the code is not known or no edition holds on the day, 2 bad input.

Example:
  $ bin/tidewaiter tariff show 6109.10.00.12 --destination US --origin CN --date 2026-06-10`,
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
  { destination, origin, date }: ShowOptions,
): Promise<Result<ShownCode>> {
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
  const imported = await findImported(terminal, question, reference)
  if (imported !== undefined) return imported
  const book = await shippedBook(files)
  return showShippedCode(book, question, stackingLaw(reference.americanLaw))
}

/** Whose tariff goods to a country are under: that of the union which it is a member of, or its own. */
function territoryOf(files: ReadonlyMap<string, unknown>, country: string): string {
  const destinations = [...files]
    .filter(([path]) => path.startsWith('destinations/'))
    .map(([, file]) => file as { readonly destination: string; readonly members?: string[] })
  const union = destinations.find(({ members }) => members?.includes(country) === true)
  return union?.destination ?? country
}

/** What an imported edition says; nothing where none of the territory is imported. */
async function findImported(
  terminal: Terminal,
  question: Parameters<typeof findCodeInEditions>[1],
  reference: ShownReference,
): Promise<Result<ShownCode> | undefined> {
  if (!hasTariffDatabase(terminal)) return undefined
  const found = await withTariffDatabase(terminal, 'read', (database) =>
    inTransaction(database, (transaction) => findCodeInEditions(transaction, question, reference)),
  )
  return !found.ok && found.failures.some(isNothingImported) ? undefined : found
}

/** The place says whether there is no edition at all, or none for the day. */
function isNothingImported({ code, path }: Failure): boolean {
  return code === 'tariff-edition-missing' && path === '--destination'
}

function shownReference(files: ReadonlyMap<string, unknown>): ShownReference {
  const programmes = readSpecialProgrammes(files.get('us/special-programmes.json'))
  if (!programmes.ok) throw new Error(`special programmes: ${programmes.failures[0].message}`)
  const americanLaw = readHeldLaw({
    programmes: files.get('us/programmes.json'),
    lists: files.get('us/product-lists.json'),
  })
  if (!americanLaw.ok) throw new Error(`programmes: ${americanLaw.failures[0].message}`)
  return { programmes: programmes.value, americanLaw: americanLaw.value }
}

/** Without a day of one's own the day at hand is meant, in Greenwich. */
function today(): LocalDate {
  return systemClock.now().slice(0, 10) as LocalDate
}

function day(text: string): LocalDate {
  if (isLocalDate(text)) return text
  throw new BadInput(`--date: ${JSON.stringify(text)} is no day. Write it as YYYY-MM-DD.`)
}
