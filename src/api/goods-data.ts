import { goodsDataMendingSchema, mendGoodsData } from '../clearance/commands/mend-goods-data.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { entityTag, expectedVersion } from './http/entity-tag.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, type ApiRoutes } from './http/route.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema, readCaseView } from './views/case-view.ts'

/** The goods data of a case, which can be mended until it is declared. */
export const goodsDataRoutes: ApiRoutes = (server, ports) => {
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
