import { sql } from 'kysely'

import { ERASED } from '../../clearance/personal/personal-fields.ts'
import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import { readCase } from '../../clearance/store/case-store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import { type SealingKey, unseal } from '../../platform/sealed-secret.ts'
import type { Mail } from '../mail/mailer.ts'
import { milestoneMail } from '../mail/milestone-mail.ts'
import { trackingToken, trackingUrl } from '../tracking-link.ts'
import type { SignedWebhook } from '../webhooks/post-webhook.ts'
import type { MailToSend } from './delivery.ts'

/** A delivery in the hands of one worker, with all that is needed to make the attempt. */
export interface Claim {
  readonly deliveryId: string
  /** Counts this attempt as well. */
  readonly attempts: number
  readonly content: Content
}

type Content =
  | {
      readonly kind: 'webhook'
      readonly endpointId: string
      readonly webhook: Unsent<SignedWebhook>
    }
  | { readonly kind: 'email'; readonly mail: Unsent<Mail> }
  | { readonly kind: 'impossible'; readonly why: string }

type Unsent<Sent> = Omit<Sent, 'sentAt'>

/** What writing messages needs to know of the installation. */
export interface ContentSettings {
  readonly sealingKey: SealingKey
  readonly publicUrl: string
}

/** Longer than any attempt takes; a worker that has not come back by then is taken for dead. */
const LEASE_MS = 30_000

/**
 * Takes a delivery that is due, for the time of a lease. Nothing when it is not due any more, or
 * when another worker has it.
 */
export async function claimDelivery(
  transaction: TenantTransaction,
  deliveryId: string,
  { clock, ...settings }: ContentSettings & { readonly clock: Clock },
): Promise<Claim | undefined> {
  const now = Date.parse(clock.now())
  const row = await transaction
    .updateTable('delivery')
    .set((column) => ({ attempts: column('attempts', '+', 1), due_at: new Date(now + LEASE_MS) }))
    .where('id', '=', deliveryId)
    .where('state', '=', 'due')
    .where('due_at', '<=', new Date(now))
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const content =
    row.kind === 'webhook'
      ? await webhookContent(transaction, row, settings)
      : await mailContent(transaction, row, settings)
  return { deliveryId, attempts: row.attempts, content }
}

async function webhookContent(
  transaction: TenantTransaction,
  row: Row<'delivery'>,
  { sealingKey }: ContentSettings,
): Promise<Content> {
  const endpoint = await transaction
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('id', '=', row.endpoint_id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (endpoint === undefined) return { kind: 'impossible', why: 'the endpoint is disabled' }
  const { id: endpointId, url, sealed_secret: sealed } = endpoint
  const secret = unseal(sealingKey, sealed, endpointId)
  const body = JSON.stringify(row.payload)
  return { kind: 'webhook', endpointId, webhook: { id: row.id, url, body, secret } }
}

async function mailContent(
  transaction: TenantTransaction,
  row: Row<'delivery'>,
  settings: ContentSettings,
): Promise<Content> {
  const { to, message } = row.payload as MailToSend
  const { caseId, links } = message.data
  const address =
    to === 'buyer' ? await buyerAddress(transaction, caseId) : await contactAddress(transaction)
  if (address === undefined) return { kind: 'impossible', why: 'there is no address on file' }
  const link = to === 'buyer' ? await trackingAddress(transaction, caseId, settings) : links.case
  return { kind: 'email', mail: { id: row.id, to: address, ...milestoneMail(message, to, link) } }
}

/** The address as it is on file now: one that was erased after the event is not written to. */
async function buyerAddress(
  transaction: TenantTransaction,
  caseId: string,
): Promise<string | undefined> {
  const state = await readCase(transaction, caseId)
  if (state === undefined) return undefined
  const row = await transaction
    .selectFrom('case_fact')
    .select(sql<string | null>`data #>> '{parties,buyer,email}'`.as('email'))
    .where('id', '=', state.consignment.factId)
    .executeTakeFirst()
  const address = await withPersonalFields(transaction, row?.email ?? ERASED)
  return address.includes(ERASED) ? undefined : address
}

async function contactAddress(transaction: TenantTransaction): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('tenant')
    .select(sql<string | null>`profile ->> 'contactEmail'`.as('email'))
    .executeTakeFirst()
  return row?.email ?? undefined
}

/** The address of the newest link that still works; a revoked one is never handed out again. */
async function trackingAddress(
  transaction: TenantTransaction,
  caseId: string,
  { sealingKey, publicUrl }: ContentSettings,
): Promise<string | undefined> {
  const link = await transaction
    .selectFrom('tracking_link')
    .select('id')
    .where('case_id', '=', caseId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return link && trackingUrl(publicUrl, trackingToken(sealingKey, link.id))
}
