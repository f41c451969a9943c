import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { createLog } from '../platform/log.ts'
import { connect, type Database, inTenant, type Schema } from '../platform/postgres/index.ts'
import { channelNames } from './channels.ts'
import { readOutboxDepths } from './outbox-depth.ts'

describe('the depth of the outbox', () => {
  let exchange: ExchangeDatabase
  let app: Database<Schema>
  beforeAll(async () => {
    exchange = await openExchangeDatabase()
    const log = createLog({ name: 'test', level: 'silent' })
    app = connect({ url: exchange.appUrl, applicationName: 'test', maxConnections: 2, log })
  })
  afterAll(async () => {
    await app.close()
    await exchange.close()
  })

  const depth = async () => {
    const [only] = await readOutboxDepths({
      database: app,
      clock: exchange.clock,
      channelNames: channelNames(),
    })
    return only
  }

  const commit = async (state: string, dueSecondsAgo: number): Promise<void> => {
    const { messageId } = await exchange.commitMessage()
    const due = new Date(Date.parse(exchange.clock.now()) - dueSecondsAgo * 1_000)
    await inTenant(exchange.database, exchange.tenantId, (transaction) =>
      sql`update exchange_message set channel = 'uk-cds', state = ${state}, due_at = ${due}
          where id = ${messageId}`.execute(transaction),
    )
  }

  it('is nothing while nothing waits', async () => {
    expect(await depth()).toEqual({
      channel: 'uk-cds',
      messages: { due: 0, sending: 0, unknown: 0, refused: 0, dead: 0 },
      oldestDueSeconds: 0,
    })
  })

  it('counts what was not sent by its state, and how long the oldest has been due', async () => {
    await commit('due', 30)
    await commit('due', -60)
    await commit('unknown', 90)
    await commit('sending', -20)
    await commit('dead', 9_000)
    await commit('refused', 9_000)
    await commit('sent', 9_000)
    expect(await depth()).toEqual({
      channel: 'uk-cds',
      messages: { due: 2, sending: 1, unknown: 1, refused: 1, dead: 1 },
      oldestDueSeconds: 90,
    })
  })

  it('is not told to a worker, who has no use for it', async () => {
    const asked = sql`select * from exchange_outbox_depth('uk-cds', now())`
    const answer = inTenant(exchange.database, exchange.tenantId, (transaction) =>
      asked.execute(transaction),
    )
    await expect(answer).rejects.toThrow(/permission denied/)
  })
})
