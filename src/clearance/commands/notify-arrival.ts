import { writeArrivalNotification } from '../../customs/formats/uk-cds/write-arrival-notification.ts'
import { putInOutbox } from '../../exchange/outbox.ts'
import { newLocalReference } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import type { CaseState } from '../case-state.ts'
import { channelOfDeclaration } from '../declaring/choose-channel.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'

/** Tells the authority that goods which were declared before arrival have arrived. */
export async function notifyArrival(
  transaction: TenantTransaction,
  { caseId, declaration }: CaseState,
  { tenantId, now }: ChangeContext,
): Promise<NewCaseEvent> {
  if (declaration?.mrn === undefined) throw new RangeError(`case ${caseId} has no MRN`)
  const { facts } = await readFacts<[Declaration]>(transaction, [declaration.declaration])
  const submitter = facts[0].declarant?.id
  if (submitter === undefined) throw new RangeError(`the declaration of ${caseId} has no declarant`)
  const lrn = newLocalReference()
  const { messageId } = await putInOutbox(transaction, {
    tenantId,
    caseId,
    channel: await channelOfDeclaration(transaction, declaration.messageId),
    kind: 'arrival',
    lrn,
    ducr: declaration.ducr,
    subject: declaration.mrn,
    body: writeArrivalNotification({ lrn, mrn: declaration.mrn, submitterEori: submitter }),
    now,
  })
  return { type: 'arrival-notified', data: { messageId, lrn } }
}
