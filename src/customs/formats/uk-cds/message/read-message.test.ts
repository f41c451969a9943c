import { describe, expect, it, test } from 'vitest'
import { dataFile, valueOf } from '../../../../../test/gb-reference-data.ts'
import { readDeclarationCategories } from '../declaration-categories.ts'
import type { CdsErrorText } from '../explain-notification.ts'
import type { MessageReading } from './message-reading.ts'
import { readMessage } from './read-message.ts'

const textsOf = (path: string): readonly CdsErrorText[] =>
  (dataFile(path) as { codes: readonly CdsErrorText[] }).codes

const reference = {
  categories: valueOf(readDeclarationCategories(dataFile('gb/declaration-categories.json'))),
  errorTexts: textsOf('gb/codes/cds-errors.json'),
  responseErrorTexts: textsOf('gb/codes/api-errors.json'),
}

const read = (message: Uint8Array | string): MessageReading =>
  valueOf(readMessage(message, reference))

const refused = (message: Uint8Array | string) => {
  const result = readMessage(message, reference)
  if (result.ok) throw new Error('the message is read')
  return result.failures[0]
}

const declaration = (inner: string): string =>
  `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>9</FunctionCode>${inner}</Declaration>`

const item = `<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric>
  <Commodity><DutyTaxFee><DutyRegimeCode>100</DutyRegimeCode><TypeCode>A00</TypeCode>
  <SpecificTaxBaseQuantity unitCode="KGM">12.500</SpecificTaxBaseQuantity>
  <Payment><MethodCode>E</MethodCode></Payment></DutyTaxFee></Commodity>
  <GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>
  </GovernmentAgencyGoodsItem></GoodsShipment>`

const standard = declaration(
  `<FunctionalReferenceID>TW-1</FunctionalReferenceID><TypeCode>IMA</TypeCode>${item}`,
)

