import type { Command } from 'commander'

import type { Terminal } from '../terminal.ts'
import type { Finish } from './quote.ts'
import { addDiffCommand } from './tariff/diff.ts'
import { addEditionsCommand } from './tariff/editions.ts'
import { addFetchCommand } from './tariff/fetch.ts'
import { addImportCommand } from './tariff/import.ts'
import { addSearchCommand } from './tariff/search.ts'
import { addShowCommand } from './tariff/show.ts'

/** What is loaded of tariffs and lists, and what it says. */
export function addTariffCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const tariff = program
    .command('tariff')
    .summary('editions of tariffs: import, compare, search, show')
  addFetchCommand(tariff, terminal, finish)
  addImportCommand(tariff, terminal, finish)
  addEditionsCommand(tariff, terminal)
  addDiffCommand(tariff, terminal, finish)
  addSearchCommand(tariff, terminal)
  addShowCommand(tariff, terminal, finish)
}
