import { Type, type Static } from 'typebox'

import { recordAccessChange } from '../access/index.ts'
import type { Failure } from '../customs/result.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { endGrant, type GrantRecord, readLatestGrant } from '../exchange/grants/grant.ts'
import { countWaitingMessages } from '../exchange/grants/waiting-messages.ts'
import {
  type Applicant,
  connect,
  exchangeCode,
  startAuthorisation,
  takeState,
} from '../exchange/uk-cds/authorisation.ts'
import { UK_CDS } from '../exchange/uk-cds/channel-name.ts'
import type { OauthClient } from '../exchange/uk-cds/oauth-client.ts'
import { instantOf } from '../platform/clock.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { accepted, refuse } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { instant } from './http/schema.ts'

const endings = ['disconnected', 'replaced', 'expired', 'refused'] as const

const connectionSchema = Type.Object(
  {
    channel: oneOf([UK_CDS], 'the way to the authority'),
    state: oneOf(
      ['connected', 'installation', 'not-connected', 'ended'],
      'connected: the business has permitted us; installation: the token of this installation is used ' +
        '(the sandbox); ended: the authority has ended the permission, so that messages wait',
    ),
    canConnect: Type.Boolean({ description: 'whether this installation knows how' }),
    connectedAt: Type.Optional(instant),
    renewedAt: Type.Optional(instant),
    expiresAt: Type.Optional(
      Type.Unsafe<Static<typeof instant>>({
        ...instant,
        description: 'until then the permission can be renewed, which happens by itself',
      }),
    ),
    ended: Type.Optional(Type.Object({ at: instant, why: oneOf(endings, 'why it is over') })),
    waitingMessages: Type.Integer({ description: 'messages that wait for the connection' }),
  },
  { description: 'the connection of the business to a customs authority' },
)

/** The connection of the business to a customs authority. */
export type AuthorityConnectionView = Immutable<Static<typeof connectionSchema>>

const authorisationSchema = Type.Object({
  url: Type.String({ description: "the authority's page, to which the browser has to go" }),
  expiresAt: instant,
})

/** Where to go to permit us to act. */
export type StartedAuthorisationView = Immutable<Static<typeof authorisationSchema>>

const returnSchema = Type.Object(
  {
    state: Type.String({ minLength: 1, maxLength: 200 }),
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
    error: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  { additionalProperties: false, description: 'what the browser has come back with' },
)

const tags = ['authority']
const path = `/v1/authority-connections/${UK_CDS}`

const listConnections: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/authority-connections',
    {
      schema: {
        tags,
        summary: 'List the connections to customs authorities',
        response: { 200: Type.Object({ items: Type.Array(connectionSchema) }) },
      },
      config: { admit: 'connections.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const connection = await inTenant(ports.database, tenantId, (transaction) =>
        readConnection(ports, transaction, tenantId),
      )
      return { items: [connection] }
    },
  )
}

const beginConnection: ApiRoutes = (server, ports) => {
  server.post(
    `${path}/authorisations`,
    {
      schema: {
        tags,
        summary: 'Begin to connect the business to HMRC',
        description:
          "Send the person's browser to the address. HMRC sends it back to the console, which completes " +
          'the connection. Beginning again is harmless.',
        response: { 201: authorisationSchema },
      },
      config: { admit: 'connections.manage' },
    },
    async (request, reply) => {
      const { application } = oauthOf(ports)
      const applicant = changeContextOf(request, ports)
      const { url, expiresAt } = await inTenant(ports.database, applicant.tenantId, (transaction) =>
        startAuthorisation(ports, transaction, application, applicant),
      )
      return reply.code(201).send({ url, expiresAt: instantOf(expiresAt) })
    },
  )
}

