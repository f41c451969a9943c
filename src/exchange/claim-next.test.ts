import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { RecordedAuthority } from '../../test/exchange-node.ts'
import { newId } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { claimNext } from './claim-next.ts'
import { dispatchOutbox } from './dispatch-outbox.ts'
import { awaitTurn, lockPace, stepSeconds } from './pace.ts'
import { sendNext } from './send-message.ts'
import { timings } from './timings.ts'
import { turnsOn } from './turns.ts'

type Business = Pick<ExchangeDatabase, 'tenantId' | 'caseId'>

let exchange: ExchangeDatabase
let authority: RecordedAuthority
let tests = 0

beforeAll(async () => {
  exchange = await openExchangeDatabase()
})
afterAll(() => exchange.close())

beforeEach(() => {
  tests += 1
  authority = new RecordedAuthority(`turns-${tests}`)
})

async function commit(of: Business, count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    await exchange.commitMessage({ of, channel: authority.channel })
  }
}

const businesses = (count: number): Promise<readonly Business[]> =>
  Promise.all(Array.from({ length: count }, () => exchange.addTenant()))

async function serve(turns: number): Promise<void> {
  const ports = authority.portsOf(exchange, 'node-1')
  for (let each = 0; each < turns; each += 1) await sendNext(ports, authority.channel)
}

/** How often each business was served, in their order. */
const servedOf = (all: readonly Business[], from = 0): readonly number[] =>
  all.map(
    ({ tenantId }) =>
      authority.requests.slice(from).filter((request) => request.tenantId === tenantId).length,
  )

/** How many pages PostgreSQL looks at to find the next message. */
async function pagesRead(): Promise<number> {
  const [answer] = (await exchange.asOwner(`
    explain (analyze, buffers, format json)
    select * from next_exchange_message('${authority.channel}', '${exchange.clock.now()}')`)) as [
    { readonly 'QUERY PLAN': readonly [{ readonly Plan: Readonly<Record<string, number>> }] },
  ]
  const { Plan: plan } = answer['QUERY PLAN'][0]
  return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!
}

describe('whose turn it is', () => {
  it('is that of a business with one message next, however many another one has waiting', async () => {
    const [large, small] = await businesses(2)
    await commit(large!, 300)
    await serve(20)
    await commit(small!, 1)
    await serve(2)
    expect(servedOf([large!, small!], 20)[1]).toBe(1)
  })

  it('goes round equally among businesses that have unequally much', async () => {
    const all = await businesses(12)
    for (const [index, business] of all.entries()) await commit(business, index < 2 ? 40 : 5)
    await serve(48)
    expect(servedOf(all)).toEqual(Array(12).fill(4))
    await serve(92)
    expect(servedOf(all)).toEqual([40, 40, ...Array<number>(10).fill(5)])
  })

  it('is not saved up by having had nothing to send', async () => {
    const [busy, idle] = await businesses(2)
    await commit(busy!, 60)
    await serve(40)
    await commit(idle!, 20)
    await serve(20)
    expect(servedOf([busy!, idle!], 40)).toEqual([10, 10])
  })

  it('is counted by requests, so that a business whose messages are in doubt waits for its questions', async () => {
    const [doubtful, plain] = await businesses(2)
    await commit(doubtful!, 20)
    await commit(plain!, 20)
    await inTenant(exchange.database, doubtful!.tenantId, (transaction) =>
      sql`update exchange_message set state = 'unknown' where channel = ${authority.channel}`.execute(
        transaction,
      ),
    )
    // Questions are charged where turns are counted, which they are under a limit.
    const ports = authority.portsOf(exchange, 'node-1', 500)
    while (authority.requests.length < 30) await sendNext(ports, authority.channel)
    const [asked, sent] = servedOf([doubtful!, plain!])
    expect(Math.abs(asked! - sent!)).toBeLessThanOrEqual(2)
  })

  it('is first of all that of a message whose sender was lost, whatever else is waiting', async () => {
    const [lost, ...others] = await businesses(6)
    await commit(lost!, 10)
    const ports = authority.portsOf(exchange, 'node-1')
    const abandoned = await claimNext(ports, authority.channel)
    if (abandoned.kind !== 'claimed') throw new Error('nothing was claimed')
    for (const business of others) await commit(business, 3)
    exchange.clock.advance((timings.leaseSeconds + 1) * 1_000)
    const next = await claimNext(ports, authority.channel)
    const { message } = abandoned.claim
    expect(next).toMatchObject({
      claim: { doubtful: true, message: { messageId: message.messageId } },
    })
  })

  it('is found among ten thousand messages without looking at all of them', async () => {
    const [large, small] = await businesses(2)
    await commit(large!, 1)
    const pagesAmongFew = await pagesRead()
    const ids = Array.from({ length: 10_000 }, () => newId('message'))
    await inTenant(exchange.database, large!.tenantId, (transaction) =>
      sql`
        insert into exchange_message (id, tenant_id, case_id, channel, kind, lrn, ducr, subject, body,
          sha256, state, due_at, created_at)
        select more, tenant_id, case_id, channel, kind, more, ducr, subject, body, sha256, state, due_at,
          created_at
        from (select * from exchange_message where channel = ${authority.channel}) as first
        cross join unnest(${ids}::text[]) as more`.execute(transaction),
    )
    await exchange.asOwner('analyze exchange_message')
    await commit(small!, 1)
    const next = await claimNext(authority.portsOf(exchange, 'node-1'), authority.channel)
    expect(next.kind).toBe('claimed')
    // Most pages are those of the catalogue, read anew by each connection; the messages fill hundreds.
    expect(await pagesRead()).toBeLessThan(pagesAmongFew + 50)
  })

  it('comes to one of two nodes for each message', async () => {
    const all = await businesses(4)
    for (const business of all) await commit(business, 5)
    const nodes = ['node-1', 'node-2'].map((node) =>
      dispatchOutbox(authority.portsOf(exchange, node), { senders: 4 }),
    )
    while (authority.requests.length < 20) await sleep(20)
    await sleep(100)
    for (const node of nodes) await node.stop()
    expect(servedOf(all)).toEqual([5, 5, 5, 5])
  })
})

