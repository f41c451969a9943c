import type { Log } from '../platform/log.ts'
import type { Database, Schema } from '../platform/postgres/index.ts'
import type { Shutdown } from '../platform/process/index.ts'
import { EditionsInMemory } from '../tariffs/index.ts'
import { repeat } from './repeat.ts'

/** Editions come in a few times a month; nobody waits for one. */
const LOOK_EVERY_MS = 5_000

/** What keeps the editions of a process up to date. */
export interface KeepEditionsOptions {
  readonly database: Database<Schema>
  readonly log: Log
  readonly shutdown: Pick<Shutdown, 'add'>
}

/** Loads all editions before the process is ready, and takes in what is imported while it runs. */
export async function keepEditions(options: KeepEditionsOptions): Promise<EditionsInMemory> {
  const { database, log, shutdown } = options
  const editions = new EditionsInMemory(database)
  await editions.refresh()
  const keeper = repeat(() => editions.refresh(), {
    name: 'tariff editions',
    everyMs: LOOK_EVERY_MS,
    log,
  })
  shutdown.add('tariff editions', () => keeper.stop())
  return editions
}
