import type { Row, TenantTransaction } from '../platform/postgres/index.ts'

/** A notification that nobody here waits for or that could not be read, without its bytes. */
export type FoundStray = Omit<Row<'stray_notification'>, 'body'>

/** What a stray names. */
type NamedByStray = Pick<Row<'stray_notification'>, 'channel' | 'lrn' | 'mrn' | 'conversation_id'>

/** By what a stray is proved to answer something that a case has sent. */
export interface StrayProof {
  readonly by: 'lrn' | 'conversation' | 'mrn'
  readonly messageId: string
  readonly caseId: string
}

/** Which strays are wanted; what is absent narrows nothing. */
export interface StrayFilter {
  /** `open` waits for a person; `settled` was assigned or set aside. */
  readonly standing?: 'open' | 'settled'
  readonly strayId?: string
  readonly before?: string
  readonly atMost: number
}

/**
 * Finds strays, the newest first. Row-level security shows a tenant those alone that answer a message
 * of its own, and the owner of the tables all of them.
 */
export async function findStrays(
  transaction: TenantTransaction,
  { standing, strayId, before, atMost }: StrayFilter,
): Promise<readonly FoundStray[]> {
  let query = transaction
    .selectFrom('stray_notification')
    .select([
      'id',
      'channel',
      'conversation_id',
      'lrn',
      'mrn',
      'sha256',
      'why',
      'received_at',
      'erased_at',
      'outcome',
      'settled_at',
      'settled_by',
      'settled_why',
      'case_id',
    ])
    .orderBy('id', 'desc')
    .limit(atMost)
  if (standing === 'open') query = query.where('outcome', 'is', null)
  if (standing === 'settled') query = query.where('outcome', 'is not', null)
  if (strayId !== undefined) query = query.where('id', '=', strayId)
  if (before !== undefined) query = query.where('id', '<', before)
  return query.execute()
}

/** The bytes of a stray as they came; undefined where the transaction does not see it. */
export async function readStrayBytes(
  transaction: TenantTransaction,
  strayId: string,
): Promise<Buffer | undefined> {
  const row = await transaction
    .selectFrom('stray_notification')
    .select('body')
    .where('id', '=', strayId)
    .executeTakeFirst()
  return row?.body
}

/**
 * Finds which message of the transaction's tenant a stray answers. The local reference is ours alone
 * and names the message; a conversation names it as surely; an MRN names the case, of which the
 * latest declaration is taken.
 */
export async function proofOf(
  transaction: TenantTransaction,
  { channel, lrn, mrn, conversation_id }: NamedByStray,
): Promise<StrayProof | undefined> {
  const ofChannel = transaction
    .selectFrom('exchange_message')
    .select(['id', 'case_id'])
    .where('channel', '=', channel)
    // Letters are answered by letters, which are no notifications.
    .where('kind', '<>', 'letter')
    .$narrowType<{ case_id: string }>()
    .orderBy('id', 'desc')
  const byLrn = lrn === null ? undefined : await ofChannel.where('lrn', '=', lrn).executeTakeFirst()
  if (byLrn) return { by: 'lrn', messageId: byLrn.id, caseId: byLrn.case_id }
  const byConversation =
    conversation_id === null
      ? undefined
      : await ofChannel.where('conversation_id', '=', conversation_id).executeTakeFirst()
  if (byConversation) {
    return { by: 'conversation', messageId: byConversation.id, caseId: byConversation.case_id }
  }
  if (mrn === null) return undefined
  const byMrn = await ofChannel
    .where('kind', '=', 'declaration')
    .where('case_id', 'in', (cases) =>
      cases.selectFrom('clearance_case').select('id').where('mrn', '=', mrn),
    )
    .executeTakeFirst()
  return byMrn && { by: 'mrn', messageId: byMrn.id, caseId: byMrn.case_id }
}
