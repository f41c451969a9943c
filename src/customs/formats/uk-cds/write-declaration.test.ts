import { describe, expect, it } from 'vitest'
import type { Declaration } from '../../declaration/declaration.ts'
import { fillImportDeclaration } from '../../declaration/fill-import-declaration.ts'
import { importFacts } from '../../declaration/import-facts.fixture.ts'
import { decimal } from '../../money/decimal.ts'
import { money } from '../../money/money.ts'
import { checkStructure } from './check-structure.ts'
import { readDeclaration } from './read-declaration.ts'
import { writeArrivalNotification } from './write-arrival-notification.ts'
import { writeCancellationRequest } from './write-cancellation-request.ts'
import { writeDeclaration } from './write-declaration.ts'

function filledDeclaration(): Declaration {
  const result = fillImportDeclaration(importFacts)
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value.declaration
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('a declaration as a CDS message', () => {
  it('has the structure of CDS and reads back equal', () => {
    const message = writeDeclaration(filledDeclaration())
    expect(checkStructure(message)).toEqual({ ok: true, value: undefined })
    expect(readDeclaration(message)).toEqual({ ok: true, value: filledDeclaration() })
  })

  it('is the same bytes each time', () => {
    expect(writeDeclaration(filledDeclaration())).toEqual(writeDeclaration(filledDeclaration()))
  })

  it('keeps the order of the elements whatever the order of the fields', () => {
    const message = text(writeDeclaration({ lrn: 'L', typeCode: 'IMA', functionCode: '9' }))
    expect(message.indexOf('<FunctionCode>')).toBeLessThan(message.indexOf('<TypeCode>'))
  })

  it('writes dates, amounts and quantities with their attributes', () => {
    const message = text(
      writeDeclaration({
        functionCode: '9',
        acceptedAt: '2026-09-01T12:00:00+01:00',
        invoiceAmount: money('1.50', 'CNY'),
        totalGrossMass: { value: decimal('2'), unitCode: 'KGM' },
      }),
    )
    expect(message).toContain(
      '<ds:DateTimeString formatCode="304">20260901120000+01</ds:DateTimeString>',
    )
    expect(message).toContain('<InvoiceAmount currencyID="CNY">1.50</InvoiceAmount>')
    expect(message).toContain('<TotalGrossMassMeasure unitCode="KGM">2</TotalGrossMassMeasure>')
  })

  it('is refused where a date is in another form or text cannot be carried', () => {
    expect(() => writeDeclaration({ functionCode: '9', acceptedAt: '1 May' })).toThrow(TypeError)
    expect(() => writeDeclaration({ functionCode: '9', lrn: '\u0000' })).toThrow(TypeError)
  })
})

describe('a message about a declaration', () => {
  it('reports the arrival of the goods', () => {
    const message = writeArrivalNotification({
      lrn: 'TW-A-1',
      mrn: '24GBACHBAKA9WI1A04',
      submitterEori: 'GB427168118378',
    })
    expect(checkStructure(message).ok).toBe(true)
    expect(readDeclaration(message)).toEqual({
      ok: true,
      value: {
        functionCode: '13',
        lrn: 'TW-A-1',
        mrn: '24GBACHBAKA9WI1A04',
        typeCode: 'GPR',
        submitter: { id: 'GB427168118378' },
      },
    })
  })

  it('asks for cancellation with a reason in words', () => {
    const message = writeCancellationRequest({
      lrn: 'TW-C-1',
      mrn: '24GBACHBAKA9WI1A04',
      submitterEori: 'GB427168118378',
      reason: 'duplicate',
      explanation: 'Lodged twice.',
    })
    expect(checkStructure(message).ok).toBe(true)
    expect(readDeclaration(message)).toMatchObject({
      value: {
        typeCode: 'INV',
        additionalInformation: [
          { statementDescription: 'Lodged twice.', statementTypeCode: 'AES' },
        ],
        amendments: [{ changeReasonCode: '2' }],
      },
    })
  })
})

describe('reading a message', () => {
  it('refuses what is no declaration', () => {
    expect(readDeclaration('<Other/>')).toMatchObject({
      ok: false,
      failures: [{ code: 'message-unreadable' }],
    })
  })

  it('refuses the envelope without declaration in the structure check', () => {
    const envelope = '<MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"/>'
    expect(checkStructure(envelope)).toMatchObject({
      ok: false,
      failures: [{ message: 'MetaData must end with a Declaration.', line: 1 }],
    })
    expect(checkStructure('<Other/>').ok).toBe(false)
  })
})
