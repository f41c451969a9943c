import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import type { ListedAccount } from './store/account-store.ts'
import type { Dossier } from './store/dossier-store.ts'
import { visitDesk, type DeskVisitor } from './testing/desk-visitor.ts'
import { handWrittenH1 } from './testing/hand-written-h1.ts'
import { conversationOf, firstText, openAuthority, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority
let ada: DeskVisitor
let grace: DeskVisitor

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  ada = await visitDesk(authority, { name: 'Ada' })
  grace = await visitDesk(authority, { name: 'Grace', role: 'head' })
})

afterAll(() => authority.close())

/** Lodges an entry that a rule puts before an officer. */
async function lodgeCopies(): Promise<string> {
  const message = handWrittenH1({ items: [{ marks: 'REPLICA watches 1-20' }] })
  const response = await authority.send('/customs/declarations', message)
  const notifications = await authority.notifications(conversationOf(response), '13')
  return firstText(notifications[0], 'ID') ?? ''
}

async function read<Answer>(path: string): Promise<Answer> {
  const response = await ada.send('GET', path)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

describe('an act of an officer', () => {
  async function selected() {
    const mrn = await lodgeCopies()
    const answer = await ada.send('GET', `/lodgements/${mrn}`)
    return { mrn, tag: answer.headers.get('etag') ?? '' }
  }

  it('is not taken on a dossier that somebody else has changed since it was read', async () => {
    const { mrn, tag } = await selected()
    const path = `/lodgements/${mrn}/re-assessments`
    const order = (price: string) => ({
      headers: { 'if-match': tag },
      body: {
        reason: 'Price of identical goods',
        items: [{ sequence: 1, itemPrice: { amount: price, currency: 'GBP' } }],
      },
    })
    expect((await grace.send('POST', path, order('900.00'))).status).toBe(200)
    const late = await ada.send('POST', path, order('700.00'))
    expect(late.status).toBe(412)
    expect(await late.json()).toMatchObject({
      failures: [{ message: expect.stringContaining('Grace'), zh: {} }],
    })
    const release = { headers: { 'if-match': tag }, body: { reason: 'Nothing speaks against it' } }
    expect((await ada.send('POST', `/lodgements/${mrn}/release`, release)).status).toBe(412)
    const { register, corrected } = await read<Dossier>(`/lodgements/${mrn}`)
    expect(register.version).toBe(2)
    expect(corrected?.items[0]?.itemPrice?.amount).toBe('900.00')
    const { body } = release
    expect((await ada.send('POST', `/lodgements/${mrn}/release`, { body })).status).toBe(200)
  })

  it('is taken once when its answer is lost and the click repeats', async () => {
    const { mrn, tag } = await selected()
    const ask = (key: string, question: string) =>
      ada.send('POST', `/lodgements/${mrn}/questions`, {
        headers: { 'idempotency-key': key, 'if-match': tag },
        body: { question },
      })
    const first = await (await ask('one', 'Who holds the licence?')).json()
    const again = await ask('one', 'Who holds the licence?')
    expect(again.status).toBe(200)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual(first)
    expect((await ask('one', 'Another question')).status).toBe(422)
    expect((await ask('two', 'Who holds the licence?')).status).toBe(412)
    const { controls } = await read<Dossier>(`/lodgements/${mrn}`)
    expect(controls.filter(({ kind }) => kind === 'question')).toHaveLength(1)
  })

  it('that was refused can be mended and sent under the same key', async () => {
    const { mrn } = await selected()
    const pay = (amountGbp: string) =>
      ada.send('POST', `/lodgements/${mrn}/payments`, {
        headers: { 'idempotency-key': 'cash' },
        body: { amountGbp, reference: 'receipt 7' },
      })
    expect((await pay('0.00')).status).toBe(400)
    const twice = await Promise.all([pay('10.00'), pay('10.00')])
    expect(twice.map(({ status }) => status)).toContain(200)
    expect((await pay('10.00')).status).toBe(200)
    const { charges } = await read<Dossier>(`/lodgements/${mrn}`)
    expect(charges).toMatchObject([{ method: 'A', amountGbp: '10.00' }])
  })
})

describe('a deferment account', () => {
  const path = '/deferment-accounts/7654321'
  const account = {
    ...{ number: '7654321', holderEori: 'GB123456789000' },
    ...{ name: 'Another trader', limitGbp: '10.00' },
  }

  async function kept(): Promise<ListedAccount | undefined> {
    const { accounts } = await read<{ accounts: ListedAccount[] }>('/deferment-accounts')
    return accounts.find(({ number }) => number === account.number)
  }

  it('is opened and limited by the head alone', async () => {
    const open = (by: DeskVisitor) => by.send('POST', '/deferment-accounts', { body: account })
    expect((await open(ada)).status).toBe(403)
    expect((await open(grace)).status).toBe(201)
    expect((await open(grace)).status).toBe(409)
    const body = { limitGbp: '900.00', state: 'suspended' }
    expect((await ada.send('PUT', path, { body })).status).toBe(403)
    expect((await grace.send('PUT', path, { body })).status).toBe(200)
  })

  it('is paid into by any officer, once for each click, and says who did what', async () => {
    const headers = { 'idempotency-key': 'pay-in-1' }
    const pay = () =>
      ada.send('POST', `${path}/payments`, { headers, body: { amountGbp: '12.34' } })
    expect((await pay()).status).toBe(200)
    expect((await pay()).status).toBe(200)
    const at = authority.clock.now()
    expect(await kept()).toMatchObject({
      owedGbp: '-12.34',
      changes: [
        { at, actor: 'Ada', what: 'paid-in', amountGbp: '12.34', state: null },
        { at, actor: 'Grace', what: 'set', amountGbp: '900.00', state: 'suspended' },
        { at, actor: 'Grace', what: 'opened', amountGbp: '10.00', state: 'active' },
      ],
    })
    expect((await kept())?.changes).toHaveLength(3)
  })

  it('is not changed in another’s name', async () => {
    const body = { officer: 'Grace', amountGbp: '1.00' }
    expect((await ada.send('POST', `${path}/payments`, { body })).status).toBe(403)
  })
})
