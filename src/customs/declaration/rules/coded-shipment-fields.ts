import type { Declaration } from '../declaration.ts'
import type { Party } from '../party.ts'
import { type CodedField, Codes, levels, type PlacedCode } from './coded-field.ts'
import { itemsOf } from './rule.ts'

function addParty(codes: Codes, path: string, party: Party | undefined): void {
  codes.add(`${path}/address/countryCode`, party?.address?.countryCode)
}

function countries(declaration: Declaration): readonly PlacedCode[] {
  const codes = new Codes()
  const { goodsShipment, borderTransportMeans, consignment } = declaration
  addParty(codes, '/exporter', declaration.exporter)
  addParty(codes, '/declarant', declaration.declarant)
  addParty(codes, '/agent', declaration.agent)
  addParty(codes, '/goodsShipment/importer', goodsShipment?.importer)
  for (const { at, path } of levels(declaration)) {
    addParty(codes, `${path}/buyer`, at.buyer)
    addParty(codes, `${path}/seller`, at.seller)
    addParty(codes, `${path}/consignee`, at.consignee)
    addParty(codes, `${path}/consignor`, at.consignor)
    codes.add(`${path}/destination/countryCode`, at.destination?.countryCode)
    codes.add(`${path}/exportCountry/countryCode`, at.exportCountry?.countryCode)
    for (const [index, origin] of (at.origins ?? []).entries()) {
      // Preferential origin (type 2) may be a group of countries with a figure code of its own.
      if (origin.typeCode !== '2')
        codes.add(`${path}/origins/${index}/countryCode`, origin.countryCode)
    }
  }
  codes.add(
    '/borderTransportMeans/registrationNationalityCode',
    borderTransportMeans?.registrationNationalityCode,
  )
  for (const [index, each] of (consignment?.itineraries ?? []).entries()) {
    codes.add(`/consignment/itineraries/${index}/routingCountryCode`, each.routingCountryCode)
  }
  return codes.placed
}

function currencies(declaration: Declaration): readonly PlacedCode[] {
  const codes = new Codes().add('/invoiceAmount/currency', declaration.invoiceAmount?.currency)
  const { customsValuation } = declaration.goodsShipment ?? {}
  const shipment = '/goodsShipment/customsValuation'
  codes.add(`${shipment}/freightCharge/currency`, customsValuation?.freightCharge?.currency)
  for (const [index, each] of (customsValuation?.chargeDeductions ?? []).entries()) {
    codes.add(`${shipment}/chargeDeductions/${index}/amount/currency`, each.amount?.currency)
  }
  for (const { item, path } of itemsOf(declaration)) {
    const price = item.commodity?.invoiceLine?.itemCharge
    codes.add(`${path}/commodity/invoiceLine/itemCharge/currency`, price?.currency)
    codes.add(`${path}/customsValueAmount/currency`, item.customsValueAmount?.currency)
    codes.add(`${path}/statisticalValue/currency`, item.statisticalValue?.currency)
  }
  return codes.placed
}

function additions(declaration: Declaration): readonly PlacedCode[] {
  const codes = new Codes()
  const shipment = declaration.goodsShipment?.customsValuation?.chargeDeductions ?? []
  for (const [index, { chargesTypeCode }] of shipment.entries()) {
    const path = `/goodsShipment/customsValuation/chargeDeductions/${index}/chargesTypeCode`
    codes.add(path, chargesTypeCode)
  }
  for (const { item, path } of itemsOf(declaration)) {
    for (const [index, each] of (item.customsValuation?.chargeDeductions ?? []).entries()) {
      const at = `${path}/customsValuation/chargeDeductions/${index}/chargesTypeCode`
      codes.add(at, each.chargesTypeCode)
    }
  }
  return codes.placed
}

/** Places with a code of their own: country, type, qualifier `U` and identification. */
function goodsLocations({ goodsShipment }: Declaration): readonly PlacedCode[] {
  const location = goodsShipment?.consignment?.goodsLocation
  if (location?.address?.typeCode !== 'U') return []
  const { typeCode = '', name = '', address } = location
  const code = `${address.countryCode ?? ''}${typeCode}U${name}`
  return [{ path: '/goodsShipment/consignment/goodsLocation', code }]
}

