import { Type, type Static } from 'typebox'

import type { Immutable } from '../customs/immutable.ts'
import { type OwnFee, ownFeesSchema } from '../customs/landed-cost/own-fees.ts'
import { text } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import {
  addFeeTable,
  type FeeTable,
  listFeeTables,
  readFeeTable,
  removeFeeTable,
  replaceFeeTable,
} from '../quotes/index.ts'
import { changeOnce } from './http/change-once.ts'
import { entityTag, expectedVersion, hasPresent, notModified } from './http/entity-tag.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'

const facts = {
  name: text(70, 'name of the table for people, such as the carrier and the year'),
  fees: Type.Unsafe<OwnFee[]>({
    ...ownFeesSchema,
    description:
      'in the order in which they are worked out, after all charges of the law; a later one may build on an earlier one',
  }),
}

const factsSchema = Type.Object(facts, {
  additionalProperties: false,
  description: 'what carriers, posts or brokers ask for their own work',
})

const tableSchema = Type.Object(
  { id: Type.String(), ...facts, version: Type.Integer(), statedAt: instant },
  { title: 'FeeTable', description: 'fees that every quote of the tenant is made with' },
)

/** A table of fees as it is answered. */
export type FeeTableView = Immutable<Static<typeof tableSchema>>

const tags = ['quotes']
const params = Type.Object({ id: idOf('the table of fees') })

const list: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/fee-tables',
    {
      schema: {
        tags,
        summary: 'List your tables of fees',
        response: { 200: Type.Object({ items: Type.Array(tableSchema) }) },
      },
      config: { admit: 'fee-tables.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const tables = await inTenant(ports.database, tenantId, listFeeTables)
      return { items: tables.map(shownTable) }
    },
  )
}

const add: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/fee-tables',
    {
      schema: {
        tags,
        summary: 'State a table of fees of your carriers and brokers',
        description:
          'From now on they are among the fees of every quote, each with payer, collector, base and formula, ' +
          'and with whether it contains the VAT on it. Quotes that were guaranteed before stay as they are.',
        body: factsSchema,
        response: { 201: tableSchema },
      },
      config: { admit: 'fee-tables.manage' },
    },
    async (request, reply) => {
      const answer = await changeOnce<FeeTableView>(
        { request, reply, ports },
        async (transaction, context) => {
          const wanted = { facts: request.body, book: ports.quoting.book }
          const body = shownTable(accepted(await addFeeTable(transaction, wanted, context)))
          return { status: 201, location: `/v1/fee-tables/${body.id}`, body }
        },
      )
      ports.ownFees.forget(principalOf(request).tenantId)
      return answer
    },
  )
}

const read: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/fee-tables/:id',
    {
      schema: {
        tags,
        summary: 'Read a table of fees',
        params,
        response: { 200: tableSchema, 304: notModified },
      },
      config: { admit: 'fee-tables.read' },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      const table = await inTenant(ports.database, tenantId, async (transaction) =>
        accepted(await readFeeTable(transaction, request.params.id)),
      )
      if (hasPresent(request, reply, table.version)) return reply.code(304).send(null)
      return shownTable(table)
    },
  )
}

const replace: ApiRoutes = (server, ports) => {
  server.put(
    '/v1/fee-tables/:id',
    {
      schema: {
        tags,
        summary: 'State a table of fees anew, as a whole',
        description: 'What it was before stays on record, with who stated it and when.',
        params,
        body: factsSchema,
        response: { 200: tableSchema },
      },
      config: { admit: 'fee-tables.manage' },
    },
    async (request, reply) => {
      const stated = {
        read: { tableId: request.params.id, version: expectedVersion(request) },
        ...{ facts: request.body, book: ports.quoting.book },
      }
      const context = changeContextOf(request, ports)
      const table = await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await replaceFeeTable(transaction, stated, context)),
      )
      ports.ownFees.forget(context.tenantId)
      reply.header('etag', entityTag(table.version))
      return shownTable(table)
    },
  )
}

const remove: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/fee-tables/:id',
    {
      schema: {
        tags,
        summary: 'Take a table of fees out of use',
        description: 'What it was stays on record; no later quote is made with it.',
        params,
        response: { 204: Type.Null({ description: 'it is out of use' }) },
      },
      config: { admit: 'fee-tables.manage' },
    },
    async (request, reply) => {
      const context = changeContextOf(request, ports)
      await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await removeFeeTable(transaction, request.params.id, context)),
      )
      ports.ownFees.forget(context.tenantId)
      return reply.code(204).send(null)
    },
  )
}

/** What carriers, posts and brokers of a tenant ask for their own work. */
export const feeTableRoutes = together(list, add, read, replace, remove)

function shownTable({ tableId: id, name, fees, version, statedAt }: FeeTable): FeeTableView {
  return { id, name, fees: [...fees], version, statedAt }
}
