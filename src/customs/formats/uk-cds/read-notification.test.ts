import { describe, expect, it } from 'vitest'
import { readNotification } from './read-notification.ts'
import type { Notification } from './notification.ts'

function read(response: string, namespaces = ''): Notification {
  const result = readNotification(
    `<MetaData ${namespaces}><Response>${response}</Response></MetaData>`,
  )
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

describe('a notification', () => {
  it('is read alike with and without namespaces', () => {
    const response = '<FunctionCode>01</FunctionCode><Declaration><ID>M</ID></Declaration>'
    const namespace = 'xmlns="urn:wco:datamodel:WCO:RES-DMS:2"'
    expect(read(response, namespace)).toEqual(read(response))
  })

  it('keeps the zone of a moment', () => {
    const issued = (text: string): string | undefined =>
      read(
        `<FunctionCode>01</FunctionCode><IssueDateTime><DateTimeString formatCode="304">${text}</DateTimeString></IssueDateTime>`,
      ).issuedAt
    expect(issued('20240426142229+01')).toBe('2024-04-26T14:22:29+01:00')
    expect(issued('20240426142229Z')).toBe('2024-04-26T14:22:29Z')
  })

  it('lists what has no field, and dates that are none, as unread', () => {
    const notification = read(
      '<FunctionCode>16</FunctionCode><News/><Status><EffectiveDateTime><DateTimeString>Wed Nov 13</DateTimeString></EffectiveDateTime></Status>',
    )
    expect(notification.unread).toEqual(['Response/News', 'Response/Status/EffectiveDateTime'])
  })

  it('takes revenue without currency for pounds sterling', () => {
    const notification = read(
      '<FunctionCode>15</FunctionCode><Declaration><DutyTaxFee><Payment><PaymentAmount>226.40</PaymentAmount></Payment></DutyTaxFee></Declaration>',
    )
    expect(notification.payments).toEqual([
      { payable: { amount: '226.40', currency: 'GBP' }, guaranteeReferences: [] },
    ])
  })

  it('tells the values that customs has set', () => {
    const notification = read(
      `<FunctionCode>07</FunctionCode><Declaration><ID>M</ID></Declaration>
       <Declaration><InvoiceAmount currencyID="GBP">1100.00</InvoiceAmount>
         <GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric></GovernmentAgencyGoodsItem>
         <GovernmentAgencyGoodsItem><SequenceNumeric>2</SequenceNumeric></GovernmentAgencyGoodsItem></GoodsShipment>
       </Declaration>`,
    )
    expect(notification.amendedValues).toEqual([
      { path: '/InvoiceAmount', value: '1100.00 GBP' },
      { path: '/GoodsShipment/GovernmentAgencyGoodsItem[1]/SequenceNumeric', value: '1' },
      { path: '/GoodsShipment/GovernmentAgencyGoodsItem[2]/SequenceNumeric', value: '2' },
    ])
  })

  it('keeps a function code that is not known', () => {
    expect(read('<FunctionCode>99</FunctionCode>').functionCode).toBe('99')
  })

  it.each(['no xml', '<a/>', '<MetaData><Response/></MetaData>'])(
    'is not what %j is',
    (message) => {
      expect(readNotification(message)).toMatchObject({
        ok: false,
        failures: [{ code: 'message-unreadable' }],
      })
    },
  )
})
