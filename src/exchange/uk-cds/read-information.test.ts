import { describe, expect, it } from 'vitest'

import { readDeclarations, readFound } from './read-information.ts'

const declaration = (lines: string, stated = '') => `
  <p:Declaration xmlns:p1="urn:wco:datamodel:WCO:Response_DS:DMS:2">${lines}</p:Declaration>
  <p2:Declaration xmlns:p2="urn:wco:datamodel:WCO:DEC-DMS:2">${stated}</p2:Declaration>`

const at = (name: string, when: string) =>
  `<p:${name}><p1:DateTimeString formatCode="304">${when}</p1:DateTimeString></p:${name}>`

const status = (...details: readonly string[]) =>
  Buffer.from(
    `<p:DeclarationStatusResponse xmlns:p="http://gov.uk/customs/declarationInformationRetrieval/status/v2">${details
      .map((one) => `<p:DeclarationStatusDetails>${one}</p:DeclarationStatusDetails>`)
      .join('')}</p:DeclarationStatusResponse>`,
  )

describe('an answer of the information API', () => {
  it('is read with its moments, codes and references', () => {
    const body = status(
      declaration(
        `${at('AcceptanceDateTime', '20220323092414Z')}<p:ID>22GB38ATMLY0E6OAR0</p:ID>
         <p:VersionID>2</p:VersionID>${at('ReceivedDateTime', '20220323092410Z')}
         ${at('GoodsReleasedDateTime', '20220323092417Z')}<p:ROE>6</p:ROE><p:ICS>22</p:ICS>`,
        `<p2:TypeCode>IMA</p2:TypeCode><p2:Submitter><p2:ID>GB603202734852</p2:ID></p2:Submitter>
         <p2:GoodsShipment><p2:PreviousDocument><p2:ID>1GB553202734852-12345</p2:ID>
         <p2:TypeCode>DCR</p2:TypeCode></p2:PreviousDocument></p2:GoodsShipment>`,
      ),
      declaration('<p:ID>22GB38ATMLY0E6OAR1</p:ID>'),
    )
    expect(readDeclarations(body)).toEqual([
      {
        ...{ mrn: '22GB38ATMLY0E6OAR0', version: 2, typeCode: 'IMA', roe: '6', ics: '22' },
        acceptedAt: '2022-03-23T09:24:14Z',
        receivedAt: '2022-03-23T09:24:10Z',
        releasedAt: '2022-03-23T09:24:17Z',
        submitterEori: 'GB603202734852',
        references: [{ type: 'DCR', id: '1GB553202734852-12345' }],
      },
      { mrn: '22GB38ATMLY0E6OAR1', references: [] },
    ])
  })

  it.each(['<html/>', 'no XML', '<errorResponse><code>CDS60001</code></errorResponse>'])(
    'that is none is not read: %s',
    (text) => {
      expect(readDeclarations(Buffer.from(text))).toBeUndefined()
      expect(readFound(Buffer.from(text))).toBeUndefined()
    },
  )
})
