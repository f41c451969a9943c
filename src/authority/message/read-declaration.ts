import type { Instant } from '../../customs/calendar/local-date.ts'
import { isDecimalText, type DecimalText } from '../../customs/money/decimal.ts'
import type { Money } from '../../customs/money/money.ts'
import { childOf, childrenOf, elementAt, textAt, type XmlElement } from '../xml/xml-element.ts'
import { present } from './present.ts'
import type {
  AdditionOrDeduction,
  LodgedDeclaration,
  LodgedDocument,
  LodgedItem,
  LodgedParty,
  PreviousDocument,
} from './lodged-declaration.ts'

/** Reads the declaration of a message whose structure has been checked. */
export function readDeclaration(metaData: XmlElement): LodgedDeclaration {
  return readDeclarationElement(childOf(metaData, 'Declaration'))
}

/** Reads the element `Declaration` itself, as it is kept apart from its message. */
export function readDeclarationElement(declaration: XmlElement | undefined): LodgedDeclaration {
  const shipment = childOf(declaration, 'GoodsShipment')
  return present({
    functionCode: textAt(declaration, 'FunctionCode'),
    lrn: textAt(declaration, 'FunctionalReferenceID'),
    typeCode: textAt(declaration, 'TypeCode'),
    declaredAcceptance: momentAt(declaration, 'AcceptanceDateTime'),
    goodsItemQuantity: wholeAt(declaration, 'GoodsItemQuantity'),
    totalPackageQuantity: wholeAt(declaration, 'TotalPackageQuantity'),
    invoiceCurrency: childOf(declaration, 'InvoiceAmount')?.attributes.currencyID,
    declarant: readParty(childOf(declaration, 'Declarant')),
    exporter: readParty(childOf(declaration, 'Exporter')),
    importer: readParty(childOf(shipment, 'Importer')),
    consignee: readNamedParty(childOf(shipment, 'Consignee')),
    exitOffice: textAt(declaration, 'ExitOffice', 'ID'),
    representativeStatusCode: textAt(declaration, 'Agent', 'FunctionCode'),
    borderTransportModeCode: textAt(declaration, 'BorderTransportMeans', 'ModeCode'),
    borderTransportId: textAt(declaration, 'BorderTransportMeans', 'ID'),
    borderTransportNationality: textAt(
      declaration,
      'BorderTransportMeans',
      'RegistrationNationalityCode',
    ),
    goodsLocation: textAt(shipment, 'Consignment', 'GoodsLocation', 'Name'),
    destinationCountry: textAt(shipment, 'Destination', 'CountryCode'),
    exportCountry: textAt(shipment, 'ExportCountry', 'ID'),
    deliveryTerms: textAt(shipment, 'TradeTerms', 'ConditionCode'),
    additionsAndDeductions: readAdditions(shipment),
    transportCosts: moneyAt(shipment, 'CustomsValuation', 'FreightChargeAmount'),
    defermentAccounts: childrenOf(declaration, 'AdditionalDocument')
      .filter((document) => textAt(document, 'TypeCode') === 'DAN')
      .flatMap((document) => textAt(document, 'ID') ?? []),
    authorisationHolders: childrenOf(declaration, 'AuthorisationHolder').map((holder) =>
      present({ id: textAt(holder, 'ID'), categoryCode: textAt(holder, 'CategoryCode') }),
    ),
    taxParties: childrenOf(shipment, 'DomesticDutyTaxParty').map((party) =>
      present({ id: textAt(party, 'ID'), roleCode: textAt(party, 'RoleCode') }),
    ),
    previousDocuments: readPreviousDocuments(shipment),
    items: childrenOf(shipment, 'GovernmentAgencyGoodsItem').map(readItem),
  })
}

function readItem(item: XmlElement): LodgedItem {
  const commodity = childOf(item, 'Commodity')
  const procedures = childrenOf(item, 'GovernmentProcedure')
  const main = procedures.find((procedure) => textAt(procedure, 'PreviousCode') !== undefined)
  const taxes = childrenOf(commodity, 'DutyTaxFee')
  return present({
    sequence: wholeAt(item, 'SequenceNumeric') ?? 0,
    description: textAt(commodity, 'Description'),
    commodityCode: readCommodityCode(commodity),
    tariffAdditionalCodes: classificationsOf(commodity, 'TRA'),
    nationalAdditionalCodes: classificationsOf(commodity, 'GN'),
    procedureCode: textAt(main, 'CurrentCode'),
    previousProcedureCode: textAt(main, 'PreviousCode'),
    additionalProcedureCodes: procedures
      .filter((procedure) => procedure !== main)
      .flatMap((procedure) => textAt(procedure, 'CurrentCode') ?? []),
    statementCodes: childrenOf(item, 'AdditionalInformation').flatMap(
      (statement) => textAt(statement, 'StatementCode') ?? [],
    ),
    documents: childrenOf(item, 'AdditionalDocument').map(readDocument),
    previousDocuments: readPreviousDocuments(item),
    originCountry: originOf(item, '1'),
    preferentialOriginCountry: originOf(item, '2'),
    exportCountry: textAt(item, 'ExportCountry', 'ID'),
    grossMassKg: decimalAt(commodity, 'GoodsMeasure', 'GrossMassMeasure'),
    netMassKg: decimalAt(commodity, 'GoodsMeasure', 'NetNetWeightMeasure'),
    supplementaryQuantity: decimalAt(commodity, 'GoodsMeasure', 'TariffQuantity'),
    intrinsicValue: moneyAt(item, 'CustomsValueAmount'),
    statisticalValue: moneyAt(item, 'StatisticalValueAmount'),
    destinationCountry: textAt(item, 'Destination', 'CountryCode'),
    consignee: readNamedParty(childOf(item, 'Consignee')),
    itemPrice: moneyAt(commodity, 'InvoiceLine', 'ItemChargeAmount'),
    valuationMethodCode: textAt(item, 'CustomsValuation', 'MethodCode'),
    valuationIndicators: textAt(item, 'ValuationAdjustment', 'AdditionCode'),
    additionsAndDeductions: readAdditions(item),
    preferenceCode: taxes.map((tax) => textAt(tax, 'DutyRegimeCode')).find(Boolean),
    taxTypes: taxes
      .filter((tax) => textAt(tax, 'TypeCode') !== undefined)
      .map((tax) =>
        present({
          taxTypeCode: textAt(tax, 'TypeCode'),
          paymentMethodCode: textAt(tax, 'Payment', 'MethodCode'),
        }),
      ),
    taxBases: readTaxBases(taxes),
    packages: childrenOf(item, 'Packaging').map((packaging) =>
      present({
        marks: textAt(packaging, 'MarksNumbersID'),
        quantity: wholeAt(packaging, 'QuantityQuantity'),
        typeCode: textAt(packaging, 'TypeCode'),
      }),
    ),
  })
}

