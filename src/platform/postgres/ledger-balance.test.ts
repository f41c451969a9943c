import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../../test/exchange-database.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import { connect, type Database, inTenant, type Schema } from './index.ts'

type Entry = readonly [account: string, amount: string, currency: string]

describe('the entries of a posting', () => {
  let exchange: ExchangeDatabase
  let app: Database<Schema>

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
    const log = createLog({ name: 'test', level: 'silent' })
    app = connect({ url: exchange.appUrl, applicationName: 'test', maxConnections: 1, log })
  })
  afterAll(async () => {
    await app.close()
    await exchange.close()
  })

  const post = (...entries: readonly Entry[]): Promise<unknown> => {
    const posting = newId('posting')
    const rows = entries.map(
      ([account, amount, currency]) => sql`(${exchange.tenantId}, ${exchange.caseId}, ${posting},
        ${account}, ${amount}::numeric, ${currency}, 'test', 1, ${exchange.clock.now()}::timestamptz)`,
    )
    return inTenant(app, exchange.tenantId, (transaction) =>
      sql`insert into ledger_entry (tenant_id, case_id, posting_id, account, amount, currency, memo,
        event_sequence, at) values ${sql.join(rows)}`.execute(transaction),
    )
  }

  it('are kept where they sum to zero in each currency', async () => {
    const pounds: readonly Entry[] = [
      ['receivable:seller', '10.00', 'GBP'],
      ['owed-to-customs', '-10.00', 'GBP'],
    ]
    const euros: readonly Entry[] = [
      ['receivable:seller', '7.00', 'EUR'],
      ['owed-to-customs', '-7.00', 'EUR'],
    ]
    await expect(post(...pounds, ...euros)).resolves.toBeDefined()
  })

  it('are refused where they do not', async () => {
    const posting = post(['receivable:seller', '10.00', 'GBP'], ['owed-to-customs', '-9.99', 'GBP'])
    await expect(posting).rejects.toThrow(/does not balance: 0.01 GBP too much/)
  })

  it('are refused where only the figures of different currencies cancel out', async () => {
    const posting = post(
      ['receivable:seller', '10.00', 'GBP'],
      ['owed-to-customs', '-10.00', 'EUR'],
    )
    await expect(posting).rejects.toThrow(/does not balance/)
  })
})
