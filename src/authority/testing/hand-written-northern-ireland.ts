import { parseXml } from '../xml/parse-xml.ts'
import { readDeclaration } from '../message/read-declaration.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'

/** What a test wants otherwise than in the sound declaration; each is a piece of the message. */
export interface NorthernIrelandWishes {
  readonly declarant?: string
  readonly importer?: string
  readonly holder?: string
  readonly taxParty?: string
  readonly transportCosts?: string
  readonly statements?: readonly string[]
  readonly additionalProcedures?: readonly string[]
  readonly commodityCode?: string
  readonly value?: string
  readonly grossMassKg?: string
  readonly document?: string
}

const PRIVATE_IMPORTER =
  '<Name>Aoife Example</Name><Address><CityName>Belfast</CityName><CountryCode>GB</CountryCode><Line>1 Sample Street</Line><PostcodeID>BT1 5GS</PostcodeID></Address>'

/** A super-reduced declaration (H7) as a stranger to our software would write it. */
export function handWrittenH7(wishes: NorthernIrelandWishes = {}): LodgedDeclaration {
  const {
    statements = ['NIIMP'],
    additionalProcedures = ['1H7', 'C07', 'F48'],
    taxParty = '<DomesticDutyTaxParty><ID>IM5532027340</ID><RoleCode>FR5</RoleCode></DomesticDutyTaxParty>',
    transportCosts = '<CustomsValuation><FreightChargeAmount currencyID="GBP">5.00</FreightChargeAmount></CustomsValuation>',
    value = '42.00',
    commodityCode = '610910',
    grossMassKg = '0.4',
  } = wishes
  return read(
    wishes,
    `${transportCosts}${taxParty}
    <GovernmentAgencyGoodsItem>
      <CustomsValueAmount currencyID="GBP">${value}</CustomsValueAmount>
      <SequenceNumeric>1</SequenceNumeric>
      ${statements.map(statement).join('')}
      <Commodity><Description>T-shirts of knitted cotton</Description><Classification><ID>${commodityCode}</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification><GoodsMeasure><GrossMassMeasure>${grossMassKg}</GrossMassMeasure></GoodsMeasure></Commodity>
      ${procedures(additionalProcedures)}
    </GovernmentAgencyGoodsItem>
    <Importer>${wishes.importer === undefined ? PRIVATE_IMPORTER : `<ID>${wishes.importer}</ID>`}</Importer>`,
  )
}

/** A declaration of goods from Great Britain that are not at risk (H8). */
export function handWrittenH8(wishes: NorthernIrelandWishes = {}): LodgedDeclaration {
  const {
    statements = ['NIDOM', 'NIREM'],
    additionalProcedures = ['1SG'],
    value = '420.00',
    commodityCode = '61091000',
    grossMassKg = '4',
    importer = 'XI553202734852',
    document = '<AdditionalDocument><CategoryCode>1</CategoryCode><ID>XIUKIM55320273485220240124160138</ID><TypeCode>UKI</TypeCode></AdditionalDocument>',
  } = wishes
  return read(
    { holder: importer, ...wishes },
    `<Destination><CountryCode>GB</CountryCode></Destination>
    <GovernmentAgencyGoodsItem>
      <SequenceNumeric>1</SequenceNumeric>${document}
      ${statements.map(statement).join('')}
      <Commodity><Description>T-shirts of knitted cotton</Description><Classification><ID>${commodityCode}</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification><GoodsMeasure><GrossMassMeasure>${grossMassKg}</GrossMassMeasure><NetNetWeightMeasure>3</NetNetWeightMeasure></GoodsMeasure><InvoiceLine><ItemChargeAmount currencyID="GBP">${value}</ItemChargeAmount></InvoiceLine></Commodity>
      ${procedures(additionalProcedures)}
      <Origin><CountryCode>GB</CountryCode><TypeCode>1</TypeCode></Origin>
      <Packaging><SequenceNumeric>1</SequenceNumeric><QuantityQuantity>1</QuantityQuantity></Packaging>
    </GovernmentAgencyGoodsItem>
    <Importer><ID>${importer}</ID></Importer>`,
  )
}

function statement(code: string): string {
  return `<AdditionalInformation><StatementCode>${code}</StatementCode></AdditionalInformation>`
}

function procedures(additional: readonly string[]): string {
  const codes = additional.map(
    (code) => `<GovernmentProcedure><CurrentCode>${code}</CurrentCode></GovernmentProcedure>`,
  )
  return `<GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>${codes.join('')}`
}

function read({ declarant, holder }: NorthernIrelandWishes, shipment: string): LodgedDeclaration {
  const holders =
    holder === undefined
      ? ''
      : `<AuthorisationHolder><ID>${holder}</ID><CategoryCode>UKIM</CategoryCode></AuthorisationHolder>`
  const message = `<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><Declaration>
  <FunctionCode>9</FunctionCode><FunctionalReferenceID>NI-1</FunctionalReferenceID><TypeCode>IMA</TypeCode><GoodsItemQuantity>1</GoodsItemQuantity>
  <Agent><FunctionCode>2</FunctionCode></Agent>${holders}
  <BorderTransportMeans><ModeCode>4</ModeCode></BorderTransportMeans>
  <Declarant><ID>${declarant ?? 'XI603202734852'}</ID></Declarant>
  <Exporter><Name>Sample Trading</Name><Address><CityName>Shenzhen</CityName><CountryCode>CN</CountryCode><Line>1 Harbour Road</Line><PostcodeID>518000</PostcodeID></Address></Exporter>
  <GoodsShipment><Consignment><GoodsLocation><Name>BELBFSBEL</Name><TypeCode>A</TypeCode><Address><TypeCode>U</TypeCode><CountryCode>GB</CountryCode></Address></GoodsLocation></Consignment>
  ${shipment}
  <PreviousDocument><CategoryCode>Z</CategoryCode><ID>6XI603202734852-NI1</ID><TypeCode>DCR</TypeCode></PreviousDocument>
  </GoodsShipment></Declaration></md:MetaData>`
  const parsed = parseXml(new TextEncoder().encode(message))
  if (!parsed.ok) throw new Error(parsed.failures[0].message)
  return readDeclaration(parsed.value)
}