function offices(declaration: Declaration): readonly PlacedCode[] {
  return new Codes()
    .add('/exitOffice/id', declaration.exitOffice?.id)
    .add('/presentationOffice/id', declaration.presentationOffice?.id)
    .add('/supervisingOffice/id', declaration.supervisingOffice?.id).placed
}

function statements(declaration: Declaration): readonly PlacedCode[] {
  const codes = new Codes()
  for (const [index, { statementCode }] of (declaration.additionalInformation ?? []).entries()) {
    codes.add(`/additionalInformation/${index}/statementCode`, statementCode)
  }
  for (const { item, path } of itemsOf(declaration)) {
    for (const [index, { statementCode }] of (item.additionalInformation ?? []).entries()) {
      codes.add(`${path}/additionalInformation/${index}/statementCode`, statementCode)
    }
  }
  return codes.placed
}

/** A coded field of every member of a list, which the shipment and its items may both have. */
function ofMembers(
  list: 'previousDocuments' | 'taxParties' | 'mutualRecognitionParties',
  field: 'typeCode' | 'roleCode',
) {
  return (declaration: Declaration): readonly PlacedCode[] => {
    const codes = new Codes()
    for (const { at, path } of levels(declaration)) {
      const members: readonly Partial<Record<typeof field, string>>[] = at[list] ?? []
      for (const [index, member] of members.entries()) {
        codes.add(`${path}/${list}/${index}/${field}`, member[field])
      }
    }
    return codes.placed
  }
}

function transactionNatures(declaration: Declaration): readonly PlacedCode[] {
  const codes = new Codes()
  for (const { at, path } of levels(declaration)) {
    // Of two figures the first is the nature, the second tells it apart further.
    codes.add(`${path}/transactionNatureCode`, at.transactionNatureCode?.slice(0, 1))
  }
  return codes.placed
}

function transportIdentities({
  borderTransportMeans,
  goodsShipment,
}: Declaration): readonly PlacedCode[] {
  const { arrivalTransportMeans, departureTransportMeans } = goodsShipment?.consignment ?? {}
  const at = '/goodsShipment/consignment'
  return new Codes()
    .add(
      '/borderTransportMeans/identificationTypeCode',
      borderTransportMeans?.identificationTypeCode,
    )
    .add(
      `${at}/arrivalTransportMeans/identificationTypeCode`,
      arrivalTransportMeans?.identificationTypeCode,
    )
    .add(
      `${at}/departureTransportMeans/identificationTypeCode`,
      departureTransportMeans?.identificationTypeCode,
    ).placed
}

function transportModes({
  borderTransportMeans,
  goodsShipment,
}: Declaration): readonly PlacedCode[] {
  const { arrivalTransportMeans, departureTransportMeans } = goodsShipment?.consignment ?? {}
  const at = '/goodsShipment/consignment'
  return new Codes()
    .add('/borderTransportMeans/modeCode', borderTransportMeans?.modeCode)
    .add(`${at}/arrivalTransportMeans/modeCode`, arrivalTransportMeans?.modeCode)
    .add(`${at}/departureTransportMeans/modeCode`, departureTransportMeans?.modeCode).placed
}

