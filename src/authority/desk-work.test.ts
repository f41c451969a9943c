import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { onePointPng } from '../../test/png.ts'
import type { ReassessmentPreview } from './officers/preview-reassessment.ts'
import type { Dossier } from './store/dossier-store.ts'
import type { QueueCounts, QueueLine } from './store/queue-store.ts'
import { visitDesk, type DeskVisitor } from './testing/desk-visitor.ts'
import { handWrittenH1, type H1Wishes } from './testing/hand-written-h1.ts'
import { conversationOf, firstText, openAuthority, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority
let ada: DeskVisitor

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  ada = await visitDesk(authority, { name: 'Ada' })
})

afterAll(() => authority.close())

async function lodge(wishes: H1Wishes, until: string): Promise<string> {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const notifications = await authority.notifications(conversationOf(response), until)
  return firstText(notifications[0], 'ID') ?? ''
}

async function read<Answer>(path: string): Promise<Answer> {
  const response = await ada.send('GET', path)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

const cheapShoes: H1Wishes = {
  items: [
    {
      commodityCode: '6403999690',
      description: 'Men’s shoes, uppers of bovine leather',
      price: '40.00',
      supplementaryQuantity: '20',
    },
  ],
}
const copies: H1Wishes = { items: [{ marks: 'REPLICA watches 1-20' }] }

describe('the queue', () => {
  it('is sorted by risk, explains each score, and goes on page by page', async () => {
    const shoes = await lodge(cheapShoes, '05')
    const replica = await lodge(copies, '13')
    const plain = await lodge({}, '09')
    const first = await read<{ lodgements: QueueLine[]; next: string }>(
      '/lodgements?order=risk&limit=2',
    )
    // 35 for the price a pair and 25 for the price a kilogram are as much as 60 for the marks.
    expect(first.lodgements.map(({ mrn, riskScore }) => [mrn, riskScore])).toEqual([
      [replica, 60],
      [shoes, 60],
    ])
    expect(first.lodgements[1]).toMatchObject({
      riskLevel: 'high',
      waitsFor: 'officer',
      openControls: ['inspection'],
      firstItem: { commodityCode: '6403999690' },
      riskReasons: [
        { ruleId: 'leather-shoes-undervalued-per-pair', weight: 35 },
        { ruleId: 'leather-shoes-undervalued-per-kg', weight: 25 },
      ],
    })
    const second = await read<{ lodgements: QueueLine[] }>(
      `/lodgements?order=risk&limit=2&after=${first.next}`,
    )
    expect(second.lodgements).toMatchObject([
      { mrn: plain, riskScore: 0, riskLevel: 'none', waitsFor: 'nobody', riskReasons: [] },
    ])
  })

  it.each([
    ['rule=counterfeit-marks', ['60']],
    ['chapter=64', ['60']],
    ['waitsFor=nobody', ['0']],
    ['trader=good%20goods', ['0', '60', '60']],
    ['trader=%25', []],
    ['search=26GB', ['0', '60', '60']],
    ['search=nothing', []],
  ])('is narrowed by %s', async (query, scores) => {
    const { lodgements } = await read<{ lodgements: QueueLine[] }>(`/lodgements?${query}`)
    expect(lodgements.map(({ riskScore }) => String(riskScore)).sort()).toEqual(scores)
  })

  it('says how many there are of each kind', async () => {
    expect(await read<QueueCounts>('/lodgements/counts')).toEqual({
      total: 3,
      byState: { accepted: 2, cleared: 1 },
      byWaitedFor: { officer: 2, nobody: 1 },
      byRiskLevel: { high: 2, none: 1 },
    })
    expect(await read<QueueCounts>('/lodgements/counts?chapter=64')).toMatchObject({ total: 1 })
  })

  it('waits for the trader until a paper has come, and then for an officer', async () => {
    const mrn = await lodge({ items: [{ description: 'Gift' }] }, '06')
    const line = async () =>
      (await read<{ lodgements: QueueLine[] }>(`/lodgements?search=${mrn}`)).lodgements[0]
    expect(await line()).toMatchObject({ waitsFor: 'trader', openControls: ['documents'] })
    await sendPaper(mrn)
    expect(await line()).toMatchObject({ waitsFor: 'officer' })
  })

  it('tells those who look on which lodgements have changed', async () => {
    const stream = await ada.send('GET', '/stream')
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    const mrn = await lodge({}, '09')
    const reader = stream.body!.getReader()
    let text = ''
    while (!text.includes(mrn)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`the stream ended after ${text}`)
      text += Buffer.from(value).toString('utf8')
    }
    expect(text).toContain('event: lodgements\ndata: {"mrns":[')
    await reader.cancel()
  })

  it('tells nothing more to an officer who has left, also where much happens', async () => {
    const grace = await visitDesk(authority, { name: 'Grace' })
    const stream = await grace.send('GET', '/stream')
    await grace.send('DELETE', '/session')
    const startedAt = performance.now()
    const busy = setInterval(
      () => void authority.send('/customs/declarations', handWrittenH1()),
      500,
    )
    for await (const chunk of stream.body!) {
      expect(chunk.length).toBeGreaterThan(0)
      expect(performance.now() - startedAt).toBeLessThan(9_000)
    }
    clearInterval(busy)
  })

  it('refuses one officer more streams than are good for anything', async () => {
    const grace = await visitDesk(authority, { name: 'Grace' })
    const streams = await Promise.all(
      Array.from({ length: 50 }, () => grace.send('GET', '/stream')),
    )
    const refused = await grace.send('GET', '/stream')
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ failures: [{ code: 'rate-limited', zh: {} }] })
    for (const { body } of streams) await body?.cancel()
  })
})

