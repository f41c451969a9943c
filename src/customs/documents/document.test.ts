import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { sampleDocument } from '../../../test/sample-papers.ts'
import { localDate } from '../calendar/local-date.ts'
import { recordIssue } from './certificate-of-origin.ts'
import { canonicalDocumentText, dateOfDocument, type DocumentKind } from './document.ts'

const kinds: readonly DocumentKind[] = [
  'commercial-invoice',
  'packing-list',
  'certificate-of-origin',
  'preference-statement',
]

describe('canonicalDocumentText', () => {
  it.each(kinds)('holds the whole %s', (kind) => {
    const document = sampleDocument(kind)
    expect(JSON.parse(canonicalDocumentText(document))).toEqual(document)
  })

  it('is equal for equal documents, in whatever order their facts were set', () => {
    const document = sampleDocument('packing-list')
    const reordered = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(document).reverse())),
    ) as typeof document
    expect(canonicalDocumentText(reordered)).toBe(canonicalDocumentText(document))
  })

  it('differs as soon as one fact does', () => {
    const document = sampleDocument('commercial-invoice')
    const data = { ...document.data, number: 'HC-26-08832' }
    const other = { ...document, data } as typeof document
    expect(canonicalDocumentText(other)).not.toBe(canonicalDocumentText(document))
  })
})

describe('dateOfDocument', () => {
  it.each(kinds)('is the day that the %s bears', (kind) => {
    expect(dateOfDocument(sampleDocument(kind))).toBe('2026-09-01')
  })

  it('is the day of issue once a certificate is issued', () => {
    const draft = sampleDocument('certificate-of-origin')
    if (draft.kind !== 'certificate-of-origin') throw new Error('another kind was made')
    const issue = {
      number: 'C1',
      issuedOn: localDate('2026-09-03'),
      issuer: 'Chamber',
      place: 'Shenzhen',
      scanAttachmentId: 'att_1',
    }
    const issued = { ...draft, data: valueOf(recordIssue(draft.data, issue)) }
    expect(dateOfDocument(issued)).toBe('2026-09-03')
  })
})