/** Whichever tax a base stands beside, it says how much of the goods there is in its unit. */
function readTaxBases(taxes: readonly XmlElement[]): NonNullable<LodgedItem['taxBases']> {
  return Object.fromEntries(
    taxes.flatMap((tax) => {
      const unit = childOf(tax, 'SpecificTaxBaseQuantity')?.attributes.unitCode
      const quantity = decimalAt(tax, 'SpecificTaxBaseQuantity')
      return unit === undefined || quantity === undefined ? [] : [[unit, quantity] as const]
    }),
  )
}

/** Type `1` is the country of origin, type `2` that on which a preference rests. */
function originOf(item: XmlElement, type: string): string | undefined {
  const origins = childrenOf(item, 'Origin')
  return textAt(
    origins.find((origin) => textAt(origin, 'TypeCode') === type),
    'CountryCode',
  )
}

function readCommodityCode(commodity: XmlElement | undefined): string | undefined {
  const [combined] = classificationsOf(commodity, 'TSP')
  const [taric] = classificationsOf(commodity, 'TRC')
  return combined === undefined ? undefined : combined + (taric ?? '')
}

function classificationsOf(commodity: XmlElement | undefined, type: string): readonly string[] {
  return childrenOf(commodity, 'Classification')
    .filter((classification) => textAt(classification, 'IdentificationTypeCode') === type)
    .flatMap((classification) => textAt(classification, 'ID') ?? [])
}

function readParty(party: XmlElement | undefined): LodgedParty {
  return present({
    id: textAt(party, 'ID'),
    name: textAt(party, 'Name'),
    countryCode: textAt(party, 'Address', 'CountryCode'),
    hasAddress: (childOf(party, 'Address')?.children.length ?? 0) > 0,
  })
}

function readNamedParty(party: XmlElement | undefined): LodgedParty | undefined {
  return party === undefined ? undefined : readParty(party)
}

function readDocument(document: XmlElement): LodgedDocument {
  return present({
    categoryCode: textAt(document, 'CategoryCode'),
    typeCode: textAt(document, 'TypeCode'),
    id: textAt(document, 'ID'),
  })
}

function readPreviousDocuments(parent: XmlElement | undefined): readonly PreviousDocument[] {
  return childrenOf(parent, 'PreviousDocument').map(readDocument)
}

function readAdditions(parent: XmlElement | undefined): readonly AdditionOrDeduction[] {
  return childrenOf(childOf(parent, 'CustomsValuation'), 'ChargeDeduction').map((charge) =>
    present({
      code: textAt(charge, 'ChargesTypeCode'),
      amount: moneyAt(charge, 'OtherChargeDeductionAmount'),
    }),
  )
}

/** Absent too where the currency is not stated: an amount without one says nothing. */
function moneyAt(start: XmlElement | undefined, ...path: string[]): Money | undefined {
  const element = elementAt(start, ...path)
  const currency = element?.attributes.currencyID
  const amount = plainDecimal(element?.text)
  return amount === undefined || currency === undefined ? undefined : { amount, currency }
}

function decimalAt(start: XmlElement | undefined, ...path: string[]): DecimalText | undefined {
  return plainDecimal(textAt(start, ...path))
}

function plainDecimal(text: string | undefined): DecimalText | undefined {
  const plain = text?.replace(/^\+/, '')
  return plain !== undefined && isDecimalText(plain) ? plain : undefined
}

function wholeAt(start: XmlElement | undefined, ...path: string[]): number | undefined {
  const text = textAt(start, ...path)
  return text !== undefined && /^\d{1,8}(\.0*)?$/.test(text) ? Number(text) : undefined
}

/** `20260831081500Z`, with `+02` in place of the Z, or the day alone; nothing where it is none of them. */
const MOMENT = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d)?)?$/

function momentAt(start: XmlElement | undefined, name: string): Instant | undefined {
  const [, year, month, day, hours = '00', minutes = '00', seconds = '00', zone = 'Z'] =
    MOMENT.exec(textAt(start, name, 'DateTimeString') ?? '') ?? []
  if (year === undefined) return undefined
  const offset = zone === 'Z' ? 'Z' : `${zone}:00`
  const moment = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${offset}`)
  return Number.isNaN(moment.getTime()) ? undefined : (moment.toISOString() as Instant)
}
