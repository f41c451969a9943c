import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { handWrittenArrival, handWrittenH1 } from './testing/hand-written-h1.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from './testing/trader.ts'

interface Received {
  readonly body: string
  readonly conversation: string
  readonly authorization: string | undefined
}

let authority: OpenAuthority
let callback: Server
let received: Received[] = []
let answerWith = 200

beforeAll(async () => {
  callback = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({
        body: Buffer.concat(chunks).toString(),
        conversation: String(request.headers['x-conversation-id']),
        authorization: request.headers.authorization,
      })
      response.writeHead(answerWith).end()
    })
  })
  await new Promise<void>((resolve) => callback.listen(0, '127.0.0.1', resolve))
  const callbackUrl = `http://127.0.0.1:${(callback.address() as AddressInfo).port}/callback`
  authority = await openAuthority({ database: await createEmptyTestDatabase(), callbackUrl })
})

afterEach(() => {
  received = []
  answerWith = 200
})

afterAll(async () => {
  await authority.close()
  callback.close()
})

async function lodge(typeCode: string): Promise<string> {
  const response = await authority.send('/customs/declarations', handWrittenH1({ typeCode }))
  return conversationOf(response)
}

function codesOf(conversation: string): readonly string[] {
  return received
    .filter((message) => message.conversation === conversation)
    .map((message) => functionCode(message.body))
    .sort()
}

/** What the office still holds for the conversation: it strikes a message off when its answer is in. */
async function listed(conversation: string): Promise<string> {
  const answer = await authority.ask(`/notifications/conversationId/${conversation}/unpulled`)
  return answer.text()
}

const soon = { timeout: 10_000, interval: 20 }

describe('pushing notifications', () => {
  it('sends each once, with the trader’s own token and the conversation', async () => {
    const conversation = await lodge('IMA')
    await expect.poll(() => codesOf(conversation), soon).toEqual(['01', '09', '13', '13'])
    expect(new Set(received.map((message) => message.authorization))).toEqual(
      new Set(['callback-token-0123456789']),
    )
    await expect.poll(() => listed(conversation), soon).not.toContain('rel="notification"')
  })

  it('repeats what was not taken and never what was', async () => {
    answerWith = 500
    const conversation = await lodge('IMA')
    await expect.poll(() => codesOf(conversation).length, soon).toBeGreaterThanOrEqual(4)
    answerWith = 200
    received = []
    const later = (): readonly string[] => {
      authority.clock.advance(1_000)
      return codesOf(conversation)
    }
    await expect.poll(later, soon).toEqual(['01', '09', '13', '13'])
    await expect.poll(() => listed(conversation), soon).not.toContain('rel="notification"')
    authority.clock.advance(3_600_000)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(codesOf(conversation)).toHaveLength(4)
  })

  it('does not push what was pulled first', async () => {
    answerWith = 500
    const conversation = await lodge('IMA')
    const pulled = await authority.notifications(conversation, '09')
    expect(pulled).toHaveLength(4)
    answerWith = 200
    received = []
    authority.clock.advance(3_600_000)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(codesOf(conversation)).toEqual([])
  })
})

describe('an office that works faster than the clock on the wall', () => {
  it('repeats what was not taken in real time', async () => {
    await authority.set({ clockSpeed: 10_000 })
    answerWith = 500
    const conversation = await lodge('IMA')
    await expect.poll(() => codesOf(conversation), soon).toEqual(['01', '09', '13', '13'])
    answerWith = 200
    authority.clock.advance(500)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(codesOf(conversation)).toHaveLength(4)
    authority.clock.advance(500)
    await expect.poll(() => codesOf(conversation), soon).toHaveLength(8)
    await authority.set({ clockSpeed: 1 })
  })
})

describe('an office that was stopped', () => {
  it('takes up what was lodged, arrived and not yet told when it starts again', async () => {
    await authority.set({ processingDelaySeconds: 60 })
    const conversation = await lodge('IMD')
    await authority.restart()
    expect(codesOf(conversation)).toEqual([])
    answerWith = 503
    authority.clock.advance(61_000)
    await expect.poll(() => codesOf(conversation).length, soon).toBeGreaterThan(0)
    await authority.restart()
    answerWith = 200
    received = []
    authority.clock.advance(300_000)
    await expect.poll(() => codesOf(conversation), soon).toEqual(['02'])

    const mrn = firstText(received[0]?.body, 'ID') ?? ''
    await authority.send('/customs/declarations/arrival-notification', handWrittenArrival(mrn))
    await authority.restart()
    authority.clock.advance(61_000)
    await expect.poll(() => codesOf(conversation), soon).toEqual(['01', '02', '09', '13', '13'])
    await authority.set({ processingDelaySeconds: 0 })
  })
})
