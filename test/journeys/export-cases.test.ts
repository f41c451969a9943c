import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import {
  caseIn,
  caseThat,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder } from '../shipped-examples.ts'

interface Received {
  readonly caseId: string
}

describe('goods that leave', () => {
  let installation: TestInstallation
  let platform: TestTrader

  beforeAll(async () => {
    installation = await startTestInstallation()
    platform = await installation.addTenant('e-commerce-platform')
  })
  afterAll(() => installation.close())

  const get = <T>(path: string): Promise<T> => platform.client.get<T>(path)

  const changeSettings = async (change: object): Promise<void> => {
    const settings = await installation.officer<object>('GET', '/officers/settings')
    await installation.officer('PUT', '/officers/settings', {
      officer: 'A. Officer',
      settings: { ...settings, ...change },
    })
  }

  beforeAll(() => changeSettings({ portArrivalSeconds: 1, departureSeconds: 1 }))

  it('go from the order to the port and out of the country, and nothing is charged', async () => {
    const order = await exampleOrder('shop-gb-us')
    const { caseId } = await platform.client.post<Received>('/v1/orders', order)
    const ready = await caseIn(platform, caseId, 'ready')
    expect(ready).toMatchObject({ lane: { lane: 'gb-b1-export' } })
    expect(ready.quote).toBeUndefined()
    expect(await get(`/v1/cases/${caseId}/lane`)).toMatchObject({
      dataSet: 'B1',
      reasons: [{ law: { id: 'gb-export-declaration' } }],
    })

    await platform.client.post(`/v1/cases/${caseId}/declare`, {})
    const out = await caseThat(
      platform,
      caseId,
      'out of the country',
      ({ exit }) => exit !== undefined,
    )
    expect(out).toMatchObject({ state: 'cleared', declaration: { additionalType: 'D' } })
    expect(out.declaration?.mrn).toMatch(/^\d{2}GB/)
    const { items } = await get<{ items: readonly { type: string }[] }>(
      `/v1/cases/${caseId}/events`,
    )
    const types = items.map(({ type }) => type)
    expect(types.filter((type) => type === 'goods-exited')).toHaveLength(1)
    expect(types).not.toContain('quote-made')
    expect(types).not.toContain('debt-arisen')
  })

  it('are amended before they are at the port', async () => {
    await changeSettings({ portArrivalSeconds: 3600 })
    const order = await exampleOrder('shop-gb-us')
    const { caseId } = await platform.client.post<Received>('/v1/orders', order)
    await caseIn(platform, caseId, 'ready')
    await platform.client.post(`/v1/cases/${caseId}/declare`, {})
    const { version } = await caseIn(platform, caseId, 'registered')
    const mended = { netWeightKg: '44.100', grossWeightKg: '51.300' }
    await platform.client.post(
      `/v1/cases/${caseId}/amendments`,
      { goods: { goodsItems: [{ itemNumber: 1, ...mended }] }, explanation: 'Weighed again.' },
      version,
    )
    await caseThat(platform, caseId, 'a granted amendment', ({ requests }) =>
      requests.some(({ kind, state }) => kind === 'amendment' && state === 'granted'),
    )
    const { declaration } = await get<{ declaration: Declaration }>(
      `/v1/cases/${caseId}/declaration`,
    )
    expect(declaration.goodsShipment?.goodsItems?.[0]?.commodity?.goodsMeasure).toMatchObject({
      netMass: { value: '44.100' },
    })
    await changeSettings({ portArrivalSeconds: 1 })
  })

  it('are not declared in two steps, and only from Great Britain', async () => {
    const order = await exampleOrder('shop-gb-us')
    const { caseId } = await platform.client.post<Received>('/v1/orders', {
      ...order,
      reference: 'HW-TWO-STEPS',
      simplifiedDeclaration: true,
    })
    const { obstacles } = await caseThat(platform, caseId, 'what stands against it', (view) =>
      view.obstacles.some(({ code }) => code === 'not-covered'),
    )
    expect(obstacles).toMatchObject([{ path: '/simplifiedDeclaration' }])
  })
})
