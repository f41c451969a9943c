import { Client } from 'pg'

import { settableClock, type SettableClock } from '../src/platform/clock.ts'
import type { Instant } from '../src/customs/calendar/local-date.ts'
import { newId, newLocalReference } from '../src/platform/ids.ts'
import { createLog } from '../src/platform/log.ts'
import { connect, type Database, inTenant, type Schema } from '../src/platform/postgres/index.ts'
import { type NewOutboxMessage, putInOutbox } from '../src/exchange/outbox.ts'
import { exchangeQueues } from '../src/exchange/queues.ts'
import { createTestDatabase } from './database.ts'

/** A database with one tenant and one case, for tests of what moves messages and knows no cases. */
export interface ExchangeDatabase {
  readonly database: Database<Schema>
  readonly clock: SettableClock
  readonly tenantId: string
  readonly caseId: string
  /** The login of the API, where a test asks what it may do; {@link database} is the worker's. */
  readonly appUrl: string
  /** Runs a statement as the owner of the tables. */
  asOwner(statement: string): Promise<readonly unknown[]>
  /** Another business with a case of its own. */
  addTenant(): Promise<Pick<ExchangeDatabase, 'tenantId' | 'caseId'>>
  /** Commits a declaration to the outbox. */
  commitMessage(
    options?: CommitOptions,
  ): Promise<{ readonly messageId: string; readonly lrn: string }>
  close(): Promise<void>
}

export interface CommitOptions {
  /** `test` unless told otherwise. */
  readonly channel?: string
  /** Whose message it is: that of {@link ExchangeDatabase.tenantId} unless told otherwise. */
  readonly of?: Pick<ExchangeDatabase, 'tenantId' | 'caseId'>
  /** A declaration unless told otherwise. */
  readonly kind?: NewOutboxMessage['kind']
  /** The MRN that it is about, or our own reference; a number of an order unless told otherwise. */
  readonly subject?: string
  /** The bytes by the references of the message; something short unless told otherwise. */
  readonly body?: (references: { readonly lrn: string; readonly ducr: string }) => Uint8Array
}

export async function openExchangeDatabase(): Promise<ExchangeDatabase> {
  const databases = await createTestDatabase({ queues: exchangeQueues })
  const log = createLog({ name: 'test', level: 'silent' })
  const url = databases.workerUrl
  const database = connect<Schema>({ url, applicationName: 'test', maxConnections: 6, log })
  const clock = settableClock('2026-09-01T12:00:00.000Z' as Instant)
  const addTenant = () => insertTenant(database, clock)
  const first = await addTenant()
  return {
    ...{ database, clock, ...first, addTenant, appUrl: databases.appUrl },
    asOwner: (statement) => runAsOwner(databases.ownerUrl, statement),
    commitMessage: async ({
      channel = 'test',
      of: { tenantId, caseId } = first,
      kind = 'declaration',
      subject = 'ORDER-1',
      body,
    } = {}) => {
      const lrn = newLocalReference()
      const ducr = `6GB123456789000-${lrn}`
      const { messageId } = await inTenant(database, tenantId, (transaction) =>
        putInOutbox(transaction, {
          ...{ tenantId, caseId, lrn, channel, kind, ducr, subject },
          body: body?.({ lrn, ducr }) ?? Buffer.from(`<Declaration>${lrn}</Declaration>`),
          now: clock.now(),
        }),
      )
      return { messageId, lrn }
    },
    close: async () => {
      await database.close()
      await databases.drop()
    },
  }
}

async function insertTenant(
  database: Database<Schema>,
  clock: SettableClock,
): Promise<Pick<ExchangeDatabase, 'tenantId' | 'caseId'>> {
  const [tenantId, caseId] = [newId('tenant'), newId('case')]
  const at = clock.now()
  await inTenant(database, tenantId, async (transaction) => {
    await transaction
      .insertInto('tenant')
      .values({
        id: tenantId,
        name: 'Test',
        kind: 'e-commerce-platform',
        profile: '{}',
        created_at: at,
      })
      .execute()
    await transaction
      .insertInto('clearance_case')
      .values({
        id: caseId,
        tenant_id: tenantId,
        reference: 'ORDER-1',
        state: 'lodged',
        destination: 'GB',
        version: 1,
        snapshot: '{}',
        opened_at: at,
        updated_at: at,
      })
      .execute()
  })
  return { tenantId, caseId }
}

async function runAsOwner(ownerUrl: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
