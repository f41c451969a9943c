import { createServer, type Server } from 'node:tls'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExchangeDatabase, openExchangeDatabase } from '../../../test/exchange-database.ts'
import { selfSigned } from '../../../test/self-signed.ts'
import { createLog } from '../../platform/log.ts'
import type { Channel } from '../channel.ts'
import { certificatesOf, httpsDoor } from './server-certificates.ts'
import {
  certificateStanding,
  type CertificatePorts,
  readCertificates,
  watchCertificates,
} from './watch-certificates.ts'

const DAY_MS = 86_400_000

describe('the watch over certificates', () => {
  let exchange: ExchangeDatabase
  let server: Server
  let ports: CertificatePorts
  let end: Date
  let lines: string[]

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
    end = new Date(Date.parse(exchange.clock.now()) + 31 * DAY_MS)
    server = createServer(selfSigned(end), () => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const { port } = server.address() as AddressInfo
    const never = () => Promise.reject(new Error('not asked for'))
    const channel: Channel = {
      name: 'test',
      ...{ send: never, inquire: never, pull: never },
      certificates: certificatesOf(httpsDoor(`https://127.0.0.1:${port}/customs`)!),
    }
    lines = []
    const silent = createLog({ name: 'test', level: 'silent' })
    const warn = (facts: object, text: string) => lines.push(`${text} ${JSON.stringify(facts)}`)
    ports = {
      database: exchange.database,
      clock: exchange.clock,
      log: Object.assign(Object.create(silent) as typeof silent, { warn }),
      channels: new Map([[channel.name, channel]]),
    }
  })
  afterAll(async () => {
    server.close()
    await exchange.close()
  })

  const standing = async () => (await readCertificates(ports)).map((one) => one.standing)

  it('keeps until when a server is believed, and since when it shows this certificate', async () => {
    await watchCertificates(ports)
    const since = new Date(exchange.clock.now())
    expect(await readCertificates(ports)).toMatchObject([
      {
        ...{ channel: 'test', door: 'https', subject: 'CN=localhost', not_after: end },
        ...{ first_seen_at: since, seen_at: since, standing: 'holds' },
      },
    ])
    expect(lines).toEqual([])
  })

  it('looks once a day and warns from thirty days before the end', async () => {
    exchange.clock.advance(DAY_MS - 1_000)
    await watchCertificates(ports)
    const [before] = await readCertificates(ports)
    expect(before!.seen_at).toEqual(before!.first_seen_at)
    exchange.clock.advance(1_000)
    await watchCertificates(ports)
    expect(await standing()).toEqual(['ends-soon'])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('a certificate of a channel ends')
  })

  it('says so when another certificate is shown', async () => {
    server.setSecureContext(selfSigned(new Date(Date.now() + 3_650 * DAY_MS)))
    lines.length = 0
    exchange.clock.advance(DAY_MS)
    await watchCertificates(ports)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('shows another certificate')
    expect(await readCertificates(ports)).toMatchObject([
      { first_seen_at: new Date(exchange.clock.now()), standing: 'holds' },
    ])
  })

  it('asks nothing of a door that proves nothing', () => {
    expect(httpsDoor('http://127.0.0.1:8090')).toBeUndefined()
    expect(certificateStanding(null, exchange.clock.now())).toBe('holds')
  })

  it('counts an end that has passed as passed', () => {
    const now = exchange.clock.now()
    expect(certificateStanding(new Date(Date.parse(now)), now)).toBe('ended')
    expect(certificateStanding(new Date(Date.parse(now) + 30 * DAY_MS), now)).toBe('ends-soon')
    expect(certificateStanding(new Date(Date.parse(now) + 30 * DAY_MS + 1), now)).toBe('holds')
  })
})
