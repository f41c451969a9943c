import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createHttpClient, type HttpClient } from '../../platform/http/index.ts'
import { layWire, type LossyWire, type WireTraffic } from './lossy-wire.ts'

describe('a lossy wire', () => {
  let office: Server
  let wire: LossyWire
  let client: HttpClient
  let received: string[]
  let traffic: WireTraffic[]

  beforeEach(async () => {
    received = []
    traffic = []
    office = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        received.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`)
        response.writeHead(202, { 'x-conversation-id': 'c-1' }).end('taken')
      })
    })
    await new Promise<void>((resolve) => office.listen(0, '127.0.0.1', resolve))
    wire = await layWire(`http://127.0.0.1:${(office.address() as AddressInfo).port}`)
    wire.onTraffic((passed) => traffic.push(passed))
    client = createHttpClient()
  })
  afterEach(async () => {
    client.close()
    await wire.close()
    await new Promise((resolve) => office.close(resolve))
  })

  const hand = (body: string) =>
    client.send({ method: 'POST', url: `${wire.url}/customs/declarations`, body })

  it('hands requests and answers on as they are', async () => {
    const outcome = await hand('<MetaData/>')
    expect(outcome).toMatchObject({ kind: 'answered', status: 202 })
    expect(outcome).toMatchObject({ headers: { 'x-conversation-id': 'c-1' } })
    expect(outcome.kind === 'answered' && Buffer.from(outcome.body).toString()).toBe('taken')
    expect(received).toEqual(['POST /customs/declarations <MetaData/>'])
    await vi.waitFor(() =>
      expect(traffic).toEqual([
        { method: 'POST', path: '/customs/declarations', passage: 'passed' },
      ]),
    )
  })

  it('refuses everything while it is cut, so that nothing is sent, and works again once mended', async () => {
    await hand('first, over a connection that stays open')
    await wire.cut()
    expect(wire.isCut).toBe(true)
    // A connection that was kept open may break under the first request; the next finds no line.
    await hand('second')
    expect(await hand('third')).toMatchObject({ kind: 'not-sent' })
    const { url } = wire
    await wire.mend()
    expect(wire.url).toBe(url)
    expect(await hand('fourth')).toMatchObject({ kind: 'answered' })
    expect(received.map((line) => line.split(' ').slice(2).join(' '))).toEqual([
      'first, over a connection that stays open',
      'fourth',
    ])
  })

  it('loses one answer after the request was delivered, and only one', async () => {
    wire.loseNextAnswer('lose')
    expect(await client.send({ method: 'GET', url: `${wire.url}/status` })).toMatchObject({
      kind: 'answered',
    })
    expect(await hand('doubtful')).toMatchObject({ kind: 'unknown' })
    expect(received).toContain('POST /customs/declarations doubtful')
    expect(wire.willLoseAnswer).toBe(false)
    expect(await hand('again')).toMatchObject({ kind: 'answered' })
    await vi.waitFor(() =>
      expect(traffic.map(({ passage }) => passage)).toEqual(['passed', 'answer-lost', 'passed']),
    )
  })

  it('keeps the answer when the wish to lose it is taken back', async () => {
    wire.loseNextAnswer('lose')
    wire.loseNextAnswer('keep')
    expect(await hand('safe')).toMatchObject({ kind: 'answered' })
  })

  it('breaks the connection where nobody answers at its end', async () => {
    await new Promise((resolve) => office.close(resolve))
    expect((await hand('to nobody')).kind).not.toBe('answered')
  })
})
