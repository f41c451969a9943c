import { afterAll, beforeAll, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { newId } from '../platform/ids.ts'
import { inTenant, type Row } from '../platform/postgres/index.ts'
import { forgetAttempts } from './forget-attempts.ts'
import { timings } from './timings.ts'

const DAY_MS = 86_400_000

let exchange: ExchangeDatabase

beforeAll(async () => {
  exchange = await openExchangeDatabase()
})
afterAll(() => exchange.close())

/** An attempt that ended so many days ago, of a message that stands so. */
async function attempted(state: Row<'exchange_message'>['state'], daysAgo: number) {
  const { messageId } = await exchange.commitMessage()
  const at = new Date(Date.parse(exchange.clock.now()) - daysAgo * DAY_MS)
  return inTenant(exchange.database, exchange.tenantId, async (transaction) => {
    await transaction
      .updateTable('exchange_message')
      .set({ state })
      .where('id', '=', messageId)
      .execute()
    const id = newId('attempt')
    await transaction
      .insertInto('exchange_attempt')
      .values({
        id,
        ...{ tenant_id: exchange.tenantId, message_id: messageId, channel: 'test', node: 'n' },
        ...{ started_at: at, ended_at: at, outcome: 'unknown', latency_ms: 5 },
      })
      .execute()
    return id
  })
}

it('removes old attempts of settled messages, and keeps what decisions hang on', async () => {
  const long = timings.attemptLifeDays + 1
  const old = await attempted('sent', long)
  const kept = [
    await attempted('sent', timings.attemptLifeDays - 1),
    await attempted('dead', long),
    await attempted('unknown', long),
  ]
  expect(await forgetAttempts(exchange)).toBe(1)
  const left = await inTenant(exchange.database, exchange.tenantId, (transaction) =>
    transaction.selectFrom('exchange_attempt').select('id').execute(),
  )
  expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted())
  expect(left.some(({ id }) => id === old)).toBe(false)
})
