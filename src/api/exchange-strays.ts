import { Type, type Static } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { explainNotification } from '../customs/formats/uk-cds/explain-notification.ts'
import { readNotification } from '../customs/formats/uk-cds/read-notification.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { notRecognised } from '../exchange/inbox.ts'
import { assignStray, noSuchStray, setStrayAside } from '../exchange/settle-stray.ts'
import { findStrays, type FoundStray, proofOf, readStrayBytes } from '../exchange/stray.ts'
import { instantOf } from '../platform/clock.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted, found, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { bilingualText, idOf, instant, link, sha256 } from './http/schema.ts'
import { actorSchema, shownActor } from './views/actor-view.ts'

const strayState = oneOf(
  ['open', 'assigned', 'set-aside'],
  'open waits for a person; assigned was given to its case',
)

const strayProperties = {
  id: Type.String(),
  channel: Type.String(),
  receivedAt: instant,
  cause: oneOf(
    ['not-recognised', 'unreadable'],
    'why it could not be placed when it came: none of its references was known, or it cannot be read',
  ),
  why: Type.String({
    description: 'the same in words, with what is wrong where it cannot be read',
  }),
  state: strayState,
  lrn: Type.Optional(Type.String()),
  mrn: Type.Optional(Type.String()),
  conversationId: Type.Optional(Type.String()),
  proof: Type.Optional(
    Type.Object(
      {
        by: oneOf(['lrn', 'conversation', 'mrn'], 'which of its references is ours'),
        messageId: Type.String(),
        caseId: Type.String(),
      },
      { description: 'what of ours it answers' },
    ),
  ),
  settled: Type.Optional(
    Type.Object({
      at: instant,
      actor: actorSchema,
      reason: Type.Optional(Type.String()),
      caseId: Type.Optional(Type.String()),
    }),
  ),
  sha256,
  body: link,
}

const straySchema = Type.Object(strayProperties, {
  title: 'StrayNotification',
  description: 'what an authority sent and nobody here was known to wait for',
})

/** The type of {@link straySchema}. */
export type StrayView = Immutable<Static<typeof straySchema>>

const strayDetailSchema = Type.Object(
  {
    ...strayProperties,
    read: Type.Optional(
      Type.Object(
        {
          functionCode: Type.String(),
          name: Type.Optional(Type.String()),
          explanation: bilingualText,
          statements: Type.Array(Type.String()),
        },
        { description: 'what it says; absent where it cannot be read' },
      ),
    ),
    unreadable: Type.Optional(Type.String({ description: 'why it cannot be read' })),
  },
  { title: 'StrayNotificationInFull', description: 'a stray notification with what it says' },
)

/** The type of {@link strayDetailSchema}. */
export type StrayDetail = Immutable<Static<typeof strayDetailSchema>>

const assignedSchema = Type.Object({
  receipt: oneOf(['stored', 'known'], 'known: it had come again meanwhile and was placed then'),
})
const asideSchema = Type.Object({ strayId: Type.String() })

const strayParams = Type.Object({ strayId: idOf('the stray notification') })
const reason = text(512, 'why, for those who read the record')
const tags = ['exchange']

const listStrays: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/exchange/strays',
    {
      schema: {
        tags,
        summary: 'List stray notifications that answer something of yours, the newest first',
        description:
          'Shown are those that name a local reference, a conversation or an MRN of your own messages. ' +
          'An EORI number is no proof, as anybody can state one. All others are for whoever runs the ' +
          'installation: `bin/tidewaiter exchange strays`.',
        querystring: Type.Object({
          ...pageQuery,
          standing: Type.Optional(
            oneOf(['open', 'settled'], 'only those that wait for a person, or only the others'),
          ),
        }),
        response: { 200: pageOf(straySchema) },
      },
      config: { admit: 'exchange.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { standing } = request.query
      const filter = {
        ...(standing && { standing }),
        ...(page.before !== undefined && { before: page.before }),
        atMost: page.limit + 1,
      }
      return inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const rows = await findStrays(transaction, filter)
        const views = new Map<string, StrayView>()
        for (const row of rows) views.set(row.id, await strayView(transaction, row))
        return toPage(rows, page, ({ id }) => views.get(id)!)
      })
    },
  )
}

const readStray: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/exchange/strays/:strayId',
    {
      schema: {
        tags,
        summary: 'Read a stray notification and what it says',
        params: strayParams,
        response: { 200: strayDetailSchema },
      },
      config: { admit: 'exchange.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { strayId } = request.params
        const row = await strayOf(transaction, strayId)
        const bytes = found(await readStrayBytes(transaction, strayId), noSuchStray(strayId))
        return { ...(await strayView(transaction, row)), ...whatItSays(bytes, ports) }
      }),
  )
}

