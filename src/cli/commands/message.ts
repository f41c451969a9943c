import type { Command } from 'commander'

import type { Terminal } from '../terminal.ts'
import { addReadCommand } from './message/read.ts'

/** What can be asked about messages of authorities alone, without a case and without a server. */
export function addMessageCommands(program: Command, terminal: Terminal): void {
  const message = program.command('message').summary('messages of authorities by themselves')
  addReadCommand(message, terminal)
}
