import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, openPreparedCase, paperForm } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'
import { readFacts } from '../clearance/store/case-fact.ts'
import { readCase } from '../clearance/store/case-store.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { CaseView } from './views/case-view.ts'

describe('a case over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant
  let caseId: string

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    const order = await exampleOrder('marketplace-cn-gb')
    caseId = await openPreparedCase(api, tenant.keys.operator, order)
  })
  afterAll(() => api.close())

  const get = (path: string, headers: Record<string, string> = {}) =>
    ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}${path}`, headers })

  const post = (path: string, payload?: object | FormData) =>
    ask(api, tenant.keys.broker, {
      method: 'POST',
      url: `/v1/cases/${caseId}${path}`,
      ...(payload && { payload }),
    })

  test('shows where it stands and what comes next', async () => {
    const answer = await get('')
    expect(answer.statusCode).toBe(200)
    expect(answer.json<CaseView>()).toMatchObject({
      id: caseId,
      state: 'ready',
      lane: { lane: 'gb-h1-standard', vat: 'import-vat' },
      nextAction: { waitingFor: 'declaring', whose: 'yours', at: `/v1/cases/${caseId}/declare` },
    })
  })

  test('every link that it shows leads somewhere', async () => {
    const { links } = (await get('')).json<CaseView>()
    for (const [name, path] of Object.entries(links).filter(([name]) => name !== 'stream')) {
      const answer = await ask(api, tenant.keys.viewer, { url: path })
      expect(answer.statusCode, name).toBe(200)
    }
  })

  test('is not sent again to whoever has its present version', async () => {
    const { etag } = (await get('')).headers
    const again = await get('', { 'if-none-match': String(etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  test('the description of a decision leaves nothing of it out', async () => {
    const recorded = await inTenant(api.database, tenant.tenantId, async (transaction) => {
      const state = await readCase(transaction, caseId)
      if (!state?.quote || !state.lane) throw new Error('the case is not prepared')
      const references = [state.quote.quote, state.lane.decision] as const
      return (await readFacts<[object, object]>(transaction, references)).facts
    })
    expect((await get('/quote')).json()).toEqual(recorded[0])
    expect((await get('/lane')).json()).toEqual(recorded[1])
  })

  test('the record names who did what, when and why', async () => {
    const { items } = (await get('/events')).json<{ items: Record<string, unknown>[] }>()
    expect(items[0]).toMatchObject({
      sequence: 1,
      type: 'case-opened',
      at: api.clock.now(),
      actor: { kind: 'api-key', name: 'operator' },
      cause: { kind: 'request' },
    })
    const rest = (await get('/events?after=1')).json<{ items: Record<string, unknown>[] }>()
    expect(rest.items).toEqual(items.slice(1))
  })

  test('a paper is rendered the same each time, under the hash of its data', async () => {
    const [first, again] = await Promise.all([
      get('/documents/commercial-invoice.pdf'),
      get('/documents/commercial-invoice.pdf'),
    ])
    expect(first.headers['content-type']).toBe('application/pdf')
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(first.rawPayload.equals(again.rawPayload)).toBe(true)
    const digest = Buffer.from(sha256Hex(first.rawPayload), 'hex').toString('base64')
    expect(first.headers['repr-digest']).toBe(`sha-256=:${digest}:`)
    const { documents } = (await get('')).json<CaseView>()
    expect(first.headers.etag).toBe(`"${documents[0]?.contentSha256}"`)
    const known = await get('/documents/commercial-invoice.pdf', {
      'if-none-match': String(first.headers.etag),
    })
    expect(known.statusCode).toBe(304)
  })

  test('an uploaded paper comes back as it was, and never as a page', async () => {
    const attached = await post('/attachments', await paperForm())
    expect(attached.statusCode).toBe(201)
    const { content, sha256 } = attached.json<{ content: string; sha256: string }>()
    const paper = await ask(api, tenant.keys.viewer, { url: content })
    expect(sha256Hex(paper.rawPayload)).toBe(sha256)
    expect(paper.headers['content-disposition']).toMatch(/^attachment; filename="waybill\.pdf"/)
    expect(paper.headers['content-security-policy']).toContain('sandbox')
  })

  test('refuses a file that is not what it says', async () => {
    const form = new FormData()
    form.set('kind', 'photograph')
    form.set('file', new Blob(['<script>alert(1)</script>'], { type: 'image/png' }), 'cat.png')
    const refused = await post('/attachments', form)
    expect(refused.statusCode).toBe(415)
    expect(refused.json()).toMatchObject({ type: '/problems/unsupported-type' })
    const { attachments } = (await get('')).json<CaseView>()
    expect(attachments.map(({ kind }) => kind)).not.toContain('photograph')
  })

  test('goods data can be mended only on the present version', async () => {
    const mend = (version: string | undefined) =>
      ask(api, tenant.keys.broker, {
        method: 'PATCH',
        url: `/v1/cases/${caseId}/goods`,
        payload: { goodsItems: [{ itemNumber: 1, netWeightKg: '0.300' }] },
        ...(version !== undefined && { headers: { 'if-match': version } }),
      })
    expect((await mend(undefined)).statusCode).toBe(428)
    expect((await mend('"1"')).statusCode).toBe(412)
    expect((await mend('"one"')).statusCode).toBe(412)
    const mended = await mend(String((await get('')).headers.etag))
    expect(mended.statusCode).toBe(200)
    expect(mended.json()).toMatchObject({ state: 'preparing' })
    expect((await get('')).headers.etag).toBe(mended.headers.etag)
  })

  test('declares only what is ready, and shows the declaration and its bytes', async () => {
    expect((await post('/declare', {})).statusCode).toBe(409)
    expect((await get('/declaration')).statusCode).toBe(404)
    await post('/prepare')
    const declared = await post('/declare', {})
    expect(declared.json()).toMatchObject({
      state: 'lodged',
      declaration: { additionalType: 'D', outcomeUnknown: false },
    })
    const { sent } = (await get('/messages')).json<{ sent: { body: string; sha256: string }[] }>()
    const body = await ask(api, tenant.keys.viewer, { url: sent[0]?.body ?? '' })
    expect(sha256Hex(body.rawPayload)).toBe(sent[0]?.sha256)
    expect(body.headers['content-type']).toBe('application/xml')
    const { declaration, origins } = (await get('/declaration')).json<{
      declaration: { lrn: string }
      origins: Record<string, { source: string }>
    }>()
    expect(body.body).toContain(declaration.lrn)
    expect(Object.keys(origins).length).toBeGreaterThan(50)
  })

  test('a step that the life cycle does not allow says so', async () => {
    const refused = await post('/stop', { reason: 'the buyer has cancelled' })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ type: '/problems/illegal-transition' })
  })

  test('lists page by page, newest first, without missing or repeating a case', async () => {
    for (let count = 0; count < 4; count += 1) {
      const payload = await exampleOrder('vague-and-incomplete')
      await ask(api, tenant.keys.operator, { method: 'POST', url: '/v1/orders', payload })
    }
    const seen: string[] = []
    let next: string | undefined = ''
    while (next !== undefined) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`
      const page = await ask(api, tenant.keys.viewer, { url: `/v1/cases?limit=2${cursor}` })
      const body = page.json<{ items: { id: string }[]; next?: string }>()
      expect(body.items.length).toBeLessThanOrEqual(2)
      seen.push(...body.items.map(({ id }) => id))
      next = body.next
    }
    expect(seen).toHaveLength(5)
    expect(seen).toEqual([...new Set(seen)].sort().reverse())
    const drafts = await ask(api, tenant.keys.viewer, {
      url: '/v1/cases?state=draft&waitingFor=preparation',
    })
    expect(drafts.json<{ items: object[] }>().items).toHaveLength(4)
  })

  test('refuses a cursor that no list has given out', async () => {
    const refused = await ask(api, tenant.keys.viewer, { url: '/v1/cases?cursor=AAAA' })
    expect(refused.statusCode).toBe(400)
    expect(refused.json()).toMatchObject({ failures: [{ path: '/cursor' }] })
  })
})
