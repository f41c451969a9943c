import type { Command } from 'commander'

import type { Terminal } from '../terminal.ts'
import { addCheckCommand } from './message/check.ts'
import { addReadCommand } from './message/read.ts'
import type { Finish } from './quote.ts'

/** What can be asked about messages of authorities alone, without a case and without a server. */
export function addMessageCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const message = program.command('message').summary('messages of authorities by themselves')
  addReadCommand(message, terminal)
  addCheckCommand(message, terminal, finish)
}
