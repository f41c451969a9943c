import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReferenceData } from '../../src/clearance/reference-data.ts'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import type { Order } from '../../src/customs/order/order.ts'
import type { Quote } from '../../src/customs/quote/quote.ts'
import { copyAuthorityLaw } from '../authority-law.ts'
import { exampleOrder } from '../shipped-examples.ts'
import {
  arriveAndRelease,
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'

/** Our law of Northern Ireland as it was while goods of low value were relieved, without an end. */
function whileReliefHolds(shipped: ReferenceData): ReferenceData {
  const { northernIreland } = shipped
  const lowValue = northernIreland.lowValue.map(({ validUntil: _, ...relief }) => relief)
  return { ...shipped, northernIreland: { ...northernIreland, lowValue } }
}

/** The authority's law of the same time. */
async function authorityLawWhileReliefHolds(): Promise<string> {
  const folder = await copyAuthorityLaw()
  const file = join(folder, 'northern-ireland-relief.json')
  const law = await readFile(file, 'utf8')
  await writeFile(file, law.replace(/\s*"until": "2026-07-01",/, ''))
  return folder
}

describe('goods to Northern Ireland', () => {
  let installation: TestInstallation
  let platform: TestTrader
  let lawFolder: string

  beforeAll(async () => {
    lawFolder = await authorityLawWhileReliefHolds()
    installation = await startTestInstallation({
      authorityDataFolder: lawFolder,
      ourReference: whileReliefHolds,
    })
    platform = await installation.addTenant('e-commerce-platform')
  })
  afterAll(async () => {
    await installation.close()
    await rm(lawFolder, { recursive: true })
  })

  async function released(order: Order) {
    const { caseId } = await platform.client.post<{ caseId: string }>('/v1/orders', order)
    await caseIn(platform, caseId, 'ready')
    await platform.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    const view = await arriveAndRelease(platform, caseId)
    const { declaration } = await platform.client.get<{ declaration: Declaration }>(
      `/v1/cases/${caseId}/declaration`,
    )
    const quote = await platform.client.get<Quote>(`/v1/cases/${caseId}/quote`)
    return { view, declaration, quote }
  }

  it('of low value are released on a super-reduced declaration, VAT charged in the one stop shop', async () => {
    const { view, declaration } = await released(
      await exampleOrder('marketplace-cn-ni-one-stop-shop'),
    )
    expect(view).toMatchObject({ lane: { lane: 'ni-h7', vat: 'charged-at-sale' }, debts: [] })
    expect(view.assessment).toBeUndefined()
    expect(declaration.goodsShipment).toMatchObject({
      taxParties: [{ roleCode: 'FR5' }],
      goodsItems: [{ governmentProcedures: [{}, {}, {}, { currentCode: 'F48' }] }],
    })
  })

  it('from Great Britain are released as not at risk under the UK Internal Market Scheme', async () => {
    const { view, declaration } = await released(await exampleOrder('wholesale-gb-ni-not-at-risk'))
    expect(view).toMatchObject({ lane: { lane: 'ni-h8', vat: 'not-due' }, debts: [] })
    expect(view.assessment).toBeUndefined()
    expect(declaration).toMatchObject({
      authorisationHolders: [{ categoryCode: 'UKIM' }],
      goodsShipment: { goodsItems: [{ additionalDocuments: [{ typeCode: 'UKI' }, {}, {}] }] },
    })
  })

  it('are declared in full, item by item at risk or not, and assessed as they were quoted', async () => {
    const { view, declaration, quote } = await released(
      await exampleOrder('wholesale-cn-ni-partly-at-risk'),
    )
    expect(quote.items.map(({ risk }) => [risk?.isAtRisk, risk?.unionDuty.amount])).toEqual([
      [true, '48.35'],
      [false, '34.11'],
    ])
    expect(view).toMatchObject({ lane: { lane: 'ni-h1', vat: 'import-vat' } })
    expect(statementsOf(declaration)).toEqual([['NIIMP'], ['NIIMP', 'NIREM']])
    const taxes = view.assessment?.lines.map(({ itemNumber, taxType, assessed }) => [
      ...[itemNumber, taxType, assessed.amount],
    ])
    // 650.00 and 256.00 with 100.00 of carriage and insurance shared: 721.74 at 6.7 %, 284.26 at 12 %.
    expect(taxes).toEqual([
      [1, 'A50', '48.35'],
      [1, 'B00', '144.34'],
      [1, 'B05', '9.67'],
      [2, 'A00', '34.11'],
      [2, 'B00', '63.67'],
    ])
    expect(view.assessment?.differences).toEqual([])
  })

  it('from Great Britain without the scheme are released as at risk, with no import VAT', async () => {
    const { internalMarket: _, ...order } = await exampleOrder('wholesale-gb-ni-not-at-risk')
    const { view, declaration } = await released({ ...order, reference: 'WH-AT-RISK' })
    expect(view).toMatchObject({ lane: { lane: 'ni-h1', vat: 'not-due' } })
    expect(statementsOf(declaration)).toEqual([['NIDOM']])
    expect(declaration.additionalInformation).toMatchObject([{ statementCode: 'RRS01' }])
    expect(
      view.assessment?.lines.map(({ taxType, assessed }) => [taxType, assessed.amount]),
    ).toEqual([
      ['A50', '34.56'],
      ['B00', '0.00'],
      ['B05', '0.00'],
    ])
  })

  it('of a private person are released as a gift, whose relief has not ended', async () => {
    const bought = await exampleOrder('marketplace-cn-ni-one-stop-shop')
    const { saleVat: _, marketplace: __, ...order } = bought
    const { eori: ___, vatNumber: ____, ...sender } = order.seller
    const line = { ...order.lines[0]!, quantity: 2 }
    const { view, declaration } = await released({
      ...order,
      ...{ gift: true, channel: 'shop', dutiesBilledTo: 'buyer' },
      seller: { ...sender, kind: 'private' },
      lines: [line],
    })
    expect(view).toMatchObject({ lane: { lane: 'ni-h7', vat: 'not-due' }, debts: [] })
    expect(declaration.goodsShipment?.goodsItems?.[0]?.governmentProcedures).toMatchObject([
      ...[{}, { currentCode: '1H7' }, { currentCode: 'C08' }],
    ])
  })

  it('of low value are released where the seller charged UK VAT', async () => {
    const order = await exampleOrder('marketplace-cn-ni-one-stop-shop')
    const saleVat = { ...order.saleVat!, registration: 'GB518264037' }
    const { view, declaration } = await released({ ...order, saleVat })
    expect(view).toMatchObject({ lane: { lane: 'ni-h7', vat: 'charged-at-sale' }, debts: [] })
    expect(declaration.goodsShipment?.taxParties).toBeUndefined()
  })
})

function statementsOf({ goodsShipment }: Declaration) {
  return goodsShipment?.goodsItems?.map(({ additionalInformation = [] }) =>
    additionalInformation.map(({ statementCode }) => statementCode),
  )
}
