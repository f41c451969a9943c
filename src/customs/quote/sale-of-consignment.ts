import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import type { ProvenPreference } from '../documents/proven-preference.ts'
import type { QuoteLine, QuoteRequest } from '../landed-cost/quote-request.ts'
import { isUkVatNumber } from '../order/uk-registration.ts'

/** The registration by which a sale says that its seller or marketplace charges British VAT. */
const BRITISH_VAT = 'GB-VAT'

/**
 * A consignment as the sale that it is: what its landed cost is worked out from. Nothing is filled in
 * that the orders do not state. A preference goes in only where it is proven, because what an order
 * merely claims is charged the duty of third countries.
 *
 * @param purpose why the goods travel, as the lane has found it; what an order claims may not hold
 */
export function saleOfConsignment(
  consignment: Consignment,
  provenPreferences: readonly ProvenPreference[] = [],
  purpose: QuoteRequest['purpose'] = 'sale',
): QuoteRequest {
  const { deliverTo, shipFrom, incoterm, transport, freight, insurance, agentFee } = consignment
  const { relatedParties, saleVat, goodsItems } = consignment
  return {
    shipFrom: { country: shipFrom.country },
    destination: { country: deliverTo.country },
    incoterm: incoterm.code,
    // Whoever carries an order for one buyer presents it to customs parcel by parcel, as couriers do.
    channel: transport.mode === 'post' ? 'post' : 'courier',
    ...(transport.mode !== 'post' && { transportMode: transport.mode }),
    purpose,
    buyer: { kind: buyerKind(consignment) },
    registrations: saleVat === undefined ? [] : [BRITISH_VAT],
    ...(freight && { freight }),
    ...(insurance && { insurance }),
    ...(agentFee && { adjustments: [{ kind: 'buying-commission', amount: agentFee }] }),
    ...(relatedParties !== undefined && { relatedParties }),
    lines: goodsItems.map((item) => lineOf(item, provenPreferences)),
  }
}

/**
 * Where VAT was charged at sale the buyer has not given its VAT number to the seller, as a business
 * does that accounts for the VAT itself.
 *
 * @law Value Added Tax Act 1994, section 7AA
 */
function buyerKind({ parties: { buyer }, saleVat }: Consignment): QuoteRequest['buyer']['kind'] {
  const isRegistered = buyer.vatNumber !== undefined && isUkVatNumber(buyer.vatNumber)
  if (isRegistered && saleVat === undefined) return 'vat-registered-business'
  return buyer.kind === 'private' ? 'private-person' : 'business'
}

function lineOf(item: GoodsItem, provenPreferences: readonly ProvenPreference[]): QuoteLine {
  const { description, commodityCode, origin, quantity, unitPrice, vatRelief } = item
  const { netWeightKg, grossWeightKg, itemNumber, supplementaryQuantity } = item
  const proven = provenPreferences.find((preference) => preference.itemNumber === itemNumber)
  // An order that states no code leaves open whether there is any, so an empty list is not handed on.
  const additionalCodes = eachOnce(item.additionalCodes, vatRelief)
  const documents = eachOnce(
    item.documents?.map(({ code }) => code),
    proven?.proof.documentCode,
  )
  return {
    ...{ description, quantity, unitPrice },
    ...(commodityCode !== undefined && { commodityCode }),
    ...(origin !== undefined && { origin }),
    ...(netWeightKg !== undefined && { netWeightKg }),
    ...(grossWeightKg !== undefined && { grossWeightKg }),
    ...(hasAmounts(item) && {
      quantities: {
        ...item.quantities,
        ...(supplementaryQuantity && {
          [supplementaryQuantity.unit]: supplementaryQuantity.amount,
        }),
      },
    }),
    ...(additionalCodes.length > 0 && { additionalCodes }),
    ...(proven && { preference: proven.claiming.tariffArea }),
    ...(documents.length > 0 && { documents }),
  }
}

function hasAmounts({ quantities, supplementaryQuantity }: GoodsItem): boolean {
  return quantities !== undefined || supplementaryQuantity !== undefined
}

function eachOnce(codes: readonly string[] = [], another: string | undefined): readonly string[] {
  return [...new Set(another === undefined ? codes : [...codes, another])]
}
