import { Type } from 'typebox'

import type { QuoteChange } from '../../customs/landed-cost/compare-quotes.ts'
import type { LawStep } from '../../customs/landed-cost/law-steps.ts'
import { localDate, money, oneOf } from '../../customs/order/schema.ts'
import { bilingualText, signedMoney } from '../http/schema.ts'
import { chargeKindSchema, chargeLawSchema } from './landed-cost-view.ts'

const side = Type.Object(
  { on: localDate, regime: Type.String({ description: 'way of coming in' }), charges: money },
  { description: 'one of the two quotes: its day, and all its charges' },
)

const chargeChange = Type.Object({
  rule: Type.String(),
  kind: chargeKindSchema,
  name: bilingualText,
  lineNumber: Type.Optional(Type.Integer({ minimum: 1, description: 'line of the sale, from 1' })),
  before: money,
  after: money,
  difference: signedMoney,
  rateBefore: Type.Optional(Type.String({ description: 'where the rate is another' })),
  rateAfter: Type.Optional(Type.String()),
  law: Type.Optional(chargeLawSchema),
  inForceFrom: Type.Optional(localDate),
})

/** What is different between two quotes of one sale, as clients see it: all of it. */
export const quoteChangeSchema = Type.Unsafe<QuoteChange>(
  Type.Object(
    {
      before: side,
      after: side,
      regimeChanged: Type.Boolean(),
      changes: Type.Array(chargeChange, { description: 'charge by charge, the largest first' }),
      difference: signedMoney,
    },
    { title: 'QuoteChange', description: 'what changed from one quote of a sale to another' },
  ),
)

/** A law that does something to a sale on a day, as clients see it. */
export const lawStepSchema = Type.Unsafe<LawStep>(
  Type.Object(
    {
      effect: oneOf(
        ['begins', 'ends', 'changes'],
        'whether the law begins or ceases to govern the sale, or charges another rate',
      ),
      law: chargeLawSchema,
      names: Type.Array(bilingualText, { description: 'charges or ways of coming in under it' }),
    },
    { title: 'LawStep', description: 'a law that begins, ends or changes its rate' },
  ),
)
