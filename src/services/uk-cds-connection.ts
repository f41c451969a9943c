import type { ClearancePorts } from '../clearance/ports.ts'
import { tokenAccess, type UkCdsAccess } from '../exchange/uk-cds/access.ts'
import type { UkCdsConnection } from '../exchange/uk-cds/channel.ts'
import { grantedAccess } from '../exchange/uk-cds/granted-access.ts'
import { authorisationPageOf } from '../exchange/uk-cds/hmrc-terms.ts'
import { oauthClient, type OauthClient } from '../exchange/uk-cds/oauth-client.ts'
import type { Config } from '../platform/config.ts'
import type { HttpClient } from '../platform/http/index.ts'
import type { SealingKey } from '../platform/sealed-secret.ts'
import type { UkCdsSecrets } from './uk-cds-secrets.ts'
import { required } from './service-config.ts'

/** What a service process has at hand when it puts the way to HMRC together. */
export interface UkCdsSources {
  readonly config: Config
  readonly secrets: UkCdsSecrets
  readonly clearance: Pick<ClearancePorts, 'database' | 'clock'>
  readonly sealingKey: SealingKey
  readonly http: HttpClient
}

/** Where HMRC sends people back to who have permitted: a page of the console. */
export const CONNECTION_PAGE = '/console/settings/connections/uk-cds'

/**
 * The way to the Customs Declaration Service. The configuration must name its address, and a token for
 * everything or an application that businesses permit, or both, else the process does not start.
 */
export function ukCdsConnection(sources: UkCdsSources): UkCdsConnection {
  const { config, http, clearance } = sources
  const { ukCdsBadge: badge, ukCdsSubmitterEori: submitterEori } = config
  return {
    http,
    clock: clearance.clock,
    baseUrl: baseUrlOf(config),
    access: accessOf(sources),
    community: {
      ...(badge !== undefined && { badge }),
      ...(submitterEori !== undefined && { submitterEori }),
    },
  }
}

/** HMRC's token endpoint as our application speaks to it; absent where there is none to speak for. */
export function ukCdsOauth({
  config,
  secrets,
  http,
}: Pick<UkCdsSources, 'config' | 'secrets' | 'http'>): OauthClient | undefined {
  if (secrets.client === undefined) return undefined
  const baseUrl = baseUrlOf(config)
  return oauthClient(http, {
    clientId: secrets.client.id,
    clientSecret: secrets.client.secret,
    redirectUrl: `${config.publicUrl}${CONNECTION_PAGE}`,
    baseUrl,
    authorisationUrl: config.ukCdsAuthorisationUrl ?? authorisationPageOf(baseUrl),
  })
}

function accessOf(sources: UkCdsSources): UkCdsAccess {
  const { secrets, clearance, sealingKey } = sources
  const byToken = secrets.token === undefined ? undefined : tokenAccess(secrets.token)
  const oauth = ukCdsOauth(sources)
  if (oauth !== undefined) {
    const { database, clock } = clearance
    const otherwise = byToken === undefined ? {} : { otherwise: byToken }
    return grantedAccess({ database, clock, sealingKey, oauth, ...otherwise })
  }
  if (byToken !== undefined) return byToken
  throw new Error(
    'TIDEWAITER_UK_CDS_TOKEN, or TIDEWAITER_UK_CDS_CLIENT_ID and ..._CLIENT_SECRET, must be set for this service',
  )
}

function baseUrlOf(config: Config): string {
  return required(config, 'ukCdsUrl', 'TIDEWAITER_UK_CDS_URL').replace(/\/+$/, '')
}
