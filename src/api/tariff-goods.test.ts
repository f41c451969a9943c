import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestApi, type TestApi } from '../../test/api.ts'
import type { TariffSearchView } from './tariff-goods.ts'

let api: TestApi

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const search = (question: Record<string, string>) =>
  api.server.inject({ url: `/v1/tariff/goods?${new URLSearchParams(question).toString()}` })

test('goods are found without an account, in the tariff of the union for a member', async () => {
  const answer = await search({ q: '电动牙刷', destination: 'FR', on: '2026-06-10', limit: '1' })
  expect(answer.json<TariffSearchView>()).toMatchObject({
    ...{ territory: 'EU', edition: 'eu-starter-2026-11' },
    items: [{ code: '8509800000', name: { en: 'Electric toothbrush' }, isDeclarable: true }],
  })
})

test('a question that cannot be answered is refused by what is wrong with it', async () => {
  const refused = async (question: Record<string, string>) =>
    (await search(question)).json<{ failures: readonly { path: string }[] }>().failures[0]!.path
  expect(await refused({ q: 'mug', destination: 'AQ' })).toBe('/destination/country')
  expect(await refused({ q: 'mug', destination: 'GB', on: '2026-02-30' })).toBe('/on')
  expect(await refused({ q: ' ', destination: 'GB' })).toBe('/q')
})
