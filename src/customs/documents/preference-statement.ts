import type { LocalDate } from '../calendar/local-date.ts'
import { addDecimals, type DecimalText } from '../money/decimal.ts'
import type { CurrencyCode } from '../money/money.ts'
import type { Party } from '../order/party.ts'
import { type Result, success } from '../result.ts'
import type { CompleteGoodsItem } from './complete-consignment.ts'
import type { DocumentNames } from './document-names.ts'
import { exporterOfPurchase } from './exporter-of-purchase.ts'
import { originStatement } from './origin-statement-wording.ts'
import {
  type PreferenceBasis,
  preferenceBasis,
  type PreferenceStatementFacts,
} from './preference-basis.ts'
import type { Signature } from './signature.ts'

/** How the agreement wants the statement signed. */
export type SignatureForm = 'handwritten' | 'name-of-the-exporter'

/** One line of goods that the exporter states to be originating. */
export interface OriginatingLine {
  readonly itemNumber: number
  readonly description: string
  /** Subheading of the Harmonized System, six digits. */
  readonly hsCode: string
  readonly origin: string
  /** Number of pieces. */
  readonly quantity: number
  readonly grossWeightKg: DecimalText
  /** In the currency of the invoice. */
  readonly amount: DecimalText
}

/**
 * The exporter's statement that goods have preferential origin, on a paper that refers to the
 * invoice. It holds because the exporter signs it; this program only makes it out.
 */
export interface PreferenceStatement {
  readonly agreementId: string
  /** Where the agreement prescribes the words. */
  readonly law: string
  readonly words: string
  readonly originCriterion?: string
  readonly exporter: Party
  /** Absent where any exporter may make the statement out and this one has no number. */
  readonly exporterNumber?: string
  readonly consignee: Party
  readonly consignmentReference: string
  readonly invoice: { readonly number: string; readonly issuedOn: LocalDate }
  readonly currency: CurrencyCode
  readonly lines: readonly OriginatingLine[]
  readonly goodsValue: DecimalText
  /** For how many months after its date the statement serves; absent where the data are silent. */
  readonly validityMonths?: number
  readonly signatureForm: SignatureForm
  readonly signature: Signature
  readonly names: DocumentNames
}

/**
 * Makes out the statement for the goods for which the order claims the preference of one agreement.
 * Where any part of the basis is not there it fails as {@link preferenceBasis} says, and nothing is
 * claimed.
 */
export function preferenceStatement(facts: PreferenceStatementFacts): Result<PreferenceStatement> {
  const basis = preferenceBasis(facts)
  if (!basis.ok) return basis
  const { wording, proof, goodsItems, exporterNumber, originCriterion, signature } = basis.value
  const { consignment, agreement } = facts
  return success({
    agreementId: agreement.id,
    law: wording.law,
    words: originStatement(wording, exporterNumber),
    ...(originCriterion !== undefined && { originCriterion }),
    exporter: exporterOfPurchase(consignment),
    ...(exporterNumber !== undefined && { exporterNumber }),
    consignee: consignment.parties.consignee,
    consignmentReference: consignment.reference,
    invoice: consignment.commercialInvoice,
    currency: consignment.currency,
    lines: goodsItems.map(originatingLine),
    goodsValue: addDecimals(...goodsItems.map((item) => item.linePrice.amount)),
    ...(proof.validityMonths !== undefined && { validityMonths: proof.validityMonths }),
    signatureForm: signatureForm(basis.value),
    signature,
    names: consignment.names,
  })
}

function originatingLine(item: CompleteGoodsItem): OriginatingLine {
  return {
    itemNumber: item.itemNumber,
    description: item.description,
    hsCode: item.commodityCode.slice(0, 6),
    origin: item.origin,
    quantity: item.quantity,
    grossWeightKg: item.grossWeightKg,
    amount: item.linePrice.amount,
  }
}

/** An approved exporter has undertaken to answer for statements without a signature. */
function signatureForm({ proof, exporterNumber }: PreferenceBasis): SignatureForm {
  if (proof.signature === undefined) return 'name-of-the-exporter'
  const isApproved = exporterNumber !== undefined
  return proof.signature === 'exporter' || !isApproved ? 'handwritten' : 'name-of-the-exporter'
}
