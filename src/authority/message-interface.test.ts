import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import {
  handWrittenArrival,
  handWrittenCancellation,
  handWrittenH1,
} from './testing/hand-written-h1.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from './testing/trader.ts'

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
})

afterAll(() => authority.close())

async function lodge(xml: string): Promise<string> {
  const response = await authority.send('/customs/declarations', xml)
  expect(response.status).toBe(202)
  expect(await response.text()).toBe('')
  return conversationOf(response)
}

describe('the message interface', () => {
  it('accepts an arrived declaration and clears it: 01, 13 twice, 09', async () => {
    const notifications = await authority.notifications(await lodge(handWrittenH1()), '09')
    expect(notifications.map(functionCode)).toEqual(['01', '13', '13', '09'])
    const [accepted, first, final, cleared] = notifications
    expect(firstText(first, 'NameCode')).toBe('67')
    expect(firstText(final, 'NameCode')).toBe('4')
    expect(firstText(cleared, 'StatementCode')).toBe('A2')
    expect(firstText(accepted, 'VersionID')).toBe('1')
    const mrn = firstText(accepted, 'ID')
    expect(mrn).toMatch(/^26GB[0-9A-Z]{13}\d$/)
    const amounts = [...(final ?? '').matchAll(/<PaymentAmount[^>]*>([\d.]+)</g)].map(([, a]) => a)
    expect(amounts).toEqual(['120.00', '224.00'])
  })

  it('refuses a request without a token, with a wrong Accept or Content-Type', async () => {
    const h1 = handWrittenH1()
    const noToken = await authority.send('/customs/declarations', h1, { authorization: 'Bearer x' })
    expect(noToken.status).toBe(401)
    const accept = await authority.send('/customs/declarations', h1, { accept: 'application/xml' })
    expect(accept.status).toBe(406)
    expect(await accept.text()).toContain('<code>ACCEPT_HEADER_INVALID</code>')
    const type = await authority.send('/customs/declarations', h1, { 'content-type': 'text/plain' })
    expect(type.status).toBe(415)
  })

  it('answers 400 to what is not XML, and to a document type declaration', async () => {
    for (const body of ['not xml', '<a>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']) {
      const response = await authority.send('/customs/declarations', body)
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('does not contain a well-formed XML document')
    }
  })

  it('refuses a swapped element and names its place and cause', async () => {
    const swapped = handWrittenH1().replace(
      /(<GoodsItemQuantity>.*<\/GoodsItemQuantity>)\s*(<TotalPackageQuantity>.*<\/TotalPackageQuantity>)/,
      '$2\n$1',
    )
    const response = await authority.send('/customs/declarations', swapped)
    expect(response.status).toBe(400)
    const text = await response.text()
    expect(text).toContain('Payload is not valid according to schema')
    expect(text).toContain('/MetaData/Declaration/GoodsItemQuantity')
    expect(text).toContain('stands after TotalPackageQuantity, but must stand before it')
  })

  it('limits requests when told to', async () => {
    await authority.set({ requestLimitPerSecond: 2 })
    const answers = await Promise.all([1, 2, 3].map(() => authority.ask('/notifications/unpulled')))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 429])
    await authority.set({ requestLimitPerSecond: 0 })
  })

  it('rejects a used LRN and leaves the first lodgement alone', async () => {
    const xml = handWrittenH1({ lrn: 'TWICE', ducr: '6GB123456789012-TWICE' })
    const first = await lodge(xml)
    await authority.notifications(first, '09')
    const second = await lodge(xml)
    const [rejection] = await authority.notifications(second, '03')
    expect(firstText(rejection, 'ValidationCode')).toBe('CDS12003')
    const status = await authority.ask(
      '/customs/declarations-information/ducr/6GB123456789012-TWICE/status',
    )
    expect(conversationOf(status)).toBe(first)
    expect(await status.text()).toContain('<LRN>TWICE</LRN>')
    const register = (await (await authority.officer('GET', '/register?lrn=TWICE')).json()) as {
      register: { lodgements: number; messages: number }[]
    }
    expect(register.register).toMatchObject([{ lodgements: 1, messages: 2 }])
  })

  it('rejects with the pointer of every error', async () => {
    const xml = handWrittenH1({
      goodsItemQuantity: 3,
      items: [{ commodityCode: '0101010101', invoice: 'absent' }],
    })
    const [rejection] = await authority.notifications(await lodge(xml), '03')
    expect([...rejection!.matchAll(/<ValidationCode>(\w+)</g)].map(([, code]) => code)).toEqual([
      'CDS11003',
      'CDS40013',
      'CDS40045',
    ])
    expect(rejection).toContain(
      '<SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>68A</DocumentSectionCode>',
    )
  })

  it('registers a pre-lodged declaration and accepts it on arrival', async () => {
    const conversation = await lodge(handWrittenH1({ typeCode: 'IMD' }))
    const [received] = await authority.notifications(conversation, '02')
    const mrn = firstText(received, 'ID') ?? ''
    const arrival = await authority.send(
      '/customs/declarations/arrival-notification',
      handWrittenArrival(mrn, 'ARRIVED-1'),
    )
    expect(arrival.status).toBe(202)
    const [receipt] = await authority.notifications(conversationOf(arrival), '02')
    expect(firstText(receipt, 'ID')).toBe(mrn)
    expect(receipt).toContain('<FunctionalReferenceID>ARRIVED-1<')
    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['02', '01', '13', '13', '09'])

    const again = await authority.send(
      '/customs/declarations/arrival-notification',
      handWrittenArrival(mrn),
    )
    const [refusal] = await authority.notifications(conversationOf(again), '03')
    expect(firstText(refusal, 'ValidationCode')).toBe('CDS12014')
  })

  it('expires what never arrived', async () => {
    const conversation = await lodge(handWrittenH1({ typeCode: 'IMD' }))
    await authority.notifications(conversation, '02')
    authority.clock.advance(31 * 86_400_000)
    const all = await authority.notifications(conversation, '10')
    expect(firstText(all.at(-1), 'StatementCode')).toBe('R2')
    authority.clock.advance(-31 * 86_400_000)
  })

  it('cancels on request before release and denies it after', async () => {
    const conversation = await lodge(handWrittenH1({ typeCode: 'IMD' }))
    const mrn = firstText((await authority.notifications(conversation, '02'))[0], 'ID') ?? ''
    const request = await authority.send(
      '/customs/declarations/cancellation-requests',
      handWrittenCancellation(mrn),
    )
    const answers = await authority.notifications(conversationOf(request), '11')
    expect(answers.map(functionCode)).toEqual(['02', '11'])
    expect(firstText(answers[1], 'NameCode')).toBe('39')
    const all = await authority.notifications(conversation, '10')
    expect(firstText(all.at(-1), 'StatementCode')).toBe('R3')

    const cleared = await authority.notifications(await lodge(handWrittenH1()), '09')
    const late = await authority.send(
      '/customs/declarations/cancellation-requests',
      handWrittenCancellation(firstText(cleared[0], 'ID') ?? ''),
    )
    const denial = (await authority.notifications(conversationOf(late), '11')).at(-1)
    expect(firstText(denial, 'NameCode')).toBe('41')
  })

  it('lists a notification as pulled once it was read', async () => {
    const conversation = await lodge(handWrittenH1())
    const url = `/notifications/conversationId/${conversation}`
    const list = async (which: string) => (await authority.ask(`${url}/${which}`)).text()
    await expect.poll(() => list('unpulled'), { timeout: 10_000 }).toContain('rel="notification"')
    const id = /unpulled\/([0-9a-f-]{36})/.exec(await list('unpulled'))?.[1] ?? ''
    expect((await authority.ask(`/notifications/pulled/${id}`)).status).toBe(400)
    expect((await authority.ask(`/notifications/unpulled/${id}`)).status).toBe(200)
    expect((await authority.ask(`/notifications/unpulled/${id}`)).status).toBe(400)
    expect((await authority.ask(`/notifications/pulled/${id}`)).status).toBe(200)
    expect(await list('pulled')).toContain(id)
  })

  it('knows no other reference', async () => {
    const unknown = await authority.ask(
      '/customs/declarations-information/mrn/26GBAAAAAAAAAAAAA1/status',
    )
    expect(unknown.status).toBe(404)
    expect((await authority.ask('/customs/nothing')).status).toBe(404)
    expect((await authority.ask('/notifications/unpulled/no-identifier')).status).toBe(400)
  })
})
