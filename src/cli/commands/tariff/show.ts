import type { Command } from 'commander'

import { isLocalDate, type LocalDate } from '../../../customs/calendar/local-date.ts'
import { readSpecialProgrammes } from '../../../customs/formats/us-hts/index.ts'
import { readCommodityCode } from '../../../customs/nomenclature/read-commodity-code.ts'
import { failure, type Result } from '../../../customs/result.ts'
import { systemClock } from '../../../platform/clock.ts'
import { readDataFiles } from '../../../platform/data-files.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { findCodeInEditions, noEdition, type ShownCode } from '../../../tariffs/index.ts'
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
        'origin bear or may claim, its notes and the edition. A short code lists the codes below it.',
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
  const files = await readDataFiles(['us', 'reference'])
  const isKnown = knownTerritory(files)
  const territory = isKnown('--destination', destination)
  const question = {
    territory,
    code: digits.value,
    on: date === undefined ? today() : day(date),
    ...(origin !== undefined && { origin: isKnown('--origin', origin) }),
  }
  if (!hasTariffDatabase(terminal)) return failure(noEdition(question, []))
  const programmes = readSpecialProgrammes(files.get('us/special-programmes.json'))
  if (!programmes.ok) throw new Error(`special programmes: ${programmes.failures[0].message}`)
  return withTariffDatabase(terminal, 'read', (database) =>
    inTransaction(database, (transaction) =>
      findCodeInEditions(transaction, question, programmes.value),
    ),
  )
}

/** Without a day of one's own the day at hand is meant, in Greenwich. */
function today(): LocalDate {
  return systemClock.now().slice(0, 10) as LocalDate
}

function day(text: string): LocalDate {
  if (isLocalDate(text)) return text
  throw new BadInput(`--date: ${JSON.stringify(text)} is no day. Write it as YYYY-MM-DD.`)
}
