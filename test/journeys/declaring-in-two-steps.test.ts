import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseLedger } from '../../src/api/ledgers.ts'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import { dateInLondon } from '../../src/customs/calendar/date-in-london.ts'
import type { Instant } from '../../src/customs/calendar/local-date.ts'
import type { Order } from '../../src/customs/order/order.ts'
import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import { layWire, type LossyWire } from '../../src/stage/wire/lossy-wire.ts'
import { pdfPages } from '../pdf-text.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'
import {
  caseIn,
  caseThat,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

describe('a case that is declared in two steps', () => {
  let installation: TestInstallation
  let wire: LossyWire
  let trader: TestTrader
  let profile: TraderProfile

  beforeAll(async () => {
    installation = await startTestInstallation({
      authorityUrlForWorker: async (url) => (wire = await layWire(url)).url,
    })
    profile = await exampleProfile('e-commerce-platform')
    trader = await installation.addTenant('e-commerce-platform', {
      ...profile,
      simplifiedDeclarations: {
        holderEori: profile.declarant.eori,
        decisionNumber: 'GBSDE123456789012I',
      },
    })
  })
  afterAll(async () => {
    await installation.close()
    await wire.close()
  })

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

  const ledgerOf = (caseId: string) => trader.client.get<CaseLedger>(`/v1/cases/${caseId}/ledger`)

  const printedOf = async (caseId: string): Promise<string> => {
    const url = `${installation.apiUrl}/v1/cases/${caseId}/supplementary-declaration.pdf`
    const answer = await fetch(url, { headers: { authorization: `Bearer ${trader.apiKey}` } })
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    return pdfPages(Buffer.from(await answer.arrayBuffer())).join(' ')
  }

  it('is released without charges on the simplified declaration, and charged as quoted by what completes it', async () => {
    const caseId = await readyCase({ reference: 'TWO-STEPS-1', simplifiedDeclaration: true })
    const { dueAtImport } = (await caseIn(trader, caseId, 'ready')).quote!
    await trader.client.post(`/v1/cases/${caseId}/declare`, {})
    await caseIn(trader, caseId, 'registered')
    await arrive(caseId)
    // The acceptance, from whose day it is counted when it is due, may be told after the release.
    const released = await caseThat(
      trader,
      caseId,
      'an owed supplementary declaration',
      ({ state, supplementary }) => state === 'cleared' && supplementary?.state === 'owed',
    )
    expect(released.declaration?.additionalType).toBe('F')
    expect(released).toMatchObject({ debts: [] })
    expect(released.assessment).toBeUndefined()
    const { declaration } = await trader.client.get<{ declaration: Declaration }>(
      `/v1/cases/${caseId}/declaration`,
    )
    expect(declaration.typeCode).toBe('IMF')
    expect(released).toMatchObject({
      supplementary: { state: 'owed', dueOn: tenthOfFollowingMonth(), expected: dueAtImport },
      nextAction: { waitingFor: 'supplementary-declaration', whose: 'yours' },
    })
    expect(await ledgerOf(caseId)).toEqual({
      balances: [],
      entries: [],
      owedLater: { amount: dueAtImport, dueOn: tenthOfFollowingMonth() },
    })

    await trader.client.post(`/v1/cases/${caseId}/supplementary-declaration`, {})
    const settled = await caseThat(
      trader,
      caseId,
      'a cleared supplementary declaration',
      ({ supplementary }) => supplementary?.state === 'cleared',
    )
    expect(settled.supplementary!.mrn).not.toBe(settled.declaration!.mrn)
    expect(settled.assessment).toMatchObject({
      state: 'final',
      payable: dueAtImport,
      differences: [],
    })
    expect(new Set(settled.debts.map(({ state }) => state))).toEqual(new Set(['paid']))
    expect(settled.nextAction?.waitingFor).toBe('carrier')
    const { balances, ...ledger } = await ledgerOf(caseId)
    expect(ledger).not.toHaveProperty('owedLater')
    expect(balances).toContainEqual({
      account: 'owed-to-customs',
      balance: { ...dueAtImport, amount: '0.00' },
    })
    expect(await printedOf(caseId)).toContain(settled.supplementary!.mrn)
  })

  it('is completed once though the answer to the supplementary declaration is lost', async () => {
    const caseId = await readyCase({ reference: 'TWO-STEPS-4', simplifiedDeclaration: true })
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'C' })
    await caseIn(trader, caseId, 'cleared')
    wire.loseNextAnswer('lose')
    await trader.client.post(`/v1/cases/${caseId}/supplementary-declaration`, {})
    const settled = await caseThat(
      trader,
      caseId,
      'a supplementary declaration that is cleared and of which there is no doubt',
      ({ supplementary }) => supplementary?.state === 'cleared' && !supplementary.outcomeUnknown,
    )
    expect(settled.supplementary).toMatchObject({ earlierLrns: [], obstacles: [] })
    const { items } = await trader.client.get<{ items: readonly { type: string }[] }>(
      `/v1/cases/${caseId}/events`,
    )
    const types = items.map(({ type }) => type)
    expect(types).toContain('message-outcome-unknown')
    expect(types.filter((type) => type === 'debt-paid').length).toBe(settled.debts.length)
    const { lodgements } = await installation.officer<{
      lodgements: readonly { lrn: string; state: string }[]
    }>('GET', `/officers/lodgements?search=${settled.supplementary!.lrn!}`)
    expect(lodgements).toHaveLength(1)
    // It was found beside the simplified one, so that no repetition had to be turned away.
    expect(settled.supplementary!.mrn).not.toBe(settled.declaration!.mrn)
    expect(JSON.stringify(items)).not.toContain('"functionCode":"03"')
  })

  it('is released on arrival, and a business without the authorisation is told what it needs', async () => {
    const caseId = await readyCase({ reference: 'TWO-STEPS-2' })
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'C' })
    const cleared = await caseIn(trader, caseId, 'cleared')
    expect(cleared.declaration?.additionalType).toBe('C')
    await expect(
      trader.client.post(
        `/v1/cases/${await readyCase({ reference: 'TWO-STEPS-3' })}/supplementary-declaration`,
        {},
      ),
    ).rejects.toThrow('409')
    const without = await installation.addTenant('e-commerce-platform', profile)
    const order = await exampleOrder('marketplace-cn-gb')
    const { caseId: other } = await without.client.post<{ caseId: string }>('/v1/orders', {
      ...order,
      simplifiedDeclaration: true,
    })
    const { obstacles } = await caseThat(
      without,
      other,
      'an obstacle',
      (view) => view.obstacles.length > 0,
    )
    expect(obstacles).toMatchObject([{ path: '/profile/simplifiedDeclarations' }])
  })
})

/** By the rule of the data, written out here without it. */
function tenthOfFollowingMonth(): string {
  const today = dateInLondon(new Date().toISOString() as Instant)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const following = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${following[0]}-${String(following[1]).padStart(2, '0')}-10`
}
