import type { RouteEntry } from '../src/api/http/route-table.ts'
import { localDate } from '../src/customs/calendar/local-date.ts'
import type { Order } from '../src/customs/order/order.ts'
import { newId } from '../src/platform/ids.ts'
import { inTransaction } from '../src/platform/postgres/index.ts'
import { ask, evidenceForm, openPreparedCase, paperForm, photoForm } from './api-requests.ts'
import type { TestApi, TestTenant } from './api.ts'
import { csvOf, fullRow } from './purchase-lists.ts'
import { exampleOrder, readExample } from './shipped-examples.ts'

/** Ids of one tenant's things by the resource and the parameter of the routes that lead to them. */
export type Specimens = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A call of a route, for a key to be put on it. */
export interface RouteCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly payload?: object
  readonly headers: Readonly<Record<string, string>>
}

const caseView = {
  name: 'Waiting for us',
  filter: { whose: ['yours'] },
  sort: 'newest',
  shared: true,
}

const feeTable = {
  name: 'Carrier',
  fees: [
    {
      ...{ id: 'carrier-disbursement', name: { en: 'Disbursement', zh: '垫付费' } },
      ...{ per: 'consignment', collector: 'carrier', timing: 'after-delivery', vat: 'included' },
      rate: { from: 'amount', amount: { amount: '5', currency: 'EUR' }, each: 'consignment' },
    },
  ],
} as const

const letter = { kind: 'question', subject: 'test', text: 'test' } as const

const webhook = { url: 'http://localhost:9/hook', eventTypes: ['*'] }

const contact = { topic: 'clearance', office: 'Hub', email: 'hub@example.org' }

const judgement = {
  ...{ scheme: 'uk-aeo', criterion: 'solvency', verdict: 'met', reason: 'test' },
}

const accounts = {
  ...{ scheme: 'uk-aeo', criterion: 'solvency', document: 'annual-accounts' },
}

const saleToGuarantee = {
  ...(await readExample<object>('sale-cn-de')),
  expiresAt: '2026-09-30T12:00:00Z',
}

