import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Order } from '../../src/customs/order/order.ts'
import { newId, sha256Hex } from '../../src/platform/ids.ts'
import { photoForm } from '../api-requests.ts'
import { plainPdf } from '../plain-pdf.ts'
import { person, traces } from '../planted-person.ts'
import { tablesThatHold } from '../stored-texts.ts'
import {
  caseIn,
  caseThat,
  releasedCase,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder } from '../shipped-examples.ts'

const officer = { officer: 'A. Officer' }

describe('erasing the personal data of a case', () => {
  let installation: TestInstallation
  beforeAll(async () => {
    installation = await startTestInstallation()
  })
  afterAll(() => installation.close())

  const tablesWithTraces = () => tablesThatHold(installation.databaseOwnerUrl, traces)

  const mailsWithTraces = async (): Promise<readonly string[]> => {
    const folder = join(installation.dataFolder, 'mail')
    const names = await readdir(folder)
    const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
    return mails.filter((mail) => traces.some((trace) => mail.includes(trace)))
  }

  const orderOfPerson = async (name: string): Promise<Order> => {
    const order = await exampleOrder(name)
    const { address } = person
    return {
      ...order,
      buyer: { ...order.buyer, ...person },
      deliverTo: address,
      packages: { ...order.packages!, marks: `${person.name.toUpperCase()} / BRISTOL` },
    }
  }

  const send = (trader: TestTrader, method: string, path: string, body?: FormData) =>
    fetch(`${installation.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${trader.apiKey}`,
        ...(method === 'POST' && { 'idempotency-key': newId('request') }),
      },
      ...(body && { body }),
    })

  const erase = (trader: TestTrader, caseId: string, query = '') =>
    send(trader, 'DELETE', `/v1/cases/${caseId}/personal-data${query}`)

  const paperAbout = (text: string): FormData => {
    const form = new FormData()
    form.set('kind', 'proof-of-payment')
    const file = new Blob([plainPdf(text)], { type: 'application/pdf' })
    form.set('file', file, 'receipt of Quackenbush.pdf')
    return form
  }

  /** An authority's push that we cannot read, in a conversation that we know. */
  const pushUnreadable = (conversationId: string) =>
    fetch(`${installation.apiUrl}/exchange/uk-cds/notifications`, {
      method: 'POST',
      headers: {
        authorization: installation.pushToken,
        'content-type': 'application/xml; charset=UTF-8',
        'x-conversation-id': conversationId,
      },
      body: `<broken>${person.name}`,
    })

  /** Sets the stray aside, and records that a message was sent again, both for a reason in words. */
  const decideWith = async (
    trader: TestTrader,
    messageId: string,
    reason: string,
  ): Promise<void> => {
    const { items } = await trader.client.get<{ items: { id: string }[] }>('/v1/exchange/strays')
    await trader.client.post(`/v1/exchange/strays/${items[0]!.id}/set-aside`, { reason })
    const owner = new Client({ connectionString: installation.databaseOwnerUrl })
    await owner.connect()
    await owner.query(`select set_config('app.tenant_id', $1, false)`, [trader.tenantId])
    await owner.query(
      `insert into message_decision
        (id, tenant_id, message_id, decision, reason, actor, before, decided_at)
       values ($1, $2, $3, 'replayed', $4, '{}', $5, now())`,
      [
        newId('decision'),
        trader.tenantId,
        messageId,
        reason,
        JSON.stringify({ lastError: reason }),
      ],
    )
    await owner.end()
  }

  /** Takes a declared case through questions, papers and messages that speak of the person. */
  const askAndAnswer = async (trader: TestTrader, caseId: string): Promise<void> => {
    const { declaration } = await caseIn(trader, caseId, 'accepted')
    const dossier = `/officers/lodgements/${declaration!.mrn!}`
    await installation.officer('POST', `${dossier}/document-requests`, {
      ...officer,
      wanted: [`proof that ${person.name} has paid`],
      reason: `The price that ${person.name} paid is low.`,
    })
    await installation.officer('POST', `${dossier}/questions`, {
      ...officer,
      question: `Does ${person.name} live at ${person.address.lines[1]}?`,
    })
    const asked = await caseThat(
      trader,
      caseId,
      'a request and a question',
      ({ controls, questions }) =>
        questions.length > 0 && controls.some(({ state }) => state === 'documents-requested'),
    )
    // Whoever may read the case reads what was asked.
    expect(asked.questions[0]!.text).toContain(person.name)
    const uploaded = await send(
      trader,
      'POST',
      `/v1/cases/${caseId}/attachments`,
      paperAbout(`Paid by ${person.name}`),
    )
    const { attachmentId } = (await uploaded.json()) as { attachmentId: string }
    const { controlId } = asked.controls.find(({ state }) => state === 'documents-requested')!
    const attachmentIds = [attachmentId]
    await trader.client.post(`/v1/cases/${caseId}/answers`, { controlId, attachmentIds })
    const { questionId } = asked.questions[0]!
    await trader.client.post(`/v1/cases/${caseId}/questions/${questionId}/answer`, {
      text: `Yes, call ${person.phone}.`,
    })
  }

  const letGo = async (trader: TestTrader, caseId: string): Promise<void> => {
    const { declaration } = await trader.client.get<{ declaration: { mrn: string } }>(
      `/v1/cases/${caseId}`,
    )
    const dossier = `/officers/lodgements/${declaration.mrn}`
    const { controls } = await installation.officer<{
      controls: readonly { readonly id: string; readonly closedAt: string | null }[]
    }>('GET', dossier)
    for (const { id } of controls.filter(({ closedAt }) => closedAt === null)) {
      const closure = { ...officer, reason: 'In order.' }
      await installation.officer('POST', `${dossier}/controls/${id}/closure`, closure)
    }
    await releasedCase(trader, caseId)
    await trader.client.post(`/v1/cases/${caseId}/transport-events`, {
      event: 'goods-delivered',
      occurredAt: new Date().toISOString(),
      place: person.address.lines[0],
      source: 'test carrier',
    })
    await caseIn(trader, caseId, 'delivered')
    await allSent(trader, caseId)
  }

  const allSent = async (trader: TestTrader, caseId: string): Promise<void> => {
    await trader.client.until<Messages>(`/v1/cases/${caseId}/messages`, {
      what: 'every message sent',
      satisfied: ({ sent }) => sent.every(({ state }) => state === 'sent'),
      timeLimitMs: 20_000,
    })
  }

  it('leaves no trace of the person in any table or mail once the case was delivered', async () => {
    const platform = await installation.addTenant('e-commerce-platform')
    const order = await orderOfPerson('refused')
    const { caseId } = await platform.client.post<{ caseId: string }>('/v1/orders', order)
    await caseIn(platform, caseId, 'ready')
    await platform.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'A' })
    await askAndAnswer(platform, caseId)
    const messages = await platform.client.get<Messages>(`/v1/cases/${caseId}/messages`)
    await pushUnreadable(messages.sent[0]!.conversationId!)
    await decideWith(platform, messages.sent[0]!.id, `${person.name} has asked for it.`)
    await letGo(platform, caseId)

    // The record itself refers to the person; only these tables hold values or bytes.
    expect(await tablesWithTraces()).toEqual([
      'attachment',
      'case_search_term',
      'exchange_message',
      'exchange_notification',
      'idempotency_record',
      'message_decision',
      'order_search_term',
      'personal_record',
      'stray_notification',
    ])
    expect((await mailsWithTraces()).length).toBeGreaterThan(0)

    const refused = await erase(platform, caseId)
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      type: '/problems/must-be-kept',
      failures: [{ law: expect.stringContaining('Customs (Records)') }],
    })
    const erased = await erase(platform, caseId, '?customsRecords=kept-elsewhere')
    expect(erased.status).toBe(200)
    expect(await erased.json()).toMatchObject({
      erased: { personalRecords: 1, attachments: 1, strayNotifications: 1 },
      kept: [{ law: expect.stringContaining('Customs (Records)'), until: expect.any(String) }],
    })
    expect(await tablesWithTraces()).toEqual([])
    await expect.poll(mailsWithTraces, { timeout: 10_000 }).toEqual([])
    await stillReadable(platform, caseId, messages)
  })

  /** What stays is whole: the case can be read, and its hashes are those of what was there. */
  const stillReadable = async (
    trader: TestTrader,
    caseId: string,
    before: Messages,
  ): Promise<void> => {
    const view = await trader.client.get<object>(`/v1/cases/${caseId}`)
    expect(JSON.stringify(view)).toContain('[erased]')
    const after = await trader.client.get<Messages>(`/v1/cases/${caseId}/messages`)
    const hashes = ({ sent, received }: Messages) =>
      [...sent, ...received].map(({ sha256 }) => sha256)
    expect(hashes(after)).toEqual(expect.arrayContaining([...hashes(before)]))
    expect(hashes(after)).not.toContain(sha256Hex(''))
    const body = await send(trader, 'GET', after.sent[0]!.body)
    expect(body.status).toBe(404)
    for (const part of ['events', 'ledger', 'quote', 'parties', 'declaration', 'documents']) {
      expect((await send(trader, 'GET', `/v1/cases/${caseId}/${part}`)).status, part).toBe(200)
    }
    const invoice = await send(
      trader,
      'GET',
      `/v1/cases/${caseId}/documents/commercial-invoice.pdf`,
    )
    expect(invoice.status).toBe(200)
  }

  const photograph = async (agent: TestTrader): Promise<string> => {
    const form = photoForm()
    form.set('file', form.get('file'), 'parcel of Quackenbush.png')
    const photo = await send(agent, 'POST', '/v1/warehouse-photos', form)
    return ((await photo.json()) as { photoId: string }).photoId
  }

  /** A table that is still being mended, in which the person stands. */
  const handInTable = async (agent: TestTrader, { buyer }: Order): Promise<void> => {
    const { name, address } = buyer
    const cells = ['LATER-1', name, ...address.lines, address.postcode]
    const headings = 'order_reference,buyer_name,buyer_street,buyer_street_2,buyer_postcode'
    const table = `${headings}\n${cells.map((cell) => `"${cell}"`).join(',')}`
    const form = new FormData()
    form.set('file', new Blob([table], { type: 'text/csv' }), 'later.csv')
    expect((await send(agent, 'POST', '/v1/list-drafts', form)).status).toBe(201)
  }

  /** Divides the goods of an order over two parcels; both hold the people of the whole. */
  const divide = async (
    agent: TestTrader,
    orderId: string,
    { lines }: Order,
  ): Promise<readonly string[]> => {
    const all = lines.map(({ quantity }, index) => ({ lineNumber: index + 1, quantity }))
    const [first, ...others] = all
    const one = { ...first!, quantity: 1 }
    const rest = [{ ...first!, quantity: first!.quantity - 1 }, ...others]
    const parts = [[one], rest].map((own) => ({
      lines: own.filter(({ quantity }) => quantity > 0),
      packages: [{ type: 'CT', count: 1 }],
    }))
    const { orders } = await agent.client.post<{ orders: readonly { orderId: string }[] }>(
      `/v1/orders/${orderId}/division`,
      { parts },
    )
    return orders.map((order) => order.orderId)
  }

  it('takes the photographs of an order that was never declared, without any duty to keep', async () => {
    const agent = await installation.addTenant('purchasing-agent')
    const order = await orderOfPerson('agent-jp-gb-low-value')
    const { orderId } = await agent.client.post<{ orderId: string }>('/v1/orders', order)
    const photoId = await photograph(agent)
    await agent.client.post('/v1/warehouse-receipts', {
      orderId,
      lines: order.lines.map(({ quantity, netWeightKg, grossWeightKg }, index) => ({
        lineNumber: index + 1,
        ...{ quantity, netWeightKg, grossWeightKg },
      })),
      setApart: [
        { kind: 'surplus', lineNumber: 1, quantity: 1, description: `for ${person.name}` },
      ],
      packages: [{ type: 'CT', count: 1 }],
      photoIds: [photoId],
    })
    const reference = `CONS-${newId('s').slice(-8)}`
    await handInTable(agent, order)
    const shipment = await agent.client.post<{ id: string }>('/v1/shipments', {
      reference,
      orderIds: await divide(agent, orderId, order),
    })
    const { cases } = await agent.client.post<{ cases: readonly { caseId: string }[] }>(
      `/v1/shipments/${shipment.id}/split`,
      {},
    )
    const { caseId } = cases[0]!
    await agent.client.post(`/v1/cases/${caseId}/stop`, { reason: `${person.name} has cancelled` })

    expect(await tablesWithTraces()).toEqual(
      expect.arrayContaining(['attachment', 'list_draft_row']),
    )
    const erased = await erase(agent, caseId)
    expect(await erased.json()).toMatchObject({ erased: { photographs: 1, listDrafts: 1 } })
    expect(await tablesWithTraces()).toEqual([])
    expect((await send(agent, 'GET', `/v1/warehouse-photos/${photoId}`)).status).toBe(404)
  })

  it('reaches an order that was cancelled before it came into a case', async () => {
    const agent = await installation.addTenant('purchasing-agent')
    const order = await orderOfPerson('agent-jp-gb-low-value')
    const { orderId } = await agent.client.post<{ orderId: string }>('/v1/orders', order)
    const path = `/v1/orders/${orderId}/personal-data`
    expect((await send(agent, 'DELETE', path)).status).toBe(409)
    const reason = `${person.name} wants her money back`
    await agent.client.post(`/v1/orders/${orderId}/cancel`, { reason })
    expect(JSON.stringify(await agent.client.get(`/v1/orders/${orderId}`))).toContain(reason)
    expect(await tablesWithTraces()).toEqual(['order_search_term', 'personal_record'])

    const erased = await send(agent, 'DELETE', path)
    expect(await erased.json()).toMatchObject({ erased: { personalRecords: 1, buyerKeys: 1 } })
    expect(await tablesWithTraces()).toEqual([])
    const after = JSON.stringify(await agent.client.get(`/v1/orders/${orderId}`))
    expect(after).toContain('[erased] wants her money back')
  })
})

interface Messages {
  readonly sent: readonly {
    readonly id: string
    readonly state: string
    readonly sha256: string
    readonly conversationId?: string
    readonly body: string
  }[]
  readonly received: readonly { readonly sha256: string }[]
}
