import { sql } from 'kysely'

import type { Row, TenantTransaction } from '../platform/postgres/index.ts'

/** Which messages are wanted; what is absent narrows nothing. */
export interface MessageFilter {
  readonly states?: readonly Row<'exchange_message'>['state'][]
  readonly channel?: string
  readonly kinds?: readonly Row<'exchange_message'>['kind'][]
  readonly caseId?: string
  readonly tenantId?: string
  readonly messageId?: string
  /** Only messages that were made before this one. */
  readonly before?: string
  readonly atMost: number
}

/** What is known of a message without its bytes. */
export interface FoundMessage extends Omit<
  Row<'exchange_message'>,
  'body' | 'attempt_id' | 'erased_at'
> {
  /** Null of a letter that is about no case, as its `case_id`. */
  readonly case_reference: string | null
  readonly byte_count: number
  readonly is_erased: boolean
  /** The later message of the same kind that the case has sent in its place, where it was refused. */
  readonly replaced_by: string | null
}

/**
 * Finds messages of the outbox, the newest first, whatever became of them. It sees what the
 * transaction sees: the messages of its tenant, and of all tenants only as the owner of the tables.
 */
export async function findMessages(
  transaction: TenantTransaction,
  { states, channel, kinds, caseId, tenantId, messageId, before, atMost }: MessageFilter,
): Promise<readonly FoundMessage[]> {
  let query = transaction
    .selectFrom('exchange_message as message')
    .leftJoin('clearance_case', 'clearance_case.id', 'message.case_id')
    .select([
      'message.id',
      'message.tenant_id',
      'message.case_id',
      'message.channel',
      'message.kind',
      'message.lrn',
      'message.ducr',
      'message.subject',
      'message.sha256',
      'message.state',
      'message.attempts',
      'message.due_at',
      'message.conversation_id',
      'message.last_error',
      'message.created_at',
      'message.sent_at',
      'message.waits_for',
      'clearance_case.reference as case_reference',
      sql<number>`octet_length(message.body)`.as('byte_count'),
      sql<boolean>`message.erased_at is not null`.as('is_erased'),
      sql<string | null>`case when message.state in ('refused', 'set-aside') then (
        select later.id from exchange_message later
        where later.case_id = message.case_id and later.kind = message.kind and later.id > message.id
        order by later.id limit 1
      ) end`.as('replaced_by'),
    ])
    .orderBy('message.id', 'desc')
    .limit(atMost)
  if (states !== undefined) query = query.where('message.state', 'in', states)
  if (kinds !== undefined) query = query.where('message.kind', 'in', kinds)
  if (channel !== undefined) query = query.where('message.channel', '=', channel)
  if (caseId !== undefined) query = query.where('message.case_id', '=', caseId)
  if (tenantId !== undefined) query = query.where('message.tenant_id', '=', tenantId)
  if (messageId !== undefined) query = query.where('message.id', '=', messageId)
  if (before !== undefined) query = query.where('message.id', '<', before)
  return query.execute()
}
