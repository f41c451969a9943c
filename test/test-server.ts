import { mkdir, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

import { checkoutFolder } from '../src/platform/checkout.ts'
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../src/platform/embedded-postgres/index.ts'
import { isAlive } from '../src/platform/process/process-identity.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers the first test that needs a database with a {@link TestServer}. */
    readonly testServerUrl: string
  }
}

/** The PostgreSQL server that the tests of one run share. */
export interface TestServer {
  /** A role that may make databases and roles. */
  readonly adminUrl: string
  /** Begins the name of every database and role of this run. */
  readonly prefix: string
  /** Whether the server was started for the run, rather than given by `DATABASE_URL`. */
  readonly isOurs: boolean
  /** Holds the run's generated passwords. */
  readonly dataFolder: string
}

interface RunningServer {
  readonly server: TestServer
  stop(): Promise<void>
}

const FOLDER_OF_RUNS = join(checkoutFolder, 'var')
const RUN_FOLDER = /^test-run-(\d+)-/

/**
 * Gives a run of the tests one PostgreSQL server. It starts with the first test that asks for it, so
 * a run without a database pays nothing, and it goes with the run. `DATABASE_URL` replaces it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<RunningServer> | undefined
  const door = createServer((_request, response) => {
    running ??= startServer()
    running.then(
      ({ server }) => response.end(JSON.stringify(server)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('testServerUrl', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    if (running !== undefined) await (await running).stop()
  }
}

async function startServer(): Promise<RunningServer> {
  await removeKilledRuns()
  const prefix = `test${Date.now().toString(36)}`
  // The number of the process tells a later run whether this one still lives.
  const dataFolder = join(FOLDER_OF_RUNS, `test-run-${process.pid}-${prefix}`)
  await mkdir(dataFolder, { recursive: true })
  const given = process.env.DATABASE_URL
  if (given !== undefined && given !== '') {
    const stop = async (): Promise<void> => {
      await dropEverything(given, prefix)
      await rm(dataFolder, { recursive: true })
    }
    return { server: { adminUrl: given, prefix, isOurs: false, dataFolder }, stop }
  }
  return startEmbeddedServer(prefix, dataFolder)
}

async function startEmbeddedServer(prefix: string, dataFolder: string): Promise<RunningServer> {
  const postgres = await startEmbeddedPostgres({
    dataFolder,
    tell: () => undefined,
    durability: 'none',
  })
  if (!postgres.ok) throw new Error(postgres.failures[0].message)
  return {
    server: { adminUrl: postgres.value.superuserUrl, prefix, isOurs: true, dataFolder },
    stop: async () => {
      await postgres.value.stop()
      await removeEmbeddedPostgres(dataFolder)
    },
  }
}

/** Clears away what a run that was killed could not: its server would otherwise run for ever. */
async function removeKilledRuns(): Promise<void> {
  await mkdir(FOLDER_OF_RUNS, { recursive: true })
  const names = await readdir(FOLDER_OF_RUNS)
  for (const name of names) {
    const pid = RUN_FOLDER.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    await removeEmbeddedPostgres(join(FOLDER_OF_RUNS, name))
  }
}

/** Leaves a server that is not ours as it was. */
async function dropEverything(adminUrl: string, prefix: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const databases = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of databases.rows) await client.query(`drop database "${name}" with (force)`)
  const roles = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where starts_with(rolname, $1)',
    [prefix],
  )
  for (const { name } of roles.rows) await client.query(`drop role "${name}"`)
  await client.end()
}
