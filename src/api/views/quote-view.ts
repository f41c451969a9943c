import { Type } from 'typebox'

import { countryCode, localDate, money, oneOf } from '../../customs/order/schema.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import type { DutyExpression } from '../../customs/duty/duty-expression.ts'
import { bilingualText } from '../http/schema.ts'

const lawSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  url: Type.String(),
  inForceFrom: Type.Optional(localDate),
})

const reasonSchema = Type.Object({ text: bilingualText, law: Type.Optional(lawSchema) })

/**
 * The lane with its reasons in both languages and every lane that was not taken, so that a broker
 * can check the decision against the law it names.
 */
export const laneDecisionSchema = Type.Object(
  {
    lane: oneOf(
      [
        ...(['gb-h1-standard', 'gb-h1-low-value', 'gb-h1-gift'] as const),
        ...(['gb-h1-returned-goods', 'ni-h1', 'ni-h7', 'ni-h8'] as const),
      ],
      'the way into the country',
    ),
    dataSet: oneOf(['H1', 'H7', 'H8'], 'data set of the declaration'),
    procedure: oneOf(['4000', '6110'], 'requested and previous procedure'),
    additionalProcedures: Type.Array(Type.String()),
    statements: Type.Array(Type.String()),
    customsDuty: oneOf(['due', 'relieved', 'not-due'], 'customs duty'),
    vat: oneOf(
      ['import-vat', 'charged-at-sale', 'customer-accounts', 'not-due'],
      'how VAT is charged',
    ),
    intrinsicValue: money,
    threshold: money,
    reasons: Type.Array(reasonSchema),
    notTaken: Type.Array(
      Type.Object({
        lane: oneOf(
          [
            ...['gb-h1-standard', 'gb-h1-low-value', 'gb-birds-bulk', 'gb-post'],
            ...['gb-h1-gift', 'gb-h1-returned-goods'],
            ...['ni-h7', 'ni-h8', 'ni-h1', 'ni-consumer-parcel'],
          ] as const,
          'a way that was not taken',
        ),
        why: bilingualText,
        law: Type.Optional(lawSchema),
      }),
    ),
  },
  {
    title: 'LaneDecision',
    description: 'which declaration the consignment needs, and why no other',
  },
)

/** That goods leave, and by which declaration. */
export const exportDecisionSchema = Type.Object(
  {
    lane: oneOf(['gb-b1-export'], 'the way out of the country'),
    dataSet: oneOf(['B1'], 'data set of the declaration'),
    vat: oneOf(['not-due'], 'nothing is charged at the exit'),
    reasons: Type.Array(reasonSchema),
  },
  { title: 'ExportDecision', description: 'by which declaration the goods leave, and why' },
)

const chargeSchema = Type.Object({
  kind: oneOf(
    ['customs-duty', 'additional-duty', 'excise', 'import-vat', 'sale-vat', 'fee'],
    'kind of charge',
  ),
  name: bilingualText,
  taxType: Type.Optional(
    Type.String({ pattern: '^[A-Z0-9]{3}$', description: 'tax type of the authority' }),
  ),
  itemNumber: Type.Optional(Type.Integer({ description: 'absent for the whole consignment' })),
  base: Type.Optional(money),
  rate: Type.Optional(
    Type.Object({
      text: Type.String(),
      expression: Type.Unsafe<DutyExpression>({ type: 'array', items: {} }),
      edition: Type.String({ description: 'edition of the data that the rate was read from' }),
    }),
  ),
  amount: money,
  formula: bilingualText,
  law: Type.Optional(lawSchema),
  borneBy: oneOf(['seller', 'marketplace', 'purchasing-agent', 'buyer'], 'who pays in the end'),
  collector: oneOf(
    ['customs', 'seller', 'marketplace', 'purchasing-agent', 'platform', 'carrier'],
    'who takes the money in',
  ),
  timing: oneOf(['at-sale', 'at-import'], 'when it falls due'),
  rounding: Type.Optional(Type.Unsafe<NonNullable<Quote['charges'][number]['rounding']>>({})),
})

const itemValuationSchema = Type.Object({
  itemNumber: Type.Integer(),
  commodityCode: Type.String(),
  origin: countryCode,
  price: money,
  freight: money,
  insurance: money,
  customsValue: money,
  vatValue: money,
  vatAdditionalCode: Type.Optional(Type.String()),
  risk: Type.Optional(
    Type.Object(
      {
        isAtRisk: Type.Boolean({ description: 'whether the duty of the European Union is due' }),
        why: bilingualText,
        unionDuty: money,
        ukDuty: Type.Optional(money),
      },
      { description: 'only of goods that are declared in full in Northern Ireland' },
    ),
  ),
  preference: Type.Optional(
    Type.Object(
      {
        agreement: Type.String(),
        preferenceCode: Type.String({ description: 'data element 4/17' }),
        preferentialOrigin: Type.String({ description: 'data element 5/16' }),
        proof: Type.Object({
          documentCode: Type.String({ description: 'data element 2/3' }),
          id: Type.String(),
          statusCode: Type.String(),
          reason: Type.Optional(Type.String()),
        }),
      },
      { description: 'absent where the duty of third countries is charged' },
    ),
  ),
})

const inputsSchema = Type.Object(
  {
    tariffEditions: Type.Array(Type.String()),
    exchangeRates: Type.Array(
      Type.Unsafe<Quote['inputs']['exchangeRates'][number]>({
        type: 'object',
        additionalProperties: true,
      }),
    ),
  },
  { description: 'with the order and the day they give the same quote again' },
)

/**
 * A quote as clients see it: each charge with its base, rate, formula and law, so that it can be
 * worked out again by hand.
 */
export const quoteSchema = Type.Object(
  {
    consignmentReference: Type.String(),
    on: localDate,
    currency: Type.String(),
    lane: laneDecisionSchema,
    items: Type.Array(itemValuationSchema),
    charges: Type.Array(chargeSchema),
    totals: Type.Object({
      customsValue: money,
      customsDuty: money,
      importVat: money,
      saleVat: money,
      fees: money,
      charges: money,
      dueAtImport: money,
    }),
    valuationNotes: Type.Array(reasonSchema),
    notCovered: Type.Array(bilingualText),
    inputs: inputsSchema,
  },
  { title: 'Quote', description: 'what clearing a consignment costs on a day, and why' },
)
