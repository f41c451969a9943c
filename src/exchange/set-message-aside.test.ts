import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { newId } from '../platform/ids.ts'
import { inTenant, type Row } from '../platform/postgres/index.ts'
import { findMessages } from './find-messages.ts'
import { readMessageRecord } from './message-record.ts'
import { replayMessage } from './replay-message.ts'
import { setMessageAside } from './set-message-aside.ts'

type Outcome = NonNullable<Row<'exchange_attempt'>['outcome']>

describe('setting a message aside', () => {
  let exchange: ExchangeDatabase

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
  })
  afterAll(() => exchange.close())

  /** A message that was given up after attempts that came to this. */
  const givenUp = async (
    outcomes: readonly Outcome[],
    kind: Row<'exchange_message'>['kind'] = 'declaration',
  ): Promise<string> => {
    const { messageId } = await exchange.commitMessage()
    await inTenant(exchange.database, exchange.tenantId, async (transaction) => {
      await transaction
        .updateTable('exchange_message')
        .set({ state: 'dead', kind, attempts: outcomes.length, last_error: 'HTTP 503' })
        .where('id', '=', messageId)
        .execute()
      for (const [index, outcome] of outcomes.entries()) {
        const at = new Date(Date.parse(exchange.clock.now()) + index * 1_000)
        await transaction
          .insertInto('exchange_attempt')
          .values({
            id: newId('attempt'),
            ...{ tenant_id: exchange.tenantId, message_id: messageId, channel: 'test', node: 'n' },
            ...{ started_at: at, ended_at: at, outcome, latency_ms: 5 },
          })
          .execute()
      }
    })
    return messageId
  }

  const by = () => ({ actor: { kind: 'person', id: 'p' }, now: exchange.clock.now() })

  const setAside = (messageId: string) =>
    inTenant(exchange.database, exchange.tenantId, (transaction) => {
      const { tenantId } = exchange
      return setMessageAside(transaction, { tenantId, messageId, reason: 'sold out' }, by())
    })

  const recordOf = (messageId: string) =>
    inTenant(exchange.database, exchange.tenantId, async (transaction) => {
      const [row] = await findMessages(transaction, { messageId, atMost: 1 })
      return { state: row?.state, ...(await readMessageRecord(transaction, messageId)) }
    })

  it('keeps who, when, why and what was before', async () => {
    const messageId = await givenUp(['not-sent', 'not-sent'])
    expect((await setAside(messageId)).ok).toBe(true)
    expect(await recordOf(messageId)).toMatchObject({
      state: 'set-aside',
      tries: [{ outcome: 'not-sent', latencyMs: 5 }, { outcome: 'not-sent' }],
      decisions: [
        {
          decision: 'set-aside',
          reason: 'sold out',
          actor: { kind: 'person', id: 'p' },
          at: exchange.clock.now(),
          before: { state: 'dead', attempts: 2, lastError: 'HTTP 503' },
        },
      ],
    })
  })

  it.each([
    { kind: 'declaration', outcomes: ['not-sent', 'unknown'], done: false },
    { kind: 'declaration', outcomes: ['abandoned'], done: false },
    // It was asked for before it went out again, so the doubt is over.
    { kind: 'declaration', outcomes: ['unknown', 'not-sent'], done: true },
    // Nobody can be asked for these.
    { kind: 'amendment', outcomes: ['unknown', 'not-sent'], done: false },
    { kind: 'supplementary', outcomes: ['unknown', 'not-sent'], done: false },
    { kind: 'cancellation', outcomes: ['not-sent', 'not-sent'], done: true },
    // Said twice, these do no harm.
    { kind: 'document', outcomes: ['unknown'], done: true },
    { kind: 'arrival', outcomes: ['unknown'], done: true },
  ] as const)(
    'of the kind $kind after $outcomes is done: $done',
    async ({ kind, outcomes, done }) => {
      const messageId = await givenUp(outcomes, kind)
      expect((await setAside(messageId)).ok).toBe(done)
      expect((await recordOf(messageId)).state).toBe(done ? 'set-aside' : 'dead')
    },
  )

  it('is refused where an attempt has left nothing on record', async () => {
    const messageId = await givenUp(['not-sent'])
    await inTenant(exchange.database, exchange.tenantId, (transaction) =>
      transaction
        .updateTable('exchange_message')
        .set({ attempts: 2 })
        .where('id', '=', messageId)
        .execute(),
    )
    expect((await setAside(messageId)).ok).toBe(false)
  })

  it('is for messages alone that were given up', async () => {
    const { messageId } = await exchange.commitMessage()
    expect(await setAside(messageId)).toMatchObject({ ok: false, failures: [{ code: 'conflict' }] })
    expect(await setAside(newId('message'))).toMatchObject({ ok: false })
  })

  it('is not the end of what was only sent again: that is on record as well', async () => {
    const messageId = await givenUp(['unknown'])
    const { tenantId } = exchange
    await inTenant(exchange.database, tenantId, (transaction) =>
      replayMessage(transaction, { tenantId, messageId }, by()),
    )
    expect(await recordOf(messageId)).toMatchObject({
      state: 'unknown',
      decisions: [{ decision: 'replayed', before: { state: 'dead', attempts: 1 } }],
    })
    expect((await setAside(messageId)).ok).toBe(false)
  })
})
