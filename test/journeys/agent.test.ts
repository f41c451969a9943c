import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuyersBill } from '../../src/agents/index.ts'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import type { LaneDecision } from '../../src/customs/lane/lane-decision.ts'
import type { Order } from '../../src/customs/order/order.ts'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import { newId } from '../../src/platform/ids.ts'
import { consolidatedOrders } from '../agent-orders.ts'
import {
  arriveAndRelease,
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder } from '../shipped-examples.ts'

interface Imported {
  readonly orders: readonly { readonly orderId: string; readonly reference: string }[]
  readonly rejected: readonly object[]
}

interface Split {
  readonly cases: readonly { readonly caseId: string; readonly orderIds: readonly string[] }[]
}

describe('a purchasing agent', () => {
  let installation: TestInstallation
  let agent: TestTrader

  beforeAll(async () => {
    installation = await startTestInstallation()
    agent = await installation.addTenant('purchasing-agent')
  })
  afterAll(() => installation.close())

  const receive = async (orderId: string): Promise<void> => {
    const { order } = await agent.client.get<{ order: Order }>(`/v1/orders/${orderId}`)
    await agent.client.post('/v1/warehouse-receipts', {
      orderId,
      lines: order.lines.map((line, index) => ({
        lineNumber: index + 1,
        quantity: line.quantity,
        netWeightKg: line.netWeightKg,
        grossWeightKg: line.grossWeightKg,
      })),
      packages: [{ type: 'CT', count: 1 }],
      photoIds: [],
    })
  }

  const release = async (caseId: string) => {
    await caseIn(agent, caseId, 'ready')
    await agent.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    return arriveAndRelease(agent, caseId)
  }

  const declarationOf = async (caseId: string): Promise<Declaration> => {
    const path = `/v1/cases/${caseId}/declaration`
    return (await agent.client.get<{ declaration: Declaration }>(path)).declaration
  }

  const proceduresOf = ({ goodsShipment }: Declaration) =>
    goodsShipment!.goodsItems![0]!.governmentProcedures!.map(({ currentCode }) => currentCode)

  it('brings a purchase list through the warehouse to one release a buyer', async () => {
    const csv = await readFile(join(checkoutFolder, 'examples', 'purchase-list.csv'))
    const answer = await fetch(`${installation.apiUrl}/v1/purchase-lists?name=September`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${agent.apiKey}`,
        'content-type': 'text/csv',
        'idempotency-key': newId('request'),
      },
      body: new Uint8Array(csv),
    })
    expect(answer.status, await answer.clone().text()).toBe(201)
    const list = (await answer.json()) as Imported
    expect(list.orders.length).toBe(3)
    expect(JSON.stringify(list)).toContain('TSB-L12-004')

    for (const { orderId } of list.orders) await receive(orderId)
    const shipment = await agent.client.post<{ id: string }>('/v1/shipments', {
      reference: `CONS-${newId('s').slice(-8)}`,
      orderIds: list.orders.map(({ orderId }) => orderId),
    })
    const { cases } = await agent.client.post<Split>(`/v1/shipments/${shipment.id}/split`, {})
    expect(cases.map(({ orderIds }) => orderIds.length).sort()).toEqual([1, 2])

    for (const { caseId } of cases) {
      const released = await release(caseId)
      expect(released.assessment?.differences).toEqual([])
      const bill = await agent.client.get<object>(`/v1/cases/${caseId}/buyers-bill`)
      expect(JSON.stringify(bill)).toContain('GBP')
    }
  })

  it('consolidates what one buyer bought from two sellers into one declaration', async () => {
    const orderIds: string[] = []
    for (const order of consolidatedOrders) {
      const { orderId } = await agent.client.post<{ orderId: string }>('/v1/orders', order)
      orderIds.push(orderId)
      await receive(orderId)
    }
    const shipment = await agent.client.post<{ id: string }>('/v1/shipments', {
      reference: `CONS-${newId('s').slice(-8)}`,
      orderIds,
    })
    const { cases } = await agent.client.post<Split>(`/v1/shipments/${shipment.id}/split`, {})
    expect(cases).toMatchObject([{ orderIds }])
    const { caseId } = cases[0]!
    const released = await release(caseId)
    expect(released.assessment?.differences).toEqual([])

    const declaration = await declarationOf(caseId)
    expect(declaration.exporter?.name).toBe('Tsubame Buying Service G.K.')
    expect(declaration.goodsShipment!.goodsItems!.map(({ seller }) => seller?.name)).toEqual([
      'Kanda Kobo Stationery K.K.',
      'Ueno Book Market K.K.',
    ])
    const papers = await agent.client.get<{ items: readonly { name: string }[] }>(
      `/v1/cases/${caseId}/documents`,
    )
    expect(papers.items.map(({ name }) => name)).toEqual([
      'commercial-invoice',
      'commercial-invoice-2',
      'packing-list',
      'certificate-of-origin',
      'certificate-of-origin-2',
    ])
    const bill = await agent.client.get<BuyersBill>(`/v1/cases/${caseId}/buyers-bill`)
    expect(bill).toMatchObject({ standing: 'final', importCharges: 'settled' })
    expect(bill.lines.map(({ kind }) => kind)).toEqual([
      ...['goods', 'goods', 'buying-commission', 'freight', 'insurance', 'import-vat'],
    ])
  })

  it('declares what came where the agent chooses not to wait for the rest', async () => {
    const order = { ...consolidatedOrders[1]!, reference: 'TSB-73' }
    const { orderId } = await agent.client.post<{ orderId: string }>('/v1/orders', order)
    const received = await agent.client.post<{ orderState: string }>('/v1/warehouse-receipts', {
      orderId,
      lines: [{ lineNumber: 1, quantity: 5, netWeightKg: '1.1', grossWeightKg: '1.2' }],
      setApart: [{ kind: 'damaged', lineNumber: 1, quantity: 2, description: 'soaked pages' }],
      packages: [{ type: 'CT', count: 1 }],
      photoIds: [],
    })
    expect(received.orderState).toBe('partly-received')
    await agent.client.post(`/v1/orders/${orderId}/warehouse-decision`, {
      choice: 'ship-what-came',
      reason: 'the shop has none left',
    })
    const shipment = await agent.client.post<{ id: string }>('/v1/shipments', {
      reference: `CONS-${newId('s').slice(-8)}`,
      orderIds: [orderId],
    })
    const { cases } = await agent.client.post<Split>(`/v1/shipments/${shipment.id}/split`, {})
    const { caseId } = cases[0]!
    const released = await release(caseId)
    expect(released.assessment?.differences).toEqual([])
    const { goodsShipment, invoiceAmount } = await declarationOf(caseId)
    expect(invoiceAmount).toEqual({ amount: '32', currency: 'GBP' })
    expect(goodsShipment!.goodsItems![0]!.commodity?.goodsMeasure).toEqual({
      grossMass: { value: '1.2' },
      netMass: { value: '1.1' },
    })
    const bill = await agent.client.get<BuyersBill>(`/v1/cases/${caseId}/buyers-bill`)
    expect(bill.lines[0]).toMatchObject({ kind: 'goods', quantity: 5 })
  })

  it('declares a low-value order with C07 and pays import VAT where nobody has charged it', async () => {
    const order = await exampleOrder('agent-jp-gb-low-value')
    const { caseId } = await agent.client.post<{ caseId: string }>(
      '/v1/orders?fulfilment=direct',
      order,
    )
    const released = await release(caseId)
    expect(proceduresOf(await declarationOf(caseId))).toEqual(['40', 'C07'])
    const taxTypes = released.debts.map(({ taxType }) => taxType)
    expect(taxTypes).toEqual(['B00'])

    const lane = await agent.client.get<LaneDecision>(`/v1/cases/${caseId}/lane`)
    expect(lane.lane).toBe('gb-h1-low-value')
    expect(lane.notTaken.map(({ lane: other }) => other).sort()).toEqual(
      ['gb-birds-bulk', 'gb-h1-standard', 'gb-post', 'ni-h7'].sort(),
    )
    for (const { why } of lane.notTaken) {
      expect(why.en).not.toBe('')
      expect(why.zh).not.toBe('')
    }
  })

  it('claims relief from import VAT only where the seller has charged it', async () => {
    const order = await exampleOrder('agent-jp-gb-low-value-vat-charged')
    const { caseId } = await agent.client.post<{ caseId: string }>(
      '/v1/orders?fulfilment=direct',
      order,
    )
    const released = await release(caseId)
    const declaration = await declarationOf(caseId)
    expect(proceduresOf(declaration)).toEqual(['40', 'C07', '1RV'])
    const [item] = declaration.goodsShipment!.goodsItems!
    expect(item!.additionalInformation).toMatchObject([{ statementCode: 'RVAT1' }])
    expect(released.debts).toEqual([])
    expect(Number(released.assessment!.payable.amount)).toBe(0)
  })
})
