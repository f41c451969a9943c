import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { channelPauseMs } from '../../src/exchange/breaker.ts'
import { receiveNotification } from '../../src/exchange/inbox.ts'
import { UK_CDS, ukCdsChannel } from '../../src/exchange/uk-cds/channel.ts'
import {
  type CollectingPorts,
  collectNotifications,
} from '../../src/exchange/uk-cds/collect-notifications.ts'
import { inTenant } from '../../src/platform/postgres/index.ts'
import { errorBody } from '../hmrc-service/hmrc-service.ts'
import {
  type ConnectorUnderTest,
  openConnectorUnderTest,
} from '../hmrc-service/connector-under-test.ts'

let under: ConnectorUnderTest

beforeAll(async () => {
  under = await openConnectorUnderTest()
})
afterAll(() => under.close())
beforeEach(() => under.reset())
/** Every request that any test has led to is held against HMRC's own contracts. */
afterEach(() => expect(under.breaches()).toEqual([]))

describe('notifications', () => {
  const notification = (lrn: string, id: string): string =>
    `<MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2">
      <Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2"><FunctionCode>01</FunctionCode>
      <FunctionalReferenceID>${id}</FunctionalReferenceID><Declaration>
      <FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>26GB00000000000001</ID>
      </Declaration></Response></MetaData>`

  const turns = { take: () => Promise.resolve() }

  const collecting = (changes: Partial<CollectingPorts> = {}): CollectingPorts => ({
    ...{ database: under.exchange.database, clock: under.exchange.clock, everySeconds: 60 },
    log: under.log,
    puller: { ...under.connection(), turns },
    receive: (incoming) => receiveNotification(under.inbox, incoming),
    ...changes,
  })

  it('that are pushed twice are stored once', async () => {
    const { lrn } = await under.commit()
    const bytes = Buffer.from(notification(lrn, 'pushed-twice'))
    const push = () => receiveNotification(under.inbox, { channel: UK_CDS, bytes })
    expect([await push(), await push()]).toEqual(['stored', 'known'])
  })

  it('whose push was lost are collected with the token of the application', async () => {
    const { lrn } = await under.commit()
    under.hmrc.hold('6a0e5f6e-0000-4000-8000-000000000001', notification(lrn, 'lost-push'))
    expect(await collectNotifications(collecting())).toEqual({ fetched: 1, news: 1 })
    expect(under.hmrc.requests.map(({ path }) => path.replace(/[\w-]{36}$/, 'ID'))).toEqual([
      '/oauth/token',
      '/notifications/unpulled',
      '/notifications/unpulled/ID',
    ])
    // A push that arrives after all changes nothing.
    const late = { channel: UK_CDS, bytes: Buffer.from(notification(lrn, 'lost-push')) }
    expect(await receiveNotification(under.inbox, late)).toBe('known')
  })

  it('are collected by one node at a time, as often as is set for all together', async () => {
    const rounds = async () => {
      const before = under.hmrc.requests.length
      await Promise.all([1, 2, 3].map(() => collectNotifications(collecting())))
      return under.hmrc.requests
        .slice(before)
        .filter(({ path }) => path === '/notifications/unpulled').length
    }
    expect(await rounds()).toBe(1)
    expect(await rounds()).toBe(0)
    under.exchange.clock.advance(61_000)
    expect(await rounds()).toBe(1)
  })

  it('that a killed worker had fetched and not stored are fetched again', async () => {
    const { lrn } = await under.commit()
    under.hmrc.hold('6a0e5f6e-0000-4000-8000-000000000002', notification(lrn, 'killed-worker'))
    const killed = collecting({ receive: () => Promise.reject(new Error('killed')) })
    await expect(collectNotifications(killed)).rejects.toThrow('killed')
    under.exchange.clock.advance(61_000)
    expect(await collectNotifications(collecting())).toEqual({ fetched: 1, news: 1 })
    under.exchange.clock.advance(61_000)
    expect(await collectNotifications(collecting())).toEqual({ fetched: 0, news: 0 })
  })

  it('whose answer was lost are fetched again, also where HMRC is not asked for others', async () => {
    const { lrn } = await under.commit()
    under.hmrc.hold('6a0e5f6e-0000-4000-8000-000000000005', notification(lrn, 'lost-answer'))
    const killed = collecting({ receive: () => Promise.reject(new Error('killed')) })
    under.exchange.clock.advance(61_000)
    await expect(collectNotifications(killed)).rejects.toThrow('killed')
    const withoutPull = { ...collecting(), everySeconds: 'off' } as const
    expect(await collectNotifications(withoutPull)).toEqual({ fetched: 0, news: 0 })
    under.exchange.clock.advance(61_000)
    under.hmrc.hold('6a0e5f6e-0000-4000-8000-000000000006', notification(lrn, 'not-asked-for'))
    expect(await collectNotifications(withoutPull)).toEqual({ fetched: 1, news: 1 })
    expect(await collectNotifications(collecting())).toEqual({ fetched: 1, news: 1 })
  })

  it('stay where they are while HMRC does not give them out', async () => {
    const { lrn } = await under.commit()
    under.hmrc.hold('6a0e5f6e-0000-4000-8000-000000000003', notification(lrn, 'not-yet'))
    const answer = { status: 503, body: errorBody('SERVER_ERROR') }
    under.hmrc.faults.push({ on: 'GET /notifications/unpulled/', answer })
    expect(await collectNotifications(collecting())).toEqual({ fetched: 0, news: 0 })
    under.exchange.clock.advance(61_000)
    expect(await collectNotifications(collecting())).toEqual({ fetched: 1, news: 1 })
  })

  it.each([
    { asked: 'for the list', on: 'GET /notifications/unpulled' },
    { asked: 'for one of them', on: 'GET /notifications/unpulled/' },
  ])(
    'are not asked for, and no message is sent, for as long as HMRC says when it is asked $asked too often',
    async ({ on }) => {
      const { database, clock } = under.exchange
      const pauseMs = () => channelPauseMs({ database, clock }, UK_CDS)
      const { lrn } = await under.commit()
      under.hmrc.hold(randomUUID(), notification(lrn, `too-often-${on.length}`))
      const headers = { 'retry-after': '90' }
      const answer = { status: 429, headers, body: errorBody('MESSAGE_THROTTLED_OUT') }
      under.hmrc.faults.push({ on, answer })
      clock.advance(61_000)
      expect(await pauseMs()).toBe(0)
      await collectNotifications(collecting())
      expect(await pauseMs()).toBe(90_000)
      clock.advance(61_000)
      const before = under.hmrc.requests.length
      await collectNotifications(collecting())
      expect(under.hmrc.requests.length).toBe(before)
      clock.advance(30_000)
      expect(await collectNotifications(collecting())).toEqual({ fetched: 1, news: 1 })
    },
  )

  it('that cannot be had for another reason hold nobody else up', async () => {
    const { database, clock } = under.exchange
    const answer = { status: 500, body: errorBody('INTERNAL_SERVER_ERROR') }
    under.hmrc.faults.push({ on: 'GET /notifications/unpulled', answer })
    clock.advance(61_000)
    await collectNotifications(collecting())
    expect(await channelPauseMs({ database, clock }, UK_CDS)).toBe(0)
  })

  it('of a conversation are fetched whether they were pulled before or not', async () => {
    const conversationId = '6a0e5f6e-0000-4000-8000-000000000004'
    under.hmrc.hold(conversationId, '<one/>')
    const channel = ukCdsChannel(under.connection())
    const texts = async () => {
      const [begun, taken]: [string[], string[]] = [[], []]
      await channel.pull(conversationId, {
        turns,
        begin: (id) => {
          begun.push(id)
          return Promise.resolve()
        },
        take: (id, bytes) => {
          expect(begun.at(-1)).toBe(id)
          taken.push(String(bytes))
          return Promise.resolve()
        },
      })
      return taken
    }
    expect(await texts()).toEqual(['<one/>'])
    under.hmrc.hold(conversationId, '<two/>')
    expect(await texts()).toEqual(['<one/>', '<two/>'])
  })
})