async function sendPaper(mrn: string): Promise<void> {
  const upload = await authority.send(
    '/customs/declarations/file-upload',
    `<FileUploadRequest xmlns="hmrc:fileupload"><DeclarationID>${mrn}</DeclarationID><FileGroupSize>1</FileGroupSize><Files><File><FileSequenceNo>1</FileSequenceNo><DocumentType>commercial invoice</DocumentType></File></Files></FileUploadRequest>`,
  )
  const href = firstText(await upload.text(), 'Href') ?? ''
  const form = new FormData()
  form.set('file', new Blob(['%PDF-1.7 <script>'], { type: 'text/html' }), 'invoice.html')
  expect((await fetch(href, { method: 'POST', body: form })).status).toBe(204)
}

describe('the dossier', () => {
  it('holds messages of both sides as they were sent, papers, accounts and earlier lodgements', async () => {
    const mrn = await lodge({ items: [{ description: 'Gift' }] }, '06')
    await sendPaper(mrn)
    const dossier = await read<Dossier>(`/lodgements/${mrn}`)
    expect(dossier.riskLevel).toBe('low')
    expect(dossier.possibleActs).toEqual([
      'request-documents',
      'ask-question',
      'order-inspection',
      'close-control',
      're-assess',
      'keep-back',
      'require-security',
      'release',
      'refuse',
      'seize',
      'record-payment',
      'penalise',
    ])
    expect(dossier.accounts).toMatchObject([{ number: '1234567', owedGbp: expect.any(String) }])
    expect(dossier.earlier.length).toBeGreaterThan(2)
    expect(dossier.earlier[0]?.sameExporter).toBe(true)

    const message = await ada.send('GET', `/messages/${dossier.messages[0]?.id}`)
    expect(message.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await message.text()).toContain('<Description>Gift</Description>')
    const notification = await ada.send('GET', `/notifications/${dossier.notifications[0]?.id}`)
    expect(firstText(await notification.text(), 'ID')).toBe(mrn)
  })

  it('shows a paper by what its bytes are and lets it do nothing', async () => {
    const { lodgements } = await read<{ lodgements: QueueLine[] }>(
      '/lodgements?openControl=documents',
    )
    const dossier = await read<Dossier>(`/lodgements/${lodgements[0]?.mrn}`)
    const shown = await ada.send('GET', `/files/${dossier.files[0]?.reference}?as=view`)
    expect(shown.headers.get('content-type')).toBe('application/pdf')
    expect(shown.headers.get('content-disposition')).toBe('inline')
    expect(shown.headers.get('content-security-policy')).toContain('sandbox')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    const saved = await ada.send('GET', `/files/${dossier.files[0]?.reference}`)
    expect(saved.headers.get('content-disposition')).toBe('attachment')
  })
})

