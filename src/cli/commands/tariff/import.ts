import { Argument, type Command } from 'commander'

import { isLocalDate, type LocalDate } from '../../../customs/calendar/local-date.ts'
import { systemClock } from '../../../platform/clock.ts'
import { readDataFiles } from '../../../platform/data-files.ts'
import type { Database, Schema } from '../../../platform/postgres/index.ts'
import {
  findRowReports,
  type FormatName,
  formatNames,
  formatParts,
  importEdition,
  type ImportOutcome,
  type ReportedRow,
  type StatedTitle,
  tariffFormats,
} from '../../../tariffs/index.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { BadInput } from '../../bad-input.ts'
import { progressBar } from '../../progress-bar.ts'
import { type AnswerOptions, refuse } from '../../tariff/refuse.ts'
import { worksOn } from '../../tariff/command-help.ts'
import { withTariffDatabase } from '../../tariff/tariff-database.ts'
import { writeJson, writeLine, type Terminal } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

interface ImportOptions extends AnswerOptions {
  readonly edition?: string
  readonly published?: string
  readonly effective?: string
  readonly replace?: true
}

/** The command that takes in what authorities publish. */
export function addImportCommand(tariff: Command, terminal: Terminal, finish: Finish): void {
  tariff
    .command('import')
    .summary('import editions from official files')
    .description(
      'Imports official files, each as an edition of its own and whole or not at all. A file that is ' +
        'compressed is known by its content. Rows that are not understood are reported with their line.',
    )
    .addArgument(new Argument('<format>', 'what the files are').choices(formatNames))
    .argument('<file...>', 'files as their publisher gives them')
    .option('--edition <name>', 'what the edition is called, where the file does not say')
    .option('--published <day>', 'when it was published, YYYY-MM-DD')
    .option('--effective <day>', 'first day on which it holds, YYYY-MM-DD')
    .option('--replace', 'take the file in the place of one that was imported under the same name')
    .option('--json', 'answer as JSON, one line a file')
    .addHelpText(
      'after',
      `
Formats:
  us-hts      Harmonized Tariff Schedule of the United States, JSON or CSV of the USITC; edition and
              days follow from a name like hts_2026_rev_4.json.gz where they are known
  taric       goods nomenclature of the European Union, CSV of the Commission
  hmrc-rates  monthly rates of exchange for customs of HMRC, JSON: a file of the month or a body of the
              UK Trade Tariff service; each says its month

The same file again changes nothing. Import of several files can be repeated after it was broken off.
${worksOn}

Exit codes: 0 imported or unchanged, 1 another file stands under this name, 2 bad input or a file that
is refused as a whole.

Examples:
  $ bin/tidewaiter tariff import us-hts hts_2026_rev_4.json.gz
  $ bin/tidewaiter tariff import taric taric.csv --edition taric-2026-03 --published 2026-03-12 \\
      --effective 2026-03-12`,
    )
    .action((format: FormatName, files: readonly string[], options: ImportOptions) =>
      importFiles({ format, files, options, terminal, finish }),
    )
}

interface ImportTask {
  readonly format: FormatName
  readonly files: readonly string[]
  readonly options: ImportOptions
  readonly terminal: Terminal
  readonly finish: Finish
}

/** Each file is imported for itself: those before one that is refused stay. */
async function importFiles(task: ImportTask): Promise<void> {
  const { format, files, options, terminal } = task
  const stated = statedTitle(options)
  if (files.length > 1 && Object.keys(stated).length > 0) {
    throw new BadInput(
      '--edition: Name and days are those of one edition. Import one file at a time with them.',
    )
  }
  const formats = tariffFormats(await readDataFiles(formatParts))
  if (!formats.ok) throw new Error(`the list of editions is broken: ${formats.failures[0].message}`)
  await withTariffDatabase(terminal, 'write', async (database) => {
    for (const path of files) {
      const bar = progressBar(terminal, path)
      const outcome = await importEdition(database, {
        ...{ format: formats.value[format], path, stated, now: systemClock.now() },
        existing: options.replace ? 'replace' : 'keep',
        onBytes: bar.update,
      })
      bar.clear()
      if (!outcome.ok) return refuse(path, outcome.failures, task)
      await tellOutcome(database, outcome.value, task)
    }
  })
}

function statedTitle({ edition, published, effective }: ImportOptions): StatedTitle {
  return {
    ...(edition !== undefined && { edition }),
    ...(published !== undefined && { publishedOn: day('--published', published) }),
    ...(effective !== undefined && { effectiveFrom: day('--effective', effective) }),
  }
}

function day(option: string, text: string): LocalDate {
  if (isLocalDate(text)) return text
  throw new BadInput(`${option}: ${JSON.stringify(text)} is no day. Write it as YYYY-MM-DD.`)
}

const done = {
  imported: 'imported',
  replaced: 'imported in place of another',
  unchanged: 'unchanged',
}

async function tellOutcome(
  database: Database<Schema>,
  { kind, edition }: ImportOutcome,
  { terminal, options }: ImportTask,
): Promise<void> {
  const reports = await inTransaction(database, (transaction) =>
    findRowReports(transaction, edition.id),
  )
  if (options.json) return writeJson(terminal, { outcome: kind, ...edition, reports })
  const { edition: name, rowsRead, rowsUnderstood, effectiveFrom } = edition
  await writeLine(
    terminal.stdout,
    `${name}: ${done[kind]}; holds from ${effectiveFrom}; ${rowsRead} rows read, ` +
      `${rowsUnderstood} understood, ${reports.length} reported`,
  )
  if (kind === 'unchanged') return
  for (const report of reports) await writeLine(terminal.stderr, reportLine(report))
}

function reportLine({ line, code, problem, isLeftOut }: ReportedRow): string {
  const what = isLeftOut ? 'left out' : 'noted'
  return `  line ${line}${code === undefined ? '' : ` (${code})`}, ${what}: ${problem.en}`
}
