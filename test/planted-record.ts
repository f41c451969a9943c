import type { CaseEventType } from '../src/clearance/events/case-event.ts'
import { newId } from '../src/platform/ids.ts'
import { inTenant, type Row } from '../src/platform/postgres/index.ts'
import type { TestApi, TestTenant } from './api.ts'
import { asWorker, declareExample } from './given-up-message.ts'

/** An event, how many seconds after the end of its case it happened, and what it says. */
export type PlantedEvent = readonly [CaseEventType, number, object?]

/** A case by its events alone. */
export interface PlantedCase {
  /** How many seconds ago the moment is from which its events are counted. */
  readonly endedAgo: number
  readonly events: readonly PlantedEvent[]
  readonly state?: string
  readonly mrn?: string
}

/** Puts a case on record as it would have come about, without walking it there. */
export async function plantCase(
  api: TestApi,
  { tenantId }: TestTenant,
  { endedAgo, events, state = 'delivered', mrn }: PlantedCase,
): Promise<{ readonly caseId: string; readonly reference: string }> {
  const caseId = newId('case')
  const reference = caseId.slice(-10)
  const at = (seconds: number) =>
    new Date(Date.parse(api.clock.now()) + (seconds - endedAgo) * 1_000)
  await inTenant(api.database, tenantId, async (transaction) => {
    await transaction
      .insertInto('clearance_case')
      .values({
        ...{ id: caseId, tenant_id: tenantId, reference, state, destination: 'GB' },
        ...{ version: events.length, snapshot: '{}', mrn: mrn ?? null },
        ...{ opened_at: at(0), updated_at: at(0) },
      })
      .execute()
    const rows = events.map(([type, seconds, data = {}], index) => ({
      ...{ tenant_id: tenantId, case_id: caseId, sequence: index + 1, type, schema_version: 1 },
      ...{ at: at(seconds), actor: '{}', cause: '{}', data: JSON.stringify(data) },
    }))
    await transaction.insertInto('case_event').values(rows).execute()
  })
  return { caseId, reference }
}

/** A message as it was sent, and after how many seconds each of its answers was stored. */
export async function plantMessage(
  api: TestApi,
  tenant: TestTenant,
  {
    sentAgo,
    answeredAfter,
  }: { readonly sentAgo: number; readonly answeredAfter: readonly number[] },
): Promise<void> {
  const { caseId, messageId } = await declareExample(api, tenant)
  const sentAt = Date.parse(api.clock.now()) - sentAgo * 1_000
  await asWorker(
    api,
    async (transaction) => {
      await transaction
        .updateTable('exchange_message')
        .set({ state: 'sent', sent_at: new Date(sentAt) })
        .where('id', '=', messageId)
        .execute()
      for (const seconds of answeredAfter) {
        const id = newId('notification')
        await transaction
          .insertInto('exchange_notification')
          .values({
            ...{ id, tenant_id: tenant.tenantId, case_id: caseId, message_id: messageId },
            ...{ channel: 'uk-cds', notification_id: id, function_code: '02', sha256: id },
            ...{
              body: Buffer.from(''),
              parsed: '{}',
              received_at: new Date(sentAt + seconds * 1_000),
            },
          })
          .execute()
      }
    },
    tenant.tenantId,
  )
}

/** A thread of letters as far as it is told without its letters. */
export interface PlantedThread extends Pick<
  Row<'correspondence_thread'>,
  'kind' | 'subject' | 'state' | 'awaits' | 'opened_by'
> {
  readonly case_id?: string
  readonly answer_due_on?: string
  readonly first_answer_at?: string
  readonly decision?: object
  readonly matter?: object
}

/** Puts a thread on record that was opened a day ago. */
export async function plantThread(
  api: TestApi,
  { tenantId }: TestTenant,
  { decision, matter, ...thread }: PlantedThread,
): Promise<string> {
  const id = newId('thread')
  const openedAt = new Date(Date.parse(api.clock.now()) - 86_400_000)
  await inTenant(api.database, tenantId, (transaction) =>
    transaction
      .insertInto('correspondence_thread')
      .values({
        ...{ id, tenant_id: tenantId, channel: 'uk-letters', office_reference: id },
        ...{ reference: thread.opened_by === 'trader' ? id : null },
        ...{ opened_at: openedAt, updated_at: openedAt },
        ...thread,
        ...(decision && { decision: JSON.stringify(decision) }),
        ...(matter && { matter: JSON.stringify(matter) }),
      })
      .execute(),
  )
  return id
}
