import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { newId } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { connect, type Database, inTenant, type Schema } from '../platform/postgres/index.ts'
import { type InboxPorts, type NotificationIdentity, receiveNotification } from './inbox.ts'
import { assignStray, setStrayAside } from './settle-stray.ts'
import { findStrays, proofOf } from './stray.ts'

describe('a stray notification', () => {
  let exchange: ExchangeDatabase
  /** In the role of the API, to which row-level security shows what is proved alone. */
  let app: Database<Schema>
  let ports: InboxPorts
  let news: string[]

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
    const log = createLog({ name: 'test', level: 'silent' })
    const url = exchange.appUrl
    app = connect<Schema>({ url, applicationName: 'test', maxConnections: 3, log })
    news = []
    ports = {
      database: exchange.database,
      clock: exchange.clock,
      read: (bytes) => {
        const text = bytes.toString()
        if (!text.startsWith('{')) return 'not readable'
        return { ...(JSON.parse(text) as NotificationIdentity), parsed: JSON.parse(text) as object }
      },
      stored: (_transaction, { caseId }) => {
        news.push(caseId)
        return Promise.resolve()
      },
    }
  })
  afterAll(async () => {
    await app.close()
    await exchange.close()
  })

  const keep = async (content: object | string, conversationId?: string): Promise<string> => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    const receipt = await receiveNotification(ports, {
      channel: 'test',
      ...(conversationId !== undefined && { conversationId }),
      bytes: Buffer.from(text),
    })
    expect(receipt).toBe('stray')
    const [row] = await exchange.asOwner(
      'select id from stray_notification order by id desc limit 1',
    )
    return (row as { id: string }).id
  }

  /** The authority's answer named the conversation only after its notification had come. */
  const learnConversation = (messageId: string, conversation: string) =>
    exchange.asOwner(`
      begin; set local app.tenant_id = '${exchange.tenantId}';
      update exchange_message set conversation_id = '${conversation}' where id = '${messageId}';
      commit`)

  const seenBy = (tenantId: string, strayId: string) =>
    inTenant(app, tenantId, (transaction) => findStrays(transaction, { strayId, atMost: 1 }))

  const by = () => ({ actor: { kind: 'person', id: 'p' }, now: exchange.clock.now() })

  const assign = (strayId: string, caseId = exchange.caseId, tenantId = exchange.tenantId) =>
    inTenant(app, tenantId, (transaction) =>
      assignStray(ports, transaction, { strayId, tenantId, caseId }, by()),
    )

  const setAside = (strayId: string, tenantId = exchange.tenantId) =>
    inTenant(app, tenantId, (transaction) =>
      setStrayAside(transaction, { strayId, reason: 'of another system' }, by()),
    )

  it('is seen by the business alone whose message it answers', async () => {
    const { messageId } = await exchange.commitMessage()
    const strayId = await keep({ notificationId: newId('n'), functionCode: '01' }, 'c-seen')
    expect(await seenBy(exchange.tenantId, strayId)).toEqual([])
    await learnConversation(messageId, 'c-seen')
    expect(await seenBy(exchange.tenantId, strayId)).toMatchObject([{ id: strayId, outcome: null }])
    expect(await seenBy(newId('tenant'), strayId)).toEqual([])
  })

  it('is not shown to a business that is only named in it', async () => {
    const eori = 'GB123456789000'
    const strayId = await keep({ notificationId: newId('n'), functionCode: '01', eori })
    expect(await seenBy(exchange.tenantId, strayId)).toEqual([])
    expect((await setAside(strayId)).ok).toBe(false)
  })

  it('is stored for its case once somebody has found it, and its case is told', async () => {
    const { messageId } = await exchange.commitMessage()
    const notificationId = newId('n')
    const strayId = await keep(
      { notificationId, functionCode: '01', mrn: '26GB0000000000001' },
      'c-1',
    )
    await learnConversation(messageId, 'c-1')
    const proof = await inTenant(app, exchange.tenantId, async (transaction) => {
      const [stray] = await findStrays(transaction, { strayId, atMost: 1 })
      return proofOf(transaction, stray!)
    })
    expect(proof).toEqual({ by: 'conversation', messageId, caseId: exchange.caseId })
    news.length = 0
    expect(await assign(strayId)).toEqual({ ok: true, value: { receipt: 'stored' } })
    expect(news).toEqual([exchange.caseId])
    const stored = await inTenant(app, exchange.tenantId, (transaction) =>
      transaction
        .selectFrom('exchange_notification')
        .selectAll()
        .where('notification_id', '=', notificationId)
        .executeTakeFirstOrThrow(),
    )
    expect(stored).toMatchObject({ message_id: messageId, function_code: '01' })
    expect(await seenBy(exchange.tenantId, strayId)).toMatchObject([
      { outcome: 'assigned', case_id: exchange.caseId, settled_by: { id: 'p' } },
    ])
    expect(await assign(strayId)).toMatchObject({ ok: false, failures: [{ code: 'conflict' }] })
  })

  it('changes nothing where the authority has sent it again meanwhile', async () => {
    const { messageId } = await exchange.commitMessage()
    const content = { notificationId: newId('n'), functionCode: '02' }
    const strayId = await keep(content, 'c-2')
    await learnConversation(messageId, 'c-2')
    const again = {
      channel: 'test',
      conversationId: 'c-2',
      bytes: Buffer.from(JSON.stringify(content)),
    }
    expect(await receiveNotification(ports, again)).toBe('stored')
    news.length = 0
    expect(await assign(strayId)).toEqual({ ok: true, value: { receipt: 'known' } })
    expect(news).toEqual([])
  })

  it('is not given to another case than the one that it answers', async () => {
    const { messageId } = await exchange.commitMessage()
    const strayId = await keep({ notificationId: newId('n'), functionCode: '02' }, 'c-3')
    await learnConversation(messageId, 'c-3')
    expect(await assign(strayId, newId('case'))).toMatchObject({
      ok: false,
      failures: [{ path: '/caseId' }],
    })
  })

  it('is not taken where another reference in it speaks against the message', async () => {
    const { messageId } = await exchange.commitMessage()
    const content = { notificationId: newId('n'), functionCode: '02', lrn: 'NOT-OURS' }
    const strayId = await keep(content, 'c-4')
    await learnConversation(messageId, 'c-4')
    expect(await assign(strayId)).toMatchObject({ ok: false, failures: [{ code: 'conflict' }] })

    const { messageId: other, lrn } = await exchange.commitMessage()
    const first = { notificationId: newId('n'), functionCode: '01', lrn, mrn: '26GB0000000000002' }
    const bytes = Buffer.from(JSON.stringify(first))
    expect(await receiveNotification(ports, { channel: 'test', bytes })).toBe('stored')
    const foreign = { notificationId: newId('n'), functionCode: '09', mrn: '26GB0000000000003' }
    const strange = await keep(foreign, 'c-5')
    await learnConversation(other, 'c-5')
    expect(await assign(strange)).toMatchObject({ ok: false, failures: [{ code: 'conflict' }] })
  })

  it('cannot be assigned where it cannot be read, only be set aside with a reason', async () => {
    const { messageId } = await exchange.commitMessage()
    const strayId = await keep('<broken', 'c-6')
    await learnConversation(messageId, 'c-6')
    expect(await assign(strayId)).toMatchObject({ ok: false, failures: [{ code: 'conflict' }] })
    expect(await setAside(strayId)).toEqual({ ok: true, value: { strayId } })
    expect(await seenBy(exchange.tenantId, strayId)).toMatchObject([
      { outcome: 'set-aside', settled_why: 'of another system', settled_by: { id: 'p' } },
    ])
  })

  it('keeps its bytes out of reach of the role that serves the businesses', async () => {
    await keep({ notificationId: newId('n'), functionCode: '01', lrn: 'SOMEBODYS' })
    const rows = await inTenant(app, exchange.tenantId, (transaction) =>
      transaction
        .selectFrom('stray_notification')
        .select('body')
        .where('lrn', '=', 'SOMEBODYS')
        .execute(),
    )
    expect(rows).toEqual([])
    const changed = await inTenant(app, exchange.tenantId, (transaction) =>
      transaction
        .updateTable('stray_notification')
        .set({ settled_why: 'seized' })
        .where('lrn', '=', 'SOMEBODYS')
        .executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })
})
