import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CaseLedger } from '../../src/api/ledgers.ts'
import type { CaseView } from '../../src/api/views/case-view.ts'
import type { TrustedTraderStandingView } from '../../src/api/views/standing-view.ts'
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
const wrong = {
  ...{ officer, contravention: 'wrong-particulars', reason: 'The code of another material.' },
  withoutWarningBecause: 'The error was serious.',
}

describe('penalties of the authority', () => {
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

  const act = (path: string, body: object) =>
    installation.officer('POST', `/officers/lodgements/${mrn}/${path}`, body)
  const penaltyThat = async (
    what: string,
    satisfied: (penalty: CaseView['penalties'][number]) => boolean,
  ) => {
    const { penalties } = await caseThat(trader, caseId, what, (view) =>
      view.penalties.some(satisfied),
    )
    return penalties.find(satisfied)!
  }
  const balance = async (account: string) => {
    const { balances } = await trader.client.get<CaseLedger>(`/v1/cases/${caseId}/ledger`)
    return balances.find((one) => one.account === account)?.balance.amount
  }
  const counted = async () => {
    const { items } = await trader.client.get<{ items: TrustedTraderStandingView[] }>(
      '/v1/authorities/uk-cds/standing',
    )
    const { figures } = items[0]!.criteria.find(({ id }) => id === 'compliance')!
    return figures.find(({ name }) => name === 'penalties')!.count
  }

  it('are owed by the business itself, lowered by a review, and paid', async () => {
    await act('penalties', { ...wrong, amountGbp: '250.00' })
    const imposed = await penaltyThat('penalised', ({ state }) => state === 'imposed')
    expect(imposed).toMatchObject({ penaltyId: `${mrn}/1`, amount: { amount: '250.00' } })
    expect(await balance('owed-to-customs')).toBe('-250.00')
    expect(await balance('penalties')).toBe('250.00')
    expect(await balance('receivable:seller')).toBe('58.86')

    const appeal = await trader.client.post<{ id: string }>(`/v1/cases/${caseId}/correspondence`, {
      ...{ kind: 'appeal', subject: 'The penalty', text: 'Please review it.' },
      appeal: {
        ...{ decision: 'penalty', threadId: imposed.threadId },
        ...{ grounds: 'It was our first error.', wanted: 'That it is lowered.' },
      },
    })
    const { officeReference } = await trader.client.until<{ officeReference?: string }>(
      `/v1/correspondence/${appeal.id}`,
      {
        what: 'with the office',
        satisfied: (thread) => thread.officeReference !== undefined,
        timeLimitMs: 20_000,
      },
    )
    await installation.officer('POST', `/officers/correspondence/${officeReference}/decision`, {
      ...{ officer: 'B. Reviewer', outcome: 'varied', reasons: 'A first error.' },
      amountGbp: '100.00',
    })
    await penaltyThat('lowered', ({ amount }) => amount?.amount === '100.00')
    expect(await balance('owed-to-customs')).toBe('-100.00')

    await act('penalties/1/payment', { officer, reference: 'receipt 7' })
    await penaltyThat('paid', ({ state }) => state === 'paid')
    expect(await balance('owed-to-customs')).toBe('0.00')
    expect(await balance('bank')).toBe('-100.00')
    expect(await counted()).toBe(1)
  })

  it('come back when they fall, and count no more', async () => {
    await act('penalties/1/withdrawal', { officer, reason: 'The declaration was right.' })
    await penaltyThat('withdrawn', ({ state }) => state === 'withdrawn')
    expect(await balance('bank')).toBe('0.00')
    expect(await balance('penalties')).toBe('0.00')
    expect(await counted()).toBe(0)
  })
})