const readStrayBody: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/exchange/strays/:strayId/body',
    {
      schema: {
        tags,
        summary: 'Read the exact bytes of a stray notification',
        description: 'It may be anything: what an authority sends by mistake need not be XML.',
        params: strayParams,
        produces: ['application/octet-stream'],
      },
      config: { admit: 'exchange.read' },
    },
    async (request, reply) => {
      const { strayId } = request.params
      const { tenantId } = principalOf(request)
      const bytes = await inTenant(ports.database, tenantId, (transaction) =>
        readStrayBytes(transaction, strayId),
      )
      const body = found(bytes, noSuchStray(strayId))
      if (body.length === 0) refuse(erasedStray)
      return reply.type('application/octet-stream').send(body)
    },
  )
}

const assign: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/exchange/strays/:strayId/assignment',
    {
      schema: {
        tags,
        summary: 'Give a stray notification to the case that it belongs to',
        description:
          'It is stored as the notification of the case, which then follows it. Refused unless its ' +
          'references prove that it answers a message of that case.',
        params: strayParams,
        body: Type.Object(
          { caseId: idOf('the case'), reason: Type.Optional(reason) },
          { additionalProperties: false },
        ),
        response: { 200: assignedSchema },
      },
      config: { admit: 'strays.settle' },
    },
    (request, reply) =>
      changeOnce<Static<typeof assignedSchema>>(
        { request, reply, ports },
        async (transaction, by) => {
          const { strayId } = request.params
          await strayOf(transaction, strayId)
          const { tenantId } = by
          const input = { strayId, tenantId, ...request.body }
          const assigned = await assignStray(ports.intake, transaction, input, by)
          return { status: 200, body: accepted(assigned) }
        },
      ),
  )
}

const setAside: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/exchange/strays/:strayId/set-aside',
    {
      schema: {
        tags,
        summary: 'Set a stray notification aside',
        params: strayParams,
        body: Type.Object({ reason }, { additionalProperties: false }),
        response: { 200: asideSchema },
      },
      config: { admit: 'strays.settle' },
    },
    (request, reply) =>
      changeOnce<Static<typeof asideSchema>>({ request, reply, ports }, async (transaction, by) => {
        const { strayId } = request.params
        await strayOf(transaction, strayId)
        const input = { strayId, reason: request.body.reason }
        return { status: 200, body: accepted(await setStrayAside(transaction, input, by)) }
      }),
  )
}

/** Notifications that could not be placed when they came, for a person to place or to set aside. */
export const exchangeStrayRoutes = together(listStrays, readStray, readStrayBody, assign, setAside)

async function strayOf(transaction: TenantTransaction, strayId: string): Promise<FoundStray> {
  const [row] = await findStrays(transaction, { strayId, atMost: 1 })
  return found(row, noSuchStray(strayId))
}

async function strayView(transaction: TenantTransaction, row: FoundStray): Promise<StrayView> {
  const proof = await proofOf(transaction, row)
  const view = {
    ...{ id: row.id, channel: row.channel, why: row.why, sha256: row.sha256 },
    cause: row.why === notRecognised ? ('not-recognised' as const) : ('unreadable' as const),
    receivedAt: instantOf(row.received_at),
    state: row.outcome ?? ('open' as const),
    ...(row.lrn !== null && { lrn: row.lrn }),
    ...(row.mrn !== null && { mrn: row.mrn }),
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    ...(proof && { proof }),
    ...settlementOf(row),
    body: `/v1/exchange/strays/${row.id}/body`,
  }
  return withPersonalFields(transaction, view)
}

function settlementOf({ settled_at, settled_by, settled_why, case_id }: FoundStray) {
  if (settled_at === null || settled_by === null) return {}
  return {
    settled: {
      at: instantOf(settled_at),
      actor: shownActor(settled_by),
      ...(settled_why !== null && { reason: settled_why }),
      ...(case_id !== null && { caseId: case_id }),
    },
  }
}

function whatItSays(bytes: Buffer, { clearance }: ApiPorts) {
  if (bytes.length === 0) return {}
  const notification = readNotification(bytes)
  if (!notification.ok) {
    return { unreadable: notification.failures.map(({ message }) => message).join(' ') }
  }
  const { functionCode } = notification.value
  const { authorityErrors } = clearance.reference
  const { name, meaning, statements } = explainNotification(notification.value, authorityErrors)
  return {
    read: { functionCode, ...(name !== undefined && { name }), explanation: meaning, statements },
  }
}

const erasedStray: Failure = {
  code: 'not-found',
  path: '',
  message:
    'The bytes of this stray notification were erased together with the personal data in them.',
  mend: 'Its hash in the list still shows which one it was.',
  zh: {
    message: '该未归属通知的原文已随其中的个人数据一并删除。',
    mend: '列表中的哈希值仍可证明是哪一份。',
  },
}