/** A body with which each route that needs one gets as far as looking for its subject. */
const payloads: Readonly<Record<string, object>> = {
  'POST /v1/api-keys': { name: 'another', role: 'viewer' },
  'PATCH /v1/tenant': { name: 'Another name' },
  'POST /v1/people': { name: 'Another person', role: 'viewer' },
  'PATCH /v1/people/:id': { name: 'Another name' },
  'POST /v1/cases/:id/declare': { additionalType: 'D' },
  'POST /v1/cases/:id/stop': { reason: 'test' },
  'POST /v1/cases/:id/reopen': { reason: 'test' },
  'POST /v1/cases/:id/return': {
    reason: 'rejected',
    incoterm: { code: 'FOB', place: 'London' },
    transport: { mode: 'air' },
  },
  'PATCH /v1/cases/:id/goods': { freight: { amount: '1', currency: 'USD' } },
  'POST /v1/cases/:id/transport-events': {
    event: 'goods-departed',
    occurredAt: '2026-09-01T10:00:00Z',
    source: 'test',
  },
  'POST /v1/cases/:id/answers': { controlId: 'control', attachmentIds: [newId('attachment')] },
  'POST /v1/cases/:id/outcome': { outcome: 'returned', reason: 'test' },
  'POST /v1/cases/:id/amendments': {
    goods: { freight: { amount: '1.00', currency: 'GBP' } },
    explanation: 'test',
  },
  'POST /v1/cases/:id/invalidation': { reason: 'duplicate', explanation: 'test' },
  'PATCH /v1/cases/:id/supplementary-declaration/goods': {
    freight: { amount: '1.00', currency: 'GBP' },
  },
  'POST /v1/cases/:id/supplementary-declaration/amendments': {
    goods: { freight: { amount: '1.00', currency: 'GBP' } },
    explanation: 'test',
  },
  'POST /v1/cases/:id/supplementary-declaration/invalidation': {
    ...{ reason: 'duplicate', explanation: 'test' },
  },
  'POST /v1/cases/:id/payments': {
    payer: 'seller',
    amount: { amount: '1', currency: 'GBP' },
    reference: 'test',
  },
  'POST /v1/cases/:id/attachments': await paperForm(),
  'POST /v1/cases/:id/questions/:questionId/answer': { text: 'test' },
  'POST /v1/cases/:id/correspondence': { kind: 'question', subject: 'test', text: 'test' },
  'POST /v1/cases/:id/correction-figures': {
    goods: { freight: { amount: '1.00', currency: 'GBP' } },
  },
  'POST /v1/correspondence': letter,
  'POST /v1/correspondence/papers': photoForm(),
  'POST /v1/correspondence/:threadId/letters': { text: 'test' },
  'POST /v1/correspondence/:threadId/readings': {
    letterId: 'letter_01k00000000000000000000000',
    awaits: 'nobody',
  },
  'POST /v1/cases/:id/certificate-of-origin/issue': {
    origin: 'CN',
    issue: {
      number: '1',
      issuer: 'test',
      place: 'test',
      issuedOn: '2026-09-01',
      scanAttachmentId: newId('attachment'),
    },
  },
  'POST /v1/cases/:id/preference-statement/sign': {
    agreement: 'gb-eu-tca',
    signature: { signatory: 'test', place: 'test', signedOn: '2026-09-01' },
  },
  'POST /v1/cases/:id/importers-knowledge': {
    agreement: 'gb-eu-tca',
    attachmentIds: [newId('attachment')],
  },
  'PUT /v1/orders/:id/delivery-terms': {
    incoterm: { code: 'DAP', place: 'London' },
    dutiesBilledTo: 'buyer',
  },
  'POST /v1/orders/:id/cancel': { reason: 'test' },
  'POST /v1/orders/:id/warehouse-decision': { choice: 'wait', reason: 'test' },
  'POST /v1/set-apart-goods/:id/settlement': { outcome: 'sent-back', reason: 'test' },
  'POST /v1/orders/:id/division': {
    parts: [1, 2].map(() => ({
      lines: [{ lineNumber: 1, quantity: 1 }],
      packages: [{ type: 'CT', count: 1 }],
    })),
  },
  'POST /v1/order-checks': { orders: [{}] },
  'POST /v1/messages/read': { text: '<Response><FunctionCode>01</FunctionCode></Response>' },
  'POST /v1/messages/check': { text: '<Response><FunctionCode>01</FunctionCode></Response>' },
  'POST /v1/exchange/messages/:messageId/set-aside': { reason: 'test' },
  'POST /v1/exchange/strays/:strayId/assignment': { caseId: newId('case') },
  'POST /v1/exchange/strays/:strayId/set-aside': { reason: 'test' },
  'PATCH /v1/list-drafts/:id': {},
  'POST /v1/list-drafts/:id/orders': {},
  'PUT /v1/shipments/:id': { reference: 'RESTATED' },
  'POST /v1/shipments/:id/moves': { orderIds: [newId('order')] },
  'POST /v1/webhooks': webhook,
  'POST /v1/cases/bulk': { action: 'prepare', caseIds: [newId('case')] },
  'POST /v1/case-views': caseView,
  'PUT /v1/case-views/:id': caseView,
  'POST /v1/guaranteed-quotes': saleToGuarantee,
  'POST /v1/guaranteed-quotes/:id/amendments': {
    why: 'returned',
    returned: [{ lineNumber: 1, quantity: 1 }],
  },
  'POST /v1/guaranteed-quotes/:id/reconciliations': {
    billed: [
      {
        kind: 'fee',
        amount: { amount: '1', currency: 'EUR' },
        billedBy: 'carrier',
        reference: 'test',
      },
    ],
  },
  'POST /v1/authorities/:authority/contacts': contact,
  'PUT /v1/authorities/:authority/contacts/:contactId': contact,
  'POST /v1/authorities/:authority/standing/documents': await evidenceForm(accounts),
  'POST /v1/authorities/:authority/standing/judgements': judgement,
  'POST /v1/fee-tables': {
    ...feeTable,
    fees: [{ ...feeTable.fees[0], id: newId('fee').replaceAll('_', '-') }],
  },
  'PUT /v1/fee-tables/:id': feeTable,
  'PUT /v1/webhooks/:id': { ...webhook, state: 'enabled' },
}

