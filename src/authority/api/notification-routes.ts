import { Type } from 'typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { Office } from '../processing/office.ts'
import { node, writeXml } from '../xml/write-xml.ts'
import { interfaceErrors, replyError, replyXml } from './error-response.ts'
import { senderOf } from './trader-scope.ts'

/** As many identifiers as HMRC lists at once. */
const MOST_LISTED = 60_000

const UUID = '^[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}$'
const identified = Type.Object({ id: Type.String({ pattern: UUID }) })
const conversed = Type.Object({ conversationId: Type.String({ pattern: UUID }) })

type Pulled = 'pulled' | 'unpulled'

/**
 * The pull interface in the shape of HMRC's pull notifications API. A notification that was pushed
 * and taken counts as pulled; one that is pulled will not be pushed any more.
 */
export function notificationRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  for (const which of ['unpulled', 'pulled'] as const) {
    server.get(`/notifications/${which}`, async (request, reply) => {
      const rows = await list(office, senderOf(request).id, { which })
      return replyList(reply, `/notifications/${which}/`, rows)
    })
    server.get(
      `/notifications/${which}/:id`,
      { schema: { params: identified } },
      (request, reply) =>
        replyNotification(office, reply, {
          applicationId: senderOf(request).id,
          id: request.params.id.replaceAll('-', '').toLowerCase(),
          which,
        }),
    )
    const url = `/notifications/conversationId/:conversationId/${which}`
    server.get(url, { schema: { params: conversed } }, async (request, reply) => {
      const { conversationId } = request.params
      const rows = await list(office, senderOf(request).id, { which, conversationId })
      return replyList(reply, `/notifications/conversationId/${conversationId}/${which}/`, rows)
    })
  }
  const url = '/notifications/conversationId/:conversationId'
  server.get(url, { schema: { params: conversed } }, async (request, reply) => {
    const { conversationId } = request.params
    const rows = await list(office, senderOf(request).id, { conversationId })
    return replyList(reply, `/notifications/conversationId/${conversationId}/`, rows)
  })
}

interface Wanted {
  readonly which?: Pulled
  readonly conversationId?: string
}

interface Listed {
  readonly id: string
  readonly isPulled: boolean
}

async function list(
  office: Office,
  applicationId: string,
  { which, conversationId }: Wanted,
): Promise<readonly Listed[]> {
  return inTransaction(office.database, async (transaction) => {
    let query = transaction
      .selectFrom('notification')
      .select(['id', 'pulled_at', 'delivered_at'])
      .where('application_id', '=', applicationId)
    if (conversationId !== undefined) query = query.where('conversation_id', '=', conversationId)
    if (which === 'unpulled') {
      query = query.where('pulled_at', 'is', null).where('delivered_at', 'is', null)
    }
    if (which === 'pulled') {
      query = query.where((column) =>
        column.or([column('pulled_at', 'is not', null), column('delivered_at', 'is not', null)]),
      )
    }
    const rows = await query.orderBy('sequence').limit(MOST_LISTED).execute()
    return rows.map((row) => ({
      id: row.id,
      isPulled: row.pulled_at !== null || row.delivered_at !== null,
    }))
  })
}

function replyList(reply: FastifyReply, href: string, rows: readonly Listed[]): FastifyReply {
  const links = rows.map(({ id, isPulled }) =>
    node('link', [], {
      rel: 'notification',
      href: `/notifications/${isPulled ? 'pulled' : 'unpulled'}/${uuidText(id)}`,
    }),
  )
  const self = node('link', [], { rel: 'self', href })
  return replyXml(reply, writeXml(node('resource', [self, ...links], { href })))
}

interface Named {
  readonly applicationId: string
  readonly id: string
  readonly which: Pulled
}

/** Reading an unpulled notification is what makes it pulled; reading it again is possible there. */
async function replyNotification(
  office: Office,
  reply: FastifyReply,
  { applicationId, id, which }: Named,
): Promise<FastifyReply> {
  const now = office.clock.now()
  const row = await inTransaction(office.database, async (transaction) => {
    const found = await transaction
      .selectFrom('notification')
      .select(['body', 'conversation_id', 'pulled_at', 'delivered_at'])
      .where('id', '=', id)
      .where('application_id', '=', applicationId)
      .forUpdate()
      .executeTakeFirst()
    const isPulled = found !== undefined && (found.pulled_at ?? found.delivered_at) !== null
    if (found !== undefined && which === 'unpulled' && !isPulled) {
      await transaction
        .updateTable('notification')
        .set({ pulled_at: now, push_state: 'taken', push_due_at: null })
        .where('id', '=', id)
        .execute()
    }
    return found === undefined ? undefined : { ...found, isPulled }
  })
  if (row === undefined) return replyError(reply, interfaceErrors.notFound)
  if (row.isPulled !== (which === 'pulled')) {
    const message = `Notification is ${row.isPulled ? 'pulled' : 'unpulled'}`
    return replyError(reply, { status: 400, code: 'BAD_REQUEST', message })
  }
  return replyXml(reply.header('x-conversation-id', row.conversation_id), row.body)
}

function uuidText(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
