import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { type InboxPorts, type NotificationIdentity, receiveNotification } from './inbox.ts'

describe('receiving a notification', () => {
  let exchange: ExchangeDatabase
  let ports: InboxPorts
  let news: string[]

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
    news = []
    ports = {
      database: exchange.database,
      clock: exchange.clock,
      read: (bytes) => {
        try {
          return JSON.parse(bytes.toString()) as NotificationIdentity
        } catch {
          return 'not readable'
        }
      },
      stored: (_transaction, { caseId }) => {
        news.push(caseId)
        return Promise.resolve()
      },
    }
  })
  afterAll(() => exchange.close())

  const receive = (identity: object | string, conversationId?: string) =>
    receiveNotification(ports, {
      channel: 'test',
      ...(conversationId === undefined ? {} : { conversationId }),
      bytes: Buffer.from(typeof identity === 'string' ? identity : JSON.stringify(identity)),
    })

  it('stores it raw for the case whose reference it bears, and tells of it', async () => {
    const { lrn } = await exchange.commitMessage()
    const notification = { notificationId: 'n-1', functionCode: '02', lrn, parsed: { lrn } }
    expect(await receive(notification)).toBe('stored')
    expect(news).toEqual([exchange.caseId])
    const row = await inTenant(exchange.database, exchange.tenantId, (transaction) =>
      transaction
        .selectFrom('exchange_notification')
        .selectAll()
        .where('notification_id', '=', 'n-1')
        .executeTakeFirstOrThrow(),
    )
    expect(row.body.toString()).toBe(JSON.stringify(notification))
    expect(row.parsed).toEqual({ lrn })
  })

  it('knows a repeat, also when two come at once', async () => {
    const { lrn } = await exchange.commitMessage()
    const notification = { notificationId: 'n-2', functionCode: '02', lrn, parsed: {} }
    const receipts = await Promise.all([receive(notification), receive(notification)])
    expect(receipts.sort()).toEqual(['known', 'stored'])
    expect(await receive(notification)).toBe('known')
  })

  it('keeps what nobody waits for, once', async () => {
    const stranger = { notificationId: 'n-3', functionCode: '02', lrn: 'NOT-OURS', parsed: {} }
    expect(await receive(stranger)).toBe('stray')
    expect(await receive(stranger)).toBe('stray')
  })

  it('keeps what it cannot read', async () => {
    expect(await receive('<broken')).toBe('stray')
  })

  it('does not take a notification for another tenant by its conversation', async () => {
    const { messageId } = await exchange.commitMessage()
    await inTenant(exchange.database, exchange.tenantId, (transaction) =>
      sql`update exchange_message set conversation_id = 'c-9' where id = ${messageId}`.execute(
        transaction,
      ),
    )
    const notification = { notificationId: 'n-4', functionCode: '01', parsed: {} }
    expect(await receive(notification, 'c-8')).toBe('stray')
    expect(await receive(notification, 'c-9')).toBe('stored')
  })
})
