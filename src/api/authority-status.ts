import { Type, type Static } from 'typebox'

import type { CaseState } from '../clearance/case-state.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { turnsOn } from '../exchange/turns.ts'
import { UK_CDS } from '../exchange/uk-cds/channel-name.ts'
import type { DeclarationStatus } from '../exchange/uk-cds/read-information.ts'
import { type InformationAnswer, statusQueries } from '../exchange/uk-cds/status-queries.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { found, refuse } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { instant } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'

const text = (description: string) => Type.Optional(Type.String({ description }))

const declarationSchema = Type.Object({
  mrn: Type.String({ description: 'movement reference number' }),
  version: Type.Optional(Type.Integer({ description: 'of the declaration, from 1' })),
  lrn: text('our reference, where it is told'),
  typeCode: text('declaration and additional declaration type: IMD'),
  roe: text("route of entry, HMRC's code"),
  ics: text("state of the entry, HMRC's code: 14 accepted, 18 pre-lodged, 22 cleared"),
  receivedAt: text('ISO 8601, as HMRC has written it'),
  acceptedAt: text('ISO 8601, as HMRC has written it'),
  releasedAt: text('ISO 8601, as HMRC has written it'),
  submitterEori: text('EORI of who has submitted it'),
  references: Type.Array(Type.Object({ type: Type.String(), id: Type.String() }), {
    description: 'previous documents: DCR is the DUCR',
  }),
})

const statusSchema = Type.Object(
  {
    askedAt: instant,
    by: oneOf(['mrn', 'ducr'], 'what was asked with: the DUCR until the MRN is known'),
    reference: Type.String(),
    answer: oneOf(
      ['known', 'not-known', 'no-answer'],
      'whether the authority has the declaration, or why nothing is known',
    ),
    why: text('why there is no answer'),
    declarations: Type.Array(declarationSchema, { description: 'the newest first' }),
  },
  { description: 'what the authority says of the declaration just now; nothing is changed by it' },
)

/** What the authority says of a declaration just now. */
export type AuthorityStatusView = Immutable<Static<typeof statusSchema>>

/** Asks the authority itself where a declaration stands. */
export const authorityStatusRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/authority-status',
    {
      schema: {
        tags: ['authority'],
        summary: 'Ask HMRC where the declaration of a case stands',
        description:
          'A question to its information API, in the name of the business and under its limit of requests. ' +
          'The case follows notifications and not this answer.',
        params: caseParams,
        response: { 200: statusSchema },
      },
      config: { admit: 'authority.ask' },
    },
    async (request): Promise<AuthorityStatusView> => {
      const { tenantId } = principalOf(request)
      const asked = await inTenant(ports.database, tenantId, async (transaction) =>
        referenceOf(transaction, await caseOf(transaction, request.params.id)),
      )
      const connection = ports.ukCds?.connection ?? refuse(noWay)
      const queries = statusQueries(connection, tenantId, turnsOn(pacedChannel(ports)), ports)
      const answer = await queries.status(asked.by, asked.reference)
      return { askedAt: ports.clock.now(), ...asked, ...shown(answer) }
    },
  )
}

function pacedChannel({ database, channelLimitPerSecond: limitPerSecond }: ApiPorts) {
  return { database, channel: UK_CDS, limitPerSecond }
}

/** The latest declaration of the case that went out this way, by the best reference there is. */
async function referenceOf(
  transaction: TenantTransaction,
  { caseId, declaration }: CaseState,
): Promise<{ readonly by: 'mrn' | 'ducr'; readonly reference: string }> {
  const message = found(
    await transaction
      .selectFrom('exchange_message')
      .select(['ducr', 'lrn'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'declaration')
      .where('channel', '=', UK_CDS)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
    notDeclared,
  )
  const mrn = declaration?.lrn === message.lrn ? declaration.mrn : undefined
  return mrn === undefined ? { by: 'ducr', reference: message.ducr } : { by: 'mrn', reference: mrn }
}

function shown(
  answer: InformationAnswer<readonly DeclarationStatus[]>,
): Pick<AuthorityStatusView, 'answer' | 'why' | 'declarations'> {
  switch (answer.kind) {
    case 'answered':
      return { answer: 'known', declarations: answer.value }
    case 'not-known':
      return { answer: 'not-known', declarations: [] }
    case 'refused':
    case 'no-answer':
      return { answer: 'no-answer', why: answer.why, declarations: [] }
  }
}

const notDeclared: Failure = {
  code: 'not-found',
  path: '',
  message: 'No declaration of this case has gone to HMRC.',
  mend: 'Declare the case; then HMRC can be asked for it.',
  zh: { message: '本案尚无报关单发往 HMRC。', mend: '请先申报，然后方可向 HMRC 查询。' },
}

const noWay: Failure = {
  code: 'not-covered',
  path: '',
  message: 'This server does not know where HMRC is.',
  mend: 'The operator sets TIDEWAITER_UK_CDS_URL and what lets us in for the API as well.',
  zh: {
    message: '本服务器未设置 HMRC 的地址。',
    mend: '请由运维人员为 API 设置 TIDEWAITER_UK_CDS_URL 及访问凭据。',
  },
}
