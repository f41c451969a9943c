import { sha256Hex } from '../../platform/ids.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { Office } from '../processing/office.ts'

/** A trader's software that has proved itself with its token. */
export interface TraderApplication {
  readonly id: string
  readonly clientId: string
  /**
   * What its token reaches: everything for one that officers have registered, what businesses permit for
   * that of a permission, nothing in anybody's name for the application's own.
   */
  readonly reach: 'everything' | 'application' | { readonly scopes: readonly string[] }
}

/** Why nobody is behind an Authorization header, in HMRC's codes. */
export type NoApplication = 'MISSING_CREDENTIALS' | 'INVALID_CREDENTIALS'

/** The applications that officers have registered, as the doors for traders ask for them. */
export interface TraderApplications {
  /** The application behind an Authorization header, or why there is none. */
  authenticate(authorization: string | undefined): Promise<TraderApplication | NoApplication>
}

const BEARER = /^Bearer ([\x21-\x7E]{16,200})$/i

/**
 * Looks tokens up by their digest. A registered token never changes hands and registrations are never
 * withdrawn in the sandbox, so such an answer may be remembered for the life of the process; tokens of
 * permissions run out and are asked for each time.
 */
export function traderApplications(office: Office): TraderApplications {
  const known = new Map<string, TraderApplication>()
  return {
    authenticate: async (authorization) => {
      if (authorization === undefined) return 'MISSING_CREDENTIALS'
      const token = BEARER.exec(authorization)?.[1]
      if (token === undefined) return 'INVALID_CREDENTIALS'
      const digest = sha256Hex(token)
      const remembered = known.get(digest)
      if (remembered !== undefined) return remembered
      const found = await findRegistered(office, digest)
      if (found !== undefined) known.set(digest, found)
      return found ?? (await findPermitted(office, digest)) ?? 'INVALID_CREDENTIALS'
    },
  }
}

async function findRegistered(
  office: Office,
  tokenSha256: string,
): Promise<TraderApplication | undefined> {
  const row = await inTransaction(office.database, (transaction) =>
    transaction
      .selectFrom('trader_application')
      .select(['id', 'client_id'])
      .where('token_sha256', '=', tokenSha256)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  return { id: row.id, clientId: row.client_id, reach: 'everything' }
}

async function findPermitted(
  office: Office,
  tokenSha256: string,
): Promise<TraderApplication | undefined> {
  const row = await inTransaction(office.database, (transaction) =>
    transaction
      .selectFrom('access_token as token')
      .innerJoin('trader_application as application', 'application.id', 'token.application_id')
      .select(['application.id', 'application.client_id', 'token.permission_id', 'token.scopes'])
      .where('token.token_sha256', '=', tokenSha256)
      .where('token.expires_at', '>', new Date(office.wallClock.now()))
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const reach = row.permission_id === null ? 'application' : { scopes: row.scopes.split(' ') }
  return { id: row.id, clientId: row.client_id, reach }
}