describe('a declaration', () => {
  it('tells its data set, its reference and the taxes as declared', () => {
    expect(read(`<MetaData>${standard}</MetaData>`)).toEqual({
      format: 'uk-cds-h1',
      kind: 'declaration',
      lrn: 'TW-1',
      functionCode: '9',
      typeCode: 'IMA',
      errors: [],
      taxes: [
        {
          item: 1,
          taxType: 'A00',
          preference: '100',
          base: { quantity: '12.500', unit: 'KGM' },
          methodOfPayment: 'E',
        },
      ],
    })
  })

  it('is found in any envelope, and without namespaces', () => {
    const wrapped = `<a:submit xmlns:a="urn:a"><a:common/><a:detail><MetaData>${standard}</MetaData></a:detail></a:submit>`
    expect(read(wrapped)).toEqual(read(standard))
    expect(read(standard.replace(/ xmlns="[^"]*"/, ''))).toEqual(read(standard))
  })

  it('names what is not understood as unread and tells the rest', () => {
    const odd = declaration(`<TypeCode>IMA</TypeCode><x:News xmlns:x="urn:x">1</x:News>${item}`)
    expect(read(odd)).toMatchObject({ format: 'uk-cds-h1', unread: ['/Declaration/News'] })
  })

  it('of which the data set is not known says why in both languages', () => {
    expect(read(declaration('<TypeCode>IMA</TypeCode>'))).toMatchObject({
      format: 'uk-cds-declaration',
      kind: 'declaration',
      dataSetUnknown: {
        en: expect.stringContaining('procedure') as string,
        zh: expect.stringContaining('程序') as string,
      },
    })
  })
})

test.each([
  ['COR', 'amendment'],
  ['INV', 'cancellation-request'],
  ['GPR', 'arrival-notification'],
])('a request of type %s is %s', (type, kind) => {
  const request = `<Declaration><FunctionCode>13</FunctionCode><ID>24GB22WOA1EV2P6AR5</ID><TypeCode>${type}</TypeCode></Declaration>`
  expect(read(request)).toEqual({
    format: `uk-cds-${kind}`,
    kind,
    mrn: '24GB22WOA1EV2P6AR5',
    functionCode: '13',
    typeCode: type,
    errors: [],
    taxes: [],
  })
})

describe('a notification', () => {
  const rejection = `<Response><FunctionCode>03</FunctionCode>
    <Error><ValidationCode>CDS12005</ValidationCode>
      <Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer>
      <Pointer><DocumentSectionCode>67A</DocumentSectionCode></Pointer>
      <Pointer><SequenceNumeric>2</SequenceNumeric><DocumentSectionCode>68A</DocumentSectionCode></Pointer>
      <Pointer><DocumentSectionCode>23A</DocumentSectionCode><TagID>137</TagID></Pointer>
    </Error>
    <Declaration><FunctionalReferenceID>TW-1</FunctionalReferenceID></Declaration></Response>`

  it('tells its outcome, and each error in our words with our field', () => {
    const { outcome, errors, lrn } = read(`<MetaData>${rejection}</MetaData>`)
    expect({ outcome, lrn }).toEqual({ outcome: 'rejected', lrn: 'TW-1' })
    expect(errors).toEqual([
      {
        code: 'CDS12005',
        explanation: expect.objectContaining({ zh: expect.any(String) as string }) as object,
        mend: expect.objectContaining({ en: expect.any(String) as string }) as object,
        field: '/goodsShipment/goodsItems/1/commodity/description',
        pointer: '42A.67A.68A[2].23A/137',
        element: 'Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description',
        dataElement: expect.objectContaining({ number: '6/8' }) as object,
        item: 2,
      },
    ])
  })

  test.each([
    ['11', '<Status><NameCode>39</NameCode></Status>', 'granted'],
    ['11', '<Status><NameCode>41</NameCode></Status>', 'denied'],
    ['11', '', 'answered'],
    ['09', '', 'cleared'],
    ['10', '', 'invalidated'],
    [
      '10',
      '<AdditionalInformation><StatementCode>R1</StatementCode><StatementTypeCode>AFB</StatementTypeCode></AdditionalInformation>',
      'refused',
    ],
    ['99', '', undefined],
  ])('of code %s with %s reports %s', (code, inner, outcome) => {
    const said = read(`<Response><FunctionCode>${code}</FunctionCode>${inner}</Response>`)
    expect(said).toMatchObject({ kind: 'notification', functionCode: code })
    expect(said.outcome).toBe(outcome)
  })

  it('keeps the figures of taxes as written, and names one that is no number as unread', () => {
    const tax = `<Response><FunctionCode>13</FunctionCode><Status><NameCode>4</NameCode></Status><Declaration><GoodsShipment>
      <GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Commodity><DutyTaxFee>
      <AdValoremTaxBaseAmount currencyID="GBP">100.00</AdValoremTaxBaseAmount><DeductAmount>x</DeductAmount>
      <TaxRateNumeric>2.00</TaxRateNumeric><TypeCode>A00</TypeCode></DutyTaxFee></Commodity>
      </GovernmentAgencyGoodsItem></GoodsShipment></Declaration></Response>`
    expect(read(tax)).toMatchObject({
      outcome: 'assessed',
      assessment: 'final',
      taxes: [
        { item: 1, taxType: 'A00', base: { amount: '100.00', currency: 'GBP' }, rate: '2.00' },
      ],
      unread: [
        '/Response/Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee/DeductAmount',
      ],
    })
  })
})

describe('other messages', () => {
  it('an error of the interface gives its codes with our advice', () => {
    const said = read(
      '<errorResponse><code>BAD_REQUEST</code><message>Payload is not valid</message><errors><error><code>xml_validation_error</code><message>cvc</message></error></errors></errorResponse>',
    )
    expect(said).toMatchObject({
      kind: 'error-response',
      outcome: 'refused',
      errors: [
        { code: 'BAD_REQUEST', description: 'Payload is not valid' },
        { code: 'xml_validation_error', mend: { en: expect.any(String) as string } },
      ],
    })
  })

  test.each([
    [
      '<FileUploadRequest xmlns="hmrc:fileupload"><DeclarationID>24GB22WOA1EV2P6AR5</DeclarationID><FileGroupSize>1</FileGroupSize><Files><File><FileSequenceNo>1</FileSequenceNo><DocumentType>N935</DocumentType></File></Files></FileUploadRequest>',
      {
        kind: 'file-upload-request',
        mrn: '24GB22WOA1EV2P6AR5',
        files: [{ sequence: 1, documentType: 'N935' }],
      },
    ],
    [
      '<FileUploadResponse xmlns="hmrc:fileupload"><Files><File><Reference>r1</Reference></File></Files></FileUploadResponse>',
      { kind: 'file-upload-response', files: [{ reference: 'r1' }] },
    ],
    [
      '<Root xmlns="hmrc:fileupload"><FileReference>r1</FileReference><BatchId>b</BatchId><FileName>a.pdf</FileName><Outcome>SUCCESS</Outcome><Details>ok</Details></Root>',
      {
        kind: 'file-upload-notification',
        outcome: 'file-taken',
        files: [{ reference: 'r1', batch: 'b', name: 'a.pdf', details: 'ok' }],
      },
    ],
    [
      '<i:inventoryLinkingMovementRequest xmlns:i="urn:i"><i:messageCode>EAL</i:messageCode><i:ucrBlock><i:ucr>4GB-1</i:ucr></i:ucrBlock></i:inventoryLinkingMovementRequest>',
      { kind: 'inventory-movement-request', messageCode: 'EAL', ucr: '4GB-1' },
    ],
    [
      '<a:Envelope xmlns:a="urn:a"><inventoryLinkingNewResponse><messageCode>EMR</messageCode></inventoryLinkingNewResponse></a:Envelope>',
      { kind: 'inventory-message', messageCode: 'EMR' },
    ],
    [
      '<DeclarationStatusResponse><DeclarationStatusDetails><Declaration><ID>22GB38ATMLY0E6OAR0</ID><VersionID>2</VersionID></Declaration><Declaration><FunctionCode>9</FunctionCode></Declaration></DeclarationStatusDetails></DeclarationStatusResponse>',
      { kind: 'declaration-information', mrn: '22GB38ATMLY0E6OAR0', version: 2 },
    ],
  ])('%s', (message, said) => {
    expect(read(message)).toMatchObject(said)
  })

  it('an answer about several declarations names none', () => {
    const about = (mrn: string): string => `<Details><MRN>${mrn}</MRN></Details>`
    const said = read(
      `<DeclarationSearchResponse>${about('A')}${about('B')}</DeclarationSearchResponse>`,
    )
    expect(said).not.toHaveProperty('mrn')
  })
})

describe('what is no message', () => {
  test.each([
    ['not well-formed', '<MetaData>\n <Declaration></MetaData>', { line: 2 }],
    ['with a comment that XML forbids', '<MetaData>\n<!-- a -- b --></MetaData>', { line: 2 }],
    ['with a document type', '<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', { line: 1 }],
    ['of another standard', '<Invoice/>', { line: 1, column: 1 }],
    ['with two messages', `<a>${standard}\n${standard}</a>`, { message: /second message/ }],
    [
      'of an unknown function',
      '<Declaration>\n<FunctionCode>5</FunctionCode></Declaration>',
      { line: 2 },
    ],
    ['without a function', '<Response>\n</Response>', { line: 1, column: 1 }],
    ['empty', '', { line: 1 }],
  ])('%s is refused with the place', (_, message, place) => {
    const failure = refused(message)
    expect(['message-unreadable', 'too-large']).toContain(failure.code)
    if ('message' in place) expect(failure.message).toMatch(place.message)
    else expect(failure).toMatchObject(place)
  })

  it('not in UTF-8 is refused', () => {
    expect(refused(Uint8Array.of(0x3c, 0xff)).message).toMatch(/UTF-8/)
  })
})
