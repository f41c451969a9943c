import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, openPreparedCase, paperForm } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'

interface OpenPoint {
  readonly code: string
  readonly goodsFact?: { readonly path: string }
}

interface Form {
  readonly standing: string
  readonly sections: readonly {
    readonly id: string
    readonly fields: readonly {
      readonly path: string
      readonly values: readonly string[]
      readonly origins: readonly { readonly source: string }[]
      readonly goodsFact?: { readonly path: string }
    }[]
  }[]
}

describe('what the page of a case is made from', () => {
  let api: TestApi
  let tenant: TestTenant
  let caseId: string
  let vagueCaseId: string

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    const { operator } = tenant.keys
    caseId = await openPreparedCase(api, operator, await exampleOrder('marketplace-cn-gb'))
    const vague = await exampleOrder('vague-and-incomplete')
    vagueCaseId = await openPreparedCase(api, operator, vague)
  })
  afterAll(() => api.close())

  const read = async <Body>(path: string, id = caseId): Promise<Body> => {
    const answer = await ask(api, tenant.keys.viewer, { url: `/v1/cases/${id}${path}` })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<Body>()
  }

  test('the history tells every event in words, with who did it', async () => {
    const { items } = await read<{ items: { sequence: number }[] }>('/history')
    const record = await read<{ items: { sequence: number }[] }>('/events')
    expect(items.map(({ sequence }) => sequence)).toEqual(
      record.items.map(({ sequence }) => sequence),
    )
    expect(items[0]).toMatchObject({
      subject: 'preparation',
      actor: { kind: 'api-key', name: 'operator' },
      sentence: { en: expect.stringContaining('was opened with 3 goods items') as string },
    })
  })

  test('the timeline shows a prepared case as ready', async () => {
    const { steps } = await read<{ steps: { step: string; state: string }[] }>('/timeline')
    expect(steps.filter(({ state }) => state === 'done').map(({ step }) => step)).toEqual([
      'opened',
      'ready',
    ])
  })

  test('the breakdown ends at what is paid in all, and compares once there is an assessment', async () => {
    const breakdown = await read<{
      dueAtImport: { amount: string }
      bars: { id: string; amount: { amount: string } }[]
    }>('/duty-breakdown')
    expect(breakdown.bars.map(({ id }) => id)).toContain('customs-duty')
    expect(breakdown.bars.at(-1)?.id).toBe('all-together')
    expect(breakdown).not.toHaveProperty('comparison')
  })

  test('the form shows what would be declared, and from where each value comes', async () => {
    const form = await read<Form>('/declaration/form')
    expect(form.standing).toBe('trial')
    expect(form.sections.map(({ id }) => id)).toEqual([
      ...['1', '2', '3', '4', '5', '6', '7', '8'],
      ...['item-1', 'item-2', 'item-3'],
    ])
    const description = form.sections
      .at(-3)
      ?.fields.find(({ path }) => path.endsWith('commodity/description'))
    expect(description).toMatchObject({
      values: ["Men's T-shirt, knitted, 100% cotton"],
      origins: [{ source: 'order' }],
      goodsFact: { path: '/goodsItems/0/description' },
    })
  })

  test('a case that cannot be declared yet names every point with the fact to mend', async () => {
    const { items } = await read<{ items: OpenPoint[] }>('/open-points', vagueCaseId)
    expect(items.map(({ code }) => code)).toContain('description-vague')
    const paths = items.flatMap(({ goodsFact }) => goodsFact?.path ?? [])
    expect(paths).toContain('/goodsItems/0/description')
    const answer = await ask(api, tenant.keys.viewer, {
      url: `/v1/cases/${vagueCaseId}/declaration/form`,
    })
    expect(answer.statusCode, 'no form without its facts').toBeGreaterThanOrEqual(404)
  })

  test('the goods data come with the version on which they can be mended', async () => {
    const goods = await ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}/goods` })
    expect(goods.json()).toMatchObject({
      goodsItems: [{ itemNumber: 1, netWeightKg: '0.540' }, {}, {}],
    })
    const mended = await ask(api, tenant.keys.broker, {
      method: 'PATCH',
      url: `/v1/cases/${caseId}/goods`,
      payload: { goodsItems: [{ itemNumber: 1, vatRelief: 'VATZ' }] },
      headers: { 'if-match': String(goods.headers.etag) },
    })
    expect(mended.statusCode, mended.body).toBe(200)
    const claimed = await ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}/goods` })
    expect(claimed.json()).toMatchObject({ goodsItems: [{ vatRelief: 'VATZ' }, {}, {}] })
    const withdrawn = await ask(api, tenant.keys.broker, {
      method: 'PATCH',
      url: `/v1/cases/${caseId}/goods`,
      payload: { goodsItems: [{ itemNumber: 1, vatRelief: null }] },
      headers: { 'if-match': String(claimed.headers.etag) },
    })
    expect(withdrawn.statusCode, withdrawn.body).toBe(200)
    const { goodsItems } = await read<{ goodsItems: object[] }>('/goods')
    expect(goodsItems[0]).not.toHaveProperty('vatRelief')
  })

  test('uploaded papers are listed with their names', async () => {
    const payload = await paperForm()
    const url = `/v1/cases/${caseId}/attachments`
    await ask(api, tenant.keys.broker, { method: 'POST', url, payload })
    const { items } = await read<{ items: object[] }>('/attachments')
    expect(items).toMatchObject([
      { kind: 'transport-document', fileName: 'waybill.pdf', mediaType: 'application/pdf' },
    ])
  })

  test('a sent declaration says in a sentence what it declares', async () => {
    const post = (path: string, payload: object) =>
      ask(api, tenant.keys.broker, { method: 'POST', url: `/v1/cases/${caseId}${path}`, payload })
    await post('/prepare', {})
    await post('/declare', { additionalType: 'A' })
    const { sent } = await read<{ sent: { meaning: object }[] }>('/messages')
    expect(sent[0]?.meaning).toEqual({
      en: 'We declare 3 goods items, invoiced at GBP 192.90, for import; the goods have arrived.',
      zh: '我方申报进口 3 项货物，发票金额 GBP 192.90；货物已到港。',
    })
    expect((await read<Form>('/declaration/form')).standing).toBe('lodged')
  })
})
