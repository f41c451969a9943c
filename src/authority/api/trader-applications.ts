import { sha256Hex } from '../../platform/ids.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { Office } from '../processing/office.ts'

/** A trader's software that has proved itself with its token. */
export interface TraderApplication {
  readonly id: string
  readonly clientId: string
}

/** The applications that officers have registered, as the doors for traders ask for them. */
export interface TraderApplications {
  /** The application behind an Authorization header; absent when there is none. */
  authenticate(authorization: string | undefined): Promise<TraderApplication | undefined>
}

const BEARER = /^Bearer ([\x21-\x7E]{16,200})$/i

/**
 * Looks tokens up by their digest. A token never changes hands and registrations are never
 * withdrawn in the sandbox, so an answer may be remembered for the life of the process.
 */
export function traderApplications(office: Office): TraderApplications {
  const known = new Map<string, TraderApplication>()
  return {
    authenticate: async (authorization) => {
      const token = BEARER.exec(authorization ?? '')?.[1]
      if (token === undefined) return undefined
      const digest = sha256Hex(token)
      const remembered = known.get(digest)
      if (remembered !== undefined) return remembered
      const found = await find(office, digest)
      if (found !== undefined) known.set(digest, found)
      return found
    },
  }
}

async function find(office: Office, tokenSha256: string): Promise<TraderApplication | undefined> {
  const row = await inTransaction(office.database, (transaction) =>
    transaction
      .selectFrom('trader_application')
      .select(['id', 'client_id'])
      .where('token_sha256', '=', tokenSha256)
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : { id: row.id, clientId: row.client_id }
}
