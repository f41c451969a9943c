import { type DocumentEnvelope, sealDocument } from '../../exchange/document-envelope.ts'
import { putInOutbox } from '../../exchange/outbox.ts'
import { newLocalReference } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { channelOfDeclaration } from '../declaring/choose-channel.ts'
import type { ChangeContext } from '../store/record-events.ts'

/** Commits a paper for the authority to the outbox; it goes to the declaration in force. */
export async function sendPaper(
  transaction: TenantTransaction,
  { caseId, declaration }: CaseState,
  paper: Omit<DocumentEnvelope, 'mrn'>,
  { tenantId, now }: ChangeContext,
): Promise<string> {
  if (declaration?.mrn === undefined) {
    throw new RangeError(`case ${caseId} has no MRN to send papers to`)
  }
  const { mrn, ducr } = declaration
  const { messageId } = await putInOutbox(transaction, {
    ...{ tenantId, caseId, ducr, now },
    channel: await channelOfDeclaration(transaction, declaration.messageId),
    kind: 'document',
    lrn: newLocalReference(),
    subject: mrn,
    body: sealDocument({ mrn, ...paper }),
  })
  return messageId
}
