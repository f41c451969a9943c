import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { DECLARANT, handWrittenArrival } from './testing/hand-written-h1.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from './testing/trader.ts'

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
})

afterAll(() => authority.close())

let counter = 0

interface RequestWishes {
  readonly typeCode?: string
  readonly procedure?: string
  readonly additionalProcedure?: string
  readonly commodity?: string
}

/** A customs clearance request as a stranger to our software would write it. */
function handWrittenRequest(wishes: RequestWishes): string {
  counter += 1
  const { procedure = '0002' } = wishes
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <Declaration>
    <FunctionCode>9</FunctionCode>
    <FunctionalReferenceID>REQUEST${counter}</FunctionalReferenceID>
    <TypeCode>${wishes.typeCode ?? 'IMJ'}</TypeCode>
    <GoodsItemQuantity>1</GoodsItemQuantity>
    <TotalPackageQuantity>3</TotalPackageQuantity>
    <BorderTransportMeans><ModeCode>4</ModeCode></BorderTransportMeans>
    <Declarant><ID>${DECLARANT}</ID></Declarant>
    <Exporter><Name>Mail Office</Name><Address><CityName>Boston</CityName><CountryCode>US</CountryCode><Line>1 Mail Avenue</Line><PostcodeID>02101</PostcodeID></Address></Exporter>
    <GoodsShipment>
      <Consignment><ContainerCode>0</ContainerCode><GoodsLocation><Name>LHRLHRLHR</Name><TypeCode>A</TypeCode><Address><TypeCode>U</TypeCode><CountryCode>GB</CountryCode></Address></GoodsLocation></Consignment>
      <ExportCountry><ID>US</ID></ExportCountry>
      <GovernmentAgencyGoodsItem>
        <SequenceNumeric>1</SequenceNumeric>
        <Commodity><Description>Documentation and printed forms</Description>${wishes.commodity ?? ''}</Commodity>
        <GovernmentProcedure><CurrentCode>${procedure.slice(0, 2)}</CurrentCode><PreviousCode>${procedure.slice(2)}</PreviousCode></GovernmentProcedure>
        <GovernmentProcedure><CurrentCode>${wishes.additionalProcedure ?? '000'}</CurrentCode></GovernmentProcedure>
        <Packaging><SequenceNumeric>1</SequenceNumeric><MarksNumbersID>FORMS</MarksNumbersID><QuantityQuantity>3</QuantityQuantity><TypeCode>BG</TypeCode></Packaging>
      </GovernmentAgencyGoodsItem>
      <Importer><ID>${DECLARANT}</ID></Importer>
      <PreviousDocument><CategoryCode>Z</CategoryCode><ID>6${DECLARANT}-R${counter}</ID><TypeCode>DCR</TypeCode></PreviousDocument>
    </GoodsShipment>
  </Declaration>
</md:MetaData>`
}

async function lodge(wishes: RequestWishes, until: string) {
  const response = await authority.send('/customs/declarations', handWrittenRequest(wishes))
  expect(response.status).toBe(202)
  const conversation = conversationOf(response)
  return { conversation, told: await authority.notifications(conversation, until) }
}

describe('a customs clearance request', () => {
  it('is accepted and released without any tax', async () => {
    const { told } = await lodge({}, '09')
    expect(told.map(functionCode)).toEqual(['01', '09'])
  })

  it('that is lodged before waits for the arrival of the goods', async () => {
    const { conversation, told } = await lodge({ typeCode: 'IMK' }, '02')
    expect(told.map(functionCode)).toEqual(['02'])
    const arrival = handWrittenArrival(firstText(told[0], 'ID') ?? '')
    await authority.send('/customs/declarations/arrival-notification', arrival)
    const all = await authority.notifications(conversation, '09')
    expect(all.map(functionCode)).toEqual(['02', '01', '09'])
  })

  it.each<[string, RequestWishes, string]>([
    ['of another procedure', { procedure: '4000' }, 'CDS12050'],
    ['under a condition', { additionalProcedure: '21V' }, 'CDS12056'],
    [
      'of goods that have a price',
      {
        commodity:
          '<InvoiceLine><ItemChargeAmount currencyID="GBP">5.00</ItemChargeAmount></InvoiceLine>',
      },
      'CDS10020',
    ],
    [
      'that pays a tax',
      { commodity: '<DutyTaxFee><TypeCode>B00</TypeCode></DutyTaxFee>' },
      'CDS10020',
    ],
  ])('%s is refused', async (_what, wishes, code) => {
    const { told } = await lodge(wishes, '03')
    expect(told.join()).toContain(code)
  })
})
