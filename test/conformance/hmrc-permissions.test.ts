import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type ConnectorUnderTest,
  HOUR_MS,
  openConnectorUnderTest,
} from '../hmrc-service/connector-under-test.ts'

let under: ConnectorUnderTest

beforeAll(async () => {
  under = await openConnectorUnderTest()
})
afterAll(() => under.close())
beforeEach(() => under.reset())
/** Every request that any test has led to is held against HMRC's own contracts. */
afterEach(() => expect(under.breaches()).toEqual([]))

describe("a business's permission", () => {
  it('is needed: a message waits for it and is not tried in vain', async () => {
    const { messageId } = await under.commit()
    await under.attempt()
    expect(under.hmrc.requests).toEqual([])
    expect(await under.stateOf(messageId)).toMatchObject({
      ...{ state: 'due', attempts: 0, waits_for: 'connection' },
    })
    await under.connectBusiness()
    await under.attempt()
    expect(await under.stateOf(messageId)).toMatchObject({ state: 'sent', waits_for: null })
  })

  it('is renewed when the access token has run out, before anything is sent', async () => {
    const { accessToken } = await under.connectBusiness()
    under.exchange.clock.advance(4 * HOUR_MS)
    await under.commit()
    await under.attempt()
    expect(under.refreshes()).toHaveLength(1)
    expect(under.submissions()).toHaveLength(1)
    expect(under.submissions()[0]!.headers.authorization).not.toContain(accessToken)
  })

  it('is renewed when the token is turned away, and the same bytes go out again', async () => {
    const tokens = await under.connectBusiness()
    const keepsRefreshing = { ...tokens, refreshToken: 'another' }
    under.hmrc.tokens.withdraw(keepsRefreshing)
    const { messageId } = await under.commit()
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('sent')
    expect(under.submissions()).toHaveLength(2)
    expect(under.submissions()[1]!.body).toEqual(under.submissions()[0]!.body)
    expect(under.refreshes()).toHaveLength(1)
  })

  it('is renewed again with the refresh token that came with the last renewal', async () => {
    await under.connectBusiness()
    for (let renewal = 1; renewal <= 3; renewal += 1) {
      under.exchange.clock.advance(5 * HOUR_MS)
      await under.commit()
      await under.attempt()
      expect(under.refreshes()).toHaveLength(renewal)
    }
    expect(under.hmrc.taken).toHaveLength(3)
  })

  it('that two nodes want to renew at once is renewed once', async () => {
    await under.connectBusiness()
    under.exchange.clock.advance(5 * HOUR_MS)
    const nodes = [under.accessOfANode(), under.accessOfANode(), under.accessOfANode()]
    const tokens = await Promise.all(nodes.map((node) => node.ofBusiness(under.exchange.tenantId)))
    expect(under.refreshes()).toHaveLength(1)
    expect(new Set(tokens.map((access) => JSON.stringify(access))).size).toBe(1)
    expect(tokens[0]).toMatchObject({ kind: 'token' })
  })

  it('that another node has renewed meanwhile is taken as that node has left it', async () => {
    const { accessToken } = await under.connectBusiness()
    const [here, there] = [under.accessOfANode(), under.accessOfANode()]
    const renewed = await there.renewedOfBusiness(under.exchange.tenantId, accessToken)
    expect(await here.renewedOfBusiness(under.exchange.tenantId, accessToken)).toEqual(renewed)
    expect(under.refreshes()).toHaveLength(1)
  })

  it('that was withdrawn at HMRC lets messages wait until it is given anew', async () => {
    under.hmrc.tokens.withdraw(await under.connectBusiness())
    const { messageId } = await under.commit()
    await under.attempt()
    expect(await under.stateOf(messageId)).toMatchObject({
      ...{ state: 'due', attempts: 0, waits_for: 'connection' },
      last_error: 'HMRC does not renew the permission of the business',
    })
    expect(await under.grants()).toEqual([{ ended_why: 'refused', sealed_tokens: null }])
    under.exchange.clock.advance(HOUR_MS)
    await under.attempt()
    // The token that was turned away, once; after that nothing is tried without a permission.
    expect(under.submissions()).toHaveLength(1)
    await under.connectBusiness()
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('sent')
    expect(under.hmrc.taken).toHaveLength(1)
  })

  it('is over after eighteen months, without HMRC being asked', async () => {
    await under.connectBusiness()
    under.exchange.clock.advance(549 * 24 * HOUR_MS)
    const { messageId } = await under.commit()
    await under.attempt()
    expect(await under.stateOf(messageId)).toMatchObject({
      last_error: 'the permission of the business with HMRC has run out',
    })
    expect(under.hmrc.requests).toEqual([])
    expect((await under.grants()).map(({ ended_why }) => ended_why)).toEqual(['expired'])
  })

  it('that does not reach as far as declarations waits for one that does', async () => {
    await under.connectBusiness(['write:customs-declarations-information'])
    const { messageId } = await under.commit()
    await under.attempt()
    expect(await under.stateOf(messageId)).toMatchObject({ state: 'due', waits_for: 'connection' })
    await under.connectBusiness()
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('sent')
    expect((await under.grants()).map(({ ended_why }) => ended_why)).toEqual(['replaced', null])
  })

  it.each([
    ['fails', { status: 500, body: '{"error":"server_error"}' }],
    ['does not know our application', { status: 401, body: '{"error":"invalid_client"}' }],
    ['is busy with the same renewal', { status: 400, body: '{"error":"invalid_request"}' }],
    ['gives a page', { status: 200, body: '<html>' }],
  ])('outlives a token endpoint that %s', async (_what, answer) => {
    await under.connectBusiness()
    under.exchange.clock.advance(5 * HOUR_MS)
    under.hmrc.faults.push({ on: 'POST /oauth/token', answer })
    const { messageId } = await under.commit()
    await under.attempt()
    expect(await under.stateOf(messageId)).toMatchObject({ state: 'due', waits_for: null })
    under.exchange.clock.advance(120_000)
    await under.attempt()
    expect((await under.stateOf(messageId)).state).toBe('sent')
  })

  it('lies sealed in the database, tokens and all', async () => {
    const { accessToken, refreshToken } = await under.connectBusiness()
    const rows = JSON.stringify(await under.grants())
    expect(rows).toContain('v1.')
    expect(rows).not.toContain(accessToken)
    expect(rows).not.toContain(refreshToken)
  })
})