const completeConnection: ApiRoutes = (server, ports) => {
  server.post(
    `${path}/completion`,
    {
      schema: {
        tags,
        summary: 'Complete the connection of the business to HMRC',
        description:
          'With what HMRC has sent the browser back with. Good once, for the person who has begun.',
        body: returnSchema,
        response: { 200: connectionSchema },
      },
      config: { admit: 'connections.manage' },
    },
    async (request) => {
      const oauth = oauthOf(ports)
      const context = changeContextOf(request, ports)
      const { tenantId } = context
      const returned = request.body
      const known = await inTenant(ports.database, tenantId, (transaction) =>
        takeState(ports, transaction, returned, context),
      )
      accepted(known)
      const grant = accepted(await exchangeCode(ports, oauth, returned, context))
      const { sealingKey } = ports.tracking
      return inTenant(ports.database, tenantId, async (transaction) => {
        const sealed = { clock: ports.clock, sealingKey }
        const { grantId } = await connect(sealed, transaction, context, grant)
        const change = { action: 'authority-connected', subject: grantId } as const
        await recordAccessChange(transaction, change, context)
        return readConnection(ports, transaction, tenantId)
      })
    },
  )
}

const endConnection: ApiRoutes = (server, ports) => {
  server.delete(
    path,
    {
      schema: {
        tags,
        summary: 'Disconnect the business from HMRC',
        description:
          'We forget the tokens. That HMRC forgets the permission as well, the business sees to at ' +
          'https://www.tax.service.gov.uk/applications-manage-authority. Doing it again changes nothing.',
        response: { 200: connectionSchema },
      },
      config: { admit: 'connections.manage' },
    },
    (request) => {
      const context = changeContextOf(request, ports)
      const { tenantId } = context
      return inTenant(ports.database, tenantId, async (transaction) => {
        const at = new Date(context.now)
        const end = { why: 'disconnected', at } as const
        const grantId = await endGrant(transaction, { tenantId, channel: UK_CDS }, end)
        if (grantId !== undefined) {
          const change = { action: 'authority-disconnected', subject: grantId } as const
          await recordAccessChange(transaction, change, context)
        }
        return readConnection(ports, transaction, tenantId)
      })
    },
  )
}

/** Connections of the business to customs authorities. */
export const authorityConnectionRoutes: ApiRoutes = together(
  listConnections,
  beginConnection,
  completeConnection,
  endConnection,
)

async function readConnection(
  { ukCds }: ApiPorts,
  transaction: TenantTransaction,
  tenantId: Applicant['tenantId'],
): Promise<AuthorityConnectionView> {
  const place = { tenantId, channel: UK_CDS }
  const grant = await readLatestGrant(transaction, place)
  const { refreshedAt, ended } = grant ?? {}
  return {
    channel: UK_CDS,
    state: stateOf(grant, ukCds?.hasToken === true),
    canConnect: ukCds?.oauth !== undefined,
    ...(grant !== undefined && {
      connectedAt: instantOf(grant.grantedAt),
      expiresAt: instantOf(grant.expiresAt),
    }),
    ...(refreshedAt !== undefined && { renewedAt: instantOf(refreshedAt) }),
    ...(ended !== undefined && { ended: { at: instantOf(ended.at), why: ended.why } }),
    waitingMessages: await countWaitingMessages(transaction, place),
  }
}

/** The token of an installation does not step in for a permission that the authority has ended. */
function stateOf(
  grant: GrantRecord | undefined,
  hasToken: boolean,
): AuthorityConnectionView['state'] {
  if (grant !== undefined && grant.ended === undefined) return 'connected'
  const why = grant?.ended?.why
  if (why === 'refused' || why === 'expired') return 'ended'
  return hasToken ? 'installation' : 'not-connected'
}

function oauthOf({ ukCds }: ApiPorts): OauthClient {
  return ukCds?.oauth ?? refuse(noApplication)
}

const noApplication: Failure = {
  code: 'not-covered',
  path: '',
  message: 'This installation has no application at HMRC that a business could permit.',
  mend: 'The operator sets TIDEWAITER_UK_CDS_CLIENT_ID and TIDEWAITER_UK_CDS_CLIENT_SECRET.',
  zh: {
    message: '本系统尚未在 HMRC 登记可供企业授权的应用程序。',
    mend: '请由运维人员设置 TIDEWAITER_UK_CDS_CLIENT_ID 和 TIDEWAITER_UK_CDS_CLIENT_SECRET。',
  },
}
