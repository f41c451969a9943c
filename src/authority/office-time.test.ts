import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import type { QueueLine } from './store/queue-store.ts'
import { handWrittenH1, type H1Wishes } from './testing/hand-written-h1.ts'
import { sendPaper } from './testing/send-paper.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from './testing/trader.ts'

let authority: OpenAuthority

const opened: OpenAuthority[] = []

beforeEach(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  opened.push(authority)
})

afterAll(() => Promise.all(opened.map((office) => office.close())))

async function lodge(wishes: H1Wishes, until: string) {
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const conversation = conversationOf(response)
  const [first] = await authority.notifications(conversation, until)
  return { conversation, mrn: firstText(first, 'ID') ?? '' }
}

async function codesOf(conversation: string): Promise<string> {
  const list = await (await authority.ask(`/notifications/conversationId/${conversation}`)).text()
  return [...list.matchAll(/\/notifications\//g)].length.toString()
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
const HOUR_MS = 3_600_000

describe('an office that takes its time', () => {
  it('releases what no rule has hit after the time of the green lane', async () => {
    await authority.set({ greenLaneSeconds: 600 })
    const { conversation } = await lodge({}, '13')
    const before = await codesOf(conversation)
    authority.clock.advance(599_000)
    await lodge({}, '13')
    expect(await codesOf(conversation)).toBe(before)
    authority.clock.advance(1_000)
    await authority.notifications(conversation, '09')
  })

  it('finds goods in order by itself once people had the time to look at them', async () => {
    // A Thursday, 11:00 in London; the office shuts at 12:00 and opens again on Friday.
    const officeHours = { days: [1, 2, 3, 4, 5], from: '09:00', until: '12:00' }
    await authority.set({ decisions: 'by-office', redLaneSeconds: 2 * 3_600, officeHours })
    const { conversation, mrn } = await lodge(cheapShoes, '05')
    const before = await codesOf(conversation)
    authority.clock.advance(12 * HOUR_MS)
    await lodge({}, '09')
    expect(await codesOf(conversation)).toBe(before)
    authority.clock.advance(11 * HOUR_MS)
    const bodies = await authority.notifications(conversation, '09')
    const issued = bodies.filter((body) => functionCode(body) === '09')
    expect(firstText(issued[0], 'DateTimeString')).toBe('20260911090000Z')
    const dossier = (await (await authority.officer('GET', `/lodgements/${mrn}`)).json()) as {
      readonly history: readonly { readonly what: string; readonly actor: string }[]
    }
    expect(dossier.history).toContainEqual(
      expect.objectContaining({ what: 'looked at and found in order', actor: 'office' }),
    )
  })

  it('looks at papers from when they came and at nothing that was not sent', async () => {
    await authority.set({ decisions: 'by-office', yellowLaneSeconds: 60 })
    const { conversation, mrn } = await lodge(copies, '13')
    const asked = await authority.officer('POST', `/lodgements/${mrn}/document-requests`, {
      officer: 'Ada',
      wanted: ['Invoice'],
      reason: 'To see what it is.',
    })
    expect(asked.status).toBeLessThan(300)
    authority.clock.advance(HOUR_MS)
    await lodge({}, '09')
    await authority.notifications(conversation, '06')
    expect(await stateOf(mrn)).toBe('accepted')
    await sendPaper(authority, mrn)
    authority.clock.advance(60_000)
    await authority.notifications(conversation, '09')
  })

  it('goes on at once with what waits when it is set to decide by itself', async () => {
    const { conversation } = await lodge(copies, '13')
    await authority.set({ decisions: 'by-office' })
    await authority.notifications(conversation, '09')
  })

  it('works by a clock that can be sped up and keeps it over a restart', async () => {
    await authority.set({ greenLaneSeconds: 86_400, clockSpeed: 8_640 })
    const { conversation } = await lodge({}, '13')
    authority.clock.advance(5_000)
    await authority.restart()
    authority.clock.advance(5_000)
    const bodies = await authority.notifications(conversation, '09')
    const [released] = bodies.filter((body) => functionCode(body) === '09')
    expect(firstText(released, 'DateTimeString')).toBe('20260911100000Z')
  })

  it('is not set to hours in which it would never be open', async () => {
    const officeHours = { days: [1], from: '17:00', until: '09:00' }
    const refused = await authority.set({ officeHours })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      failures: [{ path: '/settings/officeHours/until' }],
    })
  })
})

describe('the queue', () => {
  it('shows the lane that the rules have put an entry in', async () => {
    const [red, yellow, green] = [
      await lodge(cheapShoes, '05'),
      await lodge(copies, '13'),
      await lodge({}, '09'),
    ]
    const response = await authority.officer('GET', '/lodgements?order=newest&limit=10')
    const { lodgements } = (await response.json()) as { readonly lodgements: readonly QueueLine[] }
    expect(new Map(lodgements.map(({ mrn, lane }) => [mrn, lane]))).toEqual(
      new Map([
        [red.mrn, 'red'],
        [yellow.mrn, 'yellow'],
        [green.mrn, 'green'],
      ]),
    )
  })
})

async function stateOf(mrn: string): Promise<string> {
  const response = await authority.officer('GET', `/lodgements/${mrn}`)
  return ((await response.json()) as { register: { state: string } }).register.state
}
