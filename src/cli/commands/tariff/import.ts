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
  type ImportRequest,
  type ReportedRow,
  type StatedTitle,
  tariffFormats,
} from '../../../tariffs/index.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { BadInput } from '../../bad-input.ts'
import { progressBar } from '../../progress-bar.ts'
import { type AnswerOptions, refuse } from '../../tariff/refuse.ts'
import { filesByEdition, type Paths } from '../../tariff/files-by-edition.ts'
import { importHelp } from '../../tariff/import-help.ts'
import { knownTerritory } from '../../tariff/known-territory.ts'
import { withTariffDatabase } from '../../tariff/tariff-database.ts'
import { writeJson, writeLine, type Terminal } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

interface ImportOptions extends AnswerOptions {
  readonly edition?: string
  readonly published?: string
  readonly effective?: string
  readonly territory?: string
  readonly replace?: true
}

/** The command that takes in what authorities publish. */
export function addImportCommand(tariff: Command, terminal: Terminal, finish: Finish): void {
  tariff
    .command('import')
    .summary('import editions from official files')
    .description(
      'Imports official files as editions, each whole or not at all. A file that is compressed is known ' +
        'by its content. Rows that are not understood are reported with their line.',
    )
    .addArgument(new Argument('<format>', 'what the files are').choices(formatNames))
    .argument('<file...>', 'files as their publisher gives them')
    .option('--edition <name>', 'what the edition is called, where the file does not say')
    .option('--published <day>', 'when it was published, YYYY-MM-DD')
    .option('--effective <day>', 'first day on which it holds, YYYY-MM-DD')
    .option(
      '--territory <country>',
      'whose tariff it is, ISO 3166 or EU, where the files do not say',
    )
    .option('--replace', 'take the files in the place of others imported under the same name')
    .option('--json', 'answer as JSON, one line an edition')
    .addHelpText('after', importHelp)
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

/** Each edition is imported for itself: those before one that is refused stay. */
async function importFiles(task: ImportTask): Promise<void> {
  const { format: name, options, terminal } = task
  const stated = statedTitle(options)
  const formats = tariffFormats(await readDataFiles(formatParts))
  if (!formats.ok) throw new Error(`the list of editions is broken: ${formats.failures[0].message}`)
  const format = formats.value[name]
  const editions = await filesByEdition(format.editionOf, task.files)
  if (editions.length > 1 && Object.keys(stated).length > 0) {
    throw new BadInput(
      '--edition: Name and days are those of one edition. Import one file at a time with them.',
    )
  }
  const territory = await statedTerritory(options)
  await withTariffDatabase(terminal, 'write', async (database) => {
    for (const paths of editions) {
      const bar = progressBar(terminal, labelOf(paths))
      const outcome = await importEdition(database, {
        ...{ format, paths, stated, now: systemClock.now(), ...territory },
        existing: options.replace ? 'replace' : 'keep',
        onProgress: ({ bytes, ofBytes, rows }) => {
          bar.update(bytes, ofBytes, rows === 0 ? '' : `${rows} rows`)
        },
      })
      bar.clear()
      if (!outcome.ok) return refuse(labelOf(paths), outcome.failures, task)
      await tellOutcome(database, outcome.value, task)
    }
  })
}

/** What a person reads of the files of an edition. */
function labelOf([first, ...others]: Paths): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`
}

async function statedTerritory({
  territory,
}: ImportOptions): Promise<Pick<ImportRequest, 'territory'>> {
  if (territory === undefined) return {}
  const isKnown = knownTerritory(await readDataFiles(['reference']))
  return { territory: isKnown('--territory', territory) }
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

function reportLine({ file, line, code, problem, isLeftOut }: ReportedRow): string {
  const what = isLeftOut ? 'left out' : 'noted'
  const place = [file, line === undefined ? undefined : `line ${line}`].filter(Boolean).join(', ')
  const row = [place, code === undefined ? '' : place === '' ? code : `(${code})`]
  return `  ${row.filter(Boolean).join(' ')}, ${what}: ${problem.en}`
}
