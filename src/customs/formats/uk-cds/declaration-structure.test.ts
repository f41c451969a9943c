import { describe, expect, it } from 'vitest'
import type { Declaration } from '../../declaration/declaration.ts'
import type { Quantity } from '../../declaration/element.ts'
import { decimal } from '../../money/decimal.ts'
import { money } from '../../money/money.ts'
import type { ElementNode } from '../structure/structure-table.ts'
import { checkStructure } from './check-structure.ts'
import { declarationStructure } from './declaration-structure.ts'
import { readDeclaration } from './read-declaration.ts'
import { writeDeclaration } from './write-declaration.ts'

/** The type with every optional field there: the compiler refuses a literal that leaves one out. */
type Complete<T> = T extends string | number
  ? T
  : T extends readonly (infer Item)[]
    ? readonly [Complete<Item>]
    : { readonly [Key in keyof T]-?: Complete<NonNullable<T[Key]>> }

const amount = money('1.50', 'GBP')
const quantity = { value: decimal('2.5'), unitCode: 'KGM' } satisfies Quantity
const wholeQuantity = { value: decimal('25'), unitCode: 'CMT' } satisfies Quantity
const day = '2026-09-01'
const address = {
  cityName: 'York',
  countryCode: 'GB',
  countrySubDivisionCode: 'YOR',
  countrySubDivisionName: 'Yorkshire',
  line: '1 High Street',
  postcode: 'YO1 7HH',
}
const communication = { id: '+44 1904', typeCode: 'TE' }
const party = { name: 'Name', id: 'GB1', address }
const trader = { ...party, contact: { name: 'Ann' }, communication }
const consignor = { ...party, address: { ...address, typeCode: '1' } }
const mutualRecognitionParties = [{ id: 'JP1', roleCode: 'MR' }] as const
const taxParties = [{ id: 'GB1', roleCode: 'FR1' }] as const
const pointers = [{ sequenceNumber: 1, documentSectionCode: '42A', tagId: '023' }] as const
const statement = { statementCode: 'C', statementDescription: 'D', statementTypeCode: 'T' }
const document = { categoryCode: 'N', id: 'I', typeCode: '935' }
const freight = { paymentMethodCode: 'A' }
const chargeDeductions = [{ chargesTypeCode: 'AK', amount }] as const
const previousDocuments = [{ categoryCode: 'Z', id: 'P', typeCode: 'DCR', lineNumber: 1 }] as const
const ucr = { id: 'U', traderAssignedReference: 'T' }
const destination = { countryCode: 'GB', regionId: 'R' }
const means = { name: 'N', id: 'I', identificationTypeCode: '40', typeCode: 'T', modeCode: '4' }
const office = { id: 'GB000014' }

const goodsItem: Complete<Declaration>['goodsShipment']['goodsItems'][0] = {
  customsValueAmount: amount,
  sequenceNumber: 1,
  statisticalValue: amount,
  transactionNatureCode: '1',
  additionalDocuments: [
    {
      ...document,
      effectiveAt: day,
      name: 'N',
      statusCode: 'AE',
      submitter: { name: 'S', roleCode: 'R' },
      writeOff: { quantity, amount },
    },
  ],
  additionalInformation: [statement],
  mutualRecognitionParties,
  buyer: trader,
  commodity: {
    description: 'T-shirts',
    classifications: [{ code: '61091000', typeCode: 'TSP' }],
    dangerousGoods: [{ undgCode: '3481' }],
    dutyTaxFees: [
      {
        adValoremTaxBase: amount,
        deductAmount: amount,
        dutyRegimeCode: '100',
        specificTaxBase: quantity,
        taxRatePercent: decimal('12.5'),
        typeCode: 'A00',
        quotaOrderNumber: '050023',
        payment: { methodCode: 'E', taxAssessed: amount, payable: amount },
      },
    ],
    goodsMeasure: { grossMass: quantity, netMass: quantity, tariffQuantity: quantity },
    invoiceLine: { itemCharge: amount },
    transportEquipment: [{ sequenceNumber: 1, id: 'MSCU1' }],
  },
  consignee: party,
  consignor: party,
  customsValuation: { methodCode: '1', chargeDeductions },
  destination,
  taxParties,
  exportCountry: { countryCode: 'CN' },
  governmentProcedures: [{ currentCode: '40', previousCode: '00' }],
  origins: [{ countryCode: 'CN', regionId: 'R', typeCode: '1' }],
  packagings: [
    {
      sequenceNumber: 1,
      marksAndNumbers: 'M',
      packageQuantity: 2,
      typeCode: 'CT',
      packingMaterialDescription: 'P',
      length: wholeQuantity,
      width: wholeQuantity,
      height: wholeQuantity,
      volume: quantity,
    },
  ],
  previousDocuments,
  seller: trader,
  ucr,
  valuationAdjustment: { additionCode: '0000' },
}

