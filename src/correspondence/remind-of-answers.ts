import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import { acrossTenants, inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import type { CorrespondencePorts, ThreadNewsType } from './correspondence-ports.ts'
import { nextReminder } from './reminder-days.ts'
import { aboutCase } from './take-in-change.ts'
import { lockThread, type StoredThread } from './thread-store.ts'

const AT_A_TIME = 100

/**
 * Reminds of answers whose day comes near or is over, each of them once a day at most: of ours before and
 * after it, of the authority's once it is over. Any number of nodes may do so side by side.
 *
 * @returns of how many threads somebody was reminded
 */
export async function remindOfAnswers(ports: CorrespondencePorts): Promise<number> {
  const { database, clock } = ports.clearance
  const today = dateInLondon(clock.now())
  let reminded = 0
  for (;;) {
    const due = await acrossTenants(database, 'due_reminders', [today, AT_A_TIME])
    for (const { tenant_id: tenantId, thread_id: threadId } of due) {
      const told = await inTenant(database, tenantId!, (transaction) =>
        remind(ports, transaction, { tenantId: tenantId!, threadId: threadId!, today }),
      )
      if (told) reminded += 1
    }
    if (due.length < AT_A_TIME) return reminded
  }
}

interface DueReminder {
  readonly tenantId: string
  readonly threadId: string
  readonly today: LocalDate
}

/** @returns false where another node has done it meanwhile, or the answer has come */
async function remind(
  ports: CorrespondencePorts,
  transaction: TenantTransaction,
  { tenantId, threadId, today }: DueReminder,
): Promise<boolean> {
  const thread = await lockThread(transaction, threadId)
  if (thread?.remind_on == null || thread.remind_on > today) return false
  const { awaits, kind, case_id } = thread
  const answerDueOn = thread.answer_due_on as LocalDate | null
  await transaction
    .updateTable('correspondence_thread')
    .set({ remind_on: nextReminder({ awaits, answerDueOn }, today) })
    .where('id', '=', threadId)
    .execute()
  const type = newsType(thread, today)
  if (type === undefined || answerDueOn === null) return false
  const about = await aboutCase(transaction, { case_id })
  const news = { type, threadId, kind, answerDueOn, ...(about && { about }) }
  await ports.tellOfThread(transaction, news, { tenantId, now: ports.clearance.clock.now() })
  return true
}

function newsType(
  { awaits, answer_due_on: dueOn }: StoredThread,
  today: LocalDate,
): ThreadNewsType | undefined {
  if (awaits === null || dueOn === null) return undefined
  if (awaits === 'office') return 'correspondence.office-overdue'
  return dueOn < today ? 'correspondence.overdue' : 'correspondence.due-soon'
}
