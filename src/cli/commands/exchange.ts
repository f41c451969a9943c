import type { Command } from 'commander'

import type { Terminal } from '../terminal.ts'
import { addChannelsCommand } from './exchange/channels.ts'
import { addListCommands } from './exchange/list.ts'
import { addSettleCommands } from './exchange/settle.ts'
import { addShowCommand } from './exchange/show.ts'
import type { Finish } from './quote.ts'

/** What goes to authorities and comes from them, for whoever runs the installation. */
export function addExchangeCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const exchange = program
    .command('exchange')
    .summary('messages to and from authorities, of all tenants')
  addChannelsCommand(exchange, terminal)
  addListCommands(exchange, terminal)
  addShowCommand(exchange, terminal)
  addSettleCommands(exchange, terminal, finish)
}
