import { randomUUID } from 'node:crypto'

import type { Command } from 'commander'

import { canonicalJson } from '../../customs/canonical-json.ts'
import { orderReader } from '../../customs/order/read-order.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { badInput } from '../bad-input.ts'
import { askServer, serverOptions, type ServerOptions } from '../ask-server.ts'
import { inputName, readJson } from '../read-input.ts'
import { loadVocabulary } from '../reference.ts'
import { exitCodes, writeJson, type Terminal } from '../terminal.ts'
import type { Finish } from './quote.ts'

interface SubmitOptions extends ServerOptions {
  readonly fulfilment?: string
}

interface CancelOptions extends ServerOptions {
  readonly reason: string
}

/**
 * The commands on orders. `check` needs no server and reads with the same reader as the server, so
 * what passes here has the right form there.
 */
export function addOrderCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const order = program.command('order').summary('check orders, hand them in and cancel them')
  addCheck(order, terminal, finish)
  addSubmit(order, terminal, finish)
  addCancel(order, terminal, finish)
}

function addCheck(order: Command, terminal: Terminal, finish: Finish): void {
  order
    .command('check [file]')
    .summary('check an order without a server')
    .description(
      'Names every fault in the form of an order, each with its place and how to mend it.',
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 sound, 1 faults found, 2 bad input.

Example:
  $ bin/tidewaiter order check examples/marketplace-cn-gb.json`,
    )
    .action(async (file: string | undefined) => {
      const input = await readJson(terminal, file)
      const { knownCodes } = await loadVocabulary()
      const checked = orderReader(knownCodes)(input)
      await writeJson(terminal, { ok: checked.ok, failures: checked.ok ? [] : checked.failures })
      finish(checked.ok ? exitCodes.success : exitCodes.refused)
    })
}

function addSubmit(order: Command, terminal: Terminal, finish: Finish): void {
  serverOptions(order.command('submit [file]'))
    .summary('hand an order in to a running server')
    .description(
      'Checks an order and hands it in. The same order is handed in once, however often this is ' +
        'repeated: its content makes the Idempotency-Key.',
    )
    .option('--fulfilment <way>', 'direct or warehouse, for a purchasing agent')
    .addHelpText(
      'after',
      `
Exit codes: 0 received, 1 refused by the server, 2 bad input.

Example:
  $ bin/tidewaiter order submit examples/marketplace-cn-gb.json --key tw_...`,
    )
    .action(async (file: string | undefined, options: SubmitOptions) => {
      const { knownCodes } = await loadVocabulary()
      const checked = orderReader(knownCodes)(await readJson(terminal, file))
      if (!checked.ok) throw badInput(inputName(file), checked.failures)
      const { fulfilment } = options
      const query =
        fulfilment === undefined ? '' : `?${new URLSearchParams({ fulfilment }).toString()}`
      const answer = await askServer(terminal, options, {
        method: 'POST',
        path: `/v1/orders${query}`,
        body: checked.value,
        idempotencyKey: `order-${sha256Hex(canonicalJson(checked.value))}`,
      })
      finish(answer)
    })
}

function addCancel(order: Command, terminal: Terminal, finish: Finish): void {
  serverOptions(order.command('cancel <orderId>'))
    .summary('cancel an order whose goods have not been consigned')
    .description(
      'Cancels an order on a running server. Of an order that is consigned it says what to do ' +
        'with its case instead.',
    )
    .requiredOption('--reason <text>', 'why, for those who read the record')
    .addHelpText(
      'after',
      `
Exit codes: 0 cancelled, 1 refused by the server, 2 bad input.

Example:
  $ bin/tidewaiter order cancel order_... --reason "the shop has none left" --key tw_...`,
    )
    .action(async (orderId: string, options: CancelOptions) => {
      const answer = await askServer(terminal, options, {
        method: 'POST',
        path: `/v1/orders/${encodeURIComponent(orderId)}/cancel`,
        body: { reason: options.reason },
        idempotencyKey: randomUUID(),
      })
      finish(answer)
    })
}
