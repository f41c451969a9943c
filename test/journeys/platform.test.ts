import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Quote } from '../../src/customs/quote/quote.ts'
import {
  caseIn,
  caseThat,
  releasedCase,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder } from '../shipped-examples.ts'

interface Received {
  readonly orderId: string
  readonly caseId: string
}

interface Ledger {
  readonly balances: readonly {
    readonly account: string
    readonly balance: { readonly amount: string }
  }[]
}

describe('an e-commerce platform', () => {
  let installation: TestInstallation
  let platform: TestTrader

  beforeAll(async () => {
    installation = await startTestInstallation()
    platform = await installation.addTenant('e-commerce-platform')
  })
  afterAll(() => installation.close())

  const send = async (name: string): Promise<Received> =>
    platform.client.post<Received>('/v1/orders', await exampleOrder(name))

  const report = (caseId: string, event: string) =>
    platform.client.post(`/v1/cases/${caseId}/transport-events`, {
      event,
      occurredAt: new Date().toISOString(),
      source: 'test carrier',
    })

  const declareAndArrive = async (caseId: string): Promise<string> => {
    await caseIn(platform, caseId, 'ready')
    await platform.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    const registered = await caseIn(platform, caseId, 'registered')
    await report(caseId, 'goods-arrived')
    return registered.declaration!.mrn!
  }

  it('takes an order over GBP 135 from the quote to the delivered parcel', async () => {
    const order = await exampleOrder('marketplace-cn-gb')
    const quote = await platform.client.post<Quote>('/v1/quotes', order)
    expect(quote.totals.dueAtImport).toEqual({ amount: '58.86', currency: 'GBP' })

    const { caseId } = await platform.client.post<Received>('/v1/orders', order)
    const mrn = await declareAndArrive(caseId)
    expect(mrn).toMatch(/^\d{2}GB[0-9A-Z]{13}\d$/)

    const released = await releasedCase(platform, caseId)
    expect(released.assessment).toMatchObject({
      state: 'final',
      payable: { amount: '58.86', currency: 'GBP' },
      differences: [],
    })
    expect(released.debts.map(({ state }) => state)).toEqual(['paid', 'paid'])

    await platform.client.post(`/v1/cases/${caseId}/payments`, {
      payer: 'seller',
      amount: { amount: '58.86', currency: 'GBP' },
      reference: 'SETTLE-1',
    })
    const ledger = await platform.client.get<Ledger>(`/v1/cases/${caseId}/ledger`)
    const balanceOf = (account: string) =>
      ledger.balances.find((each) => each.account === account)?.balance.amount
    expect(Number(balanceOf('owed-to-customs'))).toBe(0)
    expect(Number(balanceOf('receivable:seller'))).toBe(0)
    const sum = ledger.balances.reduce((total, { balance }) => total + Number(balance.amount), 0)
    expect(sum).toBeCloseTo(0, 10)

    await report(caseId, 'goods-delivered')
    expect((await caseIn(platform, caseId, 'delivered')).state).toBe('delivered')
  })

  it('stops a vague and incomplete order before declaration and says why', async () => {
    const { caseId } = await send('vague-and-incomplete')
    const stopped = await caseThat(
      platform,
      caseId,
      'checks completed',
      ({ findings }) => findings.length > 0,
    )
    expect(stopped.state).toBe('preparing')
    const blocking = stopped.findings.filter(({ severity }) => severity === 'blocking')
    expect(blocking.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['description-vague', 'commodity-code-missing', 'origin-missing']),
    )
    for (const finding of blocking) {
      expect(finding.message.en).not.toBe('')
      expect(finding.message.zh).not.toBe('')
      expect(finding.mend.en).not.toBe('')
    }
    await expect(
      platform.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' }),
    ).rejects.toThrow(/cannot be declared/)
    expect(stopped.declaration).toBeUndefined()
  })

  it('follows an inspection that ends in a higher assessment, and explains the difference', async () => {
    const { caseId } = await send('undervalued-shoes')
    const mrn = await declareAndArrive(caseId)
    const held = await caseThat(
      platform,
      caseId,
      'an examination of accepted goods',
      // The two are told at the same time, in either order.
      ({ state, controls }) => state === 'accepted' && controls.length > 0,
    )
    expect(held.controls[0]!.state).toBe('examination-ordered')

    const dossier = await installation.officer<{ controls: { id: string; kind: string }[] }>(
      'GET',
      `/officers/lodgements/${mrn}`,
    )
    const inspection = dossier.controls.find(({ kind }) => kind === 'inspection')!
    await installation.officer(
      'POST',
      `/officers/lodgements/${mrn}/inspections/${inspection.id}/findings`,
      {
        officer: 'A. Officer',
        findings: [
          {
            sequence: 1,
            result: 're-valued',
            itemPrice: { amount: '1860.00', currency: 'GBP' },
            reason: 'The catalogue of the maker shows a far higher price.',
          },
        ],
      },
    )
    await installation.officer('POST', `/officers/lodgements/${mrn}/re-assessments`, {
      officer: 'A. Officer',
      reason: 'Valued by the catalogue of the maker.',
      inspectionId: inspection.id,
      items: [{ sequence: 1, itemPrice: { amount: '1860.00', currency: 'GBP' } }],
    })
    const released = await releasedCase(platform, caseId)
    expect(released.assessment).toMatchObject({ state: 'final', versionId: '2' })
    expect(released.assessment!.differences.length).toBeGreaterThan(0)
    expect(released.assessment!.differences[0]!.cause).toBe('value-differs')
    expect(Number(released.assessment!.payable.amount)).toBeGreaterThan(
      Number(released.quote!.dueAtImport.amount),
    )
    expect(released.controls[0]!.state).toBe('not-satisfied')
    expect(released.debts.every(({ state }) => state === 'paid')).toBe(true)
  })

  it('follows goods that are released on security until customs take a part of it and give the rest back', async () => {
    const { caseId } = await send('refused')
    const mrn = await declareAndArrive(caseId)
    await caseIn(platform, caseId, 'accepted')
    const { declaration } = await installation.officer<{
      declaration: { items: { itemPrice: { amount: string; currency: string } }[] }
    }>('GET', `/officers/lodgements/${mrn}`)
    const { amount, currency } = declaration.items[0]!.itemPrice
    const times = (factor: number) => [
      { sequence: 1, itemPrice: { amount: (Number(amount) * factor).toFixed(2), currency } },
    ]
    await installation.officer('POST', `/officers/lodgements/${mrn}/securities`, {
      officer: 'A. Officer',
      typeCode: 'MOD',
      reason: 'Like goods cost three times as much.',
      items: times(3),
    })
    await installation.officer('POST', `/officers/lodgements/${mrn}/release`, {
      officer: 'A. Officer',
      reason: 'Released on security.',
    })
    const released = await caseThat(
      platform,
      caseId,
      'goods released on security',
      ({ state, securities }) => state === 'released' && securities[0]?.state === 'given',
    )
    expect(released.securities[0]).toMatchObject({
      typeCode: 'MOD',
      reason: 'Like goods cost three times as much.',
    })
    const held = released.securities[0]!.amount.amount
    const balanceOf = async (account: string): Promise<number> => {
      const { balances } = await platform.client.get<Ledger>(`/v1/cases/${caseId}/ledger`)
      return Number(balances.find((one) => one.account === account)?.balance.amount ?? '0')
    }
    expect(await balanceOf('security-at-customs')).toBe(Number(held))

    const dossier = await installation.officer<{ securities: { id: string }[] }>(
      'GET',
      `/officers/lodgements/${mrn}`,
    )
    await installation.officer(
      'POST',
      `/officers/lodgements/${mrn}/securities/${dossier.securities[0]!.id}/taking`,
      { officer: 'A. Officer', reason: 'Like goods cost twice as much.', items: times(2) },
    )
    const decided = await caseThat(
      platform,
      caseId,
      'a security that was decided',
      ({ state, securities }) =>
        state === 'cleared' && ['taken', 'returned'].includes(securities[0]?.state ?? ''),
    )
    const { taken, returned } = decided.securities[0]!
    expect(Number(taken.amount)).toBeGreaterThan(0)
    expect(Number(taken.amount) + Number(returned.amount)).toBeCloseTo(Number(held), 2)
    expect(decided.debts.every(({ state }) => state === 'paid')).toBe(true)
    expect(await balanceOf('security-at-customs')).toBe(0)
    expect(await balanceOf('owed-to-customs')).toBe(0)
  })

  it('follows a refusal and records its way out', async () => {
    const { caseId } = await send('refused')
    const mrn = await declareAndArrive(caseId)
    await caseIn(platform, caseId, 'accepted')
    await installation.officer('POST', `/officers/lodgements/${mrn}/refusal`, {
      officer: 'A. Officer',
      reason: 'The goods infringe a trade mark.',
    })
    const refused = await caseIn(platform, caseId, 'refused')
    expect(refused.outcomeReason).toContain('trade mark')
    expect(refused.debts.every(({ state }) => state === 'written-off')).toBe(true)
    await platform.client.post(`/v1/cases/${caseId}/outcome`, {
      outcome: 'destroyed',
      reason: 'Destroyed under customs supervision.',
    })
    expect((await caseIn(platform, caseId, 'destroyed')).outcomeReason).toContain('supervision')
  })

  it.each(['restored', 'forfeited'] as const)(
    'follows a seizure until the goods are %s',
    async (outcome) => {
      const { caseId } = await send('refused')
      const mrn = await declareAndArrive(caseId)
      await caseIn(platform, caseId, 'accepted')
      const decide = (act: string, order: object) =>
        installation.officer<{ state: string }>('POST', `/officers/lodgements/${mrn}/${act}`, {
          officer: 'A. Officer',
          ...order,
        })
      await decide('seizure', { reason: 'The bags bear a forged trade mark.' })
      const seized = await caseIn(platform, caseId, 'seized')
      expect(seized.outcomeReason).toContain('forged')
      expect(seized.debts.every(({ state }) => state === 'written-off')).toBe(true)

      const reason = `The goods were ${outcome} after the notice of claim.`
      expect(await decide('disposal', { disposal: outcome, reason })).toMatchObject({
        state: 'disposed',
      })
      const choose = (what: string) =>
        platform.client.post(`/v1/cases/${caseId}/outcome`, { outcome: what, reason })
      await expect(choose('destroyed')).rejects.toThrow(/409/)
      await choose(outcome)
      const ended = await caseIn(platform, caseId, outcome)
      expect(ended.outcomeReason).toBe(reason)
      await expect(choose(outcome)).rejects.toThrow(/409/)
    },
  )
})