describe('a file', () => {
  it('goes to the place that HMRC gives, after the fields that belong there and without our token', async () => {
    await under.connectBusiness()
    const { messageId } = await under.commitFile()
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('sent')
    expect(under.hmrc.files).toHaveLength(1)
    expect(under.hmrc.files[0]).toMatchObject({ name: 'invoice.pdf' })
    expect(under.hmrc.files[0]!.body.toString('latin1')).toContain('%PDF of an invoice')
  })

  it('has its result stored with the message that brought it, whether or not the push names a conversation', async () => {
    await under.connectBusiness()
    for (const named of [true, false]) {
      const { messageId } = await under.commitFile()
      await under.attempt()
      const conversationId = (await under.stateOf(messageId)).conversation_id!
      const bytes = Buffer.from(
        `<Root xmlns="hmrc:fileupload"><FileReference>${conversationId}</FileReference>
         <Outcome>SUCCESS</Outcome><Details>Thank you.</Details></Root>`,
      )
      const incoming = { channel: UK_CDS, bytes, ...(named && { conversationId }) }
      expect(await receiveNotification(under.inbox, incoming)).toBe('stored')
      expect(await receiveNotification(under.inbox, incoming)).toBe('known')
      const { database, tenantId } = under.exchange
      const stored = await inTenant(database, tenantId, (transaction) =>
        transaction
          .selectFrom('exchange_notification')
          .select('function_code')
          .where('message_id', '=', messageId)
          .execute(),
      )
      expect(stored).toEqual([{ function_code: 'FILE' }])
    }
  })

  it('that the store does not take goes to another place later', async () => {
    await under.connectBusiness()
    under.hmrc.faults.push({ on: 'POST /store/', answer: { status: 403, body: '<Error/>' } })
    const { messageId } = await under.commitFile()
    await under.attempt()
    expect(await under.stateOf(messageId)).toMatchObject({
      ...{ state: 'due', last_error: 'the store of files answered HTTP 403' },
    })
    under.exchange.clock.advance(120_000)
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('sent')
    expect(under.hmrc.files).toHaveLength(1)
  })

  it('for which HMRC has no place because of the request itself is refused', async () => {
    await under.connectBusiness()
    const body = errorBody('BAD_REQUEST', ['xml_validation_error', 'DeclarationID is too long'])
    under.hmrc.faults.push({
      on: 'POST /customs/declarations/file-upload',
      answer: { status: 400, body },
    })
    const { messageId } = await under.commitFile()
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('refused')
  })
})
