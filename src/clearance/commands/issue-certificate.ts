import {
  type CertificateIssue,
  type CertificateOfOrigin,
  recordIssue,
} from '../../customs/documents/certificate-of-origin.ts'
import { canonicalDocumentText, type Document } from '../../customs/documents/document.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState, DocumentStanding } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import { renderDocumentsQueue } from '../queues.ts'
import { insertFacts, newFact, readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase } from './change-case.ts'

/**
 * What the chamber has issued, and for which origin. The chamber issues on paper, so a person
 * enters it.
 */
export interface CertificateInput {
  readonly caseId: string
  /** Country whose certificate was issued; a case has one application for each origin. */
  readonly origin: string
  /** Number, issuer, place, day, and the scan of the issued paper, uploaded to the case before. */
  readonly issue: CertificateIssue
}

/** Records that a chamber has issued a certificate of origin: the draft gives way to the issued form. */
export async function issueCertificate(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: CertificateInput,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { caseId, issue } = input
  const { tenantId, now } = context
  const issued = await changeCase(ports, transaction, caseId, {
    context,
    decide: async (state) => {
      const scan = findScan(state, issue.scanAttachmentId)
      if (!scan.ok) return scan
      const draft = await findDraft(transaction, state, input.origin)
      if (draft === undefined) return noSuchApplication(input.origin)
      const certificate = recordIssue(draft.certificate, issue)
      if (!certificate.ok) return certificate
      const document: Document = {
        kind: 'certificate-of-origin',
        templateVersion: 1,
        data: certificate.value,
      }
      const fact = newFact('document:certificate-of-origin', document, draft.personal)
      await insertFacts(transaction, [fact], { tenantId, caseId, at: now })
      return success([issuedEvent(draft.standing, { fact, document, issue })])
    },
  })
  if (issued.ok && ports.renderDocuments === 'on') {
    await enqueue(transaction, renderDocumentsQueue, { tenantId, caseId })
  }
  return issued
}

type Attachment = CaseState['attachments'][number]

/** The kind under which the scan of an issued certificate is uploaded. */
const SCAN_KIND = 'certificate-of-origin'

/** The uploaded scan; a photograph of the goods or another paper proves no issue. */
function findScan({ attachments }: CaseState, scanAttachmentId: string): Result<Attachment> {
  const scan = attachments.find(({ attachmentId }) => attachmentId === scanAttachmentId)
  if (scan === undefined) return noSuchScan(scanAttachmentId)
  return scan.kind === SCAN_KIND ? success(scan) : noCertificate(scan)
}

interface Draft {
  readonly standing: DocumentStanding
  readonly certificate: CertificateOfOrigin
  readonly personal: Awaited<ReturnType<typeof readFacts>>['personal']
}

async function findDraft(
  transaction: TenantTransaction,
  { documents }: CaseState,
  origin: string,
): Promise<Draft | undefined> {
  for (const standing of documents) {
    if (standing.kind !== 'certificate-of-origin') continue
    const { facts, personal } = await readFacts<[Document]>(transaction, [standing.document])
    const certificate = facts[0].data as CertificateOfOrigin
    if (certificate.origin === origin) return { standing, certificate, personal }
  }
  return undefined
}

interface IssuedFacts {
  readonly fact: ReturnType<typeof newFact>
  readonly document: Document
  readonly issue: CertificateIssue
}

function issuedEvent(
  draft: DocumentStanding,
  { fact, document, issue }: IssuedFacts,
): NewCaseEvent {
  return {
    type: 'document-issued',
    data: {
      kind: 'certificate-of-origin',
      draftFactId: draft.document.factId,
      document: fact.reference,
      contentSha256: sha256Hex(canonicalDocumentText(document)),
      number: issue.number,
      issuedOn: issue.issuedOn,
      attachmentId: issue.scanAttachmentId,
    },
  }
}

function noSuchScan(attachmentId: string) {
  return failure({
    code: 'not-found',
    path: '/issue/scanAttachmentId',
    message: `The case has no paper ${attachmentId}.`,
    mend: 'Upload the scan of the issued certificate to the case first.',
    zh: { message: `本案没有单证 ${attachmentId}。`, mend: '请先将已签发证书的扫描件上传到本案。' },
  })
}

function noCertificate({ attachmentId, kind }: Attachment) {
  return failure({
    code: 'document-missing',
    path: '/issue/scanAttachmentId',
    message: `The paper ${attachmentId} was uploaded as ${kind}, not as ${SCAN_KIND}.`,
    mend: `Upload the scan of the issued certificate with the kind ${SCAN_KIND}.`,
    zh: {
      message: `单证 ${attachmentId} 是以 ${kind} 而非 ${SCAN_KIND} 类别上传的。`,
      mend: `请以 ${SCAN_KIND} 类别上传已签发证书的扫描件。`,
    },
  })
}

function noSuchApplication(origin: string) {
  return failure({
    code: 'not-found',
    path: '/origin',
    message: `The case has no application for a certificate of origin ${origin}.`,
    mend: 'Name a country that goods of the case come from.',
    zh: {
      message: `本案没有原产国为 ${origin} 的原产地证书申请。`,
      mend: '请填写本案货物的原产国。',
    },
  })
}
