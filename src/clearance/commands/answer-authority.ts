import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { nextState } from '../life-cycle/life-cycle.ts'
import { controlLifeCycle } from '../life-cycle/side-life-cycles.ts'
import type { ClearancePorts } from '../ports.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { withSupplementaryInForce } from '../supplementary-in-force.ts'
import { changeCase } from './change-case.ts'
import { sendPaper } from './send-paper.ts'

/** Papers for an open request of the authority. Each of them goes out as a message of its own. */
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
      const asking = await withDeclarationThatAsks(transaction, state, answer.controlId)
      const messageIds: string[] = []
      for (const paper of papers) {
        messageIds.push(await sendPaper(transaction, asking, envelopeOf(paper), context))
      }
      return success([answeredEvent(answer, messageIds)])
    },
  })
}

/** Papers go under the MRN of the declaration that is looked at, which may be the supplementary one. */
async function withDeclarationThatAsks(
  transaction: TenantTransaction,
  state: CaseState,
  controlId: string,
): Promise<CaseState> {
  const own = withSupplementaryInForce(state)
  if (own === undefined) return state
  const asked = await transaction
    .selectFrom('exchange_notification')
    .select('parsed')
    .where('case_id', '=', state.caseId)
    .where('notification_id', '=', controlId)
    .executeTakeFirst()
  const { mrn } = (asked?.parsed ?? {}) as Partial<Notification>
  return mrn !== undefined && mrn === own.declaration.mrn ? own : state
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

function envelopeOf(paper: Row<'attachment'>) {
  return {
    documentType: paper.kind,
    fileName: paper.file_name,
    mediaType: paper.media_type,
    content: paper.content.toString('base64'),
  }
}

function nothingAsked(controlId: string) {
  return failure({
    code: 'conflict',
    path: '/controlId',
    message: `The authority does not wait for documents under ${controlId}.`,
    mend: 'Take the id of an open request from the controls of the case.',
    zh: {
      message: `海关没有在 ${controlId} 项下等待单证。`,
      mend: '请在本案的查验中取未答复的要求的编号。',
    },
  })
}

function papersMissing() {
  return failure({
    code: 'fact-missing',
    path: '/attachmentIds',
    message: 'The answer needs at least one paper, each uploaded to this case before.',
    mend: 'Upload the papers to the case and name their ids.',
    zh: {
      message: '答复至少需要一份单证，且须事先上传到本案。',
      mend: '请将单证上传到本案，并填写其编号。',
    },
  })
}
