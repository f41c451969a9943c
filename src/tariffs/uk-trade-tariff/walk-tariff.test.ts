import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, describe, expect, it } from 'vitest'

import { localDate } from '../../customs/calendar/local-date.ts'
import { createHttpClient } from '../../platform/http/index.ts'
import { keptInMemory } from './kept-bodies.ts'
import { tariffService, type TariffServiceSettings } from './tariff-service.ts'
import { walkTariff, type WalkStep } from './walk-tariff.ts'

const closings: (() => void)[] = []

afterEach(() => {
  for (const close of closings.splice(0)) close()
})

/** How the service of a test answers some request, the first being 1; nothing is the body itself. */
type Fault = (path: string, attempt: number, response: ServerResponse) => boolean

function line(type: string, code: string, attributes: object = {}) {
  return { type, id: code, attributes: { goods_nomenclature_item_id: code, ...attributes } }
}

const commodities = [
  line('commodity', '0101210000', { producline_suffix: '10', declarable: false }),
  line('commodity', '0101211000', { producline_suffix: '80', declarable: true }),
  line('commodity', '0101290000', { producline_suffix: '80', declarable: true }),
]

/** A tariff of one chapter with two headings, the second declared by itself. */
const bodies: Readonly<Record<string, object>> = {
  '/chapters': { data: [line('chapter', '0100000000')] },
  '/chapters/01': {
    data: line('chapter', '0100000000'),
    included: [line('heading', '0101000000'), line('heading', '0102000000')],
  },
  '/headings/0101': { data: line('heading', '0101000000'), included: commodities },
  '/headings/0102': { data: line('heading', '0102000000', { declarable: true }) },
  '/commodities/0101211000': { data: line('commodity', '0101211000') },
}

async function serve(fault: Fault = () => false) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!
    asked.push(path)
    const attempt = asked.filter((other) => other === path).length
    if (fault(path, attempt, response)) return
    const body = bodies[path]
    response.writeHead(body === undefined ? 404 : 200)
    response.end(JSON.stringify(body ?? { error: 'not found' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const http = createHttpClient({ timeLimitMs: 200, answerLimitBytes: 100_000 })
  closings.push(() => {
    http.close()
    server.closeAllConnections()
    server.close()
  })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const service = (settings: Partial<TariffServiceSettings> = {}) =>
    tariffService(http, {
      ...{ baseUrl, requestsPerSecond: 1_000, firstPauseMs: 1, attemptsMax: 3, ...settings },
    })
  return { asked, service }
}

async function walk(
  service: ReturnType<typeof tariffService>,
  kept = keptInMemory(),
): Promise<readonly WalkStep[]> {
  const steps: WalkStep[] = []
  for await (const step of walkTariff({ service, kept, asOf: localDate('2026-11-22') })) {
    steps.push(step)
  }
  return steps
}

const wholeWalk = [
  ['/chapters', 'body'],
  ['/chapters/01', 'body'],
  ['/headings/0101', 'body'],
  ['/commodities/0101211000', 'body'],
  ['/commodities/0101290000', 'not-there'],
  ['/headings/0102', 'body'],
]

function ways(steps: readonly WalkStep[]) {
  return steps.map(({ page, kind }) => [page.path, kind])
}

describe('a walk through the tariff', () => {
  it('goes from chapter to heading to the commodities that can be declared', async () => {
    const { service } = await serve()
    const steps = await walk(service())
    expect(ways(steps)).toEqual(wholeWalk)
    expect(steps.at(-1)).toMatchObject({ pagesDone: 6, pagesKnown: 6 })
  })

  it.each<readonly [string, Fault]>([
    [
      'refused for haste',
      (_, attempt, response) =>
        attempt === 1 && Boolean(response.writeHead(429, { 'retry-after': '0' }).end()),
    ],
    ['failed', (_, attempt, response) => attempt === 1 && Boolean(response.writeHead(500).end())],
    ['not answered in time', (_, attempt) => attempt === 1],
    [
      'cut on the way',
      (_, attempt, response) => {
        if (attempt > 1) return false
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"data":', () => response.destroy())
        return true
      },
    ],
    ['cut at its source', (_, attempt, response) => attempt === 1 && Boolean(response.end('{"da'))],
  ])('puts every question again that was %s', async (_, fault) => {
    const { service, asked } = await serve(fault)
    expect(ways(await walk(service()))).toEqual(wholeWalk)
    expect(asked.length).toBe(2 * wholeWalk.length)
  })

  it('ends where it stays without an answer, and goes on from there', async () => {
    let isDown = true
    const { service, asked } = await serve(
      (path, _, response) =>
        isDown && path === '/headings/0101' && Boolean(response.writeHead(503).end()),
    )
    const kept = keptInMemory()
    const first = await walk(service(), kept)
    expect(first.at(-1)).toMatchObject({ kind: 'stopped', why: 'HTTP 503', pagesDone: 2 })
    isDown = false
    asked.length = 0
    const second = await walk(service(), kept)
    expect(ways(second)).toEqual(wholeWalk)
    expect(asked).not.toContain('/chapters')
    expect(second[0]).toMatchObject({ from: 'kept' })
  })

  it('does not put a question again that the service refuses for good', async () => {
    const { service, asked } = await serve((_, __, response) =>
      Boolean(response.writeHead(403).end()),
    )
    expect(ways(await walk(service()))).toEqual([['/chapters', 'stopped']])
    expect(asked).toEqual(['/chapters'])
  })

  it('does not ask more often in a second than allowed', async () => {
    const { service, asked } = await serve()
    const startMs = performance.now()
    await walk(service({ requestsPerSecond: 50 }))
    const leastMs = ((asked.length - 1) * 1_000) / 50
    // A timer may fire a millisecond early.
    expect(performance.now() - startMs).toBeGreaterThan(leastMs - asked.length)
  })

  it('stops with whoever listens', async () => {
    const { service, asked } = await serve()
    const steps = walkTariff({
      ...{ service: service(), kept: keptInMemory(), asOf: localDate('2026-11-22') },
    })
    for await (const { page } of steps) if (page.goods === 'chapter') break
    expect(asked).toEqual(['/chapters', '/chapters/01'])
  })
})
