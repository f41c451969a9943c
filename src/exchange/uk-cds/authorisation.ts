import { failure, type Failure, type Result, success } from '../../customs/result.ts'
import { newSecret, sha256Hex } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type GrantPorts, keepGrant, type NewGrant } from '../grants/grant.ts'
import { resumeWaitingMessages } from '../grants/waiting-messages.ts'
import { UK_CDS } from './channel-name.ts'
import { endOf } from './granted-access.ts'
import { CODE_MINUTES, scopes } from './hmrc-terms.ts'
import { grantEnd, type OauthApplication, type OauthClient } from './oauth-client.ts'

/** Who asks for a permission, and for which business. */
export interface Applicant {
  readonly tenantId: string
  readonly actor: { readonly kind: string; readonly id: string }
}

/** Where somebody has to go to permit us to act for their business. */
export interface StartedAuthorisation {
  readonly url: string
  /** Who has not come back by then begins anew. */
  readonly expiresAt: Date
}

/** The page may be left open over a meeting; the code that comes back is exchanged at once. */
const SIGN_IN_MINUTES = 60

/**
 * Begins an authorisation: remembers that this person of this business was sent away, so that nobody
 * can come back in their place, and gives the address of HMRC's page.
 */
export async function startAuthorisation(
  { clock }: Pick<GrantPorts, 'clock'>,
  transaction: TenantTransaction,
  application: OauthApplication,
  { tenantId, actor }: Applicant,
): Promise<StartedAuthorisation> {
  const now = new Date(clock.now())
  const expiresAt = new Date(now.getTime() + (SIGN_IN_MINUTES + CODE_MINUTES) * 60_000)
  const state = newSecret(32)
  await transaction
    .deleteFrom('authority_authorisation')
    .where('channel', '=', UK_CDS)
    .where('expires_at', '<=', now)
    .execute()
  await transaction
    .insertInto('authority_authorisation')
    .values({
      state_sha256: sha256Hex(state),
      tenant_id: tenantId,
      channel: UK_CDS,
      actor: JSON.stringify(actor),
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  const url = new URL(application.authorisationUrl)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: application.clientId,
    scope: scopes.join(' '),
    state,
    redirect_uri: application.redirectUrl,
  }).toString()
  return { url: url.href, expiresAt }
}

/** What a browser comes back with: the state always, and a code or the reason why there is none. */
export interface AuthorisationReturn {
  readonly state: string
  readonly code?: string
  readonly error?: string
}

/**
 * Takes back the state that somebody was sent away with. It is good once, for the person who was given it.
 */
export async function takeState(
  { clock }: Pick<GrantPorts, 'clock'>,
  transaction: TenantTransaction,
  { state }: AuthorisationReturn,
  { actor }: Applicant,
): Promise<Result<void>> {
  const taken = await transaction
    .deleteFrom('authority_authorisation')
    .where('state_sha256', '=', sha256Hex(state))
    .where('channel', '=', UK_CDS)
    .where('expires_at', '>', new Date(clock.now()))
    .returning('actor')
    .executeTakeFirst()
  const sentAway = taken?.actor as Applicant['actor'] | undefined
  const isTheirs = sentAway?.kind === actor.kind && sentAway.id === actor.id
  return isTheirs ? success(undefined) : failure(unknownReturn)
}

/**
 * Exchanges the code for tokens. No transaction is open meanwhile: the code is good once, and whoever
 * loses it begins anew.
 */
export async function exchangeCode(
  { clock }: Pick<GrantPorts, 'clock'>,
  oauth: OauthClient,
  { code, error }: AuthorisationReturn,
  { actor }: Applicant,
): Promise<Result<NewGrant>> {
  if (code === undefined) return failure(notPermitted(error ?? 'no code'))
  const answer = await oauth.exchangeCode(code)
  if (answer.kind !== 'issued') return failure(noTokens(answer.why))
  const { accessToken, refreshToken, scopes: granted } = answer.tokens
  if (refreshToken === undefined) return failure(noTokens('there is no refresh token'))
  const missing =
    granted === '' ? [] : scopes.filter((scope) => !granted.split(' ').includes(scope))
  if (missing.length > 0) return failure(notPermitted(missing.join(', ')))
  const grantedAt = new Date(clock.now())
  return success({
    tokens: { accessToken, refreshToken },
    scopes: granted === '' ? scopes.join(' ') : granted,
    accessExpiresAt: endOf(answer.tokens, grantedAt),
    grantedAt,
    expiresAt: grantEnd(grantedAt),
    actor,
  })
}

/**
 * Keeps a permission and takes up what has waited for it.
 *
 * @returns the id of the permission, and how many messages go out now
 */
export async function connect(
  { sealingKey }: GrantPorts,
  transaction: TenantTransaction,
  { tenantId }: Applicant,
  grant: NewGrant,
): Promise<{ readonly grantId: string; readonly resumed: number }> {
  const place = { tenantId, channel: UK_CDS }
  const grantId = await keepGrant(transaction, sealingKey, place, grant)
  const resumed = await resumeWaitingMessages(transaction, place, grant.grantedAt)
  return { grantId, resumed }
}

const unknownReturn: Failure = {
  code: 'conflict',
  path: '/state',
  message: 'Nobody here was sent to HMRC with this answer, or it is too late for it.',
  mend: 'Begin the connection again, and come back in the same browser within the hour.',
  zh: {
    message: '没有与此答复相符的授权请求，或该请求已过期。',
    mend: '请重新开始连接，并在一小时内于同一浏览器中返回。',
  },
}

function notPermitted(what: string): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `HMRC has not permitted us to act for the business: ${what}.`,
    mend: 'Begin the connection again and grant both permissions that HMRC asks for.',
    zh: {
      message: `HMRC 未授权我们代表企业办理：${what}。`,
      mend: '请重新开始连接，并同意 HMRC 页面上的两项授权。',
    },
  }
}

function noTokens(why: string): Failure {
  return {
    code: 'conflict',
    path: '/code',
    message: `HMRC gave no token for the permission: ${why}.`,
    mend: 'Begin the connection again; if it fails again, the operator has to look at the client id and secret.',
    zh: {
      message: `HMRC 未就该授权发放令牌：${why}。`,
      mend: '请重新开始连接；若再次失败，请由运维人员检查客户端编号和密钥。',
    },
  }
}
