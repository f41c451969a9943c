import { sql } from 'kysely'

import { ERASED } from '../../clearance/personal/personal-fields.ts'
import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import { type SealingKey, unseal } from '../../platform/sealed-secret.ts'
import type { Mail } from '../mail/mailer.ts'
import { milestoneMail } from '../mail/milestone-mail.ts'
import { trackingToken, trackingUrl } from '../tracking-link.ts'
import type { SignedWebhook } from '../webhooks/post-webhook.ts'
import { threadMail } from '../mail/thread-mail.ts'
import type { ThreadMessage } from '../thread-message.ts'
import type { MailToSend, ThreadMailToSend } from './delivery.ts'

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
 * Takes those of the deliveries that are due, for the time of a lease, with all that their messages
 * need in one statement. One that is not due any more, or that another worker has, is not among them.
 */
export async function claimDeliveries(
  transaction: TenantTransaction,
  deliveryIds: readonly string[],
  { clock, ...settings }: ContentSettings & { readonly clock: Clock },
): Promise<readonly Claim[]> {
  const now = new Date(clock.now())
  const rows = await claimRows(transaction, deliveryIds, now)
  const addresses = await withPersonalFields(
    transaction,
    rows.map((row) => row.buyer_email ?? ERASED),
  )
  return rows.map((row, index) => ({
    deliveryId: row.id,
    attempts: row.attempts,
    content:
      row.kind === 'webhook'
        ? webhookContent(row, settings)
        : mailContent(row, addresses[index]!, settings),
  }))
}

/** A delivery with what is on file now: what was erased, revoked or disabled since is absent. */
interface ClaimedRow extends Pick<Row<'delivery'>, 'id' | 'kind' | 'attempts' | 'payload'> {
  readonly endpoint_id: string | null
  readonly url: string | null
  readonly sealed_secret: string | null
  readonly buyer_email: string | null
  readonly contact_email: string | null
  /** The newest link that still works; a revoked one is never handed out again. */
  readonly link_id: string | null
}

async function claimRows(
  transaction: TenantTransaction,
  deliveryIds: readonly string[],
  now: Date,
): Promise<readonly ClaimedRow[]> {
  const leasedUntil = new Date(now.getTime() + LEASE_MS)
  const { rows } = await sql<ClaimedRow>`
    with claimed as (
      update delivery set attempts = attempts + 1, due_at = ${leasedUntil}
      where id = any(${deliveryIds}) and state = 'due' and due_at <= ${now}
      returning id, kind, attempts, payload, endpoint_id, case_id
    )
    select
      claimed.id, claimed.kind, claimed.attempts, claimed.payload,
      endpoint.id as endpoint_id, endpoint.url, endpoint.sealed_secret,
      consignment.data #>> '{parties,buyer,email}' as buyer_email,
      (select profile ->> 'contactEmail' from tenant) as contact_email,
      (
        select id from tracking_link
        where case_id = claimed.case_id and revoked_at is null
        order by id desc limit 1
      ) as link_id
    from claimed
    left join webhook_endpoint as endpoint
      on endpoint.id = claimed.endpoint_id and endpoint.disabled_at is null
    left join clearance_case on clearance_case.id = claimed.case_id and claimed.kind = 'email'
    left join case_fact as consignment
      on consignment.id = clearance_case.snapshot #>> '{consignment,factId}'
  `.execute(transaction)
  return rows
}

function webhookContent(
  { id, payload, endpoint_id: endpointId, url, sealed_secret: sealed }: ClaimedRow,
  { sealingKey }: ContentSettings,
): Content {
  if (endpointId === null || url === null || sealed === null) {
    return { kind: 'impossible', why: 'the endpoint is disabled' }
  }
  const secret = unseal(sealingKey, sealed, endpointId)
  return {
    kind: 'webhook',
    endpointId,
    webhook: { id, url, body: JSON.stringify(payload), secret },
  }
}

function mailContent(row: ClaimedRow, buyerEmail: string, settings: ContentSettings): Content {
  const { to, message } = row.payload as MailToSend | ThreadMailToSend
  const buyerAddress = buyerEmail.includes(ERASED) ? null : buyerEmail
  const address = to === 'buyer' ? buyerAddress : row.contact_email
  if (address === null) return { kind: 'impossible', why: 'there is no address on file' }
  if (isThreadMessage(message)) {
    const { publicUrl } = settings
    const link = `${publicUrl}/console/correspondence/${message.data.threadId}`
    return { kind: 'email', mail: { id: row.id, to: address, ...threadMail(message, link) } }
  }
  const link = to === 'buyer' ? trackingAddress(row, settings) : message.data.links.case
  return { kind: 'email', mail: { id: row.id, to: address, ...milestoneMail(message, to, link) } }
}

function isThreadMessage(
  message: (MailToSend | ThreadMailToSend)['message'],
): message is ThreadMessage {
  return 'threadId' in message.data
}

function trackingAddress(
  { link_id: linkId }: ClaimedRow,
  { sealingKey, publicUrl }: ContentSettings,
): string | undefined {
  return linkId === null ? undefined : trackingUrl(publicUrl, trackingToken(sealingKey, linkId))
}
