import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseMessages } from '../../src/api/messages.ts'
import type { CaseView } from '../../src/api/views/case-view.ts'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import { newId } from '../../src/platform/ids.ts'
import {
  caseIn,
  caseThat,
  releasedCase,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { pdfPages } from '../pdf-text.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'

const by = { officer: 'A. Officer' }

/** What scanners for viruses report and does no harm; in two parts, so that none reports this file. */
const TEST_VIRUS = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-',
  'ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

interface Dossier {
  readonly controls: readonly { readonly id: string; readonly closedAt: string | null }[]
  readonly files: readonly { readonly fileName: string | null }[]
}

interface Events {
  readonly items: readonly { readonly type: string }[]
}

describe('what the authority may answer', () => {
  let installation: TestInstallation
  let profile: TraderProfile
  let trader: TestTrader

  beforeAll(async () => {
    installation = await startTestInstallation()
    profile = await exampleProfile('e-commerce-platform')
    trader = await installation.addTenant('e-commerce-platform', profile)
  })
  afterAll(() => installation.close())

  const readyCase = async (who: TestTrader): Promise<string> => {
    const order = await exampleOrder('marketplace-cn-gb')
    const { caseId } = await who.client.post<{ caseId: string }>('/v1/orders', order)
    await caseIn(who, caseId, 'ready')
    return caseId
  }

  const registeredCase = async (): Promise<{ caseId: string; mrn: string }> => {
    const caseId = await readyCase(trader)
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    const { declaration } = await caseIn(trader, caseId, 'registered')
    return { caseId, mrn: declaration!.mrn! }
  }

  const arrive = (who: TestTrader, caseId: string) =>
    who.client.post(`/v1/cases/${caseId}/transport-events`, {
      event: 'goods-arrived',
      occurredAt: new Date().toISOString(),
      source: 'test carrier',
    })

  const changeSettings = async (change: object): Promise<void> => {
    const settings = await installation.officer<object>('GET', '/officers/settings')
    await installation.officer('PUT', '/officers/settings', {
      ...by,
      settings: { ...settings, ...change },
    })
  }

  it('releases goods that were declared on arrival, without an arrival notification', async () => {
    const caseId = await readyCase(trader)
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'A' })
    const released = await releasedCase(trader, caseId)
    expect(released.declaration?.additionalType).toBe('A')
  })

  it('lets a declaration lapse whose goods never arrive', async () => {
    await changeSettings({ arrivalExpirySeconds: 1 })
    try {
      const caseId = await readyCase(trader)
      await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
      const expired = await caseIn(trader, caseId, 'expired')
      const { items } = await trader.client.get<Events>(`/v1/cases/${caseId}/events`)
      const types = items.map(({ type }) => type)
      // A second is too short to be sure to meet the state itself; the record keeps its event.
      expect(types).toContain('declaration-registered')
      expect(types).not.toContain('declaration-accepted')
      expect(expired.debts).toEqual([])
      expect(expired.outcomeReason).toBeDefined()
    } finally {
      await changeSettings({ arrivalExpirySeconds: 30 * 86_400 })
    }
  })

  it('invalidates a declaration at our request', async () => {
    const { caseId } = await registeredCase()
    await trader.client.post(`/v1/cases/${caseId}/invalidation`, {
      reason: 'no-longer-required',
      explanation: 'The buyer has cancelled the order.',
    })
    const invalidated = await caseIn(trader, caseId, 'invalidated')
    expect(invalidated.requests).toMatchObject([{ kind: 'invalidation', state: 'granted' }])
  })

  const amend = (caseId: string, version: number, body: object) =>
    trader.client.post(`/v1/cases/${caseId}/amendments`, body, version)

  it('amends a declaration at our request, and the goods are charged as amended', async () => {
    const { caseId } = await registeredCase()
    const before = await caseIn(trader, caseId, 'registered')
    await amend(caseId, before.version, {
      goods: {
        freight: { amount: '61.50', currency: 'GBP' },
        goodsItems: [{ itemNumber: 1, quantity: 1, netWeightKg: '1.2', grossWeightKg: '1.4' }],
      },
      explanation: 'The carrier has charged more, and item 1 was weighed again.',
    })
    const granted = await caseThat(trader, caseId, 'a granted amendment', ({ requests }) =>
      requests.some(({ kind, state }) => kind === 'amendment' && state === 'granted'),
    )
    expect(granted.state).toBe('registered')
    expect(granted.quote!.customsValue).not.toEqual(before.quote!.customsValue)
    expect(granted.declaration!.lrn).toBe(before.declaration!.lrn)
    const { declaration } = await trader.client.get<{ declaration: Declaration }>(
      `/v1/cases/${caseId}/declaration`,
    )
    const [item] = declaration.goodsShipment!.goodsItems!
    expect(item!.commodity!.goodsMeasure!.netMass!.value).toBe('1.2')
    expect(item!.commodity!.invoiceLine!.itemCharge).toEqual({ amount: '18', currency: 'GBP' })
    await arrive(trader, caseId)
    const released = await releasedCase(trader, caseId)
    expect(released.assessment).toMatchObject({ versionId: '2', differences: [] })
  })

  const printed = async (caseId: string): Promise<string> => {
    const url = `${installation.apiUrl}/v1/cases/${caseId}/declaration.pdf`
    const answer = await fetch(url, { headers: { authorization: `Bearer ${trader.apiKey}` } })
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const etag = answer.headers.get('etag')!
    const again = await fetch(url, {
      headers: { authorization: `Bearer ${trader.apiKey}`, 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
    return pdfPages(Buffer.from(await answer.arrayBuffer())).join('\n')
  }

  it('prints a declaration before and after it is lodged, with its history', async () => {
    const ready = await readyCase(trader)
    const draft = await printed(ready)
    expect(draft).toContain('DRAFT — NOT LODGED')
    const caseId = await readyCase(trader)
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'A' })
    const { declaration, assessment, reference } = await releasedCase(trader, caseId)
    const text = await printed(caseId)
    for (const part of [
      declaration!.mrn!,
      declaration!.lrn,
      'Customs declaration 报关单',
      '6/8',
      'Bluetooth speaker with one loudspeaker',
      'Goods item 2 商品项 2',
      `Order ${reference}`,
      'Customs released the goods.',
      '海关已放行货物。',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('DRAFT')
    expect(assessment!.versionId).toBe('1')
  })

  it('refuses an amendment that changes nothing, is stale, or comes too late', async () => {
    const { caseId } = await registeredCase()
    const { version } = await caseIn(trader, caseId, 'registered')
    const goods = { freight: { amount: '61.50', currency: 'GBP' } }
    const asked = { goods, explanation: 'The carrier has charged more.' }
    await expect(amend(caseId, version - 1, asked)).rejects.toThrow('412')
    const order = await exampleOrder('marketplace-cn-gb')
    const same = { goods: { freight: order.freight! }, explanation: 'For nothing.' }
    await expect(amend(caseId, version, same)).rejects.toThrow('would stay as it is')
    await arrive(trader, caseId)
    const released = await releasedCase(trader, caseId)
    await expect(amend(caseId, released.version, asked)).rejects.toThrow('409')
  })

  it('rejects a declaration, whose mended successor goes through under a new reference', async () => {
    const unknown = { ...profile.deferment!, accountNumber: '7000001' }
    const stranger = await installation.addTenant('e-commerce-platform', {
      ...profile,
      deferment: { ...unknown, holderEori: 'GB731905284000' },
    })
    await installation.officer('PUT', '/officers/deferment-accounts/7000001', {
      limitGbp: '1000.00',
      state: 'suspended',
    })
    const caseId = await readyCase(stranger)
    await stranger.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    const rejected = await caseThat(
      stranger,
      caseId,
      'a rejection',
      ({ obstacles }) => obstacles.length > 0,
    )
    expect(rejected.state).toBe('preparing')
    expect(rejected.obstacles[0]!.message).toContain('CDS12125')

    await installation.officer('PUT', '/officers/deferment-accounts/7000001', {
      limitGbp: '1000.00',
      state: 'active',
    })
    await stranger.client.post(`/v1/cases/${caseId}/prepare`, {})
    await caseIn(stranger, caseId, 'ready')
    await stranger.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    const registered = await caseIn(stranger, caseId, 'registered')
    expect(registered.earlierLrns).toEqual([rejected.declaration!.lrn])
    expect(registered.declaration!.lrn).not.toBe(rejected.declaration!.lrn)
    await arrive(stranger, caseId)
    await releasedCase(stranger, caseId)
  })

  it('holds goods until the deferment account has funds again', async () => {
    const poor = await installation.addTenant('e-commerce-platform', {
      ...profile,
      deferment: { ...profile.deferment!, accountNumber: '7000002' },
    })
    await installation.officer('PUT', '/officers/deferment-accounts/7000002', {
      limitGbp: '10.00',
      state: 'active',
    })
    const caseId = await readyCase(poor)
    await poor.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    await caseIn(poor, caseId, 'registered')
    await arrive(poor, caseId)
    const held = await caseThat(
      poor,
      caseId,
      'insufficient funds',
      ({ insufficientFunds }) => insufficientFunds,
    )
    expect(held.state).toBe('accepted')
    await installation.officer('PUT', '/officers/deferment-accounts/7000002', {
      limitGbp: '1000.00',
      state: 'active',
    })
    const released = await releasedCase(poor, caseId)
    expect(released.insufficientFunds).toBe(false)
    expect(released.debts.every(({ state }) => state === 'paid')).toBe(true)
  })

  it('wants documents and an answer, gets both, and lets the goods go', async () => {
    const order = await exampleOrder('refused')
    const { caseId } = await trader.client.post<{ caseId: string }>('/v1/orders', order)
    await caseIn(trader, caseId, 'ready')
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'A' })
    const { declaration } = await caseIn(trader, caseId, 'accepted')
    const dossierPath = `/officers/lodgements/${declaration!.mrn!}`
    await installation.officer('POST', `${dossierPath}/document-requests`, {
      ...by,
      wanted: ['proof of payment'],
      reason: 'To verify the price.',
    })
    await installation.officer('POST', `${dossierPath}/questions`, {
      ...by,
      question: 'Who owns the trade mark?',
    })
    const asked = await caseThat(
      trader,
      caseId,
      'a request and a question',
      ({ controls, questions }) =>
        controls.some(({ state }) => state === 'documents-requested') && questions.length > 0,
    )
    const request = asked.controls.find(({ state }) => state === 'documents-requested')!
    expect(request).toMatchObject({ wanted: 'proof of payment', reason: 'To verify the price.' })

    const attachmentId = await upload(caseId)
    await trader.client.post(`/v1/cases/${caseId}/answers`, {
      controlId: request.controlId,
      attachmentIds: [attachmentId],
    })
    const { questionId } = asked.questions[0]!
    await trader.client.post(`/v1/cases/${caseId}/questions/${questionId}/answer`, {
      text: 'The seller does; the certificate is on file.',
    })
    const files = await receivedFiles(dossierPath, 2)
    expect(files.map(({ fileName }) => fileName).sort()).toEqual([
      `answer-${questionId}.txt`,
      'payment.pdf',
    ])

    const messages = await caseMessagesThat(
      caseId,
      'the results of both files',
      ({ received }) => received.filter(({ functionCode }) => functionCode === 'FILE').length === 2,
    )
    const results = messages.received.filter(({ functionCode }) => functionCode === 'FILE')
    expect(results.map(({ explanation }) => explanation.en)).toEqual(
      Array(2).fill('Customs has taken a file that we uploaded.'),
    )
    const papers = messages.sent.filter(({ kind }) => kind === 'document')
    expect(results.map(({ answers }) => answers).toSorted()).toEqual(
      papers.map(({ id }) => id).toSorted(),
    )

    const { controls } = await installation.officer<Dossier>('GET', dossierPath)
    for (const { id, closedAt } of controls) {
      if (closedAt !== null) continue
      const closure = `${dossierPath}/controls/${id}/closure`
      await installation.officer('POST', closure, { ...by, reason: 'In order.' })
    }
    const released = await releasedCase(trader, caseId)
    expect(released.controls.map(({ state }) => state)).toEqual(['satisfied'])
    expect(released.questions.map(({ state }) => state)).toEqual(['closed'])
  })

  it('opens its request for documents again where a file that was sent has a virus', async () => {
    const order = await exampleOrder('refused')
    const { caseId } = await trader.client.post<{ caseId: string }>('/v1/orders', order)
    await caseIn(trader, caseId, 'ready')
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'A' })
    const { declaration } = await caseIn(trader, caseId, 'accepted')
    const dossierPath = `/officers/lodgements/${declaration!.mrn!}`
    await installation.officer('POST', `${dossierPath}/document-requests`, {
      ...{ ...by, wanted: ['proof of payment'], reason: 'To verify the price.' },
    })
    const isOpen = ({ controls }: CaseView) =>
      controls.some(({ state }) => state === 'documents-requested')
    const asked = await caseThat(trader, caseId, 'a request', isOpen)
    const { controlId } = asked.controls[0]!
    const answer = async (attachmentId: string) =>
      trader.client.post(`/v1/cases/${caseId}/answers`, {
        controlId,
        attachmentIds: [attachmentId],
      })

    await answer(await upload(caseId, TEST_VIRUS))
    const messages = await caseMessagesThat(caseId, 'a refused paper', ({ sent }) =>
      sent.some(({ kind, state }) => kind === 'document' && state === 'refused'),
    )
    const refused = messages.sent.find(({ kind }) => kind === 'document')!
    expect(refused.lastError).toBe('QUARANTINE: A virus was found in the file.')
    await caseThat(trader, caseId, 'the request open again', isOpen)
    expect(await installation.officer<Dossier>('GET', dossierPath)).toMatchObject({
      files: [{ fileName: null }],
    })

    await answer(await upload(caseId))
    expect(await receivedFiles(dossierPath, 1)).toMatchObject([{ fileName: 'payment.pdf' }])
    await caseThat(trader, caseId, 'the request answered', ({ controls }) =>
      controls.every(({ state }) => state === 'answered'),
    )
  })

  /** The messages of a case, once they are as they have to become. */
  const caseMessagesThat = (
    caseId: string,
    what: string,
    satisfied: (messages: CaseMessages) => boolean,
  ): Promise<CaseMessages> =>
    trader.client.until<CaseMessages>(`/v1/cases/${caseId}/messages`, {
      ...{ what, satisfied, timeLimitMs: 30_000 },
    })

  /** A paper of the case, with something written into it where no reader looks. */
  const upload = async (caseId: string, comment = ''): Promise<string> => {
    const form = new FormData()
    form.set('kind', 'proof-of-payment')
    const payment = await readFile(new URL('../files/payment.pdf', import.meta.url))
    const end = payment.lastIndexOf('startxref')
    const remark = Buffer.from(`%${comment}\n`)
    const pdf = Buffer.concat([payment.subarray(0, end), remark, payment.subarray(end)])
    form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'payment.pdf')
    const answer = await fetch(`${installation.apiUrl}/v1/cases/${caseId}/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${trader.apiKey}`, 'idempotency-key': newId('request') },
      body: form,
    })
    expect(answer.status, await answer.clone().text()).toBe(201)
    return ((await answer.json()) as { attachmentId: string }).attachmentId
  }

  const receivedFiles = async (dossierPath: string, count: number) => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const { files } = await installation.officer<Dossier>('GET', dossierPath)
      const received = files.filter(({ fileName }) => fileName !== null)
      if (received.length >= count) return received
      await sleep(100)
    }
    throw new Error('the authority has not received the files')
  }

  it('refuses an order reference that was used before', async () => {
    const order = { ...(await exampleOrder('marketplace-cn-gb')), reference: newId('order') }
    await trader.client.post('/v1/orders', order)
    await expect(trader.client.post('/v1/orders', order)).rejects.toThrow(/already an order/)
  })
})
