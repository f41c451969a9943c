import { Type, type Static } from 'typebox'

import { readFacts } from '../clearance/store/case-fact.ts'
import type { Immutable } from '../customs/immutable.ts'
import { localDate, money, oneOf } from '../customs/order/schema.ts'
import { compareTaxes, dutyBreakdown } from '../customs/quote/duty-breakdown.ts'
import type { Quote } from '../customs/quote/quote.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { found } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { bilingualText, signedMoney } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { quoteSchema } from './views/quote-view.ts'

const barSchema = Type.Object({
  id: oneOf(
    [
      ...(['goods', 'freight', 'insurance', 'customs-value', 'customs-duty'] as const),
      ...(['additional-duty', 'excise'] as const),
      ...(['vat-value', 'import-vat', 'sale-vat', 'fee', 'all-together'] as const),
    ],
    'what the bar stands for',
  ),
  kind: oneOf(['part', 'sum'], 'part: added to what stands before it. sum: what it has come to'),
  name: bilingualText,
  amount: money,
  from: money,
  to: money,
  charges: quoteSchema.properties.charges,
})

const comparedTaxSchema = Type.Object({
  itemNumber: Type.Integer(),
  taxType: Type.String(),
  quoted: money,
  assessed: money,
  difference: signedMoney,
  cause: Type.Optional(Type.String()),
  explanation: Type.Optional(bilingualText),
})

const breakdownSchema = Type.Object(
  {
    on: localDate,
    dueAtImport: money,
    bars: Type.Array(barSchema),
    valuationNotes: quoteSchema.properties.valuationNotes,
    notCovered: quoteSchema.properties.notCovered,
    comparison: Type.Optional(
      Type.Object(
        {
          taxes: Type.Array(comparedTaxSchema),
          quoted: money,
          assessed: money,
          difference: signedMoney,
        },
        { description: 'absent before the authority has assessed anything' },
      ),
    ),
  },
  { description: 'how the charges build up, and what became of them' },
)

/** The type of {@link breakdownSchema}. */
export type DutyBreakdown = Immutable<Static<typeof breakdownSchema>>

/** The charges of a case as they build up, quoted and assessed. */
export const dutyBreakdownRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/duty-breakdown',
    {
      schema: {
        tags: ['money'],
        summary: 'Read how the charges of a case build up',
        description:
          'From the price of the goods to all that is paid, bar by bar, each with its arithmetic; ' +
          'and beside what was quoted what the authority has assessed.',
        params: caseParams,
        response: { 200: breakdownSchema },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { quote: quoted, assessment } = await caseOf(transaction, request.params.id)
        const reference = found(quoted?.quote, {
          code: 'not-found',
          path: '',
          message: 'The charges of this case have not been worked out yet.',
          mend: 'Read the open points of the case for what stands in the way.',
          zh: { message: '本案的税费尚未计算。', mend: '请查看本案的待办事项，了解存在哪些障碍。' },
        })
        const { facts } = await readFacts<[Quote]>(transaction, [reference])
        const [quote] = facts
        const { on, totals, valuationNotes, notCovered } = quote
        return {
          ...{ on, dueAtImport: totals.dueAtImport, valuationNotes, notCovered },
          bars: dutyBreakdown(quote),
          ...(assessment && {
            comparison: compareTaxes(quote, assessment.lines, assessment.differences),
          }),
        }
      }),
  )
}
