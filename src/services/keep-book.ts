import type { Log } from '../platform/log.ts'
import type { Database, Schema } from '../platform/postgres/index.ts'
import type { Shutdown } from '../platform/process/index.ts'
import { LiveBook } from '../tariffs/index.ts'
import { repeat } from './repeat.ts'

/** Editions come in a few times a month; nobody waits for one. */
const LOOK_EVERY_MS = 5_000

/** What keeps that up to date from which a process quotes. */
export interface KeepBookOptions {
  readonly database: Database<Schema>
  readonly log: Log
  readonly shutdown: Pick<Shutdown, 'add'>
}

/** Loads what quotes are made from before the process is ready, and takes in what is imported later. */
export async function keepBook({ database, log, shutdown }: KeepBookOptions): Promise<LiveBook> {
  const live = await LiveBook.open(database)
  const keeper = repeat(() => live.refresh(), {
    name: 'tariff editions',
    everyMs: LOOK_EVERY_MS,
    log,
  })
  shutdown.add('tariff editions', () => keeper.stop())
  return live
}
