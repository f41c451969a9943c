import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { trackedCases, type TrackedCases } from '../../test/tracked-cases.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { sealingKeyFrom } from '../platform/sealed-secret.ts'
import {
  createTrackingLink,
  followTrackingLink,
  listTrackingLinks,
  revokeTrackingLink,
} from './tracking-link.ts'

const key = sealingKeyFrom(Buffer.alloc(32, 1))
const tellNobody = () => Promise.resolve()

describe('a tracking link', () => {
  let cases: TrackedCases
  let caseId: string

  beforeAll(async () => {
    cases = await trackedCases()
    caseId = (await cases.open(tellNobody)).caseId
  })
  afterAll(() => cases.close())

  const makeLink = () =>
    inTenant(cases.api, cases.tenantId, (transaction) =>
      createTrackingLink(transaction, key, {
        ...{ tenantId: cases.tenantId, caseId, now: cases.clock.now() },
      }),
    )
  const revoke = (linkId: string) =>
    inTenant(cases.api, cases.tenantId, (transaction) =>
      revokeTrackingLink(transaction, { linkId, now: cases.clock.now() }),
    )

  it('shows the parcel to whoever has its token, without personal data', async () => {
    const { token } = await makeLink()
    const view = await followTrackingLink(cases.api, token, cases.clock.now())
    expect(view?.sentences.now.en).toBe('Your order has been received.')
    expect(view?.timeline.map((entry) => entry.milestone)).toEqual(['case.opened'])
    expect(JSON.stringify(view)).not.toMatch(/Zoë|Oldham|M1 1JN|zoe@|personal/)
  })

  it('has a token of 256 bits of which only the hash is stored', async () => {
    const { link, token } = await makeLink()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const rows = await inTenant(cases.api, cases.tenantId, (transaction) =>
      transaction.selectFrom('tracking_link').selectAll().where('id', '=', link.linkId).execute(),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('leads nowhere once it is revoked, and revoking again changes nothing', async () => {
    const { link, token } = await makeLink()
    const first = await revoke(link.linkId)
    cases.clock.advance(1_000)
    expect(await revoke(link.linkId)).toEqual(first)
    expect(await followTrackingLink(cases.api, token, cases.clock.now())).toBeUndefined()
    const listed = await inTenant(cases.api, cases.tenantId, (transaction) =>
      listTrackingLinks(transaction, caseId),
    )
    expect(listed.find((known) => known.linkId === link.linkId)?.revokedAt).toBeDefined()
  })

  it('leads nowhere under another token, or under nonsense', async () => {
    const { token } = await makeLink()
    const other = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`
    for (const guess of [other, '', 'x', `${token}x`, "' or true --"]) {
      expect(await followTrackingLink(cases.api, guess, cases.clock.now())).toBeUndefined()
    }
  })

  it('cannot be revoked by another tenant', async () => {
    const { link, token } = await makeLink()
    const stranger = 'tenant_00000000000000000000000000'
    const revoked = await inTenant(cases.api, stranger, (transaction) =>
      revokeTrackingLink(transaction, { linkId: link.linkId, now: cases.clock.now() }),
    )
    expect(revoked.ok ? '' : revoked.failures[0].code).toBe('not-found')
    expect(await followTrackingLink(cases.api, token, cases.clock.now())).toBeDefined()
  })
})
