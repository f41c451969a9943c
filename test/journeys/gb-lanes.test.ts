import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '../../src/api/views/case-view.ts'
import type { Order } from '../../src/customs/order/order.ts'
import { readExample } from '../shipped-examples.ts'
import {
  arriveAndRelease,
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

// Each way into Great Britain beside the plain one, from the order to the release: the authority takes,
// assesses and releases it by its own data, and comes to what was quoted.

describe('an order', () => {
  let installation: TestInstallation
  let platform: TestTrader

  beforeAll(async () => {
    installation = await startTestInstallation()
    platform = await installation.addTenant('e-commerce-platform')
  })
  afterAll(() => installation.close())

  const released = async (name: string): Promise<CaseView> => {
    const order = await readExample<Order>(name)
    const { caseId } = await platform.client.post<{ readonly caseId: string }>('/v1/orders', order)
    await caseIn(platform, caseId, 'ready')
    await platform.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    return arriveAndRelease(platform, caseId)
  }

  it.each([
    // 14 % and 48.5 % of 218.00, VAT of 20 % on 354.25.
    ['of a bicycle under a trade remedy', 'bicycle-cn-gb', '207.10'],
    // 26.00 a hectolitre on 4.5 l, 30.62 on 0.54 l of alcohol, VAT of 20 % on 209.70.
    ['of champagne, which bears excise', 'champagne-fr-gb', '59.64'],
    ['of a gift between private persons', 'gift-us-gb', '0.00'],
    ['of goods that come back to who exported them', 'returned-goods-de-gb', '0.00'],
  ])('%s is released for what was quoted', async (_what, name, due) => {
    const { assessment, quote } = await released(name)
    expect(quote!.dueAtImport.amount).toBe(due)
    expect(assessment).toMatchObject({ state: 'final', differences: [] })
    expect(Number(assessment!.payable.amount)).toBe(Number(due))
  })
})
