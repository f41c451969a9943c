import { sealDocument } from '../../src/exchange/document-envelope.ts'
import { keepGrant } from '../../src/exchange/grants/grant.ts'
import { resumeWaitingMessages } from '../../src/exchange/grants/waiting-messages.ts'
import { type InboxPorts, receiveNotification } from '../../src/exchange/inbox.ts'
import { type ExchangePorts, sendNext } from '../../src/exchange/send-message.ts'
import type { UkCdsAccess } from '../../src/exchange/uk-cds/access.ts'
import { UK_CDS, ukCdsChannel, type UkCdsConnection } from '../../src/exchange/uk-cds/channel.ts'
import { grantedAccess } from '../../src/exchange/uk-cds/granted-access.ts'
import { identifyNotification } from '../../src/exchange/uk-cds/identify-notification.ts'
import { grantEnd, oauthClient } from '../../src/exchange/uk-cds/oauth-client.ts'
import { createHttpClient } from '../../src/platform/http/index.ts'
import { createLog } from '../../src/platform/log.ts'
import { connect, inTenant, type Schema } from '../../src/platform/postgres/index.ts'
import { sealingKeyFrom } from '../../src/platform/sealed-secret.ts'
import { type CommitOptions, openExchangeDatabase } from '../exchange-database.ts'
import { hasSharedMaterial } from '../shared-material.ts'
import { HmrcService } from './hmrc-service.ts'
import { breaches, readContract } from './openapi-contract.ts'

const log = createLog({ name: 'test', level: 'silent' })
const sealingKey = sealingKeyFrom(Buffer.alloc(32, 7))

export const HOUR_MS = 3_600_000
export const TIME_LIMIT_MS = 400

/** The real connector, sender and inbox on a database, with HMRC's service at the other end. */
export type ConnectorUnderTest = Awaited<ReturnType<typeof openConnectorUnderTest>>

export async function openConnectorUnderTest() {
  const exchange = await openExchangeDatabase()
  const { database, clock, tenantId } = exchange
  const appDatabase = connect<Schema>({
    ...{ url: exchange.appUrl, applicationName: 'test', maxConnections: 2, log },
  })
  const hmrc = await HmrcService.start(clock)
  const http = createHttpClient({ timeLimitMs: TIME_LIMIT_MS })
  const contract = hasSharedMaterial ? readContract() : []
  const told: string[] = []
  const note = (what: string) => () => {
    told.push(what)
    return Promise.resolve()
  }
  const inbox: InboxPorts = {
    ...{ database, clock, read: identifyNotification, stored: () => Promise.resolve() },
  }
  /** Nodes share the database and nothing else. */
  const accessOfANode = (): UkCdsAccess => {
    const { clientId, clientSecret, redirectUrl } = hmrc.tokens
    const authorisationUrl = `${hmrc.url}/oauth/authorize`
    const application = { clientId, clientSecret, redirectUrl, authorisationUrl, baseUrl: hmrc.url }
    return grantedAccess({ database, clock, sealingKey, oauth: oauthClient(http, application) })
  }
  let connection: UkCdsConnection = connectionOfANode()
  function connectionOfANode(): UkCdsConnection {
    return { http, clock, baseUrl: hmrc.url, community: {}, access: accessOfANode() }
  }
  const ports = (changes: Partial<UkCdsConnection> = {}): ExchangePorts => ({
    ...{ database, clock, log, node: 'node-1', limitPerSecond: 'off' },
    channels: new Map([[UK_CDS, ukCdsChannel({ ...connection, ...changes })]]),
    observer: {
      delivered: note('delivered'),
      refused: note('refused'),
      unknown: note('unknown'),
      dead: note('dead'),
    },
    receive: (notification) => receiveNotification(inbox, notification),
  })
  const commit = (options: CommitOptions = {}) =>
    exchange.commitMessage({ channel: UK_CDS, body: declarationOf, ...options })
  const submissions = () => hmrc.requests.filter(({ path }) => path === '/customs/declarations/')
  return {
    ...{ exchange, hmrc, http, log, contract, told, inbox, accessOfANode, commit, submissions },
    connection: () => connection,
    /** As if nothing had happened before. */
    reset: async () => {
      await exchange.asOwner(`truncate exchange_message, authority_grant, channel_state, channel_pace,
        channel_collection, collected_notification cascade`)
      hmrc.reset()
      told.length = 0
      connection = connectionOfANode()
    },
    /** What of the requests to HMRC's APIs is not as its own contracts want it. */
    breaches: () =>
      hasSharedMaterial
        ? hmrc.requests
            .filter(({ path }) => !/^\/(oauth|store)\//.test(path))
            .flatMap((request) => breaches(contract, request))
        : [],
    /** Sends the next message that is due, where there is one. */
    attempt: (changes?: Partial<UkCdsConnection>) => sendNext(ports(changes), UK_CDS),
    commitFile: () => commit({ kind: 'document', body: file }),
    refreshes: () =>
      hmrc.requests.filter(({ body }) => body.toString().includes('grant_type=refresh_token')),
    /** Somebody of the business has permitted us; kept as the API keeps it. */
    connectBusiness: async (scopes?: readonly string[]) => {
      const tokens = hmrc.tokens.grant(scopes)
      const now = new Date(clock.now())
      await inTenant(appDatabase, tenantId, async (transaction) => {
        const place = { tenantId, channel: UK_CDS }
        await keepGrant(transaction, sealingKey, place, {
          tokens,
          scopes: 'write:customs-declaration write:customs-declarations-information',
          accessExpiresAt: new Date(now.getTime() + 4 * HOUR_MS),
          grantedAt: now,
          expiresAt: grantEnd(now),
          actor: { kind: 'person', id: 'test' },
        })
        await resumeWaitingMessages(transaction, place, now)
      })
      return tokens
    },
    stateOf: (messageId: string) =>
      inTenant(database, tenantId, (transaction) =>
        transaction
          .selectFrom('exchange_message')
          .select(['state', 'attempts', 'conversation_id', 'last_error', 'waits_for'])
          .where('id', '=', messageId)
          .executeTakeFirstOrThrow(),
      ),
    grants: () =>
      inTenant(database, tenantId, (transaction) =>
        transaction
          .selectFrom('authority_grant')
          .select(['ended_why', 'sealed_tokens'])
          .orderBy('granted_at')
          .execute(),
      ),
    close: async () => {
      http.close()
      await hmrc.close()
      await appDatabase.close()
      await exchange.close()
    },
  }
}

function declarationOf({ lrn, ducr }: { readonly lrn: string; readonly ducr: string }): Buffer {
  return Buffer.from(
    `<MetaData><Declaration><FunctionalReferenceID>${lrn}</FunctionalReferenceID>` +
      `<PreviousDocument>${ducr}</PreviousDocument></Declaration></MetaData>`,
  )
}

function file(): Buffer {
  return sealDocument({
    mrn: '26GB00000000000001',
    documentType: 'Commercial invoice',
    fileName: 'invoice.pdf',
    mediaType: 'application/pdf',
    content: Buffer.from('%PDF of an invoice').toString('base64'),
  })
}
