import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DeclarationFormView } from '../../src/api/declaration-forms.ts'
import type { CaseLedger } from '../../src/api/ledgers.ts'
import type { SupplementaryChangesView } from '../../src/api/supplementary-changes.ts'
import type { CaseView } from '../../src/api/views/case-view.ts'
import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import { pdfPages } from '../pdf-text.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'
import {
  caseIn,
  caseThat,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

describe('a supplementary declaration', () => {
  let installation: TestInstallation
  let profile: TraderProfile

  beforeAll(async () => {
    installation = await startTestInstallation()
    profile = await exampleProfile('e-commerce-platform')
  })
  afterAll(() => installation.close())

  const account = (number: string, limitGbp: string, state = 'active') =>
    installation.officer('PUT', `/officers/deferment-accounts/${number}`, { limitGbp, state })

  /** A business with the authorisation and an account of its own. */
  const traderWith = (accountNumber: string): Promise<TestTrader> => {
    return installation.addTenant('e-commerce-platform', {
      ...profile,
      deferment: { ...profile.deferment!, accountNumber },
      simplifiedDeclarations: {
        holderEori: profile.declarant.eori,
        decisionNumber: 'GBSDE123456789012I',
      },
    })
  }

  const patch = async <T>(
    { apiKey }: TestTrader,
    path: string,
    body: object,
    version: number,
  ): Promise<T> => {
    const answer = await fetch(`${installation.apiUrl}${path}`, {
      method: 'PATCH',
      headers: {
        ...{ authorization: `Bearer ${apiKey}`, 'if-match': `"${version}"` },
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  const releasedSimplified = async ({ client, ...trader }: TestTrader): Promise<CaseView> => {
    const order = { ...(await exampleOrder('marketplace-cn-gb')), simplifiedDeclaration: true }
    const { caseId } = await client.post<{ caseId: string }>('/v1/orders', order)
    await caseIn({ client, ...trader }, caseId, 'ready')
    await client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'C' })
    return caseThat(
      { client, ...trader },
      caseId,
      'an owed supplementary declaration',
      ({ state, supplementary }) => state === 'cleared' && supplementary?.state === 'owed',
    )
  }

  const at = (caseId: string, part = '') => `/v1/cases/${caseId}/supplementary-declaration${part}`

  const standing = (
    trader: TestTrader,
    caseId: string,
    state: NonNullable<CaseView['supplementary']>['state'],
  ) =>
    caseThat(
      trader,
      caseId,
      `a supplementary declaration that is ${state}`,
      ({ supplementary }) => supplementary?.state === state,
    )

  const answered = (trader: TestTrader, caseId: string, count: number) =>
    caseThat(
      trader,
      caseId,
      `${count} granted`,
      ({ requests }) => requests.filter(({ state }) => state === 'granted').length === count,
    )

  const fieldsOf = async ({ client }: TestTrader, caseId: string) => {
    const { standing: as, sections } = await client.get<DeclarationFormView>(at(caseId, '/form'))
    return { as, fields: sections.flatMap(({ fields }) => fields) }
  }

  const expectAssessed = ({ assessment }: CaseView, due: { readonly amount: string }) => {
    expect(assessment!.differences).toEqual([])
    expect(Number(assessment!.payable.amount)).toBe(Number(due.amount))
  }

  const expectBalanced = async ({ client }: TestTrader, caseId: string) => {
    const { balances } = await client.get<CaseLedger>(`/v1/cases/${caseId}/ledger`)
    const owed = balances.find(({ account: name }) => name === 'owed-to-customs')
    expect(owed!.balance.amount).toBe('0.00')
    const pence = balances.map(({ balance }) => Math.round(Number(balance.amount) * 100))
    expect(pence.reduce((total, one) => total + one, 0)).toBe(0)
  }

  const printed = async (trader: TestTrader, caseId: string): Promise<string> => {
    const answer = await fetch(`${installation.apiUrl}${at(caseId)}.pdf`, {
      headers: { authorization: `Bearer ${trader.apiKey}` },
    })
    return pdfPages(Buffer.from(await answer.arrayBuffer())).join(' ')
  }

  it('is filled from goods data that were changed since, after it was shown what differs', async () => {
    const trader = await traderWith('7000011')
    const { id, quote } = await releasedSimplified(trader)
    const same = await trader.client.get<SupplementaryChangesView>(at(id, '/changes'))
    expect(same).toEqual({ fields: [] })
    const goods = {
      goodsItems: [
        { itemNumber: 1, quantity: 1, unitPrice: { amount: '40.00', currency: 'GBP' } },
        { itemNumber: 2, origin: 'VN' },
      ],
    }
    await expect(patch(trader, at(id, '/goods'), goods, 1)).rejects.toThrow('412')
    // What customs say of the release may come late and make the case another version.
    const changed = await vi.waitFor(async () => {
      const { version } = await trader.client.get<CaseView>(`/v1/cases/${id}`)
      return patch<CaseView>(trader, at(id, '/goods'), goods, version)
    })
    expect(changed.supplementary).toMatchObject({ state: 'owed', goodsChanged: true })
    expect(changed.quote!.dueAtImport).not.toEqual(quote!.dueAtImport)

    const { fields, charges } = await trader.client.get<SupplementaryChangesView>(
      at(id, '/changes'),
    )
    expect(fields).toContainEqual(
      expect.objectContaining({
        ...{
          itemNumber: 2,
          simplified: ['CN', '1'],
          supplementary: ['VN', '1'],
          because: 'goods-data',
        },
      }),
    )
    expect(fields.map(({ dataElement }) => dataElement.number)).toContain('4/14')
    expect(fields.map(({ dataElement }) => dataElement.number)).not.toContain('2/5')
    expect(charges).toMatchObject({
      ...{ before: quote!.dueAtImport, after: changed.quote!.dueAtImport },
    })

    expect((await fieldsOf(trader, id)).as).toBe('trial')
    await trader.client.post(at(id), {})
    const settled = await standing(trader, id, 'cleared')
    expectAssessed(settled, changed.quote!.dueAtImport)
    expect(settled.assessment!.state).toBe('final')
    await expectBalanced(trader, id)
    await expect(patch(trader, at(id, '/goods'), goods, settled.version)).rejects.toThrow('409')
  })

  it('that was rejected is read as a form with each error at its field, mended and handed in again', async () => {
    const trader = await traderWith('7000012')
    const { id } = await releasedSimplified(trader)
    await account('7000012', '100000.00', 'suspended')
    await trader.client.post(at(id), {})
    const rejected = await caseThat(
      trader,
      id,
      'a rejection',
      ({ supplementary }) => supplementary!.obstacles.length > 0,
    )
    const { rejectedLrn } = rejected.supplementary!
    expect(rejected.supplementary!.earlierLrns).toEqual([rejectedLrn])
    const { as, fields } = await fieldsOf(trader, id)
    expect(as).toBe('rejected')
    const objected = fields.filter(({ points }) => points.length > 0)
    expect(objected.flatMap(({ points }) => points.map(({ code }) => code))).toContain('CDS12125')
    const paper = await printed(trader, id)
    for (const part of [rejectedLrn!, 'IMY', 'Rejected', 'was rejected for 1 error']) {
      expect(paper).toContain(part)
    }

    await account('7000012', '100000.00')
    const goods = { freight: { amount: '55.00', currency: 'GBP' } }
    await patch(trader, at(id, '/goods'), goods, rejected.version)
    const mended = await fieldsOf(trader, id)
    expect(mended.as).toBe('trial')
    expect(mended.fields.every(({ points }) => points.length === 0)).toBe(true)
    await trader.client.post(at(id), {})
    const settled = await standing(trader, id, 'cleared')
    expect(settled.supplementary!.lrn).not.toBe(rejectedLrn)
    expect(settled.supplementary).not.toHaveProperty('rejectedLrn')
    await expectBalanced(trader, id)
  })

  it('is amended and withdrawn until it is cleared, and what is owed follows', async () => {
    const trader = await traderWith('7000013')
    const { client } = trader
    const { id, quote, declaration } = await releasedSimplified(trader)
    await account('7000013', '0.00')
    await client.post(at(id), {})
    const held = await caseThat(trader, id, 'no funds', (view) => view.insufficientFunds)
    expect(held.supplementary!.state).toBe('accepted')
    expectAssessed(held, quote!.dueAtImport)

    const asked = {
      goods: { goodsItems: [{ itemNumber: 1, quantity: 1 }] },
      explanation: 'One piece was counted too many.',
    }
    await expect(client.post(at(id, '/amendments'), asked, held.version - 1)).rejects.toThrow('412')
    await client.post(at(id, '/amendments'), asked, held.version)
    const amended = await answered(trader, id, 1)
    expect(amended.requests).toMatchObject([
      { kind: 'amendment', about: 'supplementary', state: 'granted' },
    ])
    expect(amended.declaration).toEqual(declaration)
    expect(amended.supplementary).toMatchObject({
      ...{ state: 'accepted', lrn: held.supplementary!.lrn, mrn: held.supplementary!.mrn },
    })
    const reassessed = await caseThat(
      trader,
      id,
      'an assessment anew',
      ({ assessment }) => assessment?.versionId === '2',
    )
    expectAssessed(reassessed, amended.quote!.dueAtImport)
    expect(Number(amended.quote!.dueAtImport.amount)).toBeLessThan(
      Number(quote!.dueAtImport.amount),
    )

    const withdrawal = { reason: 'other', explanation: 'The invoice was the wrong one.' }
    await client.post(at(id, '/invalidation'), withdrawal)
    const owing = await standing(trader, id, 'owed')
    expect(owing.requests.at(-1)).toMatchObject({ kind: 'invalidation', state: 'granted' })
    expect(owing).toMatchObject({ state: 'cleared', insufficientFunds: false })
    expect(owing).not.toHaveProperty('assessment')
    expect(owing.supplementary!.earlierLrns).toEqual([held.supplementary!.lrn])
    expect(owing.declaration).toEqual(declaration)

    await account('7000013', '100000.00')
    await client.post(at(id), {})
    const settled = await standing(trader, id, 'cleared')
    expectAssessed(settled, amended.quote!.dueAtImport)
    expect(settled.assessment!.state).toBe('final')
    expect(settled.supplementary!.mrn).not.toBe(held.supplementary!.mrn)
    await expectBalanced(trader, id)
    await expect(client.post(at(id, '/invalidation'), withdrawal)).rejects.toThrow('409')
    await expect(client.post(at(id, '/amendments'), asked, settled.version)).rejects.toThrow('409')
  })
})
