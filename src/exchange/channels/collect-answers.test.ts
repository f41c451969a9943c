import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ExchangeDatabase, openExchangeDatabase } from '../../../test/exchange-database.ts'
import { createLog } from '../../platform/log.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import type { Channel, Collected, TakeIn } from '../channel.ts'
import { type CollectPorts, collectAnswers } from './collect-answers.ts'
import { endTurn, pauseSeconds, takeTurn } from './channel-turn.ts'
import { storedDispatchRecord } from './dispatch-record.ts'

const nothing: Collected = { taken: 0, aside: 0, waiting: 0, failed: [] }

describe('looking for answers', () => {
  let exchange: ExchangeDatabase
  let looks: number
  let collect: (take: TakeIn) => Promise<Collected>
  let received: string[]
  let ports: CollectPorts
  let round = 0

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
  })
  afterAll(() => exchange.close())
  beforeEach(() => {
    looks = 0
    received = []
    round += 1
    collect = () => Promise.resolve(nothing)
    const never = () => Promise.reject(new Error('not asked for'))
    const channel: Channel = {
      name: `test-${round}`,
      ...{ send: never, inquire: never, pull: never },
      collecting: {
        everySeconds: 5,
        collect: (take) => {
          looks += 1
          return collect(take)
        },
      },
    }
    ports = {
      database: exchange.database,
      clock: exchange.clock,
      log: createLog({ name: 'test', level: 'silent' }),
      channels: new Map([[channel.name, channel]]),
      receive: ({ bytes }) => {
        received.push(bytes.toString())
        return Promise.resolve('stored')
      },
    }
  })

  const turnNow = async () => {
    const rows = await exchange.asOwner(
      `select holder, failures, last_error, done_at from channel_turn where channel = 'test-${round}'`,
    )
    return rows[0]
  }

  it('is done by one node at a time, as often as the channel says', async () => {
    await Promise.all([collectAnswers(ports), collectAnswers(ports)])
    expect(looks).toBe(1)
    await collectAnswers(ports)
    expect(looks).toBe(1)
    exchange.clock.advance(5_000)
    await collectAnswers(ports)
    expect(looks).toBe(2)
    expect(await turnNow()).toMatchObject({ holder: null, failures: 0, last_error: null })
  })

  it('hands what it finds to the inbox, and shows what it does not take in to a person', async () => {
    collect = async (take) => {
      await take.store(Buffer.from('<Accepted/>'))
      await take.refuse(Buffer.from(`large ${round}`), 'larger than allowed')
      return { ...nothing, taken: 1, aside: 1 }
    }
    await collectAnswers(ports)
    expect(received).toEqual(['<Accepted/>'])
    expect(
      await exchange.asOwner(
        `select why, channel from stray_notification where channel = 'test-${round}'`,
      ),
    ).toEqual([{ why: 'larger than allowed', channel: `test-${round}` }])
  })

  it('is taken over from a node that did not come back', async () => {
    const turn = { channel: `test-${round}`, task: 'collect', leaseSeconds: 60 } as const
    expect(await takeTurn(ports, turn)).toBe(true)
    await collectAnswers(ports)
    expect(looks).toBe(0)
    exchange.clock.advance(60_000)
    await collectAnswers(ports)
    expect(looks).toBe(1)
  })

  it('comes back later after each failure in a row, and says what went wrong', async () => {
    collect = () => Promise.reject(new Error('connection refused'))
    await collectAnswers(ports)
    expect(await turnNow()).toMatchObject({ failures: 1, last_error: 'connection refused' })
    exchange.clock.advance(9_000)
    await collectAnswers(ports)
    expect(looks).toBe(1)
    exchange.clock.advance(1_000)
    collect = () => Promise.resolve(nothing)
    await collectAnswers(ports)
    expect(await turnNow()).toMatchObject({ failures: 0, last_error: null })
  })

  it('waits five minutes at most, or as long as is usual', () => {
    expect([0, 1, 2, 30].map((failures) => pauseSeconds(5, failures))).toEqual([5, 10, 20, 300])
    expect(pauseSeconds(3_600, 4)).toBe(3_600)
  })

  it('changes nothing when a turn ends that is not held', async () => {
    await endTurn(ports, { channel: `test-${round}`, task: 'collect', nextInSeconds: 5 })
    expect(await turnNow()).toBeUndefined()
  })
})

describe('the record of files that were about to be renamed', () => {
  it('is known to every node and to its own business alone', async () => {
    const exchange = await openExchangeDatabase()
    try {
      const { messageId } = await exchange.commitMessage()
      const { tenantId, clock, database } = exchange
      const message = { messageId, tenantId } as Parameters<
        ReturnType<typeof storedDispatchRecord>['aboutToRename']
      >[0]
      const record = storedDispatchRecord(database, clock)
      expect(await record.wasAboutToRename(message)).toBe(false)
      await record.aboutToRename(message)
      await record.aboutToRename(message)
      expect(await storedDispatchRecord(database, clock).wasAboutToRename(message)).toBe(true)
      const other = await exchange.addTenant()
      const seen = await inTenant(database, other.tenantId, (transaction) =>
        transaction.selectFrom('exchange_dispatch').selectAll().execute(),
      )
      expect(seen).toEqual([])
    } finally {
      await exchange.close()
    }
  })
})
