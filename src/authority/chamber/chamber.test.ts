import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../../test/database.ts'
import { openAuthority, type OpenAuthority } from '../testing/trader.ts'
import type { CertificateApplication } from './certificate-application.ts'
import { drawCertificate } from './certificate-scan.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'

const application: CertificateApplication = {
  exporter: { name: '深圳好货有限公司', address: '深圳市港口路1号', country: 'CN' },
  consignee: { name: 'Jane Buyer', address: '1 High Street, Leeds', country: 'GB' },
  invoiceNumber: 'INV-1',
  goods: [
    {
      description: '棉质T恤 Cotton T-shirts',
      hsCode: '610910',
      origin: 'CN',
      quantity: '20 pieces',
    },
  ],
  declaredBy: 'Li Wei',
}

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
})

afterAll(() => authority.close())

async function apply(body: object): Promise<Response> {
  const json = { 'content-type': 'application/json' }
  return authority.send('/chamber/certificates', JSON.stringify(body), json)
}

describe('the chamber of commerce', () => {
  it('issues a certificate with a number and a scan', async () => {
    const response = await apply(application)
    expect(response.status).toBe(201)
    const issued = (await response.json()) as {
      number: string
      issuedOn: string
      scan: { base64: string }
    }
    expect(issued).toMatchObject({ number: 'SCC-2026-000001', issuedOn: '2026-09-10' })
    expect(Buffer.from(issued.scan.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(await (await apply(application)).json()).toMatchObject({ number: 'SCC-2026-000002' })
  })

  it('does not certify goods of another country, or goods that stay', async () => {
    const goods = [{ ...application.goods[0], origin: 'VN' }]
    const foreign = await apply({ ...application, goods })
    expect(foreign.status).toBe(422)
    expect(await foreign.json()).toMatchObject({ failures: [{ path: '/goods/0/origin' }] })
    const consignee = { ...application.consignee, country: 'CN' }
    expect((await apply({ ...application, consignee })).status).toBe(422)
  })

  it('tells what is wrong with the form as a problem', async () => {
    const response = await apply({ exporter: {} })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ failures: [{ code: 'invalid-input' }] })
  })

  it.each([undefined, 'Bearer a-token-that-nobody-was-given'])(
    'issues nothing to one who shows %j',
    async (authorization) => {
      const response = await fetch(`${authority.url}/chamber/certificates`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
        },
        body: JSON.stringify(application),
      })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ failures: [{ code: 'unauthenticated' }] })
    },
  )

  it('draws the same paper for the same certificate', async () => {
    const certificate = {
      number: 'SCC-2026-000009',
      issuedAt: '2026-09-10T10:00:00.000Z' as Instant,
      application,
    }
    const [first, second] = [await drawCertificate(certificate), await drawCertificate(certificate)]
    expect(first.equals(second)).toBe(true)
  })
})
