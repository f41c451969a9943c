import { Type, type Static } from 'typebox'

import type { Principal } from '../access/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { instantOf } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import { inTenant, type Row, type TenantTransaction } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { entityTag, expectedVersion } from './http/entity-tag.ts'
import { found, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'
import { savedFilter } from './views/case-filter.ts'
import { caseSorts } from './views/case-order.ts'

const facts = {
  name: text(60, 'name of the view'),
  filter: Type.Object(savedFilter, {
    additionalProperties: false,
    description: 'as in the list of cases; words that are searched are not kept, they may be names',
  }),
  sort: oneOf(caseSorts, 'the order of the list'),
  shared: Type.Boolean({ description: 'whether everybody of the tenant sees it' }),
}

const factsSchema = Type.Object(facts, { additionalProperties: false })

const viewSchema = Type.Object(
  {
    id: Type.String(),
    ...facts,
    mine: Type.Boolean({ description: 'whether the caller has saved it' }),
    version: Type.Integer(),
    createdAt: instant,
  },
  { title: 'CaseListView', description: 'a list of cases as somebody wants to see it again' },
)

/** The type of {@link viewSchema}. */
export type CaseListView = Immutable<Static<typeof viewSchema>>

/** What is saved: the type of the body of a new view. */
export type CaseListViewFacts = Immutable<Static<typeof factsSchema>>

/** Nobody can tell more views apart than this, and a page reads all of them. */
const VIEWS_MAX = 100

const tags = ['cases']
const params = Type.Object({ id: idOf('the view') })

const list: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/case-views',
    {
      schema: {
        tags,
        summary: 'List the saved views: your own, and those that others share',
        response: { 200: Type.Object({ items: Type.Array(viewSchema) }) },
      },
      config: { admit: 'case-views.read' },
    },
    async (request) => {
      const principal = principalOf(request)
      const rows = await inTenant(ports.database, principal.tenantId, (transaction) =>
        present(transaction, principal).orderBy('id').execute(),
      )
      return { items: rows.map((row) => viewOf(row, principal)) }
    },
  )
}

const create: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/case-views',
    {
      schema: {
        tags,
        summary: 'Save a view of the list of cases',
        description: 'It is seen by whoever has saved it, or by everybody if it is shared.',
        body: factsSchema,
        response: { 201: viewSchema },
      },
      config: { admit: 'case-views.save' },
    },
    (request, reply) => {
      const principal = principalOf(request)
      return changeOnce<CaseListView>({ request, reply, ports }, async (transaction, { now }) => {
        const others = await present(transaction, principal).execute()
        if (others.length >= VIEWS_MAX) refuse(tooMany)
        const { filter, ...plain } = request.body
        const id = newId('view')
        const row = await transaction
          .insertInto('saved_view')
          .values({
            ...{ id, tenant_id: principal.tenantId, owner_id: principal.actor.id },
            ...{ ...plain, filter: JSON.stringify(filter), created_at: now },
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        const body = viewOf(row, principal)
        return { status: 201, body, location: `/v1/case-views/${id}` }
      })
    },
  )
}

const replace: ApiRoutes = (server, ports) => {
  server.put(
    '/v1/case-views/:id',
    {
      schema: {
        tags,
        summary: 'Change a saved view, or bring one back that was removed',
        params,
        body: factsSchema,
        response: { 200: viewSchema },
      },
      config: { admit: 'case-views.save' },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const version = expectedVersion(request)
      const row = await inTenant(ports.database, principal.tenantId, async (transaction) => {
        const before = await locked(transaction, request.params.id, principal)
        if (before.version !== version) refuse(changedMeanwhile)
        const { filter, ...others } = request.body
        return transaction
          .updateTable('saved_view')
          .set({ ...others, filter: JSON.stringify(filter), removed_at: null })
          .set({ version: version + 1 })
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow()
      })
      reply.header('etag', entityTag(row.version))
      return viewOf(row, principal)
    },
  )
}

const remove: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/case-views/:id',
    {
      schema: {
        tags,
        summary: 'Remove a saved view',
        description: 'Its version stays as it is, so that it can be brought back by a change.',
        params,
        response: { 204: Type.Null({ description: 'it is gone' }) },
      },
      config: { admit: 'case-views.save' },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      await inTenant(ports.database, principal.tenantId, async (transaction) => {
        const { id } = await locked(transaction, request.params.id, principal)
        await transaction
          .updateTable('saved_view')
          .set({ removed_at: ports.clock.now() })
          .where('id', '=', id)
          .execute()
      })
      return reply.code(204).send(null)
    },
  )
}

/** Lists of cases as people want to see them again. */
export const caseViewRoutes = together(list, create, replace, remove)

/** A view that is neither shared nor of the caller does not exist for the caller. */
function visible(transaction: TenantTransaction, { actor }: Principal) {
  return transaction
    .selectFrom('saved_view')
    .selectAll()
    .where((on) => on.or([on('shared', '=', true), on('owner_id', '=', actor.id)]))
}

function present(transaction: TenantTransaction, principal: Principal) {
  return visible(transaction, principal).where('removed_at', 'is', null)
}

/** A view that the caller may change, also one that was removed. */
async function locked(
  transaction: TenantTransaction,
  id: string,
  principal: Principal,
): Promise<Row<'saved_view'>> {
  const row = await visible(transaction, principal)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found(row, noSuchView(id))
}

function viewOf(row: Row<'saved_view'>, { actor }: Principal): CaseListView {
  const { id, name, sort, shared, version } = row
  return {
    ...{ id, name, shared, version },
    sort: sort as CaseListView['sort'],
    filter: row.filter,
    mine: row.owner_id === actor.id,
    createdAt: instantOf(row.created_at),
  }
}

function noSuchView(id: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no view ${id}.`,
    mend: 'Its id may be cut short or misspelt; look for it among the saved views, from which it may have been removed.',
    zh: {
      message: `没有视图 ${id}。`,
      mend: '编号可能不完整或有误，请在已存视图中查找；也可能已被删除。',
    },
  }
}

const changedMeanwhile: Failure = {
  code: 'precondition-failed',
  path: '',
  message: 'The view has changed since it was read.',
  mend: 'Read it again and repeat the change with its present version.',
  zh: { message: '您读取之后，该视图已被修改。', mend: '请重新读取，并以当前版本再次提交更改。' },
}

const tooMany: Failure = {
  code: 'conflict',
  path: '',
  message: `There are ${VIEWS_MAX} views already.`,
  mend: 'Remove one that nobody needs any more.',
  zh: { message: `已有 ${VIEWS_MAX} 个视图。`, mend: '请删除一个不再需要的视图。' },
}
