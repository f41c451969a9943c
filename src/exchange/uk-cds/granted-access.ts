import {
  type Database,
  inTenant,
  type Schema,
  type TenantTransaction,
} from '../../platform/postgres/index.ts'
import {
  endGrant,
  type GrantEnd,
  type GrantPorts,
  keepRenewed,
  openGrant,
  type OpenGrant,
  readLatestGrant,
} from '../grants/grant.ts'
import type { Access, UkCdsAccess } from './access.ts'
import type { IssuedTokens, OauthClient } from './oauth-client.ts'
import { UK_CDS } from './channel-name.ts'

/** What the tokens of businesses are kept and renewed with. */
export interface GrantedAccessPorts extends GrantPorts {
  readonly database: Database<Schema>
  readonly oauth: OauthClient
  /**
   * Used for a business that has never given a permission or has taken it back here: the sandbox's own
   * token. It does not step in for a permission that the authority has ended.
   */
  readonly otherwise?: UkCdsAccess
}

/**
 * A token is renewed this long before its end, so that it does not run out under way: longer than any
 * request takes.
 */
const MARGIN_MS = 60_000

/**
 * Access by OAuth 2.0. The permission of each business lies in the database; whoever finds its token worn
 * out renews it under a lock that holds over all nodes, and the others take what has come of it. HMRC lets
 * the earlier token go at once, so a request that was under way with it is turned away and sent again.
 */
export function grantedAccess(ports: GrantedAccessPorts): UkCdsAccess {
  const renewing = new Map<string, Promise<Access>>()
  /** Within a process one renewal at a time holds a connection to the database. */
  const renew = (tenantId: string, refused?: string): Promise<Access> => {
    const running = renewing.get(tenantId)
    if (running !== undefined) return running
    const started = renewGrant(ports, tenantId, refused).finally(() => renewing.delete(tenantId))
    renewing.set(tenantId, started)
    return started
  }
  const application = applicationAccess(ports)
  return {
    ofBusiness: async (tenantId) => {
      const found = await inTenant(ports.database, tenantId, (transaction) =>
        findGrant(ports, transaction, tenantId),
      )
      if ('grant' in found) {
        return isFresh(found.grant, ports) ? tokenOf(found.grant) : renew(tenantId)
      }
      if (found.ended === undefined && ports.otherwise !== undefined) {
        return ports.otherwise.ofBusiness(tenantId)
      }
      return found.ended === undefined ? NOT_CONNECTED : hasEnded(found.ended)
    },
    renewedOfBusiness: async (tenantId, refused) => {
      const renewed = await renew(tenantId, refused)
      return renewed === NOT_CONNECTED && ports.otherwise !== undefined
        ? ports.otherwise.renewedOfBusiness(tenantId, refused)
        : renewed
    },
    ...application,
  }
}

/** The permission in force, or how the authority has ended the last one. */
async function findGrant(
  { sealingKey }: GrantedAccessPorts,
  transaction: TenantTransaction,
  tenantId: string,
): Promise<{ readonly grant: OpenGrant } | { readonly ended?: GrantEnd }> {
  const place = { tenantId, channel: UK_CDS }
  const grant = await openGrant(transaction, sealingKey, place)
  if (grant !== undefined) return { grant }
  const why = (await readLatestGrant(transaction, place))?.ended?.why
  return why === 'expired' || why === 'refused' ? { ended: why } : {}
}

const NOT_CONNECTED: Access = {
  kind: 'none',
  why: 'the business is not connected to HMRC',
  waitsFor: 'connection',
}

/** For people, who read it beside the message that waits. */
function hasEnded(why: GrantEnd): Access {
  const words =
    why === 'expired'
      ? 'the permission of the business with HMRC has run out'
      : 'HMRC does not renew the permission of the business'
  return { kind: 'none', why: words, waitsFor: 'connection' }
}

/** @param refused the token that was turned away; absent where its time was up */
function renewGrant(
  ports: GrantedAccessPorts,
  tenantId: string,
  refused?: string,
): Promise<Access> {
  const { database, sealingKey } = ports
  return inTenant(database, tenantId, async (transaction) => {
    const place = { tenantId, channel: UK_CDS }
    const grant = await openGrant(transaction, sealingKey, place, 'for-renewal')
    if (grant === undefined) return NOT_CONNECTED
    // Another request or node was faster; its token has not been turned away yet.
    if (isFresh(grant, ports) && grant.tokens.accessToken !== refused) return tokenOf(grant)
    return exchangeRefreshToken(ports, transaction, tenantId, grant)
  })
}

async function exchangeRefreshToken(
  ports: GrantedAccessPorts,
  transaction: TenantTransaction,
  tenantId: string,
  grant: OpenGrant,
): Promise<Access> {
  const { oauth, sealingKey, clock } = ports
  const place = { tenantId, channel: UK_CDS }
  const end = async (why: GrantEnd): Promise<Access> => {
    await endGrant(transaction, place, { why, at: new Date(clock.now()) })
    return hasEnded(why)
  }
  if (grant.expiresAt.getTime() <= Date.parse(clock.now())) return end('expired')
  const answer = await oauth.refresh(grant.tokens.refreshToken)
  switch (answer.kind) {
    case 'issued': {
      const at = new Date(clock.now())
      const { accessToken, refreshToken = grant.tokens.refreshToken } = answer.tokens
      const tokens = { accessToken, refreshToken }
      const renewed = { tokens, accessExpiresAt: endOf(answer.tokens, at), at }
      await keepRenewed(transaction, sealingKey, grant.grantId, renewed)
      return { kind: 'token', token: accessToken }
    }
    case 'ended':
      return end('refused')
    case 'misconfigured':
    case 'no-answer':
      return { kind: 'none', why: `the token could not be renewed: ${answer.why}` }
  }
}

type ApplicationAccess = Pick<UkCdsAccess, 'ofApplication' | 'renewedOfApplication'>

/** The application's token concerns no business and can be had any number of times: each process its own. */
function applicationAccess({ oauth, clock }: GrantedAccessPorts): ApplicationAccess {
  let held: { readonly token: string; readonly expiresAt: Date } | undefined
  const ofApplication = async (): Promise<Access> => {
    if (held !== undefined && held.expiresAt.getTime() - MARGIN_MS > Date.parse(clock.now())) {
      return { kind: 'token', token: held.token }
    }
    const answer = await oauth.forApplication()
    if (answer.kind !== 'issued') {
      return { kind: 'none', why: `no token for the application: ${answer.why}` }
    }
    const { accessToken: token } = answer.tokens
    held = { token, expiresAt: endOf(answer.tokens, new Date(clock.now())) }
    return { kind: 'token', token }
  }
  return {
    ofApplication,
    renewedOfApplication: (refused) => {
      if (held?.token === refused) held = undefined
      return ofApplication()
    },
  }
}

function isFresh({ accessExpiresAt }: OpenGrant, { clock }: GrantedAccessPorts): boolean {
  return accessExpiresAt.getTime() - MARGIN_MS > Date.parse(clock.now())
}

function tokenOf({ tokens }: OpenGrant): Access {
  return { kind: 'token', token: tokens.accessToken }
}

/** When tokens that came at a moment run out. */
export function endOf({ lifeSeconds }: IssuedTokens, at: Date): Date {
  return new Date(at.getTime() + lifeSeconds * 1000)
}
