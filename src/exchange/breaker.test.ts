import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { RecordedAuthority } from '../../test/exchange-node.ts'
import { inTenant, inTransaction } from '../platform/postgres/index.ts'
import { breakerAfter, breakerLifeCycle } from './breaker-life-cycle.ts'
import type { SendOutcome } from './channel.ts'
import { channelPauseMs } from './breaker.ts'
import { claimNext } from './claim-next.ts'
import { holdLease } from './hold-lease.ts'
import { type ExchangePorts, sendClaimed, sendNext } from './send-message.ts'
import { timings } from './timings.ts'

const unreachable: SendOutcome = { kind: 'not-sent', why: 'connection refused' }
/** Longer than any pause between two attempts of one message. */
const LONG_MS = 400_000

describe('the circuit breaker of a channel', () => {
  let exchange: ExchangeDatabase
  let authority: RecordedAuthority
  let [node1, node2]: ExchangePorts[] = []
  let tests = 0

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
  })
  afterAll(() => exchange.close())
  beforeEach(() => {
    tests += 1
    authority = new RecordedAuthority(`breaker-${tests}`)
    node1 = authority.portsOf(exchange, 'node-1')
    node2 = authority.portsOf(exchange, 'node-2')
  })

  const commit = () => exchange.commitMessage({ channel: authority.channel })
  const next = (ports = node1!) => sendNext(ports, authority.channel)
  const channelState = () =>
    inTransaction(exchange.database, (transaction) =>
      transaction
        .selectFrom('channel_state')
        .selectAll()
        .where('channel', '=', authority.channel)
        .executeTakeFirst(),
    )
  const attemptsOf = async (messageId: string) =>
    inTenant(exchange.database, exchange.tenantId, async (transaction) => {
      const row = await transaction
        .selectFrom('exchange_message')
        .select('attempts')
        .where('id', '=', messageId)
        .executeTakeFirstOrThrow()
      return row.attempts
    })

  /** Lets attempts fail until the breaker has opened. */
  async function open(): Promise<void> {
    authority.answer = () => unreachable
    for (let each = 0; each < timings.failuresToOpen; each += 1) {
      await commit()
      await next()
    }
    expect(await channelState()).toMatchObject({ state: 'open', last_error: 'connection refused' })
  }
  const pauseOver = () => exchange.clock.advance(timings.channelPause.longestSeconds * 1_000)

  it('opens after so many failures in a row, for all nodes', async () => {
    await open()
    await commit()
    expect(await next(node1)).toBe('wait')
    expect(await next(node2)).toBe('wait')
    expect(authority.requests).toHaveLength(timings.failuresToOpen)
  })

  it('counts failures in a row only', async () => {
    for (let each = 0; each < 3 * timings.failuresToOpen; each += 1) {
      authority.answer = () => (each % 2 === 0 ? unreachable : { kind: 'delivered' })
      await commit()
      await next()
    }
    expect(await channelState()).toMatchObject({ state: 'closed' })
  })

  it('is not opened by what the authority answers to single messages', async () => {
    authority.answer = () => ({
      ...{ kind: 'not-sent', obstacle: 'message', httpStatus: 406, why: 'HTTP 406' },
    })
    for (let each = 0; each < 2 * timings.failuresToOpen; each += 1) {
      await commit()
      await next()
    }
    expect(await channelState()).toMatchObject({ state: 'closed', failures: 0 })
  })

  it('lets one probe through after its pause, whichever node makes it, and closes when that gets through', async () => {
    await open()
    pauseOver()
    const probe = await claimNext(node2!, authority.channel)
    if (probe.kind !== 'claimed') throw new Error('no probe')
    expect(probe.claim.isProbe).toBe(true)
    expect(await channelState()).toMatchObject({ state: 'half-open' })
    expect(await next(node1)).toBe('wait')
    authority.answer = () => ({ kind: 'delivered' })
    await sendClaimed(node2!, probe.claim)
    expect(await channelState()).toMatchObject({ state: 'closed', failures: 0, openings: 0 })
    expect(await next(node1)).toBe('claimed')
  })

  it('pauses longer each time that the probe fails, and burns no attempts by that', async () => {
    await open()
    const { messageId } = await commit()
    const pauses: number[] = []
    for (let probes = 0; probes < 2 * timings.attemptsMax; probes += 1) {
      exchange.clock.advance(LONG_MS)
      expect(await next(probes % 2 === 0 ? node1 : node2)).toBe('claimed')
      const { state, retry_at, opened_at } = (await channelState())!
      expect(state).toBe('open')
      pauses.push(retry_at!.getTime() - opened_at!.getTime())
    }
    expect(await attemptsOf(messageId)).toBeLessThanOrEqual(1)
    expect(pauses.at(-1)).toBeGreaterThan(pauses[0]!)
    const { longestSeconds } = timings.channelPause
    expect(Math.max(...pauses)).toBeLessThanOrEqual(longestSeconds * 1_000)
    expect(Math.min(...pauses.slice(-5))).toBeGreaterThanOrEqual((longestSeconds * 1_000) / 2)
  })

  it('replaces a probe that did not come back', async () => {
    await open()
    pauseOver()
    await claimNext(node1!, authority.channel)
    exchange.clock.advance((timings.leaseSeconds - 1) * 1_000)
    expect(await next(node2)).toBe('wait')
    exchange.clock.advance(2_000)
    authority.answer = () => ({ kind: 'delivered' })
    expect(await next(node2)).toBe('claimed')
    expect(await channelState()).toMatchObject({ state: 'closed' })
  })

  it('waits for a probe that takes long, as long as its sender lives', async () => {
    await open()
    pauseOver()
    const probe = await claimNext(node1!, authority.channel)
    if (probe.kind !== 'claimed') throw new Error('there is no probe')
    const lease = holdLease(node1!, probe.claim)
    try {
      exchange.clock.advance((timings.leaseSeconds - 1) * 1_000)
      await sleep(timings.renewalMs + 500)
      exchange.clock.advance(2_000)
      expect(await next(node2)).toBe('wait')
    } finally {
      lease.letGo()
    }
  })

  it('tries another message at once when the probe never came to the authority', async () => {
    await open()
    pauseOver()
    authority.answer = () => ({ kind: 'not-sent', why: 'not connected', waitsFor: 'connection' })
    await next()
    expect(await channelState()).toMatchObject({ state: 'half-open' })
    authority.answer = () => ({ kind: 'delivered' })
    expect(await next()).toBe('claimed')
    expect(await channelState()).toMatchObject({ state: 'closed' })
  })

  it('leaves the whole channel alone for as long as the authority asks for', async () => {
    const other = await exchange.addTenant()
    const { messageId } = await commit()
    authority.answer = () => ({
      ...{
        kind: 'not-sent',
        httpStatus: 429,
        why: 'HTTP 429, secret words',
        retryAfterSeconds: 90,
      },
    })
    await next()
    expect(await attemptsOf(messageId)).toBe(0)
    expect(await channelState()).toMatchObject({ state: 'open', last_error: 'HTTP 429' })
    await exchange.commitMessage({ of: other, channel: authority.channel })
    exchange.clock.advance(89_000)
    expect(await next(node2)).toBe('wait')
    authority.answer = () => ({ kind: 'delivered' })
    exchange.clock.advance(2_000)
    expect(await next(node2)).toBe('claimed')
    expect(await next(node2)).toBe('claimed')
    expect(authority.requests).toHaveLength(3)
  })

  it('says for how long nothing else may be asked of the channel either', async () => {
    expect(await channelPauseMs(node1!, authority.channel)).toBe(0)
    await commit()
    authority.answer = () => ({ ...unreachable, retryAfterSeconds: 90 })
    await next()
    expect(await channelPauseMs(node2!, authority.channel)).toBe(90_000)
    exchange.clock.advance(90_000)
    expect(await channelPauseMs(node2!, authority.channel)).toBe(0)
  })

  it('does not believe an authority that wants to hear nothing for days', async () => {
    await commit()
    authority.answer = () => ({ ...unreachable, retryAfterSeconds: 10 * 86_400 })
    await next()
    exchange.clock.advance(timings.longestToldPauseSeconds * 1_000)
    expect(await next()).toBe('claimed')
  })
})

describe('the life cycle of a breaker', () => {
  it('leads from every state to every other, and back to closed', () => {
    const reachable = new Set(['closed'])
    for (let round = 0; round < breakerLifeCycle.length; round += 1) {
      for (const { from, to } of breakerLifeCycle) if (reachable.has(from)) reachable.add(to)
    }
    expect([...reachable].sort()).toEqual(['closed', 'half-open', 'open'])
    expect(breakerAfter('half-open', 'answered')).toBe('closed')
  })

  it('has one way at most for an event', () => {
    const edges = breakerLifeCycle.map(({ from, event }) => `${from} ${event}`)
    expect(new Set(edges).size).toBe(edges.length)
  })

  it('knows no way from closed to half-open', () => {
    expect(() => breakerAfter('closed', 'pause-over')).toThrow(RangeError)
  })
})
