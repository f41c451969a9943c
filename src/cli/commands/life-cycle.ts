import type { Command } from 'commander'

import { lifeCyclePage } from '../../clearance/life-cycle/draw-life-cycle.ts'
import { writeLine, type Terminal } from '../terminal.ts'

/**
 * The command that draws `docs/life-cycle.md`, so that the drawing cannot tell of other edges than
 * the program has.
 */
export function addLifeCycleCommand(program: Command, terminal: Terminal): void {
  program
    .command('life-cycle')
    .summary('draw the life cycle of a case')
    .description(
      'Draws the life cycles of a case as Markdown, from the tables that the program runs on.',
    )
    .addHelpText('after', '\nExample:\n  $ bin/tidewaiter life-cycle > docs/life-cycle.md')
    .action(async () => {
      await writeLine(terminal.stdout, lifeCyclePage().trimEnd())
    })
}
