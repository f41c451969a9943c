import type { Command } from 'commander'

import { printedCode } from '../../../customs/formats/us-hts/index.ts'
import { readTariffVocabulary } from '../../../customs/landed-cost/read-landed-cost-book.ts'
import type { MeasureChange } from '../../../customs/measures/measure-differences.ts'
import { readDataFiles } from '../../../platform/data-files.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { findDifferences, type FoundDifferences } from '../../../tariffs/index.ts'
import { type AnswerOptions, refuse } from '../../tariff/refuse.ts'
import { worksOn } from '../../tariff/command-help.ts'
import { withTariffDatabase } from '../../tariff/tariff-database.ts'
import { writeJson, writeLine, type Terminal } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

/** The command that says what an edition changed. */
export function addDiffCommand(tariff: Command, terminal: Terminal, finish: Finish): void {
  tariff
    .command('diff <before> <after>')
    .summary('compare two editions')
    .description(
      'Says what an edition states otherwise than another: codes added and removed, rates, ' +
        'descriptions and notes that changed.',
    )
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `${worksOn}

Exit codes: 0 compared, 1 an edition is not loaded, 2 bad input.

Example:
  $ bin/tidewaiter tariff diff hts-2026-rev-3 hts-2026-rev-4`,
    )
    .action(async (before: string, after: string, options: AnswerOptions) => {
      const { units } = await shippedVocabulary()
      const differences = await withTariffDatabase(terminal, 'read', (database) =>
        inTransaction(database, (transaction) =>
          findDifferences(transaction, { before, after }, units),
        ),
      )
      if (!differences.ok) {
        return refuse('editions', differences.failures, { terminal, options, finish })
      }
      if (options.json) return writeJson(terminal, differences.value)
      for (const line of linesOf(differences.value)) await writeLine(terminal.stdout, line)
    })
}

/** Rates of measures are told in the units that come with the program. */
async function shippedVocabulary() {
  const read = readTariffVocabulary(await readDataFiles(['reference']))
  if (!read.ok) throw new Error(`the reference data is broken: ${read.failures[0].message}`)
  return read.value
}

function linesOf(differences: FoundDifferences): readonly string[] {
  const { before, after, added, removed } = differences
  const rates = differences.ratesChanged
  const sections = [
    section('codes added', added.map(printedCode)),
    section('codes removed', removed.map(printedCode)),
    section(
      'rates changed',
      rates.map(
        ({ code, column, before: was, after: is }) =>
          `${printedCode(code)} ${columnNames[column]}: ${was ?? '(none)'} -> ${is ?? '(none)'}`,
      ),
    ),
    section('descriptions changed', differences.descriptionsChanged.map(textLine)),
    section('notes changed', differences.footnotesChanged.map(textLine)),
    ...(differences.measuresChanged === undefined
      ? []
      : [section('measures changed', differences.measuresChanged.map(measureLine))]),
  ]
  return [`${before} -> ${after}`, ...sections.flat()]
}

const columnNames = {
  general: 'general',
  special: 'special',
  column2: 'column 2',
  additionalDuties: 'additional duties',
} as const

function textLine(change: { code: string; before: string; after: string }): string {
  const { code, before, after } = change
  return `${printedCode(code)}: ${before || '(none)'} -> ${after || '(none)'}`
}

function measureLine({ code, measure, before, after }: MeasureChange): string {
  return `${code} ${measure}: ${before ?? '(none)'} -> ${after ?? '(none)'}`
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)]
}
