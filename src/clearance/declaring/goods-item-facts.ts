import type { GoodsItem } from '../../customs/consignment/consignment.ts'
import type {
  DocumentFacts,
  FieldOrigin,
  GoodsItemFacts,
  PackageFacts,
  Sourced,
} from '../../customs/declaration/fill-input.ts'
import { type Result, success } from '../../customs/result.ts'
import { declaredParty } from './declared-party.ts'
import { itemToDeclare } from './item-to-declare.ts'
import type { DeclarationSources } from './import-declaration-facts.ts'

/** The facts of one goods item. Fails for each absent fact, named by its place in the consignment. */
export function goodsItemFacts(
  sources: DeclarationSources,
  item: GoodsItem,
  index: number,
): Result<GoodsItemFacts> {
  const complete = itemToDeclare(item, index)
  if (!complete.ok) return complete
  const { commodityCode, origin, netWeightKg, grossWeightKg } = complete.value
  const ordered: FieldOrigin = { source: 'order', reference: item.orderReference }
  return success({
    goods: {
      origin: ordered,
      description: item.description,
      originCountry: origin,
      netWeightKg,
      grossWeightKg,
      packages: packagesOf(sources, item),
    },
    classification: {
      origin: ordered,
      commodityCode,
      taricAdditionalCodes: [],
      nationalAdditionalCodes: item.vatRelief === undefined ? [] : [item.vatRelief],
    },
    price: { amount: item.linePrice, origin: ordered },
    ...(item.seller && { seller: declaredParty(item.seller, ordered) }),
    regime: regimeOf(sources, item),
    documents: documentsOf(sources, item),
    statements: sources.lane.statements.map((code) => ({
      code,
      text: 'Relief from Import VAT claimed: VAT was charged at the point of sale',
      origin: { source: 'rule', note: { en: 'The lane demands it.', zh: '由申报通道要求。' } },
    })),
  })
}

/** The goods share the packages of the consignment; the first item counts them. */
function packagesOf({ consignment }: DeclarationSources, item: GoodsItem): readonly PackageFacts[] {
  const { packages, reference } = consignment
  if (packages === undefined) return []
  const quantity = item.itemNumber === 1 ? packages.count : 0
  return [{ typeCode: packages.type, quantity, marks: packages.marks ?? reference }]
}

function regimeOf(sources: DeclarationSources, item: GoodsItem) {
  const { lane, quote } = sources
  const preference = quotedPreference(sources, item)
  const charged = quote.charges
    .filter(({ itemNumber }) => itemNumber === item.itemNumber)
    .flatMap(({ taxType }) => taxType ?? [])
  return {
    origin: { source: 'rule', note: lane.reasons[0]?.text ?? decidedByLane } as const,
    requestedProcedure: lane.procedure.slice(0, 2),
    previousProcedure: lane.procedure.slice(2),
    additionalProcedures: lane.additionalProcedures,
    valuationMethod: '1',
    // An order whose parties are related is not quoted, so it does not come here; restrictions,
    // conditions and resale proceeds do not occur in the sales that are taken in.
    valuationIndicators: '0000',
    preferenceCode: preference?.preferenceCode ?? NO_PREFERENCE,
    ...(preference && { preferentialOriginCountry: preference.preferentialOrigin }),
    taxTypes: [...new Set(charged)],
  }
}

const decidedByLane = { en: 'The lane decides it.', zh: '由申报通道决定。' }

/** Data element 4/17: the duty of third countries. */
const NO_PREFERENCE = '100'

/** What was quoted is what is claimed: no preference is declared that no figure rests on. */
function quotedPreference({ quote }: DeclarationSources, { itemNumber }: GoodsItem) {
  return quote.items.find((item) => item.itemNumber === itemNumber)?.preference
}

function documentsOf(
  sources: DeclarationSources,
  item: GoodsItem,
): readonly (DocumentFacts & Sourced)[] {
  return [...invoiceDocuments(sources, item), ...proofOfOrigin(sources, item)]
}

/** Each item refers to the invoice that states its price, which is that of its own seller. */
export function invoiceDocuments(
  sources: DeclarationSources,
  item: GoodsItem,
): readonly (DocumentFacts & Sourced)[] {
  const { invoice = sources.consignment.commercialInvoice } = item
  const note = { en: 'The commercial invoice of the goods.', zh: '货物的商业发票。' }
  const origin: FieldOrigin = { source: 'document', note }
  return invoice === undefined
    ? []
    : [{ code: 'N935', id: invoice.number, statusCode: 'AC', origin }]
}

/** Stands beside the preference, because no claim is taken without its proof. */
function proofOfOrigin(
  sources: DeclarationSources,
  item: GoodsItem,
): readonly (DocumentFacts & Sourced)[] {
  const preference = quotedPreference(sources, item)
  if (preference === undefined) return []
  const { documentCode, id, statusCode, reason } = preference.proof
  const note = {
    en: `The proof of origin under ${preference.agreement}.`,
    zh: `${preference.agreement} 项下的原产地证明。`,
  }
  return [
    {
      ...{ code: documentCode, id, statusCode },
      ...(reason !== undefined && { name: reason }),
      origin: { source: 'document', note },
    },
  ]
}
