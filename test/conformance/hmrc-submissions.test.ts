import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { errorBody } from '../hmrc-service/hmrc-service.ts'
import {
  type ConnectorUnderTest,
  HOUR_MS,
  openConnectorUnderTest,
  TIME_LIMIT_MS,
} from '../hmrc-service/connector-under-test.ts'
import { breaches, readContract } from '../hmrc-service/openapi-contract.ts'
import { hasSharedMaterial } from '../shared-material.ts'

const xml = 'application/xml; charset=UTF-8'

let under: ConnectorUnderTest

beforeAll(async () => {
  under = await openConnectorUnderTest()
})
afterAll(() => under.close())
beforeEach(() => under.reset())
/** Every request that any test has led to is held against HMRC's own contracts. */
afterEach(() => expect(under.breaches()).toEqual([]))

describe.skipIf(!hasSharedMaterial)('the contracts that requests are held against', () => {
  const contract = hasSharedMaterial ? readContract() : []
  const headers = { accept: 'application/vnd.hmrc.3.0+xml', 'content-type': xml }
  const request = {
    ...{ method: 'POST', path: '/customs/declarations/', headers, body: Buffer.alloc(0) },
  }

  it('know every operation of the three APIs', () => {
    expect(contract).toHaveLength(21)
    expect(breaches(contract, request)).toEqual([])
  })

  it('find a path that is not there, a header that is missing and one that is another', () => {
    expect(breaches(contract, { ...request, path: '/customs/declarations' })).toHaveLength(1)
    expect(breaches(contract, { ...request, headers: { accept: headers.accept } })).toHaveLength(1)
    const old = { ...headers, accept: 'application/vnd.hmrc.1.0+xml' }
    expect(breaches(contract, { ...request, headers: old })).toHaveLength(1)
  })
})

describe('a submission to HMRC', () => {
  it('carries the token and headers that the contract wants, and gets its conversation', async () => {
    const { accessToken } = await under.connectBusiness()
    const { messageId, lrn } = await under.commit()
    await under.attempt()
    expect(under.hmrc.taken.map((taken) => taken.lrn)).toEqual([lrn])
    expect(under.submissions()).toMatchObject([
      {
        headers: {
          authorization: `Bearer ${accessToken}`,
          accept: 'application/vnd.hmrc.3.0+xml',
          'content-type': xml,
        },
      },
    ])
    expect(Object.keys(under.submissions()[0]!.headers)).not.toContain('x-badge-identifier')
    expect(await under.stateOf(messageId)).toMatchObject({
      ...{ state: 'sent', conversation_id: under.hmrc.taken[0]!.conversationId },
    })
  })

  it.each([
    ['amendment', '/customs/declarations/amend'],
    ['arrival', '/customs/declarations/arrival-notification'],
    ['cancellation', '/customs/declarations/cancellation-requests'],
  ] as const)('that is an %s goes to %s', async (kind, path) => {
    await under.connectBusiness()
    const { messageId } = await under.commit({ kind })
    await under.attempt()
    expect(under.hmrc.requests.map((request) => request.path)).toEqual([path])
    expect((await under.stateOf(messageId)).state).toBe('sent')
  })

  it('through a community system names the badge and the owner of the declaration', async () => {
    await under.connectBusiness()
    const community = { badge: 'ABC123', submitterEori: 'GB123456789000' }
    await under.commit()
    await under.attempt({ community })
    expect(under.submissions()[0]!.headers).toMatchObject({
      'x-badge-identifier': 'ABC123',
      'x-submitter-identifier': 'GB123456789000',
    })
    const { messageId } = await under.commitFile()
    await under.attempt({ community })
    expect((await under.stateOf(messageId)).state).toBe('sent')
    const asked = under.hmrc.requests.find(({ path }) => path.endsWith('/file-upload'))
    expect(asked?.headers).toMatchObject({ 'x-eori-identifier': 'GB123456789000' })
    expect(asked?.headers).not.toHaveProperty('x-submitter-identifier')
  })
})