describe('the limit of a channel', () => {
  /** What HMRC allows users of CDS where the three of others are not enough. */
  const LIMIT = 8

  it('holds in every second over two nodes together, and is used to the full', async () => {
    const [large, small] = await businesses(2)
    await commit(large!, 35)
    const nodes = ['node-1', 'node-2'].map((node) =>
      dispatchOutbox(authority.portsOf(exchange, node, LIMIT), { senders: 8 }),
    )
    while (authority.requests.length < 12) await sleep(10)
    await commit(small!, 1)
    const wakenAt = authority.requests.length
    while (authority.requests.length < 36) await sleep(20)
    for (const node of nodes) await node.stop()

    const times = authority.requests.map(({ at }) => at)
    expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(LIMIT)
    const perSecond = (times.length - 1) / ((times.at(-1)! - times[0]!) / 1_000)
    expect(perSecond).toBeGreaterThan(0.7 / stepSeconds(LIMIT))
    const turnOfSmall = authority.requests.findIndex(({ tenantId }) => tenantId === small!.tenantId)
    expect(turnOfSmall - wakenAt).toBeLessThanOrEqual(3)
    expect(new Set(authority.requests.map(({ node }) => node)).size).toBe(2)
  })

  it('is taken by questions and messages in one order, so that neither waits for the other for ever', async () => {
    const { tenantId, database } = exchange
    const { channel } = authority
    await commit(exchange, 1)
    await serve(1)
    const paced = { database, channel, limitPerSecond: 50 }
    const asked = await inTenant(database, tenantId, async (transaction) => {
      // As whoever claims a message does: the pace first, the share of the business afterwards.
      await lockPace(transaction, channel)
      const waiting = awaitTurn(paced, tenantId)
      await sleep(200)
      await sql`update channel_share set finish = finish where channel = ${channel}`.execute(
        transaction,
      )
      return { waiting }
    })
    expect(await asked.waiting).toBeGreaterThanOrEqual(0)
  })

  it('uses up no turn while nothing is due', async () => {
    const [business] = await businesses(1)
    const ports = authority.portsOf(exchange, 'node-1', 1)
    for (let look = 0; look < 5; look += 1) {
      expect(await sendNext(ports, authority.channel)).toBe('nothing')
    }
    await commit(business!, 2)
    expect(await sendNext(ports, authority.channel)).toBe('claimed')
    expect(await sendNext(ports, authority.channel)).toBe('wait')
  })

  it('is shared between messages and a fetching of notifications that goes on and on', async () => {
    const [business] = await businesses(1)
    const turns = turnsOn({
      ...{ database: exchange.database, channel: authority.channel, limitPerSecond: LIMIT },
    })
    let fetched = 0
    const fetching = new AbortController()
    const fetch = async (): Promise<void> => {
      while (!fetching.signal.aborted) {
        await turns.take()
        fetched += 1
      }
    }
    const fetchingOn = fetch()
    await sleep(2_000)
    const alone = fetched
    expect(alone).toBeGreaterThan(LIMIT / 2)
    await commit(business!, 30)
    const node = dispatchOutbox(authority.portsOf(exchange, 'node-1', LIMIT), { senders: 8 })
    await sleep(3_000)
    fetching.abort()
    await Promise.all([node.stop(), fetchingOn])
    const turnsTaken = authority.requests.length + fetched - alone
    expect(authority.requests.length).toBeGreaterThan(0.3 * turnsTaken)
    expect(fetched - alone).toBeGreaterThan(0.1 * turnsTaken)
  })

  it('counts the question before a message that is in doubt', async () => {
    const [business] = await businesses(1)
    await commit(business!, 1)
    const ports = authority.portsOf(exchange, 'node-1', 5)
    authority.answer = () => ({ kind: 'unknown', obstacle: 'message', why: 'no answer' })
    await sendNext(ports, authority.channel)
    exchange.clock.advance(2_000)
    await sleep(stepSeconds(5) * 1_000)
    authority.answer = () => ({ kind: 'delivered' })
    await sendNext(ports, authority.channel)
    expect(authority.requests.map(({ what }) => what)).toEqual(['send', 'inquire', 'send'])
    const [, asked, sent] = authority.requests.map(({ at }) => at)
    expect(sent! - asked!).toBeGreaterThan(stepSeconds(5) * 1_000 - 20)
  })
})

/** The most of these moments that lie within any span of so many milliseconds. */
function mostWithin(times: readonly number[], spanMs: number): number {
  const counts = times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length)
  return Math.max(...counts)
}