const goodsShipment: Complete<Declaration>['goodsShipment'] = {
  exitAt: day,
  transactionNatureCode: '1',
  mutualRecognitionParties,
  buyer: trader,
  consignee: party,
  consignment: {
    containerCode: '1',
    arrivalTransportMeans: means,
    departureTransportMeans: means,
    goodsLocation: {
      name: 'LHRLHRLHR',
      id: 'I',
      typeCode: 'A',
      address: { typeCode: 'U', cityName: 'C', countryCode: 'GB', line: 'L', postcode: 'P' },
    },
    loadingLocation: { name: 'N', id: 'I' },
    transportEquipment: [
      { sequenceNumber: 1, id: 'MSCU1', seals: [{ sequenceNumber: 1, id: 'S' }] },
    ],
  },
  consignor: party,
  customsValuation: { freightCharge: amount, chargeDeductions },
  destination,
  taxParties,
  exportCountry: { countryCode: 'CN' },
  goodsItems: [goodsItem],
  importer: trader,
  invoice: { id: 'I', issuedAt: day },
  payer: party,
  previousDocuments,
  seller: trader,
  surety: party,
  tradeTerms: {
    conditionCode: 'FOB',
    countryRelationshipCode: 'C',
    description: 'D',
    locationId: 'CNSZX',
    locationName: 'L',
  },
  ucr,
  warehouse: { id: 'W', typeCode: 'U' },
}

const complete: Complete<Declaration> = {
  acceptedAt: '2026-09-01T12:00:00+01:00',
  functionCode: '9',
  lrn: 'L',
  mrn: 'M',
  issuedAt: day,
  issueLocation: 'GBLHR',
  typeCode: 'IMA',
  goodsItemQuantity: 1,
  declarationOffice: 'GB000014',
  invoiceAmount: amount,
  loadingListQuantity: 1,
  totalGrossMass: quantity,
  totalPackageQuantity: 2,
  specificCircumstancesCode: 'A',
  authentication: { authentication: 'A', authenticator: { name: 'N' } },
  submitter: party,
  additionalDocuments: [document],
  additionalInformation: [{ ...statement, pointers }],
  agent: { ...party, functionCode: '2' },
  amendments: [{ changeReasonCode: '21', pointers }],
  authorisationHolders: [{ id: 'GB1', categoryCode: 'DPO' }],
  borderTransportMeans: { ...means, registrationNationalityCode: 'GB' },
  consignment: {
    carrier: { ...party, communication },
    consignmentItems: [{ sequenceNumber: 1, consignor, freight }],
    consignor,
    freight,
    itineraries: [{ sequenceNumber: 1, routingCountryCode: 'CN' }],
  },
  currencyExchanges: [{ currencyTypeCode: 'USD', rate: decimal('1.25') }],
  declarant: trader,
  exitOffice: office,
  exporter: trader,
  goodsShipment,
  obligationGuarantees: [
    {
      amount,
      id: 'G',
      referenceId: 'R',
      securityDetailsCode: '1',
      accessCode: '1234',
      guaranteeOffice: office,
    },
  ],
  presentationOffice: office,
  supervisingOffice: office,
}

/** Fields of a structure, `/goodsShipment/goodsItems/sequenceNumber`, down to single values. */
function structureFields({ content }: ElementNode, parent = ''): readonly string[] {
  if (content.kind === 'value') return [parent]
  return content.children.flatMap((child) => structureFields(child, `${parent}/${child.field}`))
}

/** Fields of a value in the same form; money and quantities count as single values. */
function valueFields(value: unknown, parent = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valueFields(item, parent))
  if (typeof value !== 'object' || value === null) return [parent]
  const isSingle = ['currency', 'unitCode'].some((key) => key in value)
  if (isSingle) return [parent]
  return Object.entries(value).flatMap(([key, inner]) => valueFields(inner, `${parent}/${key}`))
}

describe('the structure of a declaration', () => {
  it('has the fields of the model and no other', () => {
    expect([...valueFields(complete)].sort()).toEqual(
      [...structureFields(declarationStructure)].sort(),
    )
  })

  it('carries a declaration in which every field is filled', () => {
    const message = writeDeclaration(complete)
    expect(checkStructure(message)).toEqual({ ok: true, value: undefined })
    expect(readDeclaration(message)).toEqual({ ok: true, value: complete })
  })
})
