export {
  type CertificateIssue,
  type CertificateOfOrigin,
  certificateOfOrigin,
  type CertificateStatus,
  recordIssue,
} from './certificate-of-origin.ts'
export { checkAgreement, type PapersOfCase } from './check-agreement.ts'
export { type CommercialInvoice, commercialInvoice } from './commercial-invoice.ts'
export { type CompleteConsignment, completeConsignment } from './complete-consignment.ts'
export type { DocumentNames, NameLists } from './document-names.ts'
export type { ImportersKnowledge, PreferenceProofs } from './held-proof.ts'
export {
  canonicalDocumentText,
  dateOfDocument,
  type Document,
  type DocumentKind,
} from './document.ts'
export { type PackingList, packingList } from './packing-list.ts'
export { type PreferenceAgreement, readPreferenceAgreements } from './preference-agreements.ts'
export type { PreferenceStatementFacts } from './preference-basis.ts'
export { type PreferenceStatement, preferenceStatement } from './preference-statement.ts'
export { provePreferences, type WeighedClaims } from './prove-preferences.ts'
export type { DocumentState, RequiredDocument, RequiredDocumentType } from './required-document.ts'
export { type DocumentsQuestion, requiredDocuments } from './required-documents.ts'
export type { Signature } from './signature.ts'
