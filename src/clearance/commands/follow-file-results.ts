import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { nextState } from '../life-cycle/life-cycle.ts'
import { controlLifeCycle } from '../life-cycle/side-life-cycles.ts'

/** A notification with the message of ours that it answers. */
export interface HeardNotification {
  readonly notification: Notification
  readonly messageId: string
}

/**
 * What follows from files that the authority has not taken: the message that brought one stands as
 * refused, and the request for documents that it answered is open again.
 */
export async function followFileResults(
  transaction: TenantTransaction,
  state: CaseState,
  news: readonly HeardNotification[],
): Promise<readonly NewCaseEvent[]> {
  const events: NewCaseEvent[] = []
  for (const { notification, messageId } of news) {
    const { file } = notification
    if (file?.outcome !== 'refused') continue
    // Without the name of the file, in which parts of the name of a person may stand.
    const why = file.details === undefined ? file.word : `${file.word}: ${file.details}`
    await refuseMessage(transaction, messageId, why)
    events.push(notTaken(state, messageId, why))
  }
  return events
}

async function refuseMessage(
  transaction: TenantTransaction,
  messageId: string,
  last_error: string,
): Promise<void> {
  await transaction
    .updateTable('exchange_message')
    .set({ state: 'refused', last_error })
    .where('id', '=', messageId)
    .where('state', '=', 'sent')
    .execute()
}

function notTaken({ controls }: CaseState, messageId: string, why: string): NewCaseEvent {
  const control = controls.find(({ messageIds }) => messageIds?.includes(messageId))
  const reopens =
    control !== undefined &&
    nextState(controlLifeCycle, control.state, 'documents-not-taken') !== undefined
  if (reopens) {
    const { controlId } = control
    return { type: 'documents-not-taken', data: { controlId, messageId, why } }
  }
  const error = {
    code: 'declaration-invalid',
    path: '',
    message: why,
    zh: { message: `海关未接收文件：${why}` },
  } as const
  return { type: 'message-refused', data: { messageId, errors: [error] } }
}