type Post = (url: string, payload?: object | string) => Promise<Readonly<Record<string, string>>>

/** Makes one thing of each kind that a route can name; the tenant is a purchasing agent. */
export async function makeSpecimens(api: TestApi, tenant: TestTenant): Promise<Specimens> {
  const post: Post = async (url, payload) => {
    const csv = typeof payload === 'string' ? { headers: { 'content-type': 'text/csv' } } : {}
    const request = { method: 'POST', url, ...csv, ...(payload && { payload }) } as const
    const answer = await ask(api, tenant.keys.owner, request)
    if (answer.statusCode >= 400) throw new Error(`${url}: ${answer.body}`)
    return answer.json()
  }
  return { ...(await specimensOfCase(api, tenant, post)), ...(await specimensOfAgent(post)) }
}

async function specimensOfCase(api: TestApi, { keys }: TestTenant, post: Post): Promise<Specimens> {
  const get = async <Body>(url: string): Promise<Body> =>
    (await ask(api, keys.owner, { url })).json<Body>()
  const caseId = await openPreparedCase(api, keys.operator, await exampleOrder('marketplace-cn-gb'))
  const inCase = `/v1/cases/${caseId}`
  const { orderIds } = await get<{ orderIds: string[] }>(inCase)
  await post(`${inCase}/declare`, {})
  const { sent } = await get<{ sent: { id: string; lrn: string }[] }>(`${inCase}/messages`)
  const { attachmentId = '' } = await post(`${inCase}/attachments`, await paperForm())
  const { id: webhookId = '' } = await post('/v1/webhooks', webhook)
  const { deliveryId = '' } = await post(`/v1/webhooks/${webhookId}/test`)
  return {
    '/v1/cases': {
      id: caseId,
      name: 'commercial-invoice',
      attachmentId,
      messageId: sent[0]!.id,
      questionId: 'question',
    },
    '/v1/case-views': { id: (await post('/v1/case-views', caseView)).id! },
    '/v1/bulk-runs': {
      id: (await post('/v1/cases/bulk', { action: 'prepare', caseIds: [caseId] })).id!,
    },
    '/v1/messages': { messageId: sent[0]!.id },
    '/v1/correspondence': await specimensOfLetters(post),
    '/v1/exchange': { messageId: sent[0]!.id, strayId: await strayOf(api, sent[0]!.lrn) },
    '/v1/authorities': {
      authority: 'uk-cds',
      contactId: (await post('/v1/authorities/uk-cds/contacts', contact)).id!,
      evidenceId: (
        await post('/v1/authorities/uk-cds/standing/documents', await evidenceForm(accounts))
      ).id!,
    },
    '/v1/orders': { id: orderIds[0]! },
    '/v1/guaranteed-quotes': { id: (await post('/v1/guaranteed-quotes', saleToGuarantee)).id! },
    '/v1/fee-tables': { id: (await post('/v1/fee-tables', feeTable)).id! },
    '/v1/api-keys': { id: (await post('/v1/api-keys', { name: 'x', role: 'viewer' })).id! },
    '/v1/people': { id: (await post('/v1/people', { name: 'x', role: 'viewer' })).id! },
    '/v1/tracking-links': { id: (await post(`${inCase}/tracking-links`)).id! },
    '/v1/webhooks': { id: webhookId },
    '/v1/deliveries': { id: deliveryId },
  }
}

async function specimensOfLetters(post: Post): Promise<Specimens[string]> {
  const { attachmentId = '' } = await post('/v1/correspondence/papers', photoForm())
  const { id = '' } = await post('/v1/correspondence', { ...letter, attachmentIds: [attachmentId] })
  return { threadId: id, attachmentId }
}

