import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import { certificateOfOrigin } from '../../customs/documents/certificate-of-origin.ts'
import { checkAgreement } from '../../customs/documents/check-agreement.ts'
import { commercialInvoice } from '../../customs/documents/commercial-invoice.ts'
import {
  type CompleteConsignment,
  completePurchases,
} from '../../customs/documents/complete-consignment.ts'
import type { Document } from '../../customs/documents/document.ts'
import { packingList } from '../../customs/documents/packing-list.ts'
import type { PartyInRole } from '../../customs/parties/parties-decision.ts'
import type { Failure } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'

/** What the papers of a consignment are made out from. */
export interface PapersInput {
  readonly consignment: Consignment
  /** Whom the invoice names as importer. */
  readonly importerOfRecord: PartyInRole
  /** The declaration of the same goods, where it could be filled. */
  readonly declaration?: Declaration
  readonly reference: ReferenceData
}

/** The papers that could be made out, and what they lack or contradict each other in. */
export interface Papers {
  readonly documents: readonly Document[]
  /**
   * Facts that the papers need and the goods data lack, or places where the papers and the
   * declaration disagree.
   */
  readonly failures: readonly Failure[]
}

/**
 * Makes out the papers of a consignment as data: the packing list, an invoice for each purchase in
 * it, and for each country of origin the application for a certificate, which stays a draft until a
 * chamber has issued it.
 */
export function preparePapers(input: PapersInput): Papers {
  const { consignment, importerOfRecord, declaration, reference } = input
  const complete = completePurchases(consignment, reference.names)
  if (!complete.ok) return { documents: [], failures: complete.failures }
  const [first, ...others] = complete.value
  const invoices = complete.value.map((purchase) =>
    commercialInvoice({ consignment: purchase, importerOfRecord }),
  )
  const packing = packingList(first!, others)
  return {
    documents: [
      ...invoices.map((data): Document => ({
        ...{ kind: 'commercial-invoice', templateVersion: 1 },
        data,
      })),
      { kind: 'packing-list', templateVersion: 1, data: packing },
      ...complete.value.flatMap(certificatesOf),
    ],
    failures: checkAgreement({
      consignment,
      invoices,
      packingList: packing,
      ...(declaration === undefined ? {} : { declaration }),
    }),
  }
}

function certificatesOf(consignment: CompleteConsignment): readonly Document[] {
  const origins = [...new Set(consignment.goodsItems.map((item) => item.origin))]
  return origins.flatMap((origin): readonly Document[] => {
    const certificate = certificateOfOrigin({ consignment, origin })
    return certificate.ok
      ? [{ kind: 'certificate-of-origin', templateVersion: 1, data: certificate.value }]
      : []
  })
}
