import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, describe, expect, test } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import { readGoodsBody } from '../../src/customs/formats/uk-trade-tariff/api/read-goods-body.ts'
import { createHttpClient } from '../../src/platform/http/index.ts'
import { keptInMemory } from '../../src/tariffs/uk-trade-tariff/kept-bodies.ts'
import { tariffService } from '../../src/tariffs/uk-trade-tariff/tariff-service.ts'
import { walkTariff } from '../../src/tariffs/uk-trade-tariff/walk-tariff.ts'
import { measurementUnits } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

const folder = sharedPath('data', 'uk', 'api-responses')
const names = hasSharedMaterial ? readdirSync(folder) : []
const asOf = localDate('2025-07-14')

/** The recorded body of a page, of whichever day there is one that has the goods. */
function recorded(path: string): string | undefined {
  const name = path.replaceAll('/', '_')
  const bodies = names
    .filter(
      (one) =>
        one.startsWith(`api_uk${name}`) && /^(_as_of|\.json)/.test(one.slice(6 + name.length)),
    )
    .map((one) => readFileSync(sharedPath('data', 'uk', 'api-responses', one), 'utf8'))
  return bodies.find((body) => !body.startsWith('{"error'))
}

let requests = 0
const server = createServer((request, response) => {
  requests += 1
  // Every seventh request fails, as a busy service does.
  const body = requests % 7 === 0 ? undefined : recorded(request.url!.split('?')[0]!)
  if (requests % 7 === 0) response.writeHead(requests % 2 === 0 ? 429 : 500)
  else response.writeHead(body === undefined ? 404 : 200)
  response.end(body ?? '{"error":"not found"}')
})
const http = createHttpClient({ timeLimitMs: 5_000 })

afterAll(() => {
  http.close()
  server.closeAllConnections()
  server.close()
})

describe.skipIf(!hasSharedMaterial)(`a walk over recorded bodies (${sharedMaterialAbsent})`, () => {
  test('hands over every body that is there, each of which can be read', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const service = tariffService(http, { baseUrl, requestsPerSecond: 2_000, firstPauseMs: 1 })
    const title = { edition: 'walked', asOf, units: measurementUnits() }
    const found: string[] = []
    let notThere = 0
    for await (const step of walkTariff({ service, kept: keptInMemory(), asOf })) {
      expect(step.kind).not.toBe('stopped')
      if (step.kind === 'not-there') notThere += 1
      if (step.kind !== 'body') continue
      found.push(step.page.path)
      expect(readGoodsBody(step.text, title).ok, step.page.path).toBe(true)
    }
    expect(found).toEqual([
      '/chapters',
      '/chapters/01',
      '/headings/0101',
      '/commodities/0101210000',
      '/commodities/0101300000',
      '/chapters/22',
    ])
    expect(notThere).toBeGreaterThan(90)
  })
})
