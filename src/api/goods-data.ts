import { goodsDataMendingSchema, mendGoodsData } from '../clearance/commands/mend-goods-data.ts'
import { readFacts } from '../clearance/store/case-fact.ts'
import type { Consignment } from '../customs/consignment/consignment.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { entityTag, expectedVersion, hasPresent, notModified } from './http/entity-tag.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { record } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { caseSchema, readCaseView } from './views/case-view.ts'

/** What the goods data of a case are mended with. */
export type { GoodsDataMending } from '../clearance/commands/mend-goods-data.ts'

const readGoodsData: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/goods',
    {
      schema: {
        tags: ['cases'],
        summary: 'Read the goods data of a case as they stand',
        description: 'The ETag is the version of the case, on which they can be mended.',
        params: caseParams,
        response: {
          200: record<Consignment>('the goods, who has a part in them, and how they travel'),
          304: notModified,
        },
      },
      config: { admit: 'cases.read' },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      const { version, consignment } = await inTenant(
        ports.database,
        tenantId,
        async (transaction) => {
          const state = await caseOf(transaction, request.params.id)
          const { facts } = await readFacts<[Consignment]>(transaction, [state.consignment])
          return { version: state.version, consignment: facts[0] }
        },
      )
      return hasPresent(request, reply, version) ? reply.code(304).send(null) : consignment
    },
  )
}

const mendGoods: ApiRoutes = (server, ports) => {
  server.patch(
    '/v1/cases/:id/goods',
    {
      schema: {
        tags: ['cases'],
        summary: 'Mend the goods data of a case',
        description: 'What is absent stays as it is. The case is then prepared anew.',
        params: caseParams,
        body: goodsDataMendingSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'goods.change' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const context = changeContextOf(request, ports)
      const input = { caseId: request.params.id, mending: request.body, version }
      const view = await inTenant(ports.database, context.tenantId, async (transaction) => {
        const mended = await mendGoodsData(ports.clearance, transaction, input, context)
        return readCaseView(transaction, accepted(mended))
      })
      reply.header('etag', entityTag(view.version))
      return view
    },
  )
}

/** The goods data of a case, which can be mended until it is declared. */
export const goodsDataRoutes = together(readGoodsData, mendGoods)
