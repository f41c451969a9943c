import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CaseLedger } from '../../src/api/ledgers.ts'
import type { CaseView } from '../../src/api/views/case-view.ts'
import { exampleOrder } from '../shipped-examples.ts'
import {
  caseIn,
  caseThat,
  releasedCase,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

const officer = 'A. Officer'

interface Dossier {
  readonly controls: readonly { readonly id: string; readonly state: string }[]
}

interface Timeline {
  readonly sideLines: readonly { readonly kind: string; readonly endedAt?: string }[]
}

describe('goods that customs keep while the rest goes', () => {
  let installation: TestInstallation
  let trader: TestTrader
  let caseId: string
  let mrn: string

  beforeAll(async () => {
    installation = await startTestInstallation()
    trader = await installation.addTenant('e-commerce-platform')
    const order = await exampleOrder('undervalued-shoes')
    caseId = (await trader.client.post<{ caseId: string }>('/v1/orders', order)).caseId
    await caseIn(trader, caseId, 'ready')
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    mrn = (await caseIn(trader, caseId, 'registered')).declaration!.mrn!
    await trader.client.post(`/v1/cases/${caseId}/transport-events`, {
      ...{ event: 'goods-arrived', source: 'test carrier' },
      occurredAt: new Date().toISOString(),
    })
    await caseThat(
      trader,
      caseId,
      'an examination of accepted goods',
      ({ state, controls }) => state === 'accepted' && controls.length > 0,
    )
  })
  afterAll(() => installation.close())

  const act = (path: string, body: object) =>
    installation.officer('POST', `/officers/lodgements/${mrn}/${path}`, { officer, ...body })
  const balance = async (account: RegExp) => {
    const { balances } = await trader.client.get<CaseLedger>(`/v1/cases/${caseId}/ledger`)
    return balances.find((one) => account.test(one.account))?.balance.amount
  }
  const payable = ({ assessment }: CaseView) => Number(assessment?.payable.amount)

  it('are told by item and pieces, and only the rest is released and charged', async () => {
    const before = await caseThat(
      trader,
      caseId,
      'assessed',
      ({ assessment }) => assessment !== undefined,
    )
    const { controls } = await installation.officer<Dossier>('GET', `/officers/lodgements/${mrn}`)
    const inspectionId = controls.find(({ state }) => state === 'open')?.id
    await act('kept-goods', {
      ...{ as: 'detained', reason: 'Fifteen pairs bear a mark that is doubted.', inspectionId },
      items: [{ sequence: 1, kept: '15', of: '60' }],
    })
    // The examination was all that held the goods.
    await releasedCase(trader, caseId)
    const after = await caseThat(
      trader,
      caseId,
      'told of what is kept',
      ({ keptGoods }) => keptGoods.length > 0,
    )
    expect(after.keptGoods).toMatchObject([
      {
        ...{ keptId: `${mrn}/1`, state: 'kept', as: 'detained' },
        items: [{ itemNumber: 1, kept: '15', of: '60' }],
        reason: 'Fifteen pairs bear a mark that is doubted.',
      },
    ])
    expect(after.state).toBe('cleared')
    // Three quarters of what was first worked out, cut to whole pence tax by tax.
    expect(payable(after)).toBeCloseTo(payable(before) * 0.75, 1)
    expect(Number(await balance(/^owed-to-customs$/))).toBe(0)
    expect(Number(await balance(/^receivable:/))).toBeCloseTo(payable(after), 2)
    const { sideLines } = await trader.client.get<Timeline>(`/v1/cases/${caseId}/timeline`)
    expect(sideLines.filter(({ kind }) => kind === 'kept-goods')).toHaveLength(1)
  })

  it('can be put to review as seized goods are, and come back with their duty', async () => {
    const { appealable } = await trader.client.get<{
      appealable: readonly { readonly decision: string; readonly decidedOn: string }[]
    }>(`/v1/cases/${caseId}/correspondence`)
    expect(appealable.map(({ decision }) => decision)).toEqual(['seizure'])
    const appeal = await trader.client.post<{ id: string }>(`/v1/cases/${caseId}/correspondence`, {
      ...{ kind: 'appeal', subject: 'The pairs that you keep', text: 'Please review it.' },
      appeal: {
        decision: 'seizure',
        ...{ grounds: 'The mark is our own.', wanted: 'That they are given back.' },
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
    const kept = payable(await caseIn(trader, caseId, 'cleared'))
    await installation.officer('POST', `/officers/correspondence/${officeReference}/decision`, {
      ...{ officer: 'B. Reviewer', outcome: 'cancelled', reasons: 'The mark is their own.' },
    })
    const whole = await caseThat(
      trader,
      caseId,
      'given back and assessed',
      (view) => view.keptGoods[0]?.state === 'restored' && payable(view) > kept,
    )
    expect(kept).toBeCloseTo(payable(whole) * 0.75, 1)
    expect(Number(await balance(/^receivable:/))).toBeCloseTo(payable(whole), 2)
    const { sideLines } = await trader.client.get<Timeline>(`/v1/cases/${caseId}/timeline`)
    const line = sideLines.find(({ kind }) => kind === 'kept-goods')
    expect(line?.endedAt).toBeDefined()
  })
})
