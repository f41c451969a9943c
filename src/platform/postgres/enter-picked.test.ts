import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../../test/exchange-database.ts'
import { enterPicked, inTenant, inTransaction, type TenantTransaction } from './index.ts'

describe('going on as the tenant that was picked', () => {
  let exchange: ExchangeDatabase
  beforeAll(async () => {
    exchange = await openExchangeDatabase()
  })
  afterAll(() => exchange.close())

  const pick = (transaction: TenantTransaction, channel = 'picked') =>
    enterPicked(transaction, 'next_exchange_message', [channel, exchange.clock.now()])
  const messagesSeen = async (transaction: TenantTransaction) =>
    (await transaction.selectFrom('exchange_message').select('id').execute()).map(({ id }) => id)

  it('shows the rows of that tenant and of no other, until the end of the transaction', async () => {
    const other = await exchange.addTenant()
    const { messageId } = await exchange.commitMessage({ channel: 'picked' })
    await exchange.commitMessage({ of: other, channel: 'another' })
    const seen = await inTransaction(exchange.database, async (transaction) => {
      expect(await messagesSeen(transaction)).toEqual([])
      expect(await pick(transaction)).toEqual({
        ...{ tenant_id: exchange.tenantId, message_id: messageId },
      })
      return messagesSeen(transaction)
    })
    expect(seen).toEqual([messageId])
    expect(await inTransaction(exchange.database, messagesSeen)).toEqual([])
  })

  it('shows nothing where nothing was picked', async () => {
    const seen = await inTransaction(exchange.database, async (transaction) => {
      expect(await pick(transaction, 'unused')).toBeUndefined()
      return messagesSeen(transaction)
    })
    expect(seen).toEqual([])
  })

  it('is refused to a transaction that belongs to a tenant already', async () => {
    await exchange.commitMessage({ channel: 'picked' })
    const twice = inTenant(exchange.database, exchange.tenantId, (transaction) => pick(transaction))
    await expect(twice).rejects.toThrow(TypeError)
  })
})
