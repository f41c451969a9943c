import type { Consignment } from '../../customs/consignment/consignment.ts'
import { certificateOfOrigin } from '../../customs/documents/certificate-of-origin.ts'
import { checkAgreement } from '../../customs/documents/check-agreement.ts'
import { commercialInvoice } from '../../customs/documents/commercial-invoice.ts'
import {
  type CompleteConsignment,
  completeConsignment,
} from '../../customs/documents/complete-consignment.ts'
import type { Document } from '../../customs/documents/document.ts'
import { packingList } from '../../customs/documents/packing-list.ts'
import type { Party } from '../../customs/order/party.ts'
import type { PartiesDecision } from '../../customs/parties/parties-decision.ts'
import type { Failure } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'

export interface PapersInput {
  readonly consignment: Consignment
  readonly parties?: PartiesDecision
  readonly reference: ReferenceData
}

export interface Papers {
  readonly documents: readonly Document[]
  readonly failures: readonly Failure[]
}

/**
 * Makes out the papers of a consignment as data: invoice, packing list, and for each country of
 * origin the application for a certificate, which stays a draft until a chamber has issued it.
 */
export function preparePapers({ consignment, parties, reference }: PapersInput): Papers {
  const complete = completeConsignment(consignment, reference.names)
  if (!complete.ok) return { documents: [], failures: complete.failures }
  const invoice = commercialInvoice({ consignment: complete.value, ...importerOf(parties) })
  const packing = packingList(complete.value)
  return {
    documents: [
      { kind: 'commercial-invoice', templateVersion: 1, data: invoice },
      { kind: 'packing-list', templateVersion: 1, data: packing },
      ...certificatesOf(complete.value),
    ],
    failures: checkAgreement({ consignment, invoice, packingList: packing }),
  }
}

/** The invoice names the importer where it is not the buyer. */
function importerOf(parties: PartiesDecision | undefined): { readonly importer?: Party } {
  const importer = parties?.importerOfRecord.value
  return importer === undefined || importer.role === 'buyer' ? {} : { importer: importer.party }
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