describe('a photo of an inspection', () => {
  it('is taken of one item, kept as it is, and stands in the dossier', async () => {
    const mrn = await lodge(cheapShoes, '05')
    const inspection = (await read<Dossier>(`/lodgements/${mrn}`)).controls[0]
    const path = `/lodgements/${mrn}/inspections/${inspection?.id}/photos`
    const asPng = { 'content-type': 'image/png' }
    const taken = await ada.send('POST', `${path}?item=1`, { body: onePointPng, headers: asPng })
    expect(taken.status).toBe(201)
    const { id } = (await taken.json()) as { id: string }
    const { photos, history } = await read<Dossier>(`/lodgements/${mrn}`)
    expect(photos).toMatchObject([{ id, itemSequence: 1, takenBy: 'Ada', mediaType: 'image/png' }])
    expect(history.at(-1)).toMatchObject({ actor: 'Ada', what: 'took a photo of item 1' })
    const picture = await ada.send('GET', `/photos/${id}`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await picture.arrayBuffer()).equals(onePointPng)).toBe(true)

    const other = await ada.send('POST', `${path}?item=9`, { body: onePointPng, headers: asPng })
    expect(other.status).toBe(404)
  })

  it('is taken back until findings stand on it, and the dossier says so', async () => {
    const mrn = await lodge(cheapShoes, '05')
    const inspection = (await read<Dossier>(`/lodgements/${mrn}`)).controls[0]
    const path = `/lodgements/${mrn}/inspections/${inspection?.id}`
    const take = async () => {
      const headers = { 'content-type': 'image/png' }
      const taken = await ada.send('POST', `${path}/photos?item=1`, { body: onePointPng, headers })
      return ((await taken.json()) as { id: string }).id
    }
    const wrong = await take()
    const elsewhere = path.replace(/control_.{26}/, `control_${'0'.repeat(26)}`)
    expect((await ada.send('DELETE', `${elsewhere}/photos/${wrong}`)).status).toBe(404)
    expect((await ada.send('DELETE', `${path}/photos/${wrong}`)).status).toBe(204)
    expect((await ada.send('GET', `/photos/${wrong}`)).status).toBe(404)
    const { photos, history } = await read<Dossier>(`/lodgements/${mrn}`)
    expect(photos).toEqual([])
    expect(history.at(-1)).toMatchObject({
      actor: 'Ada',
      what: 'removed a photo of item 1',
      detail: { photoId: wrong },
    })

    const right = await take()
    const finding = {
      ...{ sequence: 1, result: 're-valued', reason: 'Price of the shop' },
      itemPrice: { amount: '900.00', currency: 'GBP' },
    }
    await ada.send('POST', `${path}/findings`, { body: { findings: [finding] } })
    expect((await ada.send('DELETE', `${path}/photos/${right}`)).status).toBe(409)
  })

  it.each([
    ['a page that calls itself a picture', Buffer.from('<html>'), 415],
    ['a picture that was cut off', onePointPng.subarray(0, -4), 415],
    ['a picture with something behind it', Buffer.concat([onePointPng, Buffer.from('x')]), 415],
    ['more than eight megabytes', Buffer.alloc(8_000_001), 413],
  ])('is refused when it is %s', async (_what, body, status) => {
    const { lodgements } = await read<{ lodgements: QueueLine[] }>(
      '/lodgements?openControl=inspection',
    )
    const mrn = lodgements[0]?.mrn
    const inspection = (await read<Dossier>(`/lodgements/${mrn}`)).controls[0]
    const answer = await ada.send(
      'POST',
      `/lodgements/${mrn}/inspections/${inspection?.id}/photos?item=1`,
      { body, headers: { 'content-type': 'image/png' } },
    )
    expect(answer.status).toBe(status)
  })

  it('is not taken without an inspection', async () => {
    const mrn = await lodge(copies, '13')
    const review = (await read<Dossier>(`/lodgements/${mrn}`)).controls[0]
    const answer = await ada.send(
      'POST',
      `/lodgements/${mrn}/inspections/${review?.id}/photos?item=1`,
      { body: onePointPng, headers: { 'content-type': 'image/png' } },
    )
    expect(answer.status).toBe(409)
  })
})

describe('the preview of a re-assessment', () => {
  it('has the figures that the re-assessment then has, and changes nothing by itself', async () => {
    const mrn = await lodge(cheapShoes, '05')
    const items = [{ sequence: 1, itemPrice: { amount: '900.00', currency: 'GBP' } }]
    const path = `/lodgements/${mrn}/re-assessments`
    const previewed = await ada.send('POST', `${path}/preview`, { body: { items } })
    expect(previewed.status).toBe(200)
    const preview = (await previewed.json()) as ReassessmentPreview
    expect(preview).toMatchObject({
      version: 2,
      before: { payableGbp: '11.84' },
      after: { payableGbp: '266.40' },
      payableDifferenceGbp: '254.56',
      told: ['07', '13'],
    })
    const untouched = await read<Dossier>(`/lodgements/${mrn}`)
    expect(untouched.register.version).toBe(1)
    expect(untouched.assessments).toHaveLength(1)

    await ada.send('POST', path, { body: { items, reason: 'Price of identical goods' } })
    const { assessments, corrected } = await read<Dossier>(`/lodgements/${mrn}`)
    expect(assessments.at(-1)?.data).toEqual(preview.after)
    expect(corrected?.items[0]?.itemPrice).toEqual({ amount: '900.00', currency: 'GBP' })
  })

  it('says what keeps the re-assessment from being made', async () => {
    const mrn = await lodge(cheapShoes, '05')
    const answer = await ada.send('POST', `/lodgements/${mrn}/re-assessments/preview`, {
      body: { items: [{ sequence: 1, commodityCode: '0000000000' }] },
    })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ failures: [{ code: 'unknown-commodity-code' }] })
  })
})

describe('the office’s tariff', () => {
  it('is looked up by the beginning of a code, by the law of a day', async () => {
    const { lines } = await read<{ lines: { commodityCode: string; vatRate: string }[] }>(
      '/tariff?q=6403&on=2026-09-10',
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every(({ commodityCode }) => commodityCode.startsWith('6403'))).toBe(true)
    const old = await read<{ lines: unknown[] }>('/tariff?q=6403&on=2019-01-01')
    expect(old.lines).toEqual([])
    expect((await ada.send('GET', '/tariff?q=shoes')).status).toBe(400)
    expect((await ada.send('GET', '/tariff?q=64&on=2026-02-30')).status).toBe(400)
  })
})
