import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseCorrespondence } from '../../src/api/case-correspondence.ts'
import type { OpenedReturnView } from '../../src/api/case-returns.ts'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import {
  arriveAndRelease,
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

  describe('of an import', () => {
    let importId: string
    const back = { incoterm: { code: 'FOB', place: 'London' }, transport: { mode: 'air' } }
    const sendBack = (goodsItems: readonly object[]): Promise<OpenedReturnView> =>
      platform.client.post(`/v1/cases/${importId}/return`, {
        ...{ ...back, reason: 'rejected', goodsItems },
      })

    const mend = async (caseId: string, version: number, body: object): Promise<void> => {
      const answer = await fetch(`${installation.apiUrl}/v1/cases/${caseId}/goods`, {
        method: 'PATCH',
        headers: {
          ...{ authorization: `Bearer ${platform.apiKey}`, 'if-match': `"${version}"` },
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    }

    beforeAll(async () => {
      const order = await exampleOrder('marketplace-cn-gb')
      importId = (await platform.client.post<Received>('/v1/orders', order)).caseId
      await caseIn(platform, importId, 'ready')
    })

    it('cannot be sent back before customs have let them go', async () => {
      await expect(sendBack([{ itemNumber: 1, quantity: 1 }])).rejects.toThrow(
        'cannot be sent back by an export',
      )
    })

    it('go back to their seller by the importer, under the MRN that they came in by', async () => {
      await platform.client.post(`/v1/cases/${importId}/declare`, { additionalType: 'D' })
      await arriveAndRelease(platform, importId)
      const imported = await caseIn(platform, importId, 'cleared')
      const { caseId } = await sendBack([
        { itemNumber: 1, quantity: 2 },
        { itemNumber: 3, quantity: 1 },
      ])
      const asking = await caseThat(
        platform,
        caseId,
        'asking for what it lacks',
        ({ obstacles, findings }) => obstacles.length + findings.length > 0,
      )
      expect(asking.returnOf).toMatchObject({ caseId: importId, mrn: imported.declaration!.mrn })
      const lacks = [...asking.obstacles, ...asking.findings].map(({ path }) => path)
      expect(lacks).toEqual(
        expect.arrayContaining([
          '/exit/office',
          '/exit/safety',
          '/transport/goodsLocation',
          '/goodsItems/0/netWeightKg',
          '/packages',
          '/authorityToAct',
        ]),
      )
      // All pieces of the shoes go, so what they weigh is known.
      expect(lacks).not.toContain('/goodsItems/1/netWeightKg')

      const nothing = { amount: '0', currency: 'GBP' }
      await mend(caseId, asking.version, {
        ...{ freight: nothing, insurance: nothing, packages: { count: 1, type: 'CT' } },
        transport: {
          ...{ mode: 'air', nationality: 'GB', identity: 'MX0218', goodsLocation: 'GBAULHRLHRLHR' },
        },
        exit: {
          office: 'GB000084',
          safety: { carrierEori: 'GB025115100010', freightPayment: 'H', routing: ['GB', 'CN'] },
        },
        commercialInvoice: { number: 'RETURN-1', issuedOn: '2026-09-10' },
        authorityToAct: {
          ...{ givenBy: 'seller', representation: 'indirect', givenOn: '2026-09-01' },
          reference: 'POA-EXPORT',
        },
        goodsItems: [{ itemNumber: 1, netWeightKg: '0.360', grossWeightKg: '0.420' }],
      })
      await caseIn(platform, caseId, 'ready')
      await platform.client.post(`/v1/cases/${caseId}/declare`, {})
      const out = await caseThat(platform, caseId, 'out of the country', ({ exit }) => !!exit)
      const { declaration } = await get<{ declaration: Declaration }>(
        `/v1/cases/${caseId}/declaration`,
      )
      expect(declaration).toMatchObject({
        exporter: { id: 'GB402817365000' },
        goodsShipment: {
          consignee: { name: 'Ningbo Brightwave Trading Co., Ltd' },
          goodsItems: [
            {
              transactionNatureCode: '21',
              governmentProcedures: [{ currentCode: '10' }, { currentCode: '3RI' }],
            },
            {},
          ],
        },
      })
      expect(declaration.goodsShipment?.previousDocuments).toContainEqual(
        expect.objectContaining({ typeCode: 'MRN', id: imported.declaration!.mrn }),
      )
      const { exports } = await get<CaseCorrespondence>(`/v1/cases/${importId}/correspondence`)
      expect(exports).toEqual([{ caseId, reference: out.reference, mrn: out.declaration!.mrn }])
    })

    it('are no more than came in, and stand on the case of the import', async () => {
      const { returns } = await caseIn(platform, importId, 'cleared')
      expect(returns).toMatchObject([
        { reason: 'rejected', goods: [{ itemNumber: 1, quantity: 2 }, { itemNumber: 3 }] },
      ])
      await expect(sendBack([{ itemNumber: 1, quantity: 2 }])).rejects.toThrow(
        'Of item 1, 1 can go back',
      )
      await expect(sendBack([{ itemNumber: 9, quantity: 1 }])).rejects.toThrow('no goods item 9')
      await sendBack([{ itemNumber: 1, quantity: 1 }])
      await expect(
        platform.client.post(`/v1/cases/${returns[0]!.caseId}/return`, {
          ...back,
          reason: 'other',
        }),
      ).rejects.toThrow('cannot be sent back by an export')
    })
  })
})
