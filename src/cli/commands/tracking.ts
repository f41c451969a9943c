import { randomUUID } from 'node:crypto'

import type { Command } from 'commander'

import { askServer, serverOptions, type ServerOptions } from '../ask-server.ts'
import type { Terminal } from '../terminal.ts'
import type { Finish } from './quote.ts'

/** Links by which a shopper follows a parcel. */
export function addTrackingCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const tracking = program.command('tracking').summary('links by which a shopper follows a parcel')

  serverOptions(tracking.command('create <caseId>'))
    .summary('make a link')
    .description('Makes a link to the tracking of a case and shows it, which cannot be done again.')
    .addHelpText('after', example('tracking create case_... --key tw_...'))
    .action(async (caseId: string, options: ServerOptions) => {
      const path = `/v1/cases/${encodeURIComponent(caseId)}/tracking-links`
      const request = { method: 'POST', path, idempotencyKey: randomUUID() } as const
      finish(await askServer(terminal, options, request))
    })

  serverOptions(tracking.command('list <caseId>'))
    .summary('list the links of a case')
    .description('Lists the tracking links of a case, the newest first.')
    .addHelpText('after', example('tracking list case_... --key tw_...'))
    .action(async (caseId: string, options: ServerOptions) => {
      const path = `/v1/cases/${encodeURIComponent(caseId)}/tracking-links`
      finish(await askServer(terminal, options, { method: 'GET', path }))
    })

  serverOptions(tracking.command('revoke <linkId>'))
    .summary('end a link')
    .description('Ends a tracking link; it leads nowhere from then on.')
    .addHelpText('after', example('tracking revoke link_... --key tw_...'))
    .action(async (linkId: string, options: ServerOptions) => {
      const path = `/v1/tracking-links/${encodeURIComponent(linkId)}`
      finish(await askServer(terminal, options, { method: 'DELETE', path }))
    })
}

function example(command: string): string {
  return `\nExample:\n  $ bin/tidewaiter ${command}`
}
