import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { WholeThreadView } from '../../src/api/views/thread-view.ts'
import { createLog } from '../../src/platform/log.ts'
import { connect, inTransaction } from '../../src/platform/postgres/index.ts'
import { asOwner } from './as-owner.ts'
import type { ProofInstallation } from './killable-installation.ts'
import { handIn, type SentOrder } from './order-journey.ts'

const ONE_STEP_LIMIT_MS = 150_000

/** Asks about an order, lets an officer answer, and writes again: two letters there and one back. */
export async function writeAbout(
  { officers }: ProofInstallation,
  sent: SentOrder,
  lookAgainMs: number,
): Promise<void> {
  const { client, order } = sent
  const { caseId } = await handIn(sent)
  const question = { kind: 'question', subject: order.reference, text: 'Is a label needed?' }
  const { id } = await client.post<WholeThreadView>(
    `/v1/cases/${caseId}/correspondence`,
    { ...question, attachmentIds: [] },
    `question-${caseId}`,
  )
  const path = `/v1/correspondence/${id}`
  const until = async (
    what: string,
    isThere: (thread: WholeThreadView) => boolean,
  ): Promise<WholeThreadView> => {
    const giveUpAt = performance.now() + ONE_STEP_LIMIT_MS
    for (;;) {
      const thread = await client.get<WholeThreadView>(path)
      if (isThere(thread)) return thread
      if (performance.now() > giveUpAt) throw new Error(`letter ${id}: ${what} did not come`)
      await sleep(lookAgainMs)
    }
  }
  const { officeReference } = await until(
    'the office’s reference',
    ({ state }) => state !== 'written',
  )
  await officers.answerLetter(officeReference!, `No label is needed for ${order.reference}.`)
  await until('the answer', ({ letters }) => letters === 2)
  const thanks = { text: 'Thank you.', attachmentIds: [] }
  await client.post(`${path}/letters`, thanks, `thanks-${caseId}`)
}

/** The letters of both books. */
interface Letters {
  /** Ours, by our reference. */
  readonly ofTraders: readonly string[]
  /** The office's, by its id and its words. */
  readonly ofTheOffice: readonly string[]
}

/**
 * Lays the letters of both sides beside each other: the same ones, once each and in the same words.
 *
 * @returns how many there are, and one sentence for each that is missing or there twice
 */
export async function compareLetters(
  installation: ProofInstallation,
): Promise<{ readonly letters: number; readonly violations: readonly string[] }> {
  const [ours, theirs] = [await ourLetters(installation), await theirLetters(installation)]
  return {
    letters: theirs.ofTraders.length + theirs.ofTheOffice.length,
    violations: [
      ...lost('a letter to the office', ours.ofTraders, theirs.ofTraders),
      ...lost('a letter of the office', theirs.ofTheOffice, ours.ofTheOffice),
    ],
  }
}

function lost(what: string, sent: readonly string[], came: readonly string[]): readonly string[] {
  const [wanted, there] = [new Set(sent), new Set(came)]
  return [
    ...sent.filter((each) => !there.has(each)).map((each) => `${what} was lost: ${each}`),
    ...came.filter((each) => !wanted.has(each)).map((each) => `${what} is nobody's: ${each}`),
    ...(there.size < came.length ? [`${what} is there twice`] : []),
  ]
}

function ourLetters({ databases }: ProofInstallation): Promise<Letters> {
  return asOwner(databases, async (transaction) => {
    const { rows } = await sql<{ ours: string | null; theirs: string | null }>`
      select m.lrn as ours, l.office_letter_id || ': ' || l.text as theirs
      from letter l left join exchange_message m on m.id = l.message_id
    `.execute(transaction)
    return {
      ofTraders: rows.flatMap(({ ours }) => ours ?? []),
      ofTheOffice: rows.flatMap(({ theirs }) => theirs ?? []),
    }
  })
}

async function theirLetters({ databases }: ProofInstallation): Promise<Letters> {
  const authority = connect<never>({
    ...{ url: databases.authorityUrl, applicationName: 'proof', maxConnections: 1 },
    log: createLog({ name: 'proof', level: 'silent' }),
  })
  try {
    return await inTransaction(authority, async (transaction) => {
      const { rows } = await sql<{ ours: string | null; theirs: string | null }>`
        select sender_reference as ours,
          case when sent_by = 'office' then id || ': ' || text end as theirs
        from correspondence_message
      `.execute(transaction)
      return {
        ofTraders: rows.flatMap(({ ours }) => ours ?? []),
        ofTheOffice: rows.flatMap(({ theirs }) => theirs ?? []),
      }
    })
  } finally {
    await authority.close()
  }
}
