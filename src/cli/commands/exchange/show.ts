import { once } from 'node:events'

import type { Command } from 'commander'

import { readStrayBytes } from '../../../exchange/stray.ts'
import { readMessageRecord } from '../../../exchange/message-record.ts'
import {
  type Database,
  inTenant,
  inTransaction,
  type Schema,
} from '../../../platform/postgres/index.ts'
import { BadInput } from '../../bad-input.ts'
import { type Found, foundById } from '../../exchange/found-by-id.ts'
import { messageLine, strayLine } from '../../exchange/message-lines.ts'
import { needsOwner, withOwnerDatabase } from '../../owner-database.ts'
import { type Terminal, writeJson } from '../../terminal.ts'

interface ShowOptions {
  readonly raw?: true
}

/** One message or stray in full. */
export function addShowCommand(exchange: Command, terminal: Terminal): void {
  exchange
    .command('show <id>')
    .summary('show a message or a stray notification')
    .description(
      'Shows a message with its attempts and what people decided about it, or a stray notification; ' +
        'with --raw its exact bytes and nothing else.',
    )
    .option('--raw', 'write the exact bytes')
    .addHelpText('after', needsOwner('exchange show message_... --raw > message.xml'))
    .action((id: string, { raw }: ShowOptions) =>
      withOwnerDatabase(terminal, async (database) => {
        const found = await foundById(database, id)
        if (raw === true) return writeBytes(terminal, await bytesOf(database, found))
        return writeJson(terminal, await inFull(database, found))
      }),
    )
}

async function inFull(database: Database<Schema>, found: Found): Promise<object> {
  if (found.kind === 'stray') return strayLine(found.stray)
  const { id, tenant_id } = found.message
  const record = await inTenant(database, tenant_id, (transaction) =>
    readMessageRecord(transaction, id),
  )
  return { ...messageLine(found.message), ...record }
}

async function bytesOf(database: Database<Schema>, found: Found): Promise<Buffer> {
  const bytes =
    found.kind === 'stray'
      ? await inTransaction(database, (transaction) => readStrayBytes(transaction, found.stray.id))
      : await bytesOfMessage(database, found.message)
  if (bytes !== undefined && bytes.length > 0) return bytes
  throw new BadInput('The bytes were erased together with the personal data in them.')
}

async function bytesOfMessage(
  database: Database<Schema>,
  { id, tenant_id }: { readonly id: string; readonly tenant_id: string },
): Promise<Buffer | undefined> {
  const row = await inTenant(database, tenant_id, (transaction) =>
    transaction
      .selectFrom('exchange_message')
      .select('body')
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  return row?.body
}

async function writeBytes({ stdout }: Terminal, bytes: Buffer): Promise<void> {
  if (!stdout.write(bytes)) await once(stdout, 'drain')
}
