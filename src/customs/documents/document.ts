import type { LocalDate } from '../calendar/local-date.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { CertificateOfOrigin } from './certificate-of-origin.ts'
import type { CommercialInvoice } from './commercial-invoice.ts'
import type { PackingList } from './packing-list.ts'
import type { PreferenceStatement } from './preference-statement.ts'

/**
 * A document is data. What it looks like follows from the data and the version of its template
 * alone, so its paper can be made at any time and is the same each time.
 */
export type Document =
  | DocumentOf<'commercial-invoice', CommercialInvoice>
  | DocumentOf<'packing-list', PackingList>
  | DocumentOf<'certificate-of-origin', CertificateOfOrigin>
  | DocumentOf<'preference-statement', PreferenceStatement>

/** A new look is a new version, so that a document that was rendered once keeps its bytes. */
interface DocumentOf<Kind extends string, Data> {
  readonly kind: Kind
  readonly templateVersion: 1
  readonly data: Data
}

/** The kinds of documents that are made out here. */
export type DocumentKind = Document['kind']

/**
 * The text whose SHA-256 identifies a document, equal for equal documents; see {@link
 * canonicalJson}.
 */
export function canonicalDocumentText(document: Document): string {
  const { kind, templateVersion, data } = document
  return canonicalJson({ kind, templateVersion, data })
}

/** The day that a document bears. */
export function dateOfDocument(document: Document): LocalDate {
  switch (document.kind) {
    case 'commercial-invoice':
      return document.data.issuedOn
    case 'packing-list':
      return document.data.invoice.issuedOn
    case 'certificate-of-origin':
      return dateOfCertificate(document.data)
    case 'preference-statement':
      return document.data.signature.signedOn
  }
}

/** The day of issue, else the day of the exporter's signature, else that of the invoice. */
function dateOfCertificate({ status, signature, invoice }: CertificateOfOrigin): LocalDate {
  return status.code === 'issued' ? status.issuedOn : (signature?.signedOn ?? invoice.issuedOn)
}
