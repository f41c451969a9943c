import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../../test/exchange-database.ts'
import { newId } from '../ids.ts'
import { connect, type Database, inTenant, type Schema, type TenantTransaction } from './index.ts'
import { createLog } from '../log.ts'

const content = Buffer.from('a paper')

describe('what is stored for good', () => {
  let exchange: ExchangeDatabase
  let app: Database<Schema>
  let messageId: string

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
    const log = createLog({ name: 'test', level: 'silent' })
    app = connect({ url: exchange.appUrl, applicationName: 'test', maxConnections: 2, log })
    ;({ messageId } = await exchange.commitMessage())
  })
  afterAll(async () => {
    await app.close()
    await exchange.close()
  })

  const run = <T>(statement: (transaction: TenantTransaction) => Promise<T>): Promise<T> =>
    inTenant(app, exchange.tenantId, statement)

  const addAttachment = async (): Promise<string> => {
    const id = newId('attachment')
    const facts = { kind: 'photograph', media_type: 'image/png', size_bytes: 7, sha256: '00' }
    await run((transaction) =>
      transaction
        .insertInto('attachment')
        .values({
          ...{ id, tenant_id: exchange.tenantId, case_id: exchange.caseId, ...facts, content },
          ...{ file_name: 'a.png', created_at: exchange.clock.now() },
        })
        .execute(),
    )
    return id
  }

  const addNotification = async (parsed: object): Promise<string> => {
    const id = newId('notification')
    await run((transaction) =>
      transaction
        .insertInto('exchange_notification')
        .values({
          ...{ id, tenant_id: exchange.tenantId, case_id: exchange.caseId, message_id: messageId },
          ...{ channel: 'test', notification_id: id, function_code: '51', body: content },
          ...{ sha256: '00', parsed: JSON.stringify(parsed), received_at: exchange.clock.now() },
        })
        .execute(),
    )
    return id
  }

  it('can be erased from a paper once, and altered never', async () => {
    const id = await addAttachment()
    const write = (bytes: string, name: string, at: string | null) =>
      run((transaction) =>
        sql`update attachment set content = ${Buffer.from(bytes)}, file_name = ${name},
            erased_at = ${at}::timestamptz where id = ${id}`.execute(transaction),
      )
    const now = exchange.clock.now()
    await expect(write('another', 'a.png', null)).rejects.toThrow(/can only be erased/)
    await expect(write('another', '', now)).rejects.toThrow(/can only be erased/)
    await expect(write('', 'a.png', now)).rejects.toThrow(/can only be erased/)
    await expect(write('', '', null)).rejects.toThrow(/can only be erased/)
    await write('', '', now)
    await expect(write('', '', now)).rejects.toThrow(/can only be erased/)
  })

  it('may lose parts of what was read from a notification, and gains none', async () => {
    const read = { code: 'Q1', statements: [{ code: 'AFB', description: 'Who is it?' }] }
    const id = await addNotification(read)
    const write = (parsed: object, bytes = '') =>
      run((transaction) =>
        sql`update exchange_notification set body = ${Buffer.from(bytes)},
            parsed = ${JSON.stringify(parsed)}::jsonb, erased_at = now()
            where id = ${id}`.execute(transaction),
      )
    await expect(write({ ...read, code: 'Q2' })).rejects.toThrow(/can only be erased/)
    await expect(write({ ...read, more: true })).rejects.toThrow(/can only be erased/)
    await expect(write(read, 'other bytes')).rejects.toThrow(/can only be erased/)
    await write({ code: 'Q1', statements: [{ code: 'AFB' }] })
  })

  it('lets a message change its state and not its bytes', async () => {
    const write = (set: ReturnType<typeof sql>) =>
      run((transaction) =>
        sql`update exchange_message set ${set} where id = ${messageId}`.execute(transaction),
      )
    await write(sql`attempts = attempts + 1`)
    const other = Buffer.from('<Other/>')
    await expect(write(sql`body = ${other}`)).rejects.toThrow(/can only be erased/)
    await expect(write(sql`body = ${other}, erased_at = now()`)).rejects.toThrow(/only be erased/)
    await expect(write(sql`body = ''`)).rejects.toThrow(/can only be erased/)
    await write(sql`body = '', erased_at = now()`)
  })

  it.each([
    `update attachment set sha256 = 'other'`,
    `update attachment set media_type = 'text/html'`,
    `delete from attachment`,
    `update exchange_notification set sha256 = 'other'`,
    `delete from exchange_notification`,
    `update stray_notification set body = ''`,
    `update stray_notification set why = 'other'`,
    `delete from stray_notification`,
  ])('is not open to %s', async (statement) => {
    const writing = run((transaction) => sql.raw(statement).execute(transaction))
    await expect(writing).rejects.toThrow(/permission denied/)
  })

  it('erases strays that name a case of the tenant, and leaves the others alone', async () => {
    const { lrn } = await exchange.commitMessage()
    const own = await addStray(`<broken>${lrn} and a name`)
    const strange = await addStray('<broken>TW0000000000000000 and a name')
    expect(await eraseStrays(newId('case'))).toEqual([])
    expect(await eraseStrays(exchange.caseId)).toEqual([{ stray_id: own }])
    expect(await eraseStrays(exchange.caseId)).toEqual([])
    const left = await exchange.asOwner(
      'select id, body from stray_notification order by length(body)',
    )
    expect(left).toEqual([
      { id: own, body: Buffer.alloc(0) },
      { id: strange, body: expect.any(Buffer) },
    ])
  })

  it('keeps strays that a conversation without a name would find', async () => {
    const { messageId: unnamed } = await exchange.commitMessage()
    await run((transaction) =>
      sql`update exchange_message set conversation_id = '' where id = ${unnamed}`.execute(
        transaction,
      ),
    )
    await addStray('<broken>of somebody else')
    expect(await eraseStrays(exchange.caseId)).toEqual([])
  })

  const eraseStrays = async (caseId: string): Promise<readonly unknown[]> => {
    const erase = sql`select * from erase_stray_notifications(${caseId}, now())`
    const { rows } = await run((transaction) => erase.execute(transaction))
    return rows
  }

  const addStray = async (text: string): Promise<string> => {
    const id = newId('stray')
    const body = Buffer.from(text)
    const facts = { channel: 'test', sha256: id, why: 'unreadable', received_at: new Date() }
    await run((transaction) =>
      transaction
        .insertInto('stray_notification')
        .values({ id, body, ...facts })
        .execute(),
    )
    return id
  }
})
