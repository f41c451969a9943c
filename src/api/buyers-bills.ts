import { Type, type Static } from 'typebox'

import {
  billLineKinds,
  billLineStandings,
  importChargesBases,
  readBuyersBill,
} from '../agents/index.ts'
import { readCasesInBrief } from '../clearance/store/case-in-brief.ts'
import type { Immutable } from '../customs/immutable.ts'
import { partySchema } from '../customs/order/party.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { accepted } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { bilingualText, signedMoney } from './http/schema.ts'
import { caseParams } from './views/case-path.ts'

const amounts = (description: string) => Type.Array(signedMoney, { description })

/** What a buyer pays for one consignment. */
export const billSchema = Type.Object(
  {
    reference: Type.String({ description: 'of the consignment' }),
    buyer: partySchema,
    standing: oneOf(['expected', 'final'], 'whether the sums can still change'),
    importCharges: oneOf(importChargesBases, 'where duty and tax on the bill come from'),
    importChargesBorneBy: Type.String({
      description: 'who bears duty and tax; they are on the bill only where this is the buyer',
    }),
    lines: Type.Array(
      Type.Object({
        kind: oneOf(billLineKinds, 'what is charged'),
        standing: oneOf(billLineStandings, 'how sure the amount is'),
        text: bilingualText,
        quantity: Type.Optional(Type.Integer({ description: 'number of pieces' })),
        seller: Type.Optional(
          Type.String({ description: 'of whom the goods were bought, where there are several' }),
        ),
        amount: signedMoney,
      }),
    ),
    total: amounts('one amount a currency; nothing is converted'),
    paid: amounts('payments of the buyer that are on record'),
    due: amounts('total less paid; negative where the buyer gets money back'),
  },
  { description: 'what the buyer pays the purchasing agent for one consignment' },
)

/** What a buyer pays, as the interface shows it. */
export type BillView = Immutable<Static<typeof billSchema>>

const billOfCaseSchema = Type.Object(
  {
    ...billSchema.properties,
    orders: Type.Array(Type.Object({ id: Type.String(), reference: Type.String() }), {
      description: 'the orders that it is for',
    }),
  },
  { description: 'what the buyer pays the purchasing agent for one consignment, and for what' },
)

/** The bill of one case with the orders that it is for. */
export type BillOfCase = Immutable<Static<typeof billOfCaseSchema>>

/** The purchasing agent's bill to its buyer. */
export const buyersBillRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/buyers-bill',
    {
      schema: {
        tags: ['purchasing agents'],
        summary: "Read the buyer's bill as it stands now",
        params: caseParams,
        response: { 200: billOfCaseSchema },
      },
      config: { admit: 'cases.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const { id } = request.params
      return inTenant(ports.database, tenantId, async (transaction) => {
        const bill = accepted(await readBuyersBill(transaction, id))
        const briefs = await readCasesInBrief(transaction, [id])
        return { ...bill, orders: briefs.get(id)?.orders ?? [] }
      })
    },
  )
}
