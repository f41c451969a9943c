import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** What both kinds of evidence have. */
interface EvidenceOfCriterion {
  readonly evidenceId: string
  readonly criterion: string
  /** The last day on which it holds; absent where it does not end. */
  readonly expiresOn?: LocalDate
  readonly at: Instant
  /** Who brought it, by reference. */
  readonly actor: object
}

/** A document that the business has attached. */
export interface DocumentEvidence extends EvidenceOfCriterion {
  readonly kind: 'document'
  readonly document: string
  readonly issuedOn?: LocalDate
  readonly attachmentId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** What a person has judged, and why. */
export interface JudgementEvidence extends EvidenceOfCriterion {
  readonly kind: 'judgement'
  readonly verdict: 'met' | 'not-met'
  readonly reason: string
}

/** What shows whether a criterion is met. */
export type StandingEvidence = DocumentEvidence | JudgementEvidence

/** The evidence for a scheme that was not withdrawn, the newest first. */
export async function listEvidence(
  transaction: TenantTransaction,
  { authority, scheme }: { readonly authority: string; readonly scheme: string },
): Promise<readonly StandingEvidence[]> {
  const rows = await transaction
    .selectFrom('standing_evidence as evidence')
    .leftJoin('attachment', 'attachment.id', 'evidence.attachment_id')
    .selectAll('evidence')
    .select(['attachment.file_name', 'attachment.media_type', 'attachment.size_bytes'])
    .select('attachment.sha256')
    .where('evidence.authority', '=', authority)
    .where('evidence.scheme', '=', scheme)
    .where('evidence.withdrawn_at', 'is', null)
    .orderBy('evidence.id', 'desc')
    .execute()
  return rows.map((row): StandingEvidence => {
    const both = {
      ...{ evidenceId: row.id, criterion: row.criterion, at: instantOf(row.at), actor: row.actor },
      ...(row.expires_on !== null && { expiresOn: row.expires_on as LocalDate }),
    }
    if (row.kind === 'judgement') {
      return { ...both, kind: 'judgement', verdict: row.verdict!, reason: row.reason! }
    }
    return {
      ...both,
      kind: 'document',
      document: row.document!,
      ...(row.issued_on !== null && { issuedOn: row.issued_on as LocalDate }),
      ...{ attachmentId: row.attachment_id!, fileName: row.file_name! },
      ...{ mediaType: row.media_type!, sizeBytes: row.size_bytes!, sha256: row.sha256! },
    }
  })
}
