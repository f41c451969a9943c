import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, type TestApi } from '../../test/api.ts'
import type { CoverageView } from './coverage.ts'
import type { DutyHistoryView, LoadedEditionView, TariffCodeView } from './tariff-codes.ts'
import type { TariffSearchView } from './tariff-goods.ts'

let api: TestApi

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const read = async <View>(url: string, question: Record<string, string> = {}) =>
  (
    await api.server.inject({ url: `${url}?${new URLSearchParams(question).toString()}` })
  ).json<View>()

type Refused = { failures: readonly { path: string; code: string }[] }

describe('anybody can search goods', () => {
  test('in the tariff of the union for a member', async () => {
    const question = { q: '电动牙刷', destination: 'FR', on: '2026-06-10', limit: '1' }
    expect(await read<TariffSearchView>('/v1/tariff/goods', question)).toMatchObject({
      ...{ territory: 'EU', edition: 'eu-starter-2026-11' },
      items: [{ code: '8509800000', name: { en: 'Electric toothbrush' }, isDeclarable: true }],
    })
  })

  test('and is told what is wrong with a question', async () => {
    const refused = async (question: Record<string, string>) =>
      (await read<Refused>('/v1/tariff/goods', question)).failures[0]!.path
    expect(await refused({ q: 'mug', destination: 'AQ' })).toBe('/destination/country')
    expect(await refused({ q: 'mug', destination: 'GB', on: '2026-02-30' })).toBe('/on')
    expect(await refused({ q: ' ', destination: 'GB' })).toBe('/q')
  })
})

describe('anybody can read a tariff', () => {
  test('from its chapters down to a code, with the rates for an origin', async () => {
    const top = await read<TariffCodeView>('/v1/tariff/GB')
    expect(top.line.children.map(({ code }) => code)).toContain('61')
    const chapter = await read<TariffCodeView>('/v1/tariff/GB/codes/61')
    expect(chapter.line.children.map(({ code }) => code)).toContain('6104420000')
    const dress = await read<TariffCodeView>('/v1/tariff/GB/codes/6104420000', { origin: 'FR' })
    expect(dress.line.measures).toContainEqual(
      expect.objectContaining({ role: 'preference', rate: 'free', documents: ['U110', 'U112'] }),
    )
    expect(dress.rates?.options.map(({ percent }) => percent)).toEqual(['12', '0'])
  })

  test('and is refused where it is not loaded or the code is not in it', async () => {
    const norway = await read<Refused>('/v1/tariff/NO/codes/61')
    expect(norway.failures).toMatchObject([{ code: 'not-covered' }])
    const unknown = await read<Refused>('/v1/tariff/GB/codes/9999999999')
    expect(unknown.failures).toMatchObject([{ code: 'unknown-commodity-code' }])
  })

  test('and is told where a code has not the form, or no country makes the goods', async () => {
    const letters = await read<Refused>('/v1/tariff/GB/codes/abc')
    expect(letters.failures).toMatchObject([{ code: 'invalid-input', path: '/code' }])
    for (const url of ['/v1/tariff/GB/codes/6104420000', '/v1/tariff/GB/codes/61/history']) {
      const nowhere = await read<Refused>(url, { origin: 'ZZ' })
      expect(nowhere.failures).toMatchObject([{ code: 'unknown-country', path: '/origin' }])
    }
  })

  test('by a code as it is printed or as a Chinese keyboard writes it', async () => {
    for (const code of ['6104.42.00.00', encodeURIComponent('６１０４４２００００')]) {
      const { line } = await read<TariffCodeView>(`/v1/tariff/GB/codes/${code}`)
      expect(line.code).toBe('6104420000')
    }
  })

  test('over the years', async () => {
    const url = '/v1/tariff/GB/codes/6104420000/history'
    const { periods } = await read<DutyHistoryView>(url, { origin: 'CN' })
    expect(periods[0]).toMatchObject({
      from: '2024-01-01',
      rates: { options: [{ percent: '12' }] },
    })
    expect(periods.at(-1)).toMatchObject({ until: '2027-01-01' })
  })

  test('in the editions that are loaded', async () => {
    const { items } = await read<{ items: readonly LoadedEditionView[] }>('/v1/tariff/editions')
    expect(items).toContainEqual(
      expect.objectContaining({
        territory: 'US',
        edition: 'us-starter-2026-11',
        isQuotedFrom: true,
      }),
    )
  })
})

test('anybody can read what is worked out for which destination', async () => {
  const { on, destinations } = await read<CoverageView>('/v1/coverage', { on: '2026-09-01' })
  expect(on).toBe('2026-09-01')
  const norway = destinations.find(({ destination }) => destination === 'NO')!
  expect(norway.kinds).toContainEqual(
    expect.objectContaining({ kind: 'import-tax', state: 'covered', since: '2024-01-01' }),
  )
})
