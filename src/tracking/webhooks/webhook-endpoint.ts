import type { Instant } from '../../customs/calendar/local-date.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import { seal, type SealingKey } from '../../platform/sealed-secret.ts'
import { putDeliveries } from '../delivery/delivery.ts'
import type { ThreadNewsType } from '../../correspondence/correspondence-ports.ts'
import type { MilestoneType } from '../milestones.ts'
import { checkWebhookUrl, type WebhookReach } from './webhook-reach.ts'

/** `*` subscribes to every milestone, also to those that come with later versions. */
export type Subscription = MilestoneType | ThreadNewsType | '*'

/** Where a tenant wants to be told of milestones. */
export interface WebhookEndpoint {
  readonly endpointId: string
  readonly url: string
  readonly eventTypes: readonly Subscription[]
  readonly createdAt: Instant
  readonly state: 'enabled' | 'disabled'
  /** Nothing is sent to a disabled endpoint; it can be enabled again. */
  readonly disabledAt?: Instant
}

/** What an owner states of an endpoint. */
export interface NewWebhookEndpoint {
  readonly url: string
  readonly eventTypes: readonly Subscription[]
}

/** All that can be changed of an endpoint. */
export interface WebhookEndpointFacts extends NewWebhookEndpoint {
  readonly state: 'enabled' | 'disabled'
}

/** What keeping endpoints needs to know of the installation. */
export interface WebhookSettings {
  readonly sealingKey: SealingKey
  readonly reach: WebhookReach
}

interface EndpointContext {
  readonly tenantId: string
  readonly now: Instant
}

/** Each milestone costs one delivery for every enabled endpoint, so their number has an end. */
const ENABLED_MAX = 20
const SECRET_BYTES = 24

/**
 * Registers an endpoint. Its secret can be seen only in this answer; it is kept sealed. Fails with
 * `invalid-input` for an address out of reach, and with `conflict` beyond the most endpoints.
 */
export async function createWebhookEndpoint(
  transaction: TenantTransaction,
  { url, eventTypes }: NewWebhookEndpoint,
  { sealingKey, reach }: WebhookSettings,
  { tenantId, now }: EndpointContext,
): Promise<Result<{ readonly endpoint: WebhookEndpoint; readonly secret: string }>> {
  const checked = checkWebhookUrl(url, reach)
  if (!checked.ok) return checked
  const fault = await noPlaceForAnother(transaction)
  if (fault !== undefined) return failure(fault)
  const id = newId('endpoint')
  const secret = newWebhookSecret()
  const row = await transaction
    .insertInto('webhook_endpoint')
    .values({
      id,
      tenant_id: tenantId,
      url: checked.value.href,
      sealed_secret: seal(sealingKey, secret, id),
      event_types: JSON.stringify(eventTypes),
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return success({ endpoint: endpointOf(row), secret })
}

/** All endpoints of the tenant, disabled ones as well, the newest first. */
export async function listWebhookEndpoints(
  transaction: TenantTransaction,
): Promise<readonly WebhookEndpoint[]> {
  const rows = await transaction
    .selectFrom('webhook_endpoint')
    .selectAll()
    .orderBy('id', 'desc')
    .execute()
  return rows.map(endpointOf)
}

/** Fails with `not-found`. */
export async function readWebhookEndpoint(
  transaction: TenantTransaction,
  endpointId: string,
): Promise<Result<WebhookEndpoint>> {
  const row = await transaction
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('id', '=', endpointId)
    .executeTakeFirst()
  return row === undefined ? failure(noSuchEndpoint(endpointId)) : success(endpointOf(row))
}

/** Replaces the facts of an endpoint; its secret stays. Disabling and enabling go this way as well. */
export async function replaceWebhookEndpoint(
  transaction: TenantTransaction,
  { endpointId, facts }: { readonly endpointId: string; readonly facts: WebhookEndpointFacts },
  { reach }: Pick<WebhookSettings, 'reach'>,
  { now }: Pick<EndpointContext, 'now'>,
): Promise<Result<WebhookEndpoint>> {
  const before = await readWebhookEndpoint(transaction, endpointId)
  if (!before.ok) return before
  const checked = checkWebhookUrl(facts.url, reach)
  if (!checked.ok) return checked
  const isEnabled = facts.state === 'enabled'
  const isNewlyEnabled = isEnabled && before.value.state === 'disabled'
  const fault = isNewlyEnabled ? await noPlaceForAnother(transaction) : undefined
  if (fault !== undefined) return failure(fault)
  const row = await transaction
    .updateTable('webhook_endpoint')
    .set({
      url: checked.value.href,
      event_types: JSON.stringify(facts.eventTypes),
      disabled_at: isEnabled ? null : (before.value.disabledAt ?? now),
    })
    .where('id', '=', endpointId)
    .returningAll()
    .executeTakeFirstOrThrow()
  return success(endpointOf(row))
}

/** Sends a test message to an endpoint, by the same way as all others. */
export async function testWebhookEndpoint(
  transaction: TenantTransaction,
  endpointId: string,
  { tenantId, now }: EndpointContext,
): Promise<Result<{ readonly deliveryId: string }>> {
  const endpoint = await readWebhookEndpoint(transaction, endpointId)
  if (!endpoint.ok) return endpoint
  const payload = { type: 'webhook.test', timestamp: now, data: { endpointId } } as const
  const delivery = { kind: 'webhook', endpointId, payload } as const
  const [deliveryId] = await putDeliveries(transaction, [delivery], { tenantId, now })
  return success({ deliveryId: deliveryId! })
}

/** In the form of Standard Webhooks: `whsec_` and base64 with padding. */
function newWebhookSecret(): string {
  return `whsec_${Buffer.from(newSecret(SECRET_BYTES), 'base64url').toString('base64')}`
}

async function noPlaceForAnother(transaction: TenantTransaction): Promise<Failure | undefined> {
  const endpoints = await listWebhookEndpoints(transaction)
  const enabled = endpoints.filter((endpoint) => endpoint.state === 'enabled')
  return enabled.length < ENABLED_MAX ? undefined : tooManyEndpoints
}

function endpointOf(row: Row<'webhook_endpoint'>): WebhookEndpoint {
  return {
    endpointId: row.id,
    url: row.url,
    eventTypes: row.event_types as readonly Subscription[],
    createdAt: instantOf(row.created_at),
    state: row.disabled_at === null ? 'enabled' : 'disabled',
    ...(row.disabled_at !== null && { disabledAt: instantOf(row.disabled_at) }),
  }
}

function noSuchEndpoint(endpointId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no webhook endpoint ${endpointId}.`,
    mend: 'List the endpoints to see their ids.',
    zh: { message: `没有 webhook 端点 ${endpointId}。`, mend: '请在端点列表中查看编号。' },
  }
}

const tooManyEndpoints: Failure = {
  code: 'conflict',
  path: '',
  message: `A tenant has at most ${ENABLED_MAX} enabled webhook endpoints.`,
  mend: 'Disable one, or let one endpoint take several types of events.',
  zh: {
    message: `每个租户最多启用 ${ENABLED_MAX} 个 webhook 端点。`,
    mend: '请停用一个，或让一个端点接收多种事件。',
  },
}
