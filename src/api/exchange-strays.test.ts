import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, testSecurityToken, type TestApi, type TestTenant } from '../../test/api.ts'
import { declareExample, type DeclaredCase } from '../../test/given-up-message.ts'
import { newId } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { StrayDetail, StrayView } from './exchange-strays.ts'

/** A notification of the acceptance that names its declaration by nothing but its MRN. */
const acceptance = (mrn: string) => `<?xml version="1.0" encoding="UTF-8"?>
<MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2">
  <WCODataModelVersionCode>3.6</WCODataModelVersionCode>
  <Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2">
    <FunctionCode>02</FunctionCode>
    <FunctionalReferenceID>${newId('n')}</FunctionalReferenceID>
    <IssueDateTime><DateTimeString formatCode="304"
      xmlns="urn:wco:datamodel:WCO:Response_DS:DMS:2">20260901120000Z</DateTimeString></IssueDateTime>
    <Declaration><ID>${mrn}</ID><VersionID>1</VersionID></Declaration>
  </Response>
</MetaData>`

describe('stray notifications over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant
  let stranger: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    stranger = await api.addTenant()
  })
  afterAll(() => api.close())

  const push = async (payload: string, conversationId: string): Promise<void> => {
    const answer = await api.server.inject({
      method: 'POST',
      url: '/exchange/uk-cds/notifications',
      headers: {
        authorization: testSecurityToken,
        'content-type': 'application/xml',
        'x-conversation-id': conversationId,
      },
      payload,
    })
    expect(answer.statusCode).toBe(204)
  }

  /** The notification comes before the answer that names its conversation is recorded. */
  const stray = async (payload: string): Promise<DeclaredCase & { readonly strayId: string }> => {
    const declared = await declareExample(api, tenant)
    const conversation = newId('conversation')
    await push(payload, conversation)
    expect(await listed(tenant)).not.toContain(conversation)
    await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction
        .updateTable('exchange_message')
        .set({ conversation_id: conversation, state: 'sent' })
        .where('id', '=', declared.messageId)
        .execute(),
    )
    const open = (await get<{ items: StrayView[] }>('/v1/exchange/strays?standing=open')).items
    const found = open.find(({ conversationId }) => conversationId === conversation)
    return { ...declared, strayId: found!.id }
  }

  const get = async <Body>(url: string, key = tenant.keys.viewer): Promise<Body> =>
    (await ask(api, key, { url })).json<Body>()

  const listed = async ({ keys }: TestTenant): Promise<string> =>
    (await ask(api, keys.owner, { url: '/v1/exchange/strays' })).body

  const post = (url: string, payload: object, key = tenant.keys.broker) =>
    ask(api, key, { method: 'POST', url, payload })

  test('are shown, explained and raw, to the business whose message they answer', async () => {
    const xml = acceptance('26GBAAAAAAAAAAAAA1')
    const { strayId, messageId, caseId } = await stray(xml)
    const detail = await get<StrayDetail>(`/v1/exchange/strays/${strayId}`)
    expect(detail).toMatchObject({
      state: 'open',
      cause: 'not-recognised',
      mrn: '26GBAAAAAAAAAAAAA1',
      proof: { by: 'conversation', messageId, caseId },
      read: { functionCode: '02', name: 'DMSRCV' },
    })
    const raw = await ask(api, tenant.keys.viewer, { url: detail.body })
    expect(raw.body).toBe(xml)
    expect(await listed(stranger)).not.toContain(strayId)
    expect((await ask(api, stranger.keys.owner, { url: detail.body })).statusCode).toBe(404)
  })

  test('are given to their case, which then has the notification', async () => {
    const { strayId, caseId, messageId } = await stray(acceptance('26GBAAAAAAAAAAAAA2'))
    const url = `/v1/exchange/strays/${strayId}/assignment`
    expect((await post(url, { caseId }, stranger.keys.owner)).statusCode).toBe(404)
    expect((await post(url, { caseId: newId('case') })).statusCode).toBe(409)
    const assigned = await post(url, { caseId, reason: 'came before the answer' })
    expect(assigned.json()).toEqual({ receipt: 'stored' })
    const { received } = await get<{ received: { answers: string; functionCode: string }[] }>(
      `/v1/cases/${caseId}/messages`,
    )
    expect(received).toMatchObject([{ answers: messageId, functionCode: '02' }])
    expect(await get(`/v1/exchange/strays/${strayId}`)).toMatchObject({
      state: 'assigned',
      settled: { caseId, reason: 'came before the answer', actor: { name: 'broker' } },
    })
  })

  test('that cannot be read are shown as they came, and set aside with a reason', async () => {
    const { strayId, caseId } = await stray('<MetaData><broken')
    expect(await get(`/v1/exchange/strays/${strayId}`)).toMatchObject({
      cause: 'unreadable',
      unreadable: expect.any(String),
    })
    const assigned = await post(`/v1/exchange/strays/${strayId}/assignment`, { caseId })
    expect(assigned.statusCode).toBe(409)
    const url = `/v1/exchange/strays/${strayId}/set-aside`
    expect((await post(url, { reason: 'x' }, tenant.keys.viewer)).statusCode).toBe(403)
    expect((await post(url, { reason: 'cut off by the network' })).statusCode).toBe(200)
    const settled = await get<{ items: StrayView[] }>('/v1/exchange/strays?standing=settled')
    expect(settled.items[0]).toMatchObject({
      state: 'set-aside',
      settled: { reason: 'cut off by the network' },
    })
  })
})
