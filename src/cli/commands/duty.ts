import type { Command } from 'commander'

import type { Terminal } from '../terminal.ts'
import { addEvaluateCommand } from './duty/evaluate.ts'
import { addParseTextCommand } from './duty/parse-text.ts'
import type { Finish } from './quote.ts'

/** What can be asked about duty alone, without an order and without a server. */
export function addDutyCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const duty = program.command('duty').summary('rates of duty by themselves')
  addEvaluateCommand(duty, terminal, finish)
  addParseTextCommand(duty, terminal, finish)
}
