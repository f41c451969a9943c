import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { attached, letterBoxOf } from './testing/letters.ts'
import { handWrittenH1 } from './testing/hand-written-h1.ts'
import { conversationOf, firstText, openAuthority, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority
let box: ReturnType<typeof letterBoxOf>
let number = 0

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  box = letterBoxOf(authority)
})

afterAll(() => authority.close())

function question(changes: object = {}) {
  number += 1
  return {
    reference: `LETTER-${number}`,
    kind: 'question',
    subject: 'Which papers?',
    text: 'Which papers do you want for these goods?',
    ...changes,
  }
}

async function releasedGoods(lrn: string): Promise<string> {
  const sent = await authority.send('/customs/declarations', handWrittenH1({ lrn }))
  const told = await authority.notifications(conversationOf(sent), '09')
  return firstText(told[0], 'ID') ?? ''
}

async function refusalOf(answer: Response) {
  const { status, code, path, message } = (await answer.json()) as Record<string, string>
  return { status: answer.status, told: status, code, path, message }
}

describe('a letter to the office', () => {
  it('opens a thread and says until when it will be answered', async () => {
    const answer = await box.open(question())
    expect(answer.status).toBe(201)
    const receipt = (await answer.json()) as { thread: string }
    expect(receipt).toEqual({
      thread: expect.stringMatching(/^COR-2026-\d{6}$/) as string,
      message: expect.stringMatching(/^letter_/) as string,
      receivedAt: '2026-09-10T10:00:00.000Z',
      answerDueOn: '2026-09-25',
    })
    expect(await box.thread(receipt.thread)).toMatchObject({
      kind: 'question',
      openedBy: 'trader',
      status: 'open',
      awaits: 'office',
      messages: [{ from: 'trader', text: 'Which papers do you want for these goods?' }],
    })
  })

  it('is taken once under one reference, however often and however many at once it comes', async () => {
    const letter = question()
    const answers = await Promise.all([box.open(letter), box.open(letter), box.open(letter)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    const receipts = await Promise.all(answers.map((answer) => answer.json()))
    expect(receipts[1]).toEqual(receipts[0])
    expect(receipts[2]).toEqual(receipts[0])
  })

  it('is not taken for an earlier one that has its reference but says something else', async () => {
    const letter = question()
    await box.open(letter)
    const other = await refusalOf(await box.open({ ...letter, text: 'Something else.' }))
    expect(other).toMatchObject({ status: 422, code: 'malformed', path: '/reference' })
  })

  it('brings files whose bytes are what it says of them', async () => {
    const list = attached('list.csv', 'text/csv', 'code,weight\n6109100010,12\n')
    const opened = await box.open(question({ attachments: [list] }))
    const { thread } = (await opened.json()) as { thread: string }
    const [file] = (await box.thread(thread)).messages[0]?.attachments ?? []
    expect(file).toMatchObject({ name: 'list.csv', mediaType: 'text/csv', sha256: list.sha256 })
    const read = await authority.ask(`/correspondence/attachments/${file?.id}`)
    expect(await read.text()).toBe('code,weight\n6109100010,12\n')
  })

  it.each([
    ['a digest of other bytes', { sha256: 'a'.repeat(64) }, '/attachments/0/sha256'],
    ['a type that the bytes are not', { mediaType: 'application/pdf' }, '/attachments/0/mediaType'],
    ['a type that is not taken', { mediaType: 'text/html' }, '/attachments/0/mediaType'],
    ['what is not base64', { content: '****' }, '/attachments/0/content'],
    ['a name with a path', { name: '../list.csv' }, '/attachments/0/name'],
  ])('is refused with %s', async (_case, change, path) => {
    const file = { ...attached('list.csv', 'text/csv', 'a,b\n'), ...change }
    const answer = await refusalOf(await box.open(question({ attachments: [file] })))
    expect(answer).toMatchObject({ status: 422, told: 422, code: 'malformed', path })
  })

  it.each([
    ['no text', { text: '' }, '/text'],
    ['more than 8000 characters', { text: 'x'.repeat(8001) }, '/text'],
    ['a subject of more than a line', { subject: 'x'.repeat(141) }, '/subject'],
    ['a kind that is the office’s', { kind: 'enquiry' }, '/kind'],
    ['a correction that is missing', { kind: 'voluntary-correction' }, '/correction'],
    ['a ruling in a question', { ruling: { ruling: 'tariff', goodsDescription: 'x' } }, '/ruling'],
    ['a field that nobody knows', { priority: 'high' }, '/priority'],
  ])('is refused with %s', async (_case, change, path) => {
    expect(await refusalOf(await box.open(question(change)))).toMatchObject({
      status: 422,
      code: 'malformed',
      path,
    })
  })

  it('may have ten files of five megabytes', async () => {
    const big = attached('big.txt', 'text/plain', 'x'.repeat(5 * 1024 * 1024))
    const opened = await box.open(question({ attachments: Array<object>(10).fill(big) }))
    expect(opened.status).toBe(201)
    const over = attached('over.txt', 'text/plain', 'x'.repeat(5 * 1024 * 1024 + 1))
    expect(await refusalOf(await box.open(question({ attachments: [over] })))).toMatchObject({
      code: 'malformed',
      path: '/attachments/0/content',
    })
  })

  it('names a declaration of its sender', async () => {
    const unknown = await box.open(question({ mrn: '26GB00000000000000' }))
    expect(await refusalOf(unknown)).toMatchObject({ status: 422, code: 'unknown-mrn' })
  })
})

describe('an error told after the release', () => {
  const correction = {
    items: [{ goodsItem: 1, what: 'customs-value', declared: '40.00 GBP', correct: '44.00 GBP' }],
    dutyDifference: { amount: '1.28', currency: 'GBP' },
    reason: 'The second invoice was overlooked.',
  }

  it('is taken with the goods items that it speaks of', async () => {
    const mrn = await releasedGoods('CORRECTED-1')
    const letter = question({ kind: 'voluntary-correction', mrn, correction })
    const opened = await box.open(letter)
    expect(opened.status).toBe(201)
    const { thread } = (await opened.json()) as { thread: string }
    expect(await box.thread(thread)).toMatchObject({ mrn, correction })
    const { history } = (await (await authority.officer('GET', `/lodgements/${mrn}`)).json()) as {
      history: readonly { what: string; actor: string; detail: object }[]
    }
    expect(history.at(-1)).toMatchObject({
      actor: 'trader',
      what: 'letters: wrote: voluntary-correction',
      detail: { thread },
    })
  })

  it('speaks of goods items that the declaration has', async () => {
    const mrn = await releasedGoods('CORRECTED-2')
    const items = [{ ...correction.items[0], goodsItem: 77 }]
    const letter = question({
      kind: 'voluntary-correction',
      mrn,
      correction: { ...correction, items },
    })
    expect(await refusalOf(await box.open(letter))).toMatchObject({
      code: 'malformed',
      path: '/correction/items/0/goodsItem',
    })
  })
})

describe('what has changed for a trader', () => {
  it('is read in order, on from where it was read to, and again where it was lost', async () => {
    const from = (await box.changes('0', 1000)).next
    const opened = await box.open(question())
    const { thread } = (await opened.json()) as { thread: string }
    await box.write(thread, { reference: 'FURTHER-1', text: 'And one thing more.' })
    const { changes, next } = await box.changes(from)
    expect(changes.map(({ thread: of, status, awaits }) => ({ of, status, awaits }))).toEqual([
      { of: thread, status: 'open', awaits: 'office' },
      { of: thread, status: 'open', awaits: 'office' },
    ])
    expect(next).toBe(changes[1]?.change)
    expect(await box.changes(from)).toEqual({ changes, next })
    expect(await box.changes(next)).toEqual({ changes: [], next })
    const first = await box.changes(from, 1)
    expect(first.changes).toEqual([changes[0]])
  })

  it('is numbered without a gap, whatever comes at once', async () => {
    const from = (await box.changes('0', 1000)).next
    await Promise.all(Array.from({ length: 12 }, () => box.open(question())))
    const { changes } = await box.changes(from)
    expect(changes.map(({ change }) => Number(change) - Number(from))).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    )
  })
})

describe('another’s software', () => {
  it('sees, continues and is told nothing of a thread', async () => {
    const mrn = await releasedGoods('ANOTHERS-1')
    const opened = await box.open(
      question({ mrn, attachments: [attached('a.txt', 'text/plain', 'secret')] }),
    )
    const { thread } = (await opened.json()) as { thread: string }
    const [file] = (await box.thread(thread)).messages[0]?.attachments ?? []
    const registered = await authority.officer('POST', '/applications', {
      clientId: 'another',
      name: 'Another trader',
    })
    const { token } = (await registered.json()) as { token: string }
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const ask = (path: string) => fetch(`${authority.url}/correspondence${path}`, { headers })
    expect((await ask(`/threads/${thread}`)).status).toBe(404)
    expect((await ask(`/attachments/${file?.id}`)).status).toBe(404)
    expect(await (await ask('/changes')).json()).toEqual({ changes: [], next: '0' })
    const others = letterBoxOf(authority, headers)
    const written = await others.write(thread, { reference: 'X-1', text: 'Let me in.' })
    expect(written.status).toBe(404)
    expect(await refusalOf(await others.open(question({ mrn })))).toMatchObject({
      status: 422,
      code: 'not-yours',
    })
    // References are each sender's own.
    expect((await others.open(question({ reference: 'LETTER-1' }))).status).toBe(201)
  })

  it('needs a token', async () => {
    const answer = await fetch(`${authority.url}/correspondence/changes`)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })
})
