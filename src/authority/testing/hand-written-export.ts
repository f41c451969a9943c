import { DECLARANT } from './hand-written-h1.ts'

/** What a test wants otherwise than in the sound export; each is a value of the message. */
export interface ExportWishes {
  readonly lrn?: string
  readonly typeCode?: string
  readonly ducr?: string
  readonly exitOffice?: string
  readonly destination?: string
  readonly consignee?: string
  readonly commodityCode?: string
  readonly procedure?: readonly [requested: string, previous: string]
  /** Statements of the item; that the exporter declares for itself unless wished otherwise. */
  readonly statements?: readonly string[]
  /** Pounds; absent where `none`. */
  readonly statisticalValue?: string
  readonly grossMassKg?: string
  /** An authorisation for simplified declarations and its holder. */
  readonly simplified?: { readonly holder: string; readonly decision: string }
}

/** The reference of {@link handWrittenExport} unless a test wishes another. */
export const EXPORT_DUCR = `6${DECLARANT}-EXPORT1`

const CONSIGNEE =
  '<Name>Harbour Packings Inc.</Name><Address><CityName>New York</CityName><CountryCode>US</CountryCode><Line>1 Sample Street</Line><PostcodeID>10012</PostcodeID></Address>'

/** An export (B1 or C1) as a stranger to our software would write it. */
export function handWrittenExport(wishes: ExportWishes = {}): string {
  const {
    typeCode = 'EXD',
    procedure: [requested, previous] = ['10', '40'],
    statements = ['00400'],
    statisticalValue = '1000.00',
    simplified,
  } = wishes
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><Declaration>
<FunctionCode>9</FunctionCode><FunctionalReferenceID>${wishes.lrn ?? 'EXPORT-1'}</FunctionalReferenceID><TypeCode>${typeCode}</TypeCode><GoodsItemQuantity>1</GoodsItemQuantity><TotalPackageQuantity>10</TotalPackageQuantity>
${simplified === undefined ? '' : `<AuthorisationHolder><ID>${simplified.holder}</ID><CategoryCode>SDE</CategoryCode></AuthorisationHolder>`}
<BorderTransportMeans><ModeCode>4</ModeCode></BorderTransportMeans>
<Declarant><ID>${DECLARANT}</ID></Declarant>
${element('ExitOffice', wishes.exitOffice ?? 'GB000084')}
<Exporter><ID>${DECLARANT}</ID></Exporter>
<GoodsShipment>
<Consignee>${wishes.consignee ?? CONSIGNEE}</Consignee>
<Consignment><ContainerCode>0</ContainerCode><GoodsLocation><Name>LHRLHRLHR</Name><TypeCode>A</TypeCode><Address><TypeCode>U</TypeCode><CountryCode>GB</CountryCode></Address></GoodsLocation></Consignment>
<Destination><CountryCode>${wishes.destination ?? 'US'}</CountryCode></Destination>
<ExportCountry><ID>GB</ID></ExportCountry>
<GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric>
${statisticalValue === 'none' ? '' : `<StatisticalValueAmount currencyID="GBP">${statisticalValue}</StatisticalValueAmount>`}
${simplified === undefined ? '' : `<AdditionalDocument><CategoryCode>C</CategoryCode><ID>${simplified.decision}</ID><TypeCode>512</TypeCode></AdditionalDocument>`}
${statements.map((code) => `<AdditionalInformation><StatementCode>${code}</StatementCode></AdditionalInformation>`).join('')}
<Commodity><Description>Straw envelopes for bottles</Description><Classification><ID>${wishes.commodityCode ?? '46021910'}</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification><GoodsMeasure>${wishes.grossMassKg === 'none' ? '' : `<GrossMassMeasure>${wishes.grossMassKg ?? '110'}</GrossMassMeasure>`}<NetNetWeightMeasure>100</NetNetWeightMeasure></GoodsMeasure></Commodity>
<GovernmentProcedure><CurrentCode>${requested}</CurrentCode><PreviousCode>${previous}</PreviousCode></GovernmentProcedure><GovernmentProcedure><CurrentCode>000</CurrentCode></GovernmentProcedure>
<Packaging><SequenceNumeric>1</SequenceNumeric><QuantityQuantity>10</QuantityQuantity><TypeCode>CT</TypeCode></Packaging>
</GovernmentAgencyGoodsItem>
<PreviousDocument><CategoryCode>Z</CategoryCode><ID>${wishes.ducr ?? EXPORT_DUCR}</ID><TypeCode>DCR</TypeCode></PreviousDocument>
</GoodsShipment></Declaration></md:MetaData>`
}

function element(name: string, id: string): string {
  return id === 'none' ? '' : `<${name}><ID>${id}</ID></${name}>`
}

/** A movement of exported goods: `EAL` their arrival where customs see them, `EDL` their departure. */
export function handWrittenMovement(
  code: 'EAL' | 'EDL',
  { ducr = EXPORT_DUCR, location = 'GBAULHRLHRLHR' } = {},
): string {
  return `<inv:inventoryLinkingMovementRequest xmlns:inv="http://gov.uk/customs/inventoryLinking/v1"><inv:messageCode>${code}</inv:messageCode><inv:ucrBlock><inv:ucr>${ducr}</inv:ucr><inv:ucrType>D</inv:ucrType></inv:ucrBlock><inv:goodsLocation>${location}</inv:goodsLocation><inv:movementReference>MOVEMENT1</inv:movementReference></inv:inventoryLinkingMovementRequest>`
}
