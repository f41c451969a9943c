import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CaseCorrespondence } from '../../src/api/case-correspondence.ts'
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

const officer = 'A. Officer'
const claim = {
  ...{ basis: 'rejected', isVatReclaimed: false, reason: 'The cups arrived broken.' },
  exportMrn: '26GBEXPORTMRN00001',
}

describe('claims for repayment', () => {
  let installation: TestInstallation
  let trader: TestTrader
  let caseId: string
  let mrn: string

  beforeAll(async () => {
    installation = await startTestInstallation()
    trader = await installation.addTenant('e-commerce-platform')
    const order = await exampleOrder('marketplace-cn-gb')
    caseId = (await trader.client.post<{ caseId: string }>('/v1/orders', order)).caseId
    await caseIn(trader, caseId, 'ready')
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    mrn = (await caseIn(trader, caseId, 'registered')).declaration!.mrn!
    await arriveAndRelease(trader, caseId)
  })
  afterAll(() => installation.close())

  const ask = (goods: readonly object[], others: object = {}) =>
    trader.client.post<{ id: string }>(`/v1/cases/${caseId}/correspondence`, {
      ...{ kind: 'repayment-claim', subject: 'Broken cups', text: 'Please repay the duty.' },
      claim: { ...claim, goods, ...others },
    })
  const inOffice = async ({ id }: { readonly id: string }): Promise<string> => {
    const { officeReference } = await trader.client.until<{ officeReference?: string }>(
      `/v1/correspondence/${id}`,
      {
        what: 'with the office',
        satisfied: (thread) => thread.officeReference !== undefined,
        timeLimitMs: 20_000,
      },
    )
    return officeReference!
  }
  const decide = (thread: string, decision: object) =>
    installation.officer('POST', `/officers/correspondence/${thread}/decision`, {
      ...{ officer, reasons: 'The proof was seen.', ...decision },
    })
  const balances = async () => {
    const ledger = await trader.client.get<CaseLedger>(`/v1/cases/${caseId}/ledger`)
    return Object.fromEntries(
      ledger.balances.map(({ account, balance }) => [account, balance.amount]),
    )
  }
  const refunded = (what: string, satisfied: (debts: CaseView['debts']) => boolean) =>
    caseThat(trader, caseId, what, ({ debts }) => satisfied(debts))
  const owedOn = async (mrnOfEntry: string) => {
    const { charges } = await installation.officer<{
      charges: readonly { amountGbp: string; claim: string | null }[]
    }>('GET', `/officers/lodgements/${mrnOfEntry}`)
    return charges
  }

  it('say until when they can be made, by the law that sets the day', async () => {
    const { claimable } = await trader.client.get<CaseCorrespondence>(
      `/v1/cases/${caseId}/correspondence`,
    )
    expect(claimable.map(({ basis, isLate }) => [basis, isLate])).toEqual([
      ['rejected', false],
      ['withdrawn', false],
      ['overpaid', false],
    ])
    expect(claimable[0]!.law.title).toContain('regulation 51')
  })

  it('need to say where the goods are', async () => {
    await expect(ask([{ goodsItem: 1 }])).rejects.toThrow('How much of the item went back')
    await expect(
      ask([{ goodsItem: 1, returned: '1', of: '2' }], { exportMrn: undefined }),
    ).rejects.toThrow('The export by which the goods left')
    await expect(ask([{ goodsItem: 1, returned: '3', of: '2' }])).rejects.toThrow(
      'More is said to have gone back',
    )
  })

  it('give back the share of what was paid to the account that paid, and no more than that', async () => {
    const before = await balances()
    expect(before).toMatchObject({ 'deferment:7319052': '-58.86', 'owed-to-customs': '0.00' })
    const thread = await inOffice(await ask([{ goodsItem: 1, returned: '1', of: '2' }]))
    await decide(thread, { outcome: 'accepted' })
    await refunded('given back', (debts) => debts.some(({ state }) => state === 'refunded'))
    const after = await balances()
    const back = Number(before['receivable:seller']) - Number(after['receivable:seller'])
    expect(back).toBeGreaterThan(0)
    expect(Number(after['deferment:7319052'])).toBeCloseTo(-58.86 + back, 2)
    expect(after['owed-to-customs']).toBe('0.00')
    const charges = await owedOn(mrn)
    expect(charges.find(({ claim: of }) => of === thread)).toMatchObject({
      amountGbp: (-back).toFixed(2),
    })

    const again = await inOffice(await ask([{ goodsItem: 1, returned: '2', of: '2' }]))
    await expect(decide(again, { outcome: 'accepted' })).rejects.toThrow()
    await decide(again, { outcome: 'refused' })
    expect(await balances()).toEqual(after)
  })
})
