import { Type, type Static } from 'typebox'

import type { CaseState } from '../../clearance/case-state.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { localDate, oneOf } from '../../customs/order/schema.ts'
import { link, sha256 } from '../http/schema.ts'

/**
 * A paper of a case: hashes of its data and of its file, what makes it valid, and where to fetch
 * both forms. A certificate that is not issued is a draft.
 */
export const documentSchema = Type.Object({
  name: Type.String({ description: 'the paper within its case' }),
  kind: oneOf(
    ['commercial-invoice', 'packing-list', 'certificate-of-origin', 'preference-statement'],
    'kind of paper',
  ),
  contentSha256: sha256,
  pdfSha256: Type.Optional(sha256),
  issued: Type.Optional(
    Type.Object({ number: Type.String(), issuedOn: localDate, attachmentId: Type.String() }),
  ),
  signed: Type.Optional(
    Type.Object({
      agreement: Type.String(),
      invoiceNumber: Type.String(),
      firstItemNumber: Type.Optional(Type.Integer()),
      signedOn: localDate,
    }),
  ),
  pdf: link,
  data: link,
})

/** The type of {@link documentSchema}; links are paths beneath the API's own address. */
export type DocumentView = Immutable<Static<typeof documentSchema>>

/**
 * The papers of a case, named by their kind. Goods of several origins need several certificates: the
 * second one of a kind has a `-2` after it, and so on.
 */
export function documentViews({ caseId, documents }: CaseState): readonly DocumentView[] {
  return documents.map(({ kind, contentSha256, pdfSha256, issued, signed }, index) => {
    const before = documents.slice(0, index).filter((other) => other.kind === kind).length
    const name = before === 0 ? kind : `${kind}-${before + 1}`
    const path = `/v1/cases/${caseId}/documents/${name}`
    return {
      ...{ name, kind, contentSha256 },
      ...(pdfSha256 !== undefined && { pdfSha256 }),
      ...(issued && { issued }),
      ...(signed && { signed }),
      pdf: `${path}.pdf`,
      data: `${path}.json`,
    }
  })
}
