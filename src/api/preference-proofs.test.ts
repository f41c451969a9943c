import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, openPreparedCase, paperForm } from '../../test/api-requests.ts'
import { startTestApi, testProfile, type TestApi, type TestTenant } from '../../test/api.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'
import { money } from '../customs/money/money.ts'
import type { Order } from '../customs/order/order.ts'
import type { Quote } from '../customs/quote/quote.ts'
import { newId, sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { DocumentView } from './views/document-view.ts'
import type { CaseView } from './views/case-view.ts'

const statement = 'statement-on-origin'
const maker = 'Calzaturificio Brentana S.r.l.'
const signature = {
  signatory: 'Giulia Ferraro',
  capacity: 'Export manager',
  place: 'Fermo',
  signedOn: '2026-09-01',
}

interface Claim {
  readonly agreement?: string
  readonly origin?: string
  readonly proof?: string
  readonly unitPrice?: string
  /** Where the seller is and the goods are sent from. */
  readonly soldFrom?: string
  readonly sentFrom?: string
}

interface RequiredList {
  readonly items: readonly Readonly<Record<string, unknown>>[]
}

/** Shoes of a maker in the country of origin, who sells and sends them from there by default. */
async function shoesOrder(claim: Claim = {}): Promise<Order> {
  const { agreement = 'gb-eu-tca', origin = 'IT', proof = statement, unitPrice = '189.00' } = claim
  const order = await exampleOrder('marketplace-cn-gb')
  const shoes = order.lines.find(({ commodityCode }) => commodityCode === '6403999690')!
  const preference = { agreement, proof, reference: order.commercialInvoice!.number }
  const { soldFrom = origin, sentFrom = origin } = claim
  const addressIn = (country: string) => ({ lines: ['4 Via del Porto'], city: 'Fermo', country })
  return {
    ...order,
    seller: { ...order.seller, name: maker, address: addressIn(soldFrom) },
    shipFrom: addressIn(sentFrom),
    lines: [{ ...shoes, origin, preference, unitPrice: money(unitPrice, 'GBP') }],
  }
}

describe('proofs of preferential origin over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const get = (path: string) => ask(api, tenant.keys.viewer, { url: path })

  const post = (path: string, payload?: object | FormData) =>
    ask(api, tenant.keys.broker, { method: 'POST', url: path, ...(payload && { payload }) })

  const open = async (order: Order) =>
    `/v1/cases/${await openPreparedCase(api, tenant.keys.operator, order)}`

  const sign = (inCase: string, change: object = {}) =>
    post(`${inCase}/preference-statement/sign`, { agreement: 'gb-eu-tca', signature, ...change })

  const prepared = async (inCase: string): Promise<CaseView> =>
    (await post(`${inCase}/prepare`)).json<CaseView>()

  const register = (registrations: readonly object[]) =>
    inTenant(api.database, tenant.tenantId, async (transaction) => {
      const profile = { ...testProfile, exporterRegistrations: registrations }
      await transaction
        .updateTable('tenant')
        .set({ profile: JSON.stringify(profile) })
        .execute()
    })

  test('without a proof a claim is not made, and the case says what is missing', async () => {
    const inCase = await open(await shoesOrder())
    const view = (await get(inCase)).json<CaseView>()
    expect(view.state).toBe('preparing')
    expect(view.obstacles).toMatchObject([
      {
        code: 'document-missing',
        path: '/documents/preference-statement',
        message: expect.stringContaining('gb-eu-tca') as string,
        mend: expect.stringContaining('/preference-statement/sign') as string,
      },
    ])
    expect(view.nextAction).toMatchObject({
      ...{ waitingFor: 'goods-data', at: `${inCase}/preference-statement/sign` },
    })
    const { items: required } = (await get(`${inCase}/required-documents`)).json<RequiredList>()
    expect(required.find(({ type }) => type === 'preference-statement')).toMatchObject({
      state: 'absent',
      recordedAt: [`${inCase}/preference-statement/sign`, `${inCase}/importers-knowledge`],
    })
    const quote = (await get(`${inCase}/quote`)).json<Quote>()
    expect(quote.items[0]).not.toHaveProperty('preference')
    expect(quote.totals.customsDuty.amount).toBe('16.24') // 203.00 x 8 %
  })

  test('a signed statement is on the case, and the claim rests on it', async () => {
    const inCase = await open(await shoesOrder())
    const signed = await sign(inCase)
    expect(signed.statusCode, signed.body).toBe(200)
    const { documents } = signed.json<CaseView>()
    expect(documents.find(({ kind }) => kind === 'preference-statement')).toMatchObject({
      name: 'preference-statement',
      signed: { agreement: 'gb-eu-tca', invoiceNumber: 'BW-INV-20418', signedOn: '2026-09-01' },
    })

    const ready = await prepared(inCase)
    expect(ready.obstacles).toEqual([])
    expect(ready.state).toBe('ready')
    expect(ready.documents.map(({ kind }) => kind)).toContain('preference-statement')
    const quote = (await get(`${inCase}/quote`)).json<Quote>()
    expect(quote.totals.customsDuty.amount).toBe('0.00')
    expect(quote.items[0]).toMatchObject({
      preference: {
        ...{ agreement: 'gb-eu-tca', preferenceCode: '300', preferentialOrigin: 'EU' },
        proof: { documentCode: 'U110', id: 'BW-INV-20418', statusCode: 'JE' },
      },
    })
    const { items: required } = (await get(`${inCase}/required-documents`)).json<RequiredList>()
    const entry = required.find(({ type }) => type === 'preference-statement')
    expect(entry).not.toHaveProperty('recordedAt')
    expect(entry).toMatchObject({
      ...{ needed: 'required', state: 'held', documentCode: 'U110', reference: 'BW-INV-20418' },
    })
  })

  test('it is shown as data and rendered the same each time, under the hash on record', async () => {
    const inCase = await open(await shoesOrder())
    await sign(inCase)
    await prepared(inCase)
    const { items } = (await get(`${inCase}/documents`)).json<{ items: readonly DocumentView[] }>()
    const view = items.find(({ kind }) => kind === 'preference-statement')!
    const data = (await get(view.data)).json<{ data: Record<string, unknown> }>()
    expect(data.data).toMatchObject({
      agreementId: 'gb-eu-tca',
      words: expect.stringContaining('of European Union preferential origin') as string,
      lines: [{ itemNumber: 1, hsCode: '640399', origin: 'IT', amount: '189' }],
      signature,
    })
    const [first, again] = await Promise.all([get(view.pdf), get(view.pdf)])
    expect(first.headers.etag).toBe(`"${view.contentSha256}"`)
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(sha256Hex(again.rawPayload)).toBe(sha256Hex(first.rawPayload))
  })

  test('the name of who signed stands in no event, and goes with the data of the people', async () => {
    const inCase = await open(await shoesOrder())
    await sign(inCase)
    const events = await get(`${inCase}/events`)
    expect(events.body).toContain('preference-statement-signed')
    expect(events.body).not.toContain(signature.signatory)
    const paper = `${inCase}/documents/preference-statement.json`
    expect((await get(paper)).body).toContain(signature.signatory)

    await post(`${inCase}/stop`, { reason: 'The order was cancelled.' })
    const url = `${inCase}/personal-data`
    const erased = await ask(api, tenant.keys.owner, { method: 'DELETE', url })
    expect(erased.statusCode, erased.body).toBe(200)
    expect((await get(paper)).json()).toMatchObject({
      data: { signature: { signatory: '[erased]' } },
    })
  })

  const future = { ...signature, signedOn: '2026-09-03' }
  const inItaly = { soldFrom: 'IT', sentFrom: 'IT' }
  const impossible = { ...signature, signedOn: '2026-02-30' }

  test.each<{ what: string; claim?: Claim; change?: object; code: string; path: string }>([
    {
      what: 'of goods that claim nothing under the agreement',
      ...{ change: { agreement: 'gb-kr-fta' }, code: 'not-found', path: '/goodsItems' },
    },
    {
      what: 'under an agreement that is not known',
      ...{ change: { agreement: 'gb-xx' }, code: 'not-found', path: '/agreement' },
    },
    {
      what: 'of goods that come from elsewhere',
      ...{ claim: { origin: 'CN', ...inItaly }, code: 'invalid-input' },
      path: '/goodsItems/0/origin',
    },
    {
      what: 'of an exporter in no partner country',
      ...{ claim: { soldFrom: 'CN' }, code: 'invalid-input' },
      path: '/parties/exporter/address/country',
    },
    {
      what: 'about goods that are sent from no partner country',
      ...{ claim: { sentFrom: 'CN' }, code: 'document-missing', path: '/shipFrom/country' },
    },
    {
      what: 'above the limit of value without a registration',
      ...{ claim: { unitPrice: '9000.00' }, code: 'fact-missing' },
      path: '/profile/exporterRegistrations',
    },
    {
      what: 'on a day that has not come',
      ...{ change: { signature: future }, code: 'invalid-input', path: '/signature/signedOn' },
    },
    {
      what: 'on a day that does not exist',
      ...{ change: { signature: impossible }, code: 'invalid-input', path: '/signature/signedOn' },
    },
    {
      what: 'about an invoice that the goods are not on',
      ...{ change: { invoiceNumber: 'X' }, code: 'not-found', path: '/invoiceNumber' },
    },
    {
      what: 'about an item that the case does not have',
      ...{ change: { itemNumber: 7 }, code: 'not-found', path: '/itemNumber' },
    },
  ])('refuses a statement $what', async ({ claim, change, code, path }) => {
    const inCase = await open(await shoesOrder(claim))
    const refused = await sign(inCase, change)
    expect(refused.statusCode).toBeGreaterThanOrEqual(400)
    expect(refused.json()).toMatchObject({ type: `/problems/${code}` })
    expect(refused.body).toContain(`"${path}"`)
    const { documents } = (await get(inCase)).json<CaseView>()
    expect(documents.map(({ kind }) => kind)).not.toContain('preference-statement')
  })

  test('the registration in the profile lifts the limit and stands in the words', async () => {
    const inCase = await open(await shoesOrder({ unitPrice: '9000.00' }))
    await register([
      {
        exporterName: maker,
        number: 'ITREX12345678901',
        agreement: 'gb-eu-tca',
        validFrom: '2025-01-01',
      },
    ])
    try {
      expect((await sign(inCase)).statusCode).toBe(200)
    } finally {
      await register([])
    }
    const data = (await get(`${inCase}/documents/preference-statement.json`)).body
    expect(data).toContain('(Exporter Reference No ITREX12345678901)')
  })

  test('a statement under an agreement without loaded rates is kept, and the claim is refused by name', async () => {
    const inCase = await open(await shoesOrder({ agreement: 'gb-jp-cepa', origin: 'JP' }))
    const wantsCriterion = await sign(inCase, { agreement: 'gb-jp-cepa' })
    expect(wantsCriterion.json()).toMatchObject({ type: '/problems/fact-missing' })
    const signed = await sign(inCase, { agreement: 'gb-jp-cepa', originCriterion: 'C1' })
    expect(signed.statusCode, signed.body).toBe(200)
    const view = await prepared(inCase)
    expect(view.state).toBe('preparing')
    expect(view.obstacles.map(({ code, path }) => [code, path])).toEqual([
      ['not-covered', '/goodsItems/0/preference'],
      ['not-covered', '/goodsItems/0/preference/proof'],
    ])
    expect(view.obstacles[0]!.message).toContain(
      'how a preference under gb-jp-cepa is claimed in a declaration is not known here',
    )
    expect((await get(`${inCase}/documents/preference-statement.pdf`)).statusCode).toBe(200)
  })

  const mend = async (inCase: string, goodsItems: readonly object[]) => {
    const { etag } = (await get(inCase)).headers
    return ask(api, tenant.keys.broker, {
      ...{ method: 'PATCH', url: `${inCase}/goods`, payload: { goodsItems } },
      headers: { 'if-match': String(etag) },
    })
  }

  test('a claim can be withdrawn, and the duty of third countries is then paid', async () => {
    const inCase = await open(await shoesOrder({ agreement: 'gb-jp-cepa', origin: 'JP' }))
    const mended = await mend(inCase, [{ itemNumber: 1, preference: null }])
    expect(mended.statusCode, mended.body).toBe(200)
    const view = await prepared(inCase)
    expect(view.state).toBe('ready')
  })

  test('goods that change after the signature are no longer those of the statement', async () => {
    const inCase = await open(await shoesOrder())
    await sign(inCase)
    expect((await prepared(inCase)).state).toBe('ready')
    await mend(inCase, [
      { itemNumber: 1, description: "Men's boots, leather uppers, rubber soles" },
    ])
    const view = await prepared(inCase)
    expect(view.obstacles.map(({ code }) => code)).toContain('documents-disagree')
    expect((await sign(inCase)).statusCode).toBe(200)
    const again = await prepared(inCase)
    expect(again.state).toBe('ready')
    expect(again.documents.filter(({ signed }) => signed !== undefined)).toHaveLength(1)
  })

  test("the importer's knowledge needs records with the case, and then the claim rests on it", async () => {
    const inCase = await open(await shoesOrder({ proof: 'importers-knowledge' }))
    expect((await get(inCase)).json<CaseView>().obstacles).toMatchObject([
      { code: 'document-missing', path: '/documents/importers-knowledge' },
    ])
    const record = (attachmentIds: readonly string[]) =>
      post(`${inCase}/importers-knowledge`, { agreement: 'gb-eu-tca', attachmentIds })
    const refused = await record([newId('attachment')])
    expect(refused.json()).toMatchObject({ type: '/problems/not-found' })
    const attached = await post(`${inCase}/attachments`, await paperForm('supplier-declaration'))
    const { attachmentId } = attached.json<{ attachmentId: string }>()
    expect((await record([attachmentId])).statusCode).toBe(200)
    expect((await prepared(inCase)).state).toBe('ready')
    const { items } = (await get(`${inCase}/quote`)).json<Quote>()
    expect(items[0]).toMatchObject({
      preference: { proof: { documentCode: 'U112', statusCode: 'JP' } },
    })
  })

  test("the importer's knowledge is not taken of goods that no partner exports and sends", async () => {
    const proof = 'importers-knowledge'
    const inCase = await open(await shoesOrder({ proof, soldFrom: 'CN', sentFrom: 'CN' }))
    const attached = await post(`${inCase}/attachments`, await paperForm('supplier-declaration'))
    const { attachmentId } = attached.json<{ attachmentId: string }>()
    const payload = { agreement: 'gb-eu-tca', attachmentIds: [attachmentId] }
    const refused = await post(`${inCase}/importers-knowledge`, payload)
    expect(refused.statusCode).toBe(400)
    expect(refused.json<{ failures: { path: string }[] }>().failures).toMatchObject([
      { code: 'invalid-input', path: '/parties/exporter/address/country' },
      { code: 'document-missing', path: '/shipFrom/country' },
    ])
    const view = await prepared(inCase)
    expect(view.state).toBe('preparing')
    expect(view.nextAction).toMatchObject({ at: `${inCase}/goods` })
  })

  test('nothing is signed for a case that was declared', async () => {
    const inCase = await open(await shoesOrder())
    await sign(inCase)
    await prepared(inCase)
    const declared = await post(`${inCase}/declare`, {})
    expect(declared.statusCode, declared.body).toBe(200)
    const late = await sign(inCase)
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({ type: '/problems/illegal-transition' })
  })
})