describe('an answer of HMRC', () => {
  const onPost = 'POST /customs/declarations/'
  const html = '<html><body>Bad gateway</body>'

  it('that refuses the bytes is final, with every reason', async () => {
    await under.connectBusiness()
    const body = errorBody('BAD_REQUEST', ['xml_validation_error', 'cvc-complex-type.2.4.b'])
    under.hmrc.faults.push({ on: onPost, answer: { status: 400, body } })
    const { messageId } = await under.commit()
    await under.attempt()
    expect(under.told).toEqual(['refused'])
    expect((await under.stateOf(messageId)).last_error).toBe(
      'BAD_REQUEST: as documented; xml_validation_error: cvc-complex-type.2.4.b',
    )
  })

  it('that its firewall does not let the bytes pass is final', async () => {
    await under.connectBusiness()
    const body = errorBody('PAYLOAD_FORBIDDEN')
    under.hmrc.faults.push({ on: onPost, answer: { status: 403, body } })
    const { messageId } = await under.commit()
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('refused')
  })

  it.each([
    [401, 'UNAUTHORIZED'],
    [403, 'RESOURCE_FORBIDDEN'],
    [404, 'MATCHING_RESOURCE_NOT_FOUND'],
    [405, 'METHOD_NOT_ALLOWED'],
    [406, 'ACCEPT_HEADER_INVALID'],
    [415, 'UNSUPPORTED_MEDIA_TYPE'],
    [429, 'MESSAGE_THROTTLED_OUT'],
    [501, 'NOT_IMPLEMENTED'],
    [503, 'SERVER_ERROR'],
    [503, 'SCHEDULED_MAINTENANCE'],
  ])('of %i %s leaves the message unsent, to be tried again', async (status, code) => {
    await under.connectBusiness()
    const answer = { status, body: errorBody(code) }
    // A 401 is met with a fresh token first, which is turned away as well.
    under.hmrc.faults.push(
      { on: onPost, answer },
      ...(status === 401 ? [{ on: onPost, answer }] : []),
    )
    const { messageId } = await under.commit()
    await under.attempt()
    expect(await under.stateOf(messageId)).toMatchObject({
      ...{ state: 'due', last_error: `HTTP ${status}, ${code}: as documented` },
    })
    expect(under.told).toEqual([])
    under.exchange.clock.advance(120_000)
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('sent')
    expect(under.hmrc.taken).toHaveLength(1)
  })

  it.each([400, 403, 413])(
    'of %i that is not explained is not taken for its verdict on the bytes',
    async (status) => {
      await under.connectBusiness()
      under.hmrc.faults.push({ on: onPost, answer: { status, body: html } })
      const { messageId } = await under.commit()
      await under.attempt()
      expect(await under.stateOf(messageId)).toMatchObject({
        ...{ state: 'due', last_error: `HTTP ${status}` },
      })
    },
  )

  it.each([
    [500, errorBody('INTERNAL_SERVER_ERROR')],
    [502, html],
    [503, html],
    [504, errorBody('GATEWAY_TIMEOUT')],
    [200, ''],
  ])(
    'of %i leaves the message in doubt: it is asked for before it goes out again',
    async (status, body) => {
      await under.connectBusiness()
      under.hmrc.faults.push({ on: onPost, answer: { status, body } })
      const { messageId } = await under.commit()
      await under.attempt()
      expect((await under.stateOf(messageId)).state).toBe('unknown')
      under.exchange.clock.advance(120_000)
      await under.attempt()
      expect((await under.stateOf(messageId)).state).toBe('sent')
      expect(under.hmrc.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST'])
      expect(under.submissions()[1]!.body).toEqual(under.submissions()[0]!.body)
    },
  )

  it('that comes too late leaves the message in doubt', async () => {
    await under.connectBusiness()
    under.hmrc.faults.push({ on: onPost, silent: true })
    const { messageId } = await under.commit()
    await under.attempt()
    expect(await under.stateOf(messageId)).toMatchObject({
      ...{ state: 'unknown', last_error: `no answer within ${TIME_LIMIT_MS} ms` },
    })
  })

  it('that is lost after acceptance does not lead to a second lodging', async () => {
    await under.connectBusiness()
    under.hmrc.faults.push({ on: onPost, loseAnswer: true })
    const { messageId } = await under.commit()
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('unknown')
    under.exchange.clock.advance(120_000)
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('sent')
    expect(under.hmrc.taken).toHaveLength(1)
    expect(under.hmrc.requests.at(-1)).toMatchObject({
      method: 'GET',
      headers: { accept: 'application/vnd.hmrc.2.0+xml' },
    })
  })

  describe('of a supplementary declaration that is lost', () => {
    /** HMRC has the simplified declaration, which has the same DUCR, for good. */
    const afterDoubt = async (fault: (typeof under.hmrc.faults)[number]) => {
      await under.connectBusiness()
      const subject = '26GB0SIMPLIFIED00'
      const { messageId, lrn } = await under.commit({ kind: 'supplementary', subject })
      const simplified = { lrn: 'SIMPLIFIED', ducr: `6GB123456789000-${lrn}`, mrn: subject }
      under.hmrc.taken.push({ ...simplified, conversationId: 'other', body: Buffer.alloc(0) })
      under.hmrc.faults.push(fault)
      await under.attempt()
      expect((await under.stateOf(messageId)).state).toBe('unknown')
      const days = 3
      under.exchange.clock.advance(days * 24 * HOUR_MS)
      await under.attempt()
      expect((await under.stateOf(messageId)).state).toBe('sent')
      // The token has run out meanwhile.
      const asked = under.hmrc.requests.filter(({ path }) => !path.startsWith('/oauth/'))
      return asked.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)
    }

    it('is known by its own LRN days later, and not lodged again', async () => {
      const requests = await afterDoubt({ on: onPost, loseAnswer: true })
      expect(requests).toEqual(['POST ', 'GET status', 'GET version'])
      expect(under.hmrc.taken).toHaveLength(2)
    })

    it('is not taken for the simplified one, and goes out again', async () => {
      const body = errorBody('INTERNAL_SERVER_ERROR')
      const requests = await afterDoubt({ on: onPost, answer: { status: 500, body } })
      expect(requests).toEqual(['POST ', 'GET status', 'POST '])
      expect(under.hmrc.taken).toHaveLength(2)
    })
  })

  it.each([
    ['a path that is not there', 404, errorBody('MATCHING_RESOURCE_NOT_FOUND')],
    ['a page that is no XML', 200, html],
    ['a failure', 500, errorBody('INTERNAL_SERVER_ERROR')],
  ])(
    'to a question that is %s is no answer: nothing is sent again',
    async (_what, status, body) => {
      await under.connectBusiness()
      under.hmrc.faults.push(
        { on: onPost, loseAnswer: true },
        { on: 'GET /customs/declarations-information/', answer: { status, body } },
      )
      const { messageId } = await under.commit()
      await under.attempt()
      under.exchange.clock.advance(120_000)
      await under.attempt()
      expect((await under.stateOf(messageId)).state).toBe('unknown')
      expect(under.submissions()).toHaveLength(1)
    },
  )

  it('that says when to come again holds for the whole channel', async () => {
    await under.connectBusiness()
    const answer = {
      ...{ status: 429, body: errorBody('MESSAGE_THROTTLED_OUT') },
      headers: { 'retry-after': '30' },
    }
    under.hmrc.faults.push({ on: onPost, answer })
    await under.commit()
    await under.commit()
    await under.attempt()
    await under.attempt()
    expect(under.submissions()).toHaveLength(1)
    under.exchange.clock.advance(31_000)
    await under.attempt()
    await under.attempt()
    expect(under.hmrc.taken).toHaveLength(2)
  })
})
