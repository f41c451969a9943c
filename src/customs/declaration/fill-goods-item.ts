import { type Draft, type Drafted, from } from './draft.ts'
import { fillNumber } from './fill-head.ts'
import type { AdditionalDocument, AdditionalInformation } from './element.ts'
import { fillParty } from './fill-party.ts'
import type {
  ClassificationFacts,
  DocumentFacts,
  GoodsItemFacts,
  ImportDeclarationFacts,
  PartyFacts,
  PaymentFacts,
  RegimeFacts,
  Sourced,
} from './fill-input.ts'
import type {
  Classification,
  Commodity,
  DutyTaxFee,
  GoodsItem,
  GoodsMeasure,
  Origin,
  Packaging,
} from './goods-item.ts'

/**
 * One goods item, data elements 1/6 to 8/6 of data set H1. Authorisations for payment and the statement
 * of self-representation belong to the whole declaration, but have their place in every item.
 *
 * @param itemNumber from 1
 */
export function fillGoodsItem(
  facts: ImportDeclarationFacts,
  item: GoodsItemFacts,
  itemNumber: number,
): Drafted<GoodsItem> {
  const { goods, regime } = item
  return {
    sequenceNumber: fillNumber(itemNumber),
    additionalDocuments: fillDocuments(item, facts.payment),
    additionalInformation: fillStatements(item, facts),
    commodity: fillCommodity(item, facts),
    customsValuation: from(regime, { methodCode: regime.valuationMethod }),
    governmentProcedures: from(regime, [
      { currentCode: regime.requestedProcedure, previousCode: regime.previousProcedure },
      ...regime.additionalProcedures.map((currentCode) => ({ currentCode })),
    ]),
    origins: fillOrigins(item),
    packagings: fillPackagings(goods),
    seller: item.seller && fillParty(item.seller),
    valuationAdjustment:
      regime.valuationIndicators === undefined
        ? undefined
        : from(regime, { additionCode: regime.valuationIndicators }),
  }
}

/** Elements 6/9 to 6/11. */
export function fillPackagings(
  goods: Pick<GoodsItemFacts['goods'], 'packages' | 'origin'>,
): Draft<readonly Packaging[]> {
  return goods.packages.map(({ typeCode, quantity, marks }, index): Draft<Packaging> => ({
    sequenceNumber: fillNumber(index + 1),
    marksAndNumbers: from(goods, marks),
    packageQuantity: from(goods, quantity),
    typeCode: from(goods, typeCode),
  }))
}

/** What the goods are, what is claimed for them, and what they weigh and cost. */
function fillCommodity(
  { goods, classification, price, regime }: GoodsItemFacts,
  { payment, vat }: ImportDeclarationFacts,
): Draft<Commodity> {
  const measure: GoodsMeasure = {
    grossMass: { value: goods.grossWeightKg },
    netMass: { value: goods.netWeightKg },
    ...(goods.supplementaryQuantity && { tariffQuantity: goods.supplementaryQuantity }),
  }
  return {
    description: from(goods, goods.description),
    classifications: from(classification, classificationsOf(classification)),
    dutyTaxFees: fillDutyTaxFees(regime, payment, vat.kind),
    goodsMeasure: from(goods, measure),
    invoiceLine: { itemCharge: from(price, price.amount) },
  }
}

/** Eight digits of the nomenclature (6/14), two of the tariff (6/15), then additional codes. */
function classificationsOf(facts: ClassificationFacts): readonly Classification[] {
  const { commodityCode, taricAdditionalCodes, nationalAdditionalCodes } = facts
  return [
    { code: commodityCode.slice(0, 8), typeCode: 'TSP' },
    { code: commodityCode.slice(8), typeCode: 'TRC' },
    ...taricAdditionalCodes.map((code) => ({ code, typeCode: 'TRA' })),
    ...nationalAdditionalCodes.map((code) => ({ code, typeCode: 'GN' })),
  ]
}

const vatTypes: ReadonlySet<string> = new Set(['B00', 'B05'])

/**
 * One entry a tax type; the first carries preference and quota. Import VAT, and in Northern Ireland that
 * on the duty of the Union, has no method of payment where it is accounted for in the VAT return or was
 * charged at the sale.
 */
function fillDutyTaxFees(
  regime: RegimeFacts & Sourced,
  payment: PaymentFacts,
  vat: ImportDeclarationFacts['vat']['kind'],
): Draft<readonly DutyTaxFee[]> {
  const methodCode = payment.kind === 'deferment' ? 'E' : payment.methodCode
  const taxTypes = regime.taxTypes.filter((type) => !vatTypes.has(type) || vat === 'paid')
  const claim = {
    dutyRegimeCode: from(regime, regime.preferenceCode),
    quotaOrderNumber:
      regime.quotaOrderNumber === undefined ? undefined : from(regime, regime.quotaOrderNumber),
  }
  // A tax base says how much there is of the goods, whichever of the taxes counts it.
  const bases = (regime.taxBases ?? []).map((base) => ({
    specificTaxBase: from(regime, base),
    payment: from(payment, { methodCode }),
  }))
  if (taxTypes.length === 0) return [claim, ...bases]
  return [
    ...taxTypes.map((type, index) => ({
      ...(index === 0 ? claim : {}),
      typeCode: from(regime, type),
      payment: from(payment, { methodCode }),
    })),
    ...bases,
  ]
}

/** Origin is declared twice where a preference is claimed: the two may differ, elements 5/15 and 5/16. */
function fillOrigins({ goods, regime }: GoodsItemFacts): Draft<readonly Origin[]> {
  const { preferentialOriginCountry } = regime
  return [
    from(goods, { countryCode: goods.originCountry, typeCode: '1' }),
    ...(preferentialOriginCountry === undefined
      ? []
      : [from(regime, { countryCode: preferentialOriginCountry, typeCode: '2' })]),
  ]
}

/** Authorisations relied on for payment are declared on every item: element 2/3 has no header. */
function fillDocuments(
  item: GoodsItemFacts,
  payment: PaymentFacts,
): Draft<readonly AdditionalDocument[]> {
  const authorisations =
    payment.kind === 'deferment'
      ? [
          { code: 'C506', id: payment.dpo.decisionNumber },
          ...(payment.guarantee ? [{ code: 'C505', id: payment.guarantee.decisionNumber }] : []),
        ]
      : []
  return [
    ...item.documents.map((document) => from(document, additionalDocument(document))),
    ...authorisations.map((document) => from(payment, additionalDocument(document))),
  ]
}

/** CDS splits the four characters of a document code into category and type. */
export function additionalDocument({
  code,
  id,
  name,
  statusCode,
}: DocumentFacts): AdditionalDocument {
  return {
    categoryCode: code.slice(0, 1),
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    typeCode: code.slice(1),
    ...(statusCode === undefined ? {} : { statusCode }),
  }
}

/** Code 00500 says that the importer declares for itself. */
export function selfRepresentation(
  representation: PartyFacts['representation'],
): readonly Draft<AdditionalInformation>[] {
  if (representation.kind !== 'self') return []
  return [from(representation, { statementCode: '00500', statementDescription: 'IMPORTER' })]
}

function fillStatements(
  item: GoodsItemFacts,
  { parties: { representation } }: ImportDeclarationFacts,
): Draft<readonly AdditionalInformation[]> {
  return [
    ...selfRepresentation(representation),
    ...item.statements.map((statement) =>
      from(statement, {
        statementCode: statement.code,
        ...(statement.text === undefined ? {} : { statementDescription: statement.text }),
      }),
    ),
  ]
}
