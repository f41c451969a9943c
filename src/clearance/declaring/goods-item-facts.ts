import type { GoodsItem } from '../../customs/consignment/consignment.ts'
import type {
  ClassificationFacts,
  DocumentFacts,
  FieldOrigin,
  GoodsFacts,
  GoodsItemFacts,
  PackageFacts,
  RegimeFacts,
  Sourced,
} from '../../customs/declaration/fill-input.ts'
import type { LaneDecision } from '../../customs/lane/lane-decision.ts'
import { isWithoutSale } from '../../customs/lane/without-sale.ts'
import { PIECES } from '../../customs/documents/check-tariff-facts.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'
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
      ...supplementaryQuantity(sources, item),
    },
    classification: { origin: ordered, commodityCode, ...additionalCodesOf(item) },
    price: { amount: item.linePrice, origin: ordered },
    ...(item.seller && { seller: declaredParty(item.seller, ordered) }),
    regime: regimeOf(sources, item),
    documents: documentsOf(sources, item),
    statements: [...laneStatements(sources.lane), ...notAtRisk(sources, item)],
  })
}

/** What the statement of a relief from VAT says; those of Northern Ireland say all by their code. */
const statementTexts: Readonly<Record<string, string>> = {
  RVAT1: 'Relief from Import VAT claimed: VAT was charged at the point of sale',
}

function laneStatements({ statements }: LaneDecision): GoodsItemFacts['statements'] {
  return statements.map((code) => {
    const text = statementTexts[code]
    return {
      code,
      ...(text !== undefined && { text }),
      origin: { source: 'rule', note: { en: 'The lane demands it.', zh: '由申报通道要求。' } },
    }
  })
}

/** NIREM, on the items that the quote has found not to be at risk in Northern Ireland. */
function notAtRisk({ quote }: DeclarationSources, item: GoodsItem): GoodsItemFacts['statements'] {
  const risk = riskOf(quote, item)
  return risk?.isAtRisk === false
    ? [{ code: 'NIREM', origin: { source: 'quote', note: risk.why } }]
    : []
}

function riskOf(quote: DeclarationSources['quote'], { itemNumber }: GoodsItem) {
  return quote.items.find((item) => item.itemNumber === itemNumber)?.risk
}

/** The goods share the packages of the consignment; the first item counts them. */
export function packagesOf(
  { consignment }: Pick<DeclarationSources, 'consignment'>,
  item: GoodsItem,
): readonly PackageFacts[] {
  const { packages, reference } = consignment
  if (packages === undefined) return []
  const quantity = item.itemNumber === 1 ? packages.count : 0
  return [{ typeCode: packages.type, quantity, marks: packages.marks ?? reference }]
}

/** Codes of VAT and excise are the country's own; the others are those of the tariff. */
export function additionalCodesOf({
  additionalCodes = [],
  vatRelief,
}: GoodsItem): Pick<ClassificationFacts, 'taricAdditionalCodes' | 'nationalAdditionalCodes'> {
  const national = additionalCodes.filter(isNational)
  return {
    taricAdditionalCodes: additionalCodes.filter((code) => !isNational(code)),
    nationalAdditionalCodes: [
      ...new Set(vatRelief === undefined ? national : [...national, vatRelief]),
    ],
  }
}

/** `VATZ`, `X333`: data element 6/17, UK Trade Tariff volume 3, appendix 19. */
function isNational(code: string): boolean {
  return /^(?:VAT[A-Z]|X\d{3})$/.test(code)
}

/** What the order states, else the pieces where the tariff counts pieces. */
function supplementaryQuantity(
  { quote }: DeclarationSources,
  { itemNumber, quantity, supplementaryQuantity: stated }: GoodsItem,
): Pick<GoodsFacts, 'supplementaryQuantity'> {
  if (stated !== undefined) return { supplementaryQuantity: { value: stated.amount } }
  const asked = quote.items.find((item) => item.itemNumber === itemNumber)?.supplementaryUnit
  return asked === PIECES ? { supplementaryQuantity: { value: decimal(String(quantity)) } } : {}
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
    ...valuationOf(lane),
    preferenceCode: preference?.preferenceCode ?? NO_PREFERENCE,
    ...(preference && { preferentialOriginCountry: preference.preferentialOrigin }),
    taxTypes: [...new Set(charged)],
    ...(item.quantities && { taxBases: Object.entries(item.quantities).map(taxBase) }),
  }
}

/**
 * The transaction value needs a sale; without one the fall-back method takes what the goods are worth.
 * An order whose parties are related is not quoted, so it does not come here; restrictions, conditions
 * and resale proceeds do not occur in the sales that are taken in.
 */
function valuationOf(
  lane: LaneDecision,
): Pick<RegimeFacts, 'valuationMethod' | 'valuationIndicators'> {
  return isWithoutSale(lane)
    ? { valuationMethod: '6' }
    : { valuationMethod: '1', valuationIndicators: '0000' }
}

/** A unit of the tariff as data element 4/4 writes it, its qualifier apart: `ASV#X`. */
function taxBase([unit, value]: readonly [string, DecimalText]) {
  const [, code = '', qualifier = ''] = /^(.{3})(.*)$/.exec(unit) ?? []
  return { unitCode: qualifier === '' ? unit : `${code}#${qualifier}`, value }
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
  return [
    ...invoiceDocuments(sources, item),
    ...proofOfOrigin(sources, item),
    ...internalMarketDocument(sources, item),
    ...heldDocuments(item),
  ]
}

/** The authorisation without which NIREM has no effect. */
function internalMarketDocument(
  { quote, consignment }: DeclarationSources,
  item: GoodsItem,
): readonly (DocumentFacts & Sourced)[] {
  const { internalMarket, reference } = consignment
  if (internalMarket === undefined || riskOf(quote, item)?.isAtRisk !== false) return []
  const origin: FieldOrigin = { source: 'order', reference }
  return [{ code: '1UKI', id: internalMarket.authorisation, statusCode: 'AC', origin }]
}

/** Licences, certificates and waivers, as the order states them. */
export function heldDocuments({
  documents = [],
  orderReference,
}: GoodsItem): readonly (DocumentFacts & Sourced)[] {
  return documents.map(({ code, reference, status, reason }) => ({
    code,
    ...(reference !== undefined && { id: reference }),
    ...(status !== undefined && { statusCode: status }),
    ...(reason !== undefined && { name: reason }),
    origin: { source: 'order', reference: orderReference },
  }))
}

const commercialInvoice = {
  code: 'N935',
  note: { en: 'The commercial invoice of the goods.', zh: '货物的商业发票。' },
}

/** What says what goods are worth that nobody has sold: a pro forma invoice in its place. */
const statementOfValue = {
  code: 'N325',
  note: { en: 'The statement of what the goods are worth.', zh: '货物价值声明。' },
}

/** Each item refers to the invoice that states its price, which is that of its own seller. */
export function invoiceDocuments(
  sources: DeclarationSources,
  item: GoodsItem,
): readonly (DocumentFacts & Sourced)[] {
  const { invoice = sources.consignment.commercialInvoice } = item
  if (invoice === undefined) return []
  const { code, note } = isWithoutSale(sources.lane) ? statementOfValue : commercialInvoice
  return [{ code, id: invoice.number, statusCode: 'AC', origin: { source: 'document', note } }]
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
