import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { sampleComplete, sampleSignature } from '../../../test/sample-papers.ts'
import { localDate } from '../calendar/local-date.ts'
import { type CertificateIssue, certificateOfOrigin, recordIssue } from './certificate-of-origin.ts'

const consignment = sampleComplete()

const issue: CertificateIssue = {
  number: 'C264700123450012',
  issuedOn: localDate('2026-09-02'),
  issuer: 'Shenzhen Chamber of Commerce',
  place: 'Shenzhen',
  scanAttachmentId: 'att_1',
}

describe('certificateOfOrigin', () => {
  it('applies for the goods of one origin, by the six digits that all countries share', () => {
    const certificate = valueOf(certificateOfOrigin({ consignment, origin: 'CN' }))
    expect(certificate.lines.map(({ itemNumber, hsCode }) => [itemNumber, hsCode])).toEqual([
      [1, '851821'],
      [2, '610910'],
    ])
    expect(certificate.coverage).toBe('part-of-consignment')
    expect(certificate.status).toEqual({ code: 'draft-not-issued' })
  })

  it('covers the whole consignment where all goods share the origin', () => {
    const goodsItems = consignment.goodsItems.slice(0, 2)
    const chinese = { ...consignment, goodsItems, goodsItemsOfWhole: 2 }
    const certificate = valueOf(certificateOfOrigin({ consignment: chinese, origin: 'CN' }))
    expect(certificate.coverage).toBe('whole-consignment')
  })

  it('refuses an origin that no goods have', () => {
    expect(certificateOfOrigin({ consignment, origin: 'JP' })).toMatchObject({
      ok: false,
      failures: [{ code: 'not-found', path: '/origin' }],
    })
  })
})

describe('recordIssue', () => {
  const draft = valueOf(
    certificateOfOrigin({ consignment, origin: 'CN', signature: sampleSignature }),
  )

  it('makes the draft an issued certificate and changes nothing else', () => {
    const issued = valueOf(recordIssue(draft, issue))
    expect(issued).toEqual({ ...draft, status: { code: 'issued', ...issue } })
  })

  it.each(['number', 'issuer', 'place', 'scanAttachmentId'] as const)(
    'does not take it as issued without its %s',
    (name) => {
      expect(recordIssue(draft, { ...issue, [name]: ' ' })).toMatchObject({
        ok: false,
        failures: [{ code: 'fact-missing', path: `/${name}` }],
      })
    },
  )

  it('refuses a day that does not exist', () => {
    const result = recordIssue(draft, { ...issue, issuedOn: '2026-02-30' as never })
    expect(result).toMatchObject({ failures: [{ code: 'invalid-input', path: '/issuedOn' }] })
  })

  it('refuses to issue a certificate twice', () => {
    const issued = valueOf(recordIssue(draft, issue))
    expect(recordIssue(issued, issue)).toMatchObject({
      ok: false,
      failures: [{ code: 'conflict' }],
    })
  })
})