/** Kinds of fields of the whole declaration, or of both levels, whose codes come from a list. */
export const codedShipmentFields: readonly CodedField[] = [
  {
    id: 'previous-document',
    list: 'previous-document-codes',
    dataElement: '2/1',
    name: { en: 'type of previous document', zh: '前置单证类型' },
    codesOf: ofMembers('previousDocuments', 'typeCode'),
  },
  {
    id: 'statement',
    list: 'statement-codes',
    dataElement: '2/2',
    name: { en: 'statement', zh: '附加信息声明' },
    codesOf: statements,
  },
  {
    id: 'warehouse-type',
    list: 'warehouse-types',
    dataElement: '2/7',
    name: { en: 'type of warehouse', zh: '仓库类型' },
    codesOf: ({ goodsShipment }) =>
      new Codes().add('/goodsShipment/warehouse/typeCode', goodsShipment?.warehouse?.typeCode)
        .placed,
  },
  {
    id: 'representation',
    list: 'representation',
    dataElement: '3/21',
    name: { en: 'representative status', zh: '代理状态' },
    codesOf: ({ agent }) => new Codes().add('/agent/functionCode', agent?.functionCode).placed,
  },
  {
    id: 'supply-chain-role',
    list: 'supply-chain-roles',
    dataElement: '3/37',
    name: { en: 'role in the supply chain', zh: '供应链角色' },
    codesOf: ofMembers('mutualRecognitionParties', 'roleCode'),
  },
  {
    id: 'authorisation',
    list: 'authorisation-types',
    dataElement: '3/39',
    name: { en: 'type of authorisation', zh: '授权类型' },
    codesOf({ authorisationHolders = [] }) {
      const codes = new Codes()
      for (const [index, { categoryCode }] of authorisationHolders.entries()) {
        codes.add(`/authorisationHolders/${index}/categoryCode`, categoryCode)
      }
      return codes.placed
    },
  },
  {
    id: 'fiscal-reference',
    list: 'fiscal-references',
    dataElement: '3/40',
    name: { en: 'fiscal role', zh: '税务角色' },
    codesOf: ofMembers('taxParties', 'roleCode'),
  },
  {
    id: 'delivery-terms',
    list: 'incoterms',
    dataElement: '4/1',
    name: { en: 'delivery terms', zh: '贸易术语' },
    codesOf: ({ goodsShipment }) =>
      new Codes().add(
        '/goodsShipment/tradeTerms/conditionCode',
        goodsShipment?.tradeTerms?.conditionCode,
      ).placed,
  },
  {
    id: 'carriage-payment',
    list: 'transport-payment-methods',
    dataElement: '4/2',
    name: { en: 'payment of carriage', zh: '运费支付方式' },
    codesOf: ({ consignment }) =>
      new Codes().add(
        '/consignment/freight/paymentMethodCode',
        consignment?.freight?.paymentMethodCode,
      ).placed,
  },
  {
    id: 'addition',
    list: 'valuation-additions',
    dataElement: '4/9',
    name: { en: 'addition or deduction', zh: '加项或减项' },
    codesOf: additions,
  },
  {
    id: 'currency',
    list: 'currencies',
    dataElement: '4/10',
    name: { en: 'currency', zh: '币种' },
    codesOf: currencies,
  },
  {
    id: 'country',
    list: 'countries',
    dataElement: '3/1 to 3/26, 5/8, 5/14, 5/15, 5/18 and 7/15',
    name: { en: 'country', zh: '国家' },
    codesOf: countries,
  },
  {
    id: 'goods-location',
    list: 'goods-location-codes',
    dataElement: '5/23',
    name: { en: 'goods location', zh: '货物所在地' },
    codesOf: goodsLocations,
  },
  {
    id: 'office',
    list: 'customs-offices',
    dataElement: '5/12, 5/26 and 5/27',
    name: { en: 'customs office', zh: '海关' },
    codesOf: offices,
  },
  {
    id: 'transport-mode',
    list: 'transport-modes',
    dataElement: '7/4 and 7/5',
    name: { en: 'mode of transport', zh: '运输方式' },
    codesOf: transportModes,
  },
  {
    id: 'transport-identity',
    list: 'transport-identities',
    dataElement: '7/7, 7/9 and 7/14',
    name: { en: 'kind of identity of the means of transport', zh: '运输工具标识种类' },
    codesOf: transportIdentities,
  },
  {
    id: 'guarantee-type',
    list: 'guarantee-types',
    dataElement: '8/2',
    name: { en: 'guarantee type', zh: '担保类型' },
    codesOf({ obligationGuarantees = [] }) {
      const codes = new Codes()
      for (const [index, { securityDetailsCode }] of obligationGuarantees.entries()) {
        codes.add(`/obligationGuarantees/${index}/securityDetailsCode`, securityDetailsCode)
      }
      return codes.placed
    },
  },
  {
    id: 'transaction-nature',
    list: 'transaction-natures',
    dataElement: '8/5',
    name: { en: 'nature of transaction', zh: '交易性质' },
    codesOf: transactionNatures,
  },
]
