import { recordAccessChange } from '../../access/index.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type {
  Criterion,
  TrustedTraderScheme,
} from '../../customs/trusted-trader/trusted-trader-scheme.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** From when to when a piece of evidence holds. */
interface Holding {
  readonly issuedOn?: LocalDate
  readonly expiresOn?: LocalDate
}

/** A document whose size and true type were checked by the one who hands it in. */
export interface NewDocumentEvidence extends Holding {
  readonly criterion: string
  readonly document: string
  readonly fileName: string
  readonly mediaType: string
  readonly content: Buffer
}

/** What a person says of a criterion, with the reason. */
export interface NewJudgement extends Pick<Holding, 'expiresOn'> {
  readonly criterion: string
  readonly verdict: 'met' | 'not-met'
  readonly reason: string
}

/** Under which kind an attachment is kept that belongs to no case but to a standing. */
export const STANDING_ATTACHMENT = 'standing-evidence'

/** Keeps a document as evidence. Fails with `not-found` and where it ends before it begins. */
export async function addDocument(
  transaction: TenantTransaction,
  {
    scheme,
    evidence,
  }: { readonly scheme: TrustedTraderScheme; readonly evidence: NewDocumentEvidence },
  context: ChangeContext,
): Promise<Result<string>> {
  const criterion = criterionOf(scheme, evidence.criterion)
  if (!criterion?.documents.some(({ id }) => id === evidence.document)) {
    return failure(noSuchDocument(evidence))
  }
  if (endsBeforeItBegins(evidence)) return failure(endsFirst)
  const attachmentId = newId('attachment')
  await transaction
    .insertInto('attachment')
    .values({
      ...{ id: attachmentId, tenant_id: context.tenantId, case_id: null },
      kind: STANDING_ATTACHMENT,
      ...{ file_name: evidence.fileName, media_type: evidence.mediaType },
      ...{ size_bytes: evidence.content.length, sha256: sha256Hex(evidence.content) },
      ...{ content: evidence.content, created_at: context.now },
    })
    .execute()
  const facts = { document: evidence.document, attachment_id: attachmentId }
  return success(await put(transaction, { scheme, evidence, facts, kind: 'document' }, context))
}

/** Keeps a judgement. Fails with `not-found` where the scheme has no such criterion. */
export async function addJudgement(
  transaction: TenantTransaction,
  { scheme, judgement }: { readonly scheme: TrustedTraderScheme; readonly judgement: NewJudgement },
  context: ChangeContext,
): Promise<Result<string>> {
  const { criterion, verdict, reason } = judgement
  if (criterionOf(scheme, criterion) === undefined) return failure(noSuchCriterion(criterion))
  const facts = { verdict, reason }
  return success(
    await put(transaction, { scheme, evidence: judgement, facts, kind: 'judgement' }, context),
  )
}

/**
 * Withdraws evidence: it counts no more. The content of a document is emptied, its hash stays. Fails
 * with `not-found`.
 */
export async function withdrawEvidence(
  transaction: TenantTransaction,
  { authority, evidenceId }: { readonly authority: string; readonly evidenceId: string },
  context: ChangeContext,
): Promise<Result<undefined>> {
  const row = await transaction
    .updateTable('standing_evidence')
    .set({ withdrawn_at: context.now, withdrawn_by: JSON.stringify(context.actor) })
    .where('authority', '=', authority)
    .where('id', '=', evidenceId)
    .where('withdrawn_at', 'is', null)
    .returning(['attachment_id', 'criterion'])
    .executeTakeFirst()
  if (row === undefined) return failure(noSuchEvidence(evidenceId))
  if (row.attachment_id !== null) {
    await transaction
      .updateTable('attachment')
      .set({ content: Buffer.alloc(0), file_name: '', erased_at: context.now })
      .where('id', '=', row.attachment_id)
      .where('erased_at', 'is', null)
      .execute()
  }
  await recordAccessChange(
    transaction,
    {
      ...{ action: 'evidence-withdrawn', subject: evidenceId },
      detail: { authority, criterion: row.criterion },
    },
    context,
  )
  return success(undefined)
}

interface Putting {
  readonly scheme: TrustedTraderScheme
  readonly evidence: Holding & { readonly criterion: string }
  readonly kind: 'document' | 'judgement'
  readonly facts:
    | { readonly document: string; readonly attachment_id: string }
    | { readonly verdict: 'met' | 'not-met'; readonly reason: string }
}

async function put(
  transaction: TenantTransaction,
  { scheme, evidence, kind, facts }: Putting,
  context: ChangeContext,
): Promise<string> {
  const id = newId('evidence')
  const { criterion, issuedOn = null, expiresOn = null } = evidence
  const { authority } = scheme
  await transaction
    .insertInto('standing_evidence')
    .values({
      ...{ id, tenant_id: context.tenantId, authority, scheme: scheme.id, criterion, kind },
      ...facts,
      ...{ issued_on: issuedOn, expires_on: expiresOn, at: context.now },
      ...{ actor: JSON.stringify(context.actor), cause: JSON.stringify(context.cause) },
    })
    .execute()
  const detail = {
    authority,
    criterion,
    kind,
    ...('verdict' in facts && { verdict: facts.verdict }),
  }
  await recordAccessChange(transaction, { action: 'evidence-added', subject: id, detail }, context)
  return id
}

function criterionOf({ criteria }: TrustedTraderScheme, id: string): Criterion | undefined {
  return criteria.find((criterion) => criterion.id === id)
}

function endsBeforeItBegins({ issuedOn, expiresOn }: Holding): boolean {
  return issuedOn !== undefined && expiresOn !== undefined && expiresOn < issuedOn
}

const endsFirst: Failure = {
  code: 'invalid-input',
  path: '/expiresOn',
  message: 'The last day of the document is before the day of its issue.',
  mend: 'State a last day that is not before the first, or none.',
  zh: {
    message: '文件的到期日早于签发日。',
    mend: '请填写不早于签发日的到期日，或不填。',
  },
}

function noSuchCriterion(criterion: string): Failure {
  return {
    code: 'not-found',
    path: '/criterion',
    message: `The scheme has no criterion ${criterion}.`,
    mend: 'Read the standing for its criteria.',
    zh: { message: `该认证没有标准 ${criterion}。`, mend: '请在资信状况中查看各项标准。' },
  }
}

function noSuchDocument({ criterion, document }: NewDocumentEvidence): Failure {
  return {
    code: 'not-found',
    path: '/document',
    message: `The criterion ${criterion} asks for no document ${document}.`,
    mend: 'Read the standing for the documents that it asks for.',
    zh: {
      message: `标准 ${criterion} 不要求文件 ${document}。`,
      mend: '请在资信状况中查看所需文件。',
    },
  }
}

/** Evidence that is not there, or was withdrawn already. */
export function noSuchEvidence(evidenceId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no evidence ${evidenceId}.`,
    mend: 'It may have been withdrawn; read the standing for what there is.',
    zh: { message: `没有证明材料 ${evidenceId}。`, mend: '可能已被撤回，请查看现有材料。' },
  }
}
