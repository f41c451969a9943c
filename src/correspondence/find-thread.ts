import type { AnsweredLetter, IncomingChange } from '../exchange/letters/letter-box.ts'
import { acrossTenants, type Database, type Schema } from '../platform/postgres/index.ts'

/** A thread of some tenant. */
export interface FoundThreadId {
  readonly tenantId: string
  readonly threadId: string
}

/**
 * Finds the thread that a change belongs to: by the letter that it answers, where its carrier tells, or by the
 * references that it bears. `several` where the two speak of different threads, so that nothing goes to a
 * business that it does not concern; undefined where there is none.
 */
export async function findThread(
  database: Database<Schema>,
  { channel, change, reference, answers = [] }: IncomingChange,
): Promise<FoundThreadId | 'several' | undefined> {
  const answered = await threadAnswered(database, channel, answers)
  // A thread that the office has opened by mail is known by a reference that we have made for it.
  const theirs = reference ?? change.thread
  const named = idsOf(
    await acrossTenants(database, 'find_letter_thread', [channel, theirs, reference ?? null]),
  )
  if (answered === undefined || named === undefined) return answered ?? named
  return answered.threadId === named.threadId ? answered : 'several'
}

async function threadAnswered(
  database: Database<Schema>,
  channel: string,
  answers: readonly AnsweredLetter[],
): Promise<FoundThreadId | undefined> {
  for (const answer of answers) {
    const [ours, theirs] = answer.by === 'trader' ? [answer.reference, null] : [null, answer.letter]
    const found = idsOf(await acrossTenants(database, 'find_letter', [channel, ours, theirs]))
    if (found !== undefined) return found
  }
  return undefined
}

function idsOf([row]: readonly Readonly<Record<string, string>>[]): FoundThreadId | undefined {
  return row && { tenantId: row['tenant_id']!, threadId: row['thread_id']! }
}