/** A notification that could not be placed when it came and names a reference of ours. */
async function strayOf({ database, clock }: TestApi, lrn: string): Promise<string> {
  const id = newId('stray')
  await inTransaction(database, (transaction) =>
    transaction
      .insertInto('stray_notification')
      .values({
        ...{ id, lrn, channel: 'uk-cds', sha256: id, why: 'test' },
        body: Buffer.from('<broken'),
        received_at: clock.now(),
      })
      .execute(),
  )
  return id
}

/** An order that is in the warehouse and in a shipment, and the list that it could have come from. */
async function specimensOfAgent(post: Post): Promise<Specimens> {
  const example = await exampleOrder('agent-jp-gb-low-value')
  // The clock of the tests stands two days before the example was ordered.
  const order = { ...example, orderedOn: localDate('2026-09-01') }
  const { orderId = '' } = await post('/v1/orders', order)
  const { photoId = '' } = await post('/v1/warehouse-photos', photoForm())
  const receipt = await post('/v1/warehouse-receipts', receiptOf(orderId, order))
  const { setApart } = receipt as unknown as { setApart: { id: string }[] }
  const shipment = await post('/v1/shipments', {
    reference: newId('test').slice(-8),
    orderIds: [orderId],
  })
  const list = await post('/v1/purchase-lists?name=list.csv', csvOf([fullRow]))
  const draft = await post('/v1/list-drafts?name=list.csv', csvOf([fullRow]))
  return {
    '/v1/warehouse-photos': { id: photoId },
    '/v1/warehouse-receipts': { id: receipt.id! },
    '/v1/set-apart-goods': { id: setApart[0]!.id },
    '/v1/shipments': { id: shipment.id!, orderId },
    '/v1/purchase-lists': { id: list.id! },
    '/v1/list-drafts': { id: draft.id!, column: 'incoterm' },
    '/v1/buyers': { id: orderId },
  }
}

function receiptOf(orderId: string, { lines }: Order): object {
  return {
    orderId,
    lines: lines.map(({ quantity }, index) => ({
      lineNumber: index + 1,
      quantity,
      grossWeightKg: '1.2',
      netWeightKg: '1',
    })),
    setApart: [{ kind: 'wrong-goods', quantity: 1, description: 'a tea pot of nobody' }],
    packages: [{ type: 'CT', count: 1 }],
    photoIds: [],
  }
}

/** Bodies that name things of a tenant, of which another tenant must not be able to make use. */
export function bodiesNaming(specimens: Specimens): Readonly<Record<string, object>> {
  const { orderId = '' } = specimens['/v1/shipments'] ?? {}
  const { id: caseId = '', attachmentId = '' } = specimens['/v1/cases'] ?? {}
  return {
    '/v1/cases/bulk': { action: 'prepare', caseIds: [caseId] },
    '/v1/correspondence': { ...letter, attachmentIds: [attachmentId] },
    '/v1/warehouse-receipts': {
      orderId,
      lines: [{ lineNumber: 1, quantity: 1, grossWeightKg: '1' }],
      packages: [{ type: 'CT', count: 1 }],
      photoIds: [],
    },
    '/v1/shipments': { reference: 'STOLEN', orderIds: [orderId] },
  }
}

/** Fills the parameters of a route. A route that the specimens do not cover has to be added here. */
export function callTo(route: RouteEntry, specimens: Specimens): RouteCall {
  const { method, url } = route
  const name = `${method} ${url}`
  const resource = url.split('/').slice(0, 3).join('/')
  const path = url.replaceAll(/:(\w+)/g, (_, parameter: string) => {
    const value = specimens[resource]?.[parameter]
    if (value === undefined) throw new Error(`add a specimen for :${parameter} of ${name}`)
    return value
  })
  const payload = payloads[name]
  return {
    method: method as RouteCall['method'],
    url: path,
    ...(payload && { payload }),
    headers: {
      ...(method === 'POST' && { 'idempotency-key': newId('test') }),
      ...((['PATCH', 'PUT'].includes(method) || url.endsWith('/amendments')) && {
        'if-match': '"1"',
      }),
    },
  }
}
