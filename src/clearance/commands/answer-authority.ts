import { failure, type Result, success } from '../../customs/result.ts'
import { sealDocument } from '../../exchange/document-envelope.ts'
import { putInOutbox } from '../../exchange/outbox.ts'
import { newLocalReference } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { nextState } from '../life-cycle/life-cycle.ts'
import { controlLifeCycle } from '../life-cycle/side-life-cycles.ts'
import type { ClearancePorts } from '../ports.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase } from './change-case.ts'

export interface DocumentsAnswer {
  readonly caseId: string
  readonly controlId: string
  /** Papers of the case that are sent in answer, uploaded before. */
  readonly attachmentIds: readonly string[]
}

/** Sends papers to the authority in answer to its request for documents. */
export async function answerDocumentsRequest(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  answer: DocumentsAnswer,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  return changeCase(ports, transaction, answer.caseId, {
    context,
    decide: async (state) => {
      const control = state.controls.find(({ controlId }) => controlId === answer.controlId)
      const open =
        control !== undefined &&
        nextState(controlLifeCycle, control.state, 'documents-answered') !== undefined
      if (!open) return nothingAsked(answer.controlId)
      const papers = await readPapers(transaction, answer)
      if (papers.length !== answer.attachmentIds.length) return papersMissing()
      const messageIds: string[] = []
      for (const paper of papers) {
        messageIds.push(await sendPaper(transaction, state, { paper, context }))
      }
      return success([answeredEvent(answer, messageIds)])
    },
  })
}

function answeredEvent(
  { controlId, attachmentIds }: DocumentsAnswer,
  messageIds: readonly string[],
): NewCaseEvent {
  return { type: 'documents-answered', data: { controlId, attachmentIds, messageIds } }
}

async function readPapers(
  transaction: TenantTransaction,
  { caseId, attachmentIds }: DocumentsAnswer,
): Promise<readonly Row<'attachment'>[]> {
  if (attachmentIds.length === 0) return []
  return transaction
    .selectFrom('attachment')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', 'in', attachmentIds)
    .execute()
}

async function sendPaper(
  transaction: TenantTransaction,
  { caseId, declaration }: CaseState,
  sending: { readonly paper: Row<'attachment'>; readonly context: ChangeContext },
): Promise<string> {
  const mrn = declaration?.mrn
  if (mrn === undefined) throw new RangeError(`case ${caseId} has no MRN to send documents to`)
  const { paper, context } = sending
  const { messageId } = await putInOutbox(transaction, {
    tenantId: context.tenantId,
    caseId,
    channel: 'uk-cds',
    kind: 'document',
    lrn: newLocalReference(),
    ducr: declaration?.ducr ?? '',
    subject: mrn,
    body: sealDocument({
      mrn,
      documentType: paper.kind,
      fileName: paper.file_name,
      mediaType: paper.media_type,
      content: paper.content.toString('base64'),
    }),
    now: context.now,
  })
  return messageId
}

function nothingAsked(controlId: string) {
  return failure({
    code: 'conflict',
    path: '/controlId',
    message: `The authority does not wait for documents under ${controlId}.`,
    mend: 'Take the id of an open request from the controls of the case.',
  })
}

function papersMissing() {
  return failure({
    code: 'fact-missing',
    path: '/attachmentIds',
    message: 'The answer needs at least one paper, each uploaded to this case before.',
    mend: 'Upload the papers to the case and name their ids.',
  })
}
