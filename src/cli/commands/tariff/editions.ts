import type { Command } from 'commander'

import { inTransaction } from '../../../platform/postgres/index.ts'
import { findEditions, type TariffEdition } from '../../../tariffs/index.ts'
import type { AnswerOptions } from '../../tariff/refuse.ts'
import { worksOn } from '../../tariff/command-help.ts'
import { hasTariffDatabase, withTariffDatabase } from '../../tariff/tariff-database.ts'
import { textTable } from '../../text-table.ts'
import { writeJson, writeLine, type Terminal } from '../../terminal.ts'

/** The command that lists what is loaded. */
export function addEditionsCommand(tariff: Command, terminal: Terminal): void {
  tariff
    .command('editions')
    .summary('list the editions that are loaded')
    .description('Lists the editions that are loaded, with their days and files.')
    .option('--json', 'answer as JSON')
    .addHelpText('after', `${worksOn}\n\nExample:\n  $ bin/tidewaiter tariff editions`)
    .action(async ({ json }: AnswerOptions) => {
      const editions = await loadedEditions(terminal)
      if (json) return writeJson(terminal, { editions })
      if (editions.length === 0) {
        return writeLine(
          terminal.stdout,
          'No edition is loaded. Load one with: bin/tidewaiter tariff import <format> <file>',
        )
      }
      for (const line of textTable([head, ...editions.map(rowOf)])) {
        await writeLine(terminal.stdout, line)
      }
    })
}

async function loadedEditions(terminal: Terminal): Promise<readonly TariffEdition[]> {
  if (!hasTariffDatabase(terminal)) return []
  return withTariffDatabase(terminal, 'read', (database) =>
    inTransaction(database, (transaction) => findEditions(transaction)),
  )
}

const head = ['tariff', 'format', 'edition', 'holds from', 'published', 'rows', 'reported', 'file']

function rowOf(edition: TariffEdition): readonly string[] {
  return [
    edition.territory,
    edition.format,
    edition.edition,
    edition.effectiveFrom,
    edition.publishedOn ?? 'not stated',
    `${edition.rowsUnderstood}/${edition.rowsRead}`,
    String(edition.rowsReported),
    filesOf(edition),
  ]
}

/** An edition of bodies has thousands of files. */
function filesOf({ files }: TariffEdition): string {
  const [first, ...others] = files.map(({ name }) => name)
  return others.length === 0 ? (first ?? '') : `${first} and ${others.length} more`
}
