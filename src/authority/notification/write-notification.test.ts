import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cdsSchema, type Schema } from '../../../test/conformance/cds-schema.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../../../test/shared-material.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { assess } from '../assessment/assess.ts'
import { itemPointer, pointer } from '../rules/declaration-error.ts'
import { lodgedDeclaration, officeKnowledge } from '../testing/office-knowledge.ts'
import type { NotificationContent } from './content.ts'
import { writeNotification } from './write-notification.ts'

const at = '2026-09-10T10:00:00.000Z' as Instant
const limitAt = '2026-09-20T10:00:00.000Z' as Instant
const header = {
  notificationId: '0123456789abcdef0123456789abcdef',
  issuedAt: at,
  lrn: 'LRN-1',
  mrn: '24GB22WOA1EV2P6AR5',
  version: 2,
}

function items() {
  const declaration = lodgedDeclaration({
    items: [{}, { commodityCode: '1806102000', price: '10.00', netMassKg: '3.5' }],
  })
  const assessed = assess(declaration, officeKnowledge())
  if (!assessed.ok) throw new Error('the declaration cannot be assessed')
  return assessed.assessment.items
}

const shortfall = { accountNumber: '1234567', amountGbp: decimal('12.3') }

const contents: readonly NotificationContent[] = [
  { code: '01', acceptedAt: at },
  { code: '02' },
  {
    code: '03',
    errors: [
      { code: 'CDS12056', pointer: itemPointer(2, '70A#2/166'), reason: 'C07 & <too> much' },
      { code: 'CDS12003', pointer: pointer('42A/D026'), reason: 'x'.repeat(600) },
    ],
  },
  { code: '05' },
  { code: '06', wanted: 'invoice; proof of payment', limitAt },
  { code: '06', wanted: 'invoice', reason: 'The price is low.', limitAt },
  {
    code: '07',
    reason: 'Value of identical goods',
    pointers: [itemPointer(1, '23A/79A/112'), itemPointer(1, '23A/21A#1/145')],
    changedItems: [
      {
        sequence: 1,
        commodityCode: '6403999690',
        itemPrice: { amount: decimal('900.00'), currency: 'GBP' },
        netMassKg: decimal('9.5'),
        originCountry: 'CN',
        preferenceCode: '100',
      },
    ],
  },
  { code: '08' },
  { code: '09' },
  { code: '10', statementCode: 'R1', reason: 'Counterfeit' },
  { code: '11', answer: '39' },
  { code: '11', answer: '41', reason: 'Too late' },
  { code: '13', status: '67', items: items() },
  { code: '14', shortfall },
  { code: '15', shortfall },
  { code: '17', because: 'seized', reason: 'Seized' },
  { code: '16' },
  { code: '17', because: 'handled-elsewhere', reason: 'By another system' },
  { code: '18' },
  { code: '51', question: 'What is it made of?', limitAt },
]

describe('a notification', () => {
  it('writes amounts to the penny and times to the second', () => {
    const xml = writeNotification(header, { code: '14', shortfall })
    expect(xml).toContain('<PaymentAmount currencyID="GBP">12.30</PaymentAmount>')
    expect(xml).toContain('>20260910100000Z</DateTimeString>')
  })

  it('gives the rate where there is one and the quantity where duty is by quantity', () => {
    const xml = writeNotification(header, { code: '13', status: '4', items: items() })
    expect(xml).toContain('<TaxRateNumeric>12.00</TaxRateNumeric><TypeCode>A00</TypeCode>')
    expect(xml).toContain(
      '<SpecificTaxBaseQuantity>3.5</SpecificTaxBaseQuantity><TypeCode>A00</TypeCode>',
    )
  })
})

describe.skipIf(!hasSharedMaterial)(`the response schema of CDS (${sharedMaterialAbsent})`, () => {
  let schema: Schema

  beforeAll(() => {
    schema = cdsSchema('wrapper_notification.LOCAL.xsd')
  })
  afterAll(() => {
    schema[Symbol.dispose]()
  })

  it.each(contents.map((content) => [content.code, content] as const))(
    'is met by notification %s',
    (_code, content) => {
      expect(schema.complaint(writeNotification(header, content))).toBeUndefined()
    },
  )

  it('would complain about an element out of its order', () => {
    const xml = writeNotification(header, { code: '02' })
    const swapped = xml.replace(
      /(<FunctionCode>.*<\/FunctionCode>)(<FunctionalReferenceID>[^<]*<\/FunctionalReferenceID>)/,
      '$2$1',
    )
    expect(swapped).not.toBe(xml)
    expect(schema.complaint(swapped)).toBeDefined()
  })
})
