import { hasSignedInOwner, issueOwnerLink, signInLinkUrl } from '../access/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { connect, inTenant, type Database, type Schema } from '../platform/postgres/index.ts'
import type { Fact } from './narrator.ts'

/** A tenant that can be entered, and what it is called. */
export interface EnterableTenant {
  readonly tenantId: string
  readonly name: string
}

/** Where the links are made and where they lead. */
export interface ConsolePlace {
  readonly appUrl: string
  readonly publicUrl: string
  readonly log: Log
}

/**
 * How to get into the console in the name of some tenants: a one-time link for the owner of each in
 * which no owner has ever signed in, made anew at every start until one is used. Where somebody has,
 * the page to sign in at, and the command that makes another link.
 */
export async function consoleLinks(
  tenants: readonly EnterableTenant[],
  { appUrl, publicUrl, log }: ConsolePlace,
): Promise<readonly Fact[]> {
  const database = connect<Schema>({
    url: appUrl,
    applicationName: 'start',
    maxConnections: 1,
    log,
  })
  try {
    const facts: Fact[] = []
    for (const tenant of tenants) {
      facts.push([tenant.name, await wayIn(database, tenant, publicUrl)])
    }
    return facts
  } finally {
    await database.close()
  }
}

function wayIn(
  database: Database<Schema>,
  { tenantId, name }: EnterableTenant,
  publicUrl: string,
): Promise<string> {
  const actor = { kind: 'operator', id: 'start' } as const
  return inTenant(database, tenantId, async (transaction) => {
    if (await hasSignedInOwner(transaction)) {
      return `${publicUrl}/console/ (new link: bin/tidewaiter person link --tenant ${tenantId})`
    }
    const link = await issueOwnerLink(
      transaction,
      { firstOwnerName: `Owner of ${name}` },
      { tenantId, actor, now: systemClock.now() },
    )
    // Several owners were invited and none has come: whom the link is for is not ours to choose.
    return link.ok
      ? signInLinkUrl(publicUrl, link.value)
      : `bin/tidewaiter person link --tenant ${tenantId} --person ...`
  })
}
