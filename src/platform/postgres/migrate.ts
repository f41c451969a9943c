import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Client } from 'pg'

import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { sha256Hex } from '../ids.ts'
import { inSession, quoteIdentifier, setUpLocks } from './session.ts'

/** Which database is brought forward, and by which files. */
export interface MigrateOptions {
  /** The owner's login. */
  readonly url: string
  /** The folder of numbered files, `0001-name.sql` and up without gaps. */
  readonly folder: string
  /** Role names that replace `{{app}}` and the like in the files, quoted as identifiers. */
  readonly roles: Readonly<Record<string, string>>
}

/** A migration by its number and the words in its file's name. */
export interface AppliedMigration {
  readonly version: number
  readonly name: string
}

interface MigrationFile extends AppliedMigration {
  readonly text: string
  readonly sha256: string
}

interface RecordedMigration extends AppliedMigration {
  readonly sha256: string
}

const FILE_NAME = /^(\d{4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.sql$/
const PLACEHOLDER = /\{\{([a-z]+)\}\}/g

/** Made on the way: it must be there before the first migration is recorded. */
const RECORD_TABLE = `
  create table if not exists schema_migration (
    version integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`

/**
 * Brings a database forward to the newest migration in a folder. Migrations only go forward: each
 * file runs once, in its own transaction, and is recorded with its digest. A file that was changed
 * or has gone after it was applied is refused, because two databases would differ unseen.
 *
 * @returns the migrations that this call has applied, none when the database was up to date
 */
export async function migrate(
  options: MigrateOptions,
): Promise<Result<readonly AppliedMigration[]>> {
  const files = await readMigrations(options.folder)
  return inSession(options.url, setUpLocks.migrations, (client) =>
    applyOutstanding(client, files, options.roles),
  )
}

/** Runs under the lock, so what it reads stays true until it has finished. */
async function applyOutstanding(
  client: Client,
  files: readonly MigrationFile[],
  roles: MigrateOptions['roles'],
): Promise<Result<readonly AppliedMigration[]>> {
  await client.query(RECORD_TABLE)
  const recorded = await client.query<RecordedMigration>(
    'select version, name, sha256 from schema_migration order by version',
  )
  const difference = findDifference(recorded.rows, files)
  if (difference !== undefined) return failure(difference)

  const applied: AppliedMigration[] = []
  for (const file of files.slice(recorded.rows.length)) {
    await apply(client, file, roles)
    applied.push({ version: file.version, name: file.name })
  }
  return success(applied)
}

/** @throws Error naming the file; its cause is what PostgreSQL says, with the position in it */
async function apply(
  client: Client,
  file: MigrationFile,
  roles: MigrateOptions['roles'],
): Promise<void> {
  const text = withRoles(file, roles)
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into schema_migration (version, name, sha256) values ($1, $2, $3)', [
      file.version,
      file.name,
      file.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${fileName(file)} failed`, { cause: error })
  }
}

/** Compares what was applied with what lies in the folder, which must begin with the same files. */
function findDifference(
  recorded: readonly RecordedMigration[],
  files: readonly MigrationFile[],
): Failure | undefined {
  for (const [position, applied] of recorded.entries()) {
    const file = files[position]
    if (file === undefined) {
      return databaseProblem(
        `The database has migration ${fileName(applied)}, which this version does not know`,
        'run the version of Tidewaiter that last used this database, or a newer one',
      )
    }
    if (file.sha256 !== applied.sha256 || file.name !== applied.name) {
      return databaseProblem(
        `The migration ${fileName(file)} was changed after it had been applied`,
        'restore the file as it was and write a new migration for the change',
      )
    }
  }
  return undefined
}

async function readMigrations(folder: string): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map((name, position) => readMigration(folder, name, position + 1)))
}

/** @throws Error when the folder is not numbered without gaps, a fault of the checkout itself. */
async function readMigration(
  folder: string,
  fileName: string,
  expectedVersion: number,
): Promise<MigrationFile> {
  const [, number, name] = FILE_NAME.exec(fileName) ?? []
  if (number === undefined || name === undefined || Number(number) !== expectedVersion) {
    const expected = String(expectedVersion).padStart(4, '0')
    throw new Error(`migration ${join(folder, fileName)} should be named ${expected}-some-name.sql`)
  }
  const text = await readFile(join(folder, fileName), 'utf8')
  return { version: expectedVersion, name, text, sha256: sha256Hex(text) }
}

/** Role names differ between installations, so the files hold marks in their place. */
function withRoles(file: MigrationFile, roles: MigrateOptions['roles']): string {
  return file.text.replaceAll(PLACEHOLDER, (placeholder, key: string) => {
    const role = roles[key]
    if (role === undefined) {
      throw new Error(`migration ${fileName(file)} names the unknown role ${placeholder}`)
    }
    return quoteIdentifier(role)
  })
}

function fileName({ version, name }: AppliedMigration): string {
  return `${String(version).padStart(4, '0')}-${name}.sql`
}

function databaseProblem(message: string, mend: string): Failure {
  return { code: 'database-unavailable', path: '', message: `${message}.`, mend }
}
