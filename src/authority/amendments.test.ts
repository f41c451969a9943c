import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import {
  type AmendmentWishes,
  handWrittenAmendment,
  handWrittenArrival,
  handWrittenH1,
  type H1Wishes,
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

interface Lodged {
  readonly conversation: string
  readonly mrn: string
}

async function lodge(wishes: H1Wishes, until: string): Promise<Lodged> {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const conversation = conversationOf(response)
  const [first] = await authority.notifications(conversation, until)
  return { conversation, mrn: firstText(first, 'ID') ?? '' }
}

async function amend(mrn: string, wishes: AmendmentWishes, until: '03' | '11' = '11') {
  const xml = handWrittenAmendment(mrn, wishes)
  const response = await authority.send('/customs/declarations/amend', xml)
  expect(response.status).toBe(202)
  return authority.notifications(conversationOf(response), until)
}

async function arrive(mrn: string): Promise<void> {
  const path = '/customs/declarations/arrival-notification'
  expect((await authority.send(path, handWrittenArrival(mrn))).status).toBe(202)
}

function amountsOf(notification: string | undefined): readonly (string | undefined)[] {
  return [...(notification ?? '').matchAll(/<PaymentAmount[^>]*>([\d.]+)</g)].map(([, a]) => a)
}

const price = (amount: string): AmendmentWishes => ({
  places: ['67A/68A#1/23A/79A/112'],
  body: `<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Commodity><InvoiceLine><ItemChargeAmount currencyID="GBP">${amount}</ItemChargeAmount></InvoiceLine></Commodity></GovernmentAgencyGoodsItem></GoodsShipment>`,
})

/** Paid in cash, so that an accepted declaration waits for the cashier. */
const inCash: H1Wishes = { items: [{ paymentMethod: 'A' }] }

describe('an amendment', () => {
  it('is granted before arrival, and the goods are charged as amended', async () => {
    const { conversation, mrn } = await lodge({ typeCode: 'IMD' }, '02')
    const answers = await amend(mrn, price('500.00'))
    expect(answers.map(functionCode)).toEqual(['02', '11'])
    expect(firstText(answers[1], 'NameCode')).toBe('39')
    expect(firstText(answers[1], 'VersionID')).toBe('2')
    await arrive(mrn)
    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['02', '01', '13', '13', '09'])
    expect(amountsOf(all[3])).toEqual(['60.00', '112.00'])
    expect(firstText(all[3], 'VersionID')).toBe('2')
  })

  it('still expires where the amended goods never arrive', async () => {
    const { conversation, mrn } = await lodge({ typeCode: 'IMD' }, '02')
    await amend(mrn, price('500.00'))
    authority.clock.advance(31 * 86_400_000)
    const all = await authority.notifications(conversation, '10')
    expect(firstText(all.at(-1), 'StatementCode')).toBe('R2')
    authority.clock.advance(-31 * 86_400_000)
  })

  it('has the debt worked out anew after acceptance, by the next version', async () => {
    const { conversation, mrn } = await lodge(inCash, '13')
    await amend(mrn, price('2000.00'))
    const again = await authority.notifications(conversation, '13')
    const second = again.filter((each) => functionCode(each) === '13').at(-1)
    expect(firstText(second, 'VersionID')).toBe('2')
    expect(amountsOf(second)).toEqual(['240.00', '448.00'])
  })

  it('takes an item out and brings another in', async () => {
    const two: H1Wishes = { typeCode: 'IMD', items: [{}, { price: '100.00' }] }
    const { conversation, mrn } = await lodge(two, '02')
    const counts =
      '<GoodsItemQuantity>1</GoodsItemQuantity><TotalPackageQuantity>1</TotalPackageQuantity>'
    const taken = await amend(mrn, { places: ['67A/68A#2', '228', '146'], head: counts })
    expect(firstText(taken[1], 'NameCode')).toBe('39')
    await arrive(mrn)
    const all = await authority.notifications(conversation, '09')
    expect(amountsOf(all[3])).toEqual(['120.00', '224.00'])
  })

  it('is rejected with its errors where the declaration would break a rule, and changes nothing', async () => {
    const { conversation, mrn } = await lodge({ typeCode: 'IMD' }, '02')
    const [rejection] = await amend(mrn, { places: ['67A/68A#1/23A/65A/126'] }, '03')
    expect(firstText(rejection, 'ValidationCode')).toMatch(/^CDS\d{5}$/)
    await arrive(mrn)
    const all = await authority.notifications(conversation, '09')
    expect(amountsOf(all[3])).toEqual(['120.00', '224.00'])
    expect(firstText(all[3], 'VersionID')).toBe('1')
  })

  it('is rejected where it points to what nobody can amend', async () => {
    const { mrn } = await lodge({ typeCode: 'IMD' }, '02')
    const [type] = await amend(mrn, { places: ['D013'], head: '' }, '03')
    expect(firstText(type, 'ValidationCode')).toBe('CDS11012')
    const [unknown] = await amend(mrn, { places: ['67A/99Z/1'] }, '03')
    expect(firstText(unknown, 'ValidationCode')).toBe('CDS11012')
    const [foreign] = await amend('26GBAAAAAAAAAAAAA1', price('1.00'), '03')
    expect(firstText(foreign, 'ValidationCode')).toBe('CDS12015')
  })

  it('is denied once the goods are released', async () => {
    const { mrn } = await lodge({}, '09')
    const answers = await amend(mrn, price('500.00'))
    expect(firstText(answers[1], 'NameCode')).toBe('41')
  })

  it('is answered once, however often it comes', async () => {
    const { conversation, mrn } = await lodge({ typeCode: 'IMD' }, '02')
    const request = { ...price('500.00'), lrn: 'AMEND-ONCE' }
    await amend(mrn, request)
    const xml = handWrittenAmendment(mrn, request)
    const again = conversationOf(await authority.send('/customs/declarations/amend', xml))
    await arrive(mrn)
    const all = await authority.notifications(conversation, '09')
    expect(firstText(all.at(-1), 'VersionID')).toBe('2')
    expect(
      await (await authority.ask(`/notifications/conversationId/${again}`)).text(),
    ).not.toContain('rel="notification"')
  })
})
