import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import type { Order } from '../../src/customs/order/order.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'
import {
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

describe('a case that is declared in two steps', () => {
  let installation: TestInstallation
  let trader: TestTrader

  beforeAll(async () => {
    installation = await startTestInstallation()
    const profile = await exampleProfile('e-commerce-platform')
    trader = await installation.addTenant('e-commerce-platform', {
      ...profile,
      simplifiedDeclarations: {
        holderEori: profile.declarant.eori,
        decisionNumber: 'GBSDE123456789012I',
      },
    })
  })
  afterAll(() => installation.close())

  const readyCase = async (facts: Partial<Order> = {}): Promise<string> => {
    const order = { ...(await exampleOrder('marketplace-cn-gb')), ...facts }
    const { caseId } = await trader.client.post<{ caseId: string }>('/v1/orders', order)
    await caseIn(trader, caseId, 'ready')
    return caseId
  }

  const arrive = (caseId: string) =>
    trader.client.post(`/v1/cases/${caseId}/transport-events`, {
      event: 'goods-arrived',
      occurredAt: new Date().toISOString(),
      source: 'test carrier',
    })

  it('is released on the simplified declaration that the order wants, and nothing is charged yet', async () => {
    const caseId = await readyCase({ reference: 'TWO-STEPS-1', simplifiedDeclaration: true })
    await trader.client.post(`/v1/cases/${caseId}/declare`, {})
    await caseIn(trader, caseId, 'registered')
    await arrive(caseId)
    const released = await caseIn(trader, caseId, 'cleared')
    expect(released.declaration?.additionalType).toBe('F')
    expect(released).toMatchObject({ debts: [] })
    expect(released.assessment).toBeUndefined()
    const { declaration } = await trader.client.get<{ declaration: Declaration }>(
      `/v1/cases/${caseId}/declaration`,
    )
    expect(declaration.typeCode).toBe('IMF')
  })
})
