import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CaseLedger } from '../../src/api/ledgers.ts'
import type { CaseView } from '../../src/api/views/case-view.ts'
import { exampleOrder } from '../shipped-examples.ts'
import {
  arriveAndRelease,
  caseIn,
  caseThat,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

describe('what the authority decides after the release', () => {
  let installation: TestInstallation
  let trader: TestTrader
  let caseId: string
  let mrn: string

  beforeAll(async () => {
    installation = await startTestInstallation()
    trader = await installation.addTenant('e-commerce-platform')
    const opened = await trader.client.post<{ caseId: string }>(
      '/v1/orders',
      await exampleOrder('marketplace-cn-gb'),
    )
    caseId = opened.caseId
    await caseIn(trader, caseId, 'ready')
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    mrn = (await caseIn(trader, caseId, 'registered')).declaration!.mrn!
    await arriveAndRelease(trader, caseId)
  })
  afterAll(() => installation.close())

  /** Tells an error after the release, which an officer accepts with another price of the first item. */
  async function corrected(reference: string, amount: string): Promise<CaseView> {
    const before = await trader.client.get<CaseView>(`/v1/cases/${caseId}`)
    const items = [{ goodsItem: 1, what: 'customs-value', declared: 'as lodged', correct: amount }]
    const answer = await fetch(`${installation.authorityUrl}/correspondence/threads`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${installation.authorityToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        ...{ reference, kind: 'voluntary-correction', subject: 'Price', text: 'It was another.' },
        ...{ mrn, correction: { items, reason: 'The seller has sent another invoice.' } },
      }),
    })
    const { thread } = (await answer.json()) as { thread: string }
    await installation.officer('POST', `/officers/correspondence/${thread}/decision`, {
      ...{ officer: 'A. Officer', outcome: 'accepted', reasons: 'As told.' },
      items: [{ sequence: 1, itemPrice: { amount, currency: 'GBP' } }],
    })
    return caseThat(
      trader,
      caseId,
      'assessed anew',
      ({ assessment }) => assessment?.assessmentId !== before.assessment?.assessmentId,
    )
  }

  const ledger = async () => {
    const { balances } = await trader.client.get<CaseLedger>(`/v1/cases/${caseId}/ledger`)
    return Object.fromEntries(balances.map(({ account, balance }) => [account, balance.amount]))
  }

  it('gives back to the deferment account what was paid too much, and charges it with more', async () => {
    const first = await ledger()
    expect(first).toEqual({
      'deferment:7319052': '-58.86',
      'owed-to-customs': '0.00',
      'receivable:seller': '58.86',
    })
    const lower = await corrected('LOWER-1', '10.00')
    expect(lower.assessment).toMatchObject({ payable: { amount: '43.48' } })
    expect(lower.debts.every(({ state }) => state === 'refunded')).toBe(true)
    expect(await ledger()).toEqual({
      'deferment:7319052': '-43.48',
      'owed-to-customs': '0.00',
      'receivable:seller': '43.48',
    })
    const higher = await corrected('HIGHER-1', '900.00')
    expect(higher.assessment).toMatchObject({ payable: { amount: '350.56' } })
    expect(await ledger()).toEqual({
      'deferment:7319052': '-350.56',
      'owed-to-customs': '0.00',
      'receivable:seller': '350.56',
    })
    expect(higher.state).toBe('cleared')
  })
})
