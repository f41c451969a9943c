import { Type, type Static } from 'typebox'

import { amendedGoodsSchema } from '../clearance/commands/amended-goods.ts'
import { changeSupplementaryGoods } from '../clearance/commands/change-supplementary-goods.ts'
import { readSupplementaryChanges } from '../clearance/store/read-supplementary-changes.ts'
import type { Immutable } from '../customs/immutable.ts'
import { money, oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { entityTag, expectedVersion } from './http/entity-tag.ts'
import { accepted, found } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { signedMoney } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { caseSchema, readCaseView } from './views/case-view.ts'
import { noSupplementaryOwed } from './views/no-supplementary-owed.ts'
import { dataElementSchema } from './views/open-point-view.ts'

const tags = ['cases']

const changesSchema = Type.Object(
  {
    fields: Type.Array(
      Type.Object({
        path: Type.String({ description: 'JSON Pointer into the declaration' }),
        dataElement: dataElementSchema,
        itemNumber: Type.Optional(Type.Integer()),
        simplified: Type.Array(Type.String(), {
          description: 'as it was then; empty: not declared',
        }),
        supplementary: Type.Array(Type.String(), { description: 'as it is now' }),
        because: oneOf(
          ['goods-data', 'authority'],
          'goods-data: they were changed since. authority: it has changed the simplified declaration',
        ),
      }),
    ),
    charges: Type.Optional(
      Type.Object(
        {
          before: money,
          after: money,
          difference: signedMoney,
          taxes: Type.Array(
            Type.Object({
              taxType: Type.String({ description: 'such as A00 customs duty, B00 VAT' }),
              before: money,
              after: money,
              difference: signedMoney,
            }),
          ),
        },
        {
          description:
            'what is due at import as quoted then and now; a difference below zero is less',
        },
      ),
    ),
  },
  {
    title: 'SupplementaryChanges',
    description: 'what the supplementary declaration says otherwise than the simplified one did',
  },
)

/** The type of {@link changesSchema}. */
export type SupplementaryChangesView = Immutable<Static<typeof changesSchema>>

const readChanges: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/supplementary-declaration/changes',
    {
      schema: {
        tags,
        summary: 'Read what the supplementary declaration says otherwise than the simplified one',
        description:
          'Compared with the same declaration on the goods data that the simplified one was lodged on, ' +
          'and with what the authority has changed in that. Fields that only the supplementary one ' +
          'has are no difference.',
        params: caseParams,
        response: { 200: changesSchema },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const state = await caseOf(transaction, request.params.id)
        const { reference } = ports.clearance
        const read = await readSupplementaryChanges(transaction, state, reference)
        return accepted(found(read, noSupplementaryOwed))
      }),
  )
}

const changeGoods: ApiRoutes = (server, ports) => {
  server.patch(
    '/v1/cases/:id/supplementary-declaration/goods',
    {
      schema: {
        tags,
        summary: 'Change the goods data before the supplementary declaration is handed in',
        description:
          'States the goods data as they have turned out, number and price of the pieces among them; ' +
          'what is absent stays. The case is decided and quoted anew by the law of the day of ' +
          'acceptance; nothing is sent. If-Match takes the ETag of the goods data.',
        params: caseParams,
        body: amendedGoodsSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'goods.change' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const context = changeContextOf(request, ports)
      const input = { caseId: request.params.id, goods: request.body, version }
      const view = await inTenant(ports.database, context.tenantId, async (transaction) => {
        const changed = await changeSupplementaryGoods(ports.clearance, transaction, input, context)
        return readCaseView(transaction, accepted(changed))
      })
      reply.header('etag', entityTag(view.version))
      return view
    },
  )
}

/** Goods data that have turned out otherwise since the simplified declaration, and what that changes. */
export const supplementaryChangeRoutes = together(readChanges, changeGoods)
