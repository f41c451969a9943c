import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { RecordedAuthority } from '../../test/exchange-node.ts'
import type { SendOutcome } from './channel.ts'
import { dispatchOutbox } from './dispatch-outbox.ts'
import { timings } from './timings.ts'

describe('sending what lies in the outbox', () => {
  let exchange: ExchangeDatabase
  let authority: RecordedAuthority
  let answers: ((outcome: SendOutcome) => void)[]
  let tests = 0

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
  })
  afterAll(() => exchange.close())
  beforeEach(() => {
    tests += 1
    answers = []
    authority = new RecordedAuthority(`dispatch-${tests}`)
    authority.answer = () => new Promise((resolve) => answers.push(resolve))
  })

  const start = (senders = 8) =>
    dispatchOutbox(authority.portsOf(exchange, 'node-1'), { senders, stopTimeLimitMs: 5_000 })
  const commit = async (count = 1): Promise<void> => {
    for (let each = 0; each < count; each += 1) {
      await exchange.commitMessage({ channel: authority.channel })
    }
  }
  const asked = (count: number) =>
    vi.waitFor(() => expect(authority.requests).toHaveLength(count), { timeout: 5_000 })
  const answerAll = () => {
    for (const answer of answers.splice(0)) answer({ kind: 'delivered' })
  }

  it('begins when it is woken, and finds by itself what nobody has woken it for', async () => {
    const dispatcher = start()
    await sleep(50)
    await commit()
    await asked(1)
    answerAll()
    await sleep(timings.lookMs / 10)
    await commit()
    dispatcher.wake(authority.channel)
    await asked(2)
    answerAll()
    await dispatcher.stop()
  })

  it('has no more messages in hand than it has senders', async () => {
    await commit(5)
    const dispatcher = start(2)
    await asked(2)
    await sleep(200)
    expect(authority.requests).toHaveLength(2)
    answerAll()
    await asked(4)
    answerAll()
    await asked(5)
    answerAll()
    await dispatcher.stop()
  })

  it('waits at its end for what is in hand and takes nothing more', async () => {
    await commit(2)
    const dispatcher = start(1)
    await asked(1)
    let hasStopped = false
    const stopped = dispatcher.stop().then(() => (hasStopped = true))
    await sleep(100)
    expect(hasStopped).toBe(false)
    answerAll()
    await stopped
    expect(authority.requests).toHaveLength(1)
  })

  it('ends in its time, also where every sender waits for an answer that does not come', async () => {
    await commit(2)
    const ports = authority.portsOf(exchange, 'node-1')
    const dispatcher = dispatchOutbox(ports, { senders: 1, stopTimeLimitMs: 300 })
    await asked(1)
    const begun = performance.now()
    await dispatcher.stop()
    expect(performance.now() - begun).toBeLessThan(3_000)
    answerAll()
    await sleep(200)
    expect(authority.requests).toHaveLength(1)
  })

  it('goes on after the database was away', async () => {
    const ports = authority.portsOf(exchange, 'node-1')
    let isAway = true
    const now = exchange.clock.now()
    const clock = {
      now: () => {
        if (isAway) throw new Error('the database is away')
        return now
      },
    }
    const dispatcher = dispatchOutbox({ ...ports, clock }, { senders: 1 })
    await commit()
    await sleep(100)
    isAway = false
    await asked(1)
    answerAll()
    await dispatcher.stop()
  })
})
