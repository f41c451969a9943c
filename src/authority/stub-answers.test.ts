import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import {
  handWrittenAmendment,
  handWrittenCancellation,
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
  await answerBy('stub')
})

afterAll(() => authority.close())

async function answerBy(answers: 'realistic' | 'stub'): Promise<void> {
  expect((await authority.set({ answers })).status).toBe(200)
}

async function told(wishes: H1Wishes, until: string): Promise<readonly string[]> {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  expect(response.status).toBe(202)
  return authority.notifications(conversationOf(response), until)
}

async function lodge(wishes: H1Wishes): Promise<{ conversation: string; mrn: string }> {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const conversation = conversationOf(response)
  const [first] = await authority.notifications(conversation, '01')
  return { conversation, mrn: firstText(first, 'ID') ?? '' }
}

const codesOf = (bodies: readonly string[]) => bodies.map(functionCode).sort()

/** No office would take this one: its goods have no such code. */
const unlawful: H1Wishes = { items: [{ commodityCode: '0000000000' }] }

describe('an office that answers like the test stub', () => {
  it('clears, asks and rejects by the LRN, whatever is declared', async () => {
    expect(codesOf(await told({ ...unlawful, lrn: 'CAA1' }, '09'))).toEqual(['01', '09'])
    expect(codesOf(await told({ ...unlawful, lrn: 'QAA1', typeCode: 'IMD' }, '51'))).toEqual([
      ...['01', '02', '51'],
    ])
    const [rejected] = await told({ lrn: 'BCDS12119' }, '03')
    expect(firstText(rejected, 'ValidationCode')).toBe('CDS12119')
  })

  it('waits for as many seconds as the LRN says', async () => {
    const response = await authority.send(
      '/customs/declarations',
      handWrittenH1({ lrn: 'G9DELAYED' }),
    )
    const conversation = conversationOf(response)
    await told({ lrn: 'GAFTER' }, '01')
    const list = await authority.ask(`/notifications/conversationId/${conversation}`)
    expect(await list.text()).not.toContain('/notifications/unpulled/')
    authority.clock.advance(9_000)
    expect(codesOf(await authority.notifications(conversation, '01'))).toEqual(['01'])
  })

  it('lets the means of transport decide what becomes of an amendment', async () => {
    const denied = await lodge({ lrn: 'GDENIED', borderTransportId: 'DENIED' })
    const response = await authority.send(
      '/customs/declarations/amend',
      handWrittenAmendment(denied.mrn, { places: ['67A/68A#1/23A/79A/112'], body: '' }),
    )
    const [answer] = await authority.notifications(conversationOf(response), '11')
    expect(firstText(answer, 'NameCode')).toBe('41')
    const external = await lodge({ lrn: 'GEXTERNAL', borderTransportId: 'EXTERNAL AMEND' })
    authority.clock.advance(5_000)
    await authority.notifications(external.conversation, '07')
  })

  it('grants a cancellation whose LRN has S in the third place and denies others', async () => {
    const { mrn, conversation } = await lodge({ lrn: 'GCANCEL' })
    const cancel = async (lrn: string) => {
      const path = '/customs/declarations/cancellation-requests'
      const response = await authority.send(path, handWrittenCancellation(mrn, lrn))
      const bodies = await authority.notifications(conversationOf(response), '11')
      return firstText(
        bodies.find((body) => functionCode(body) === '11'),
        'NameCode',
      )
    }
    expect(await cancel('XXX1')).toBe('41')
    expect(await cancel('XXS1')).toBe('39')
    await authority.notifications(conversation, '10')
  })

  it('checks again as soon as it is set to', async () => {
    await answerBy('realistic')
    expect(codesOf(await told({ ...unlawful, lrn: 'CAA2' }, '03'))).toEqual(['03'])
  })
})
