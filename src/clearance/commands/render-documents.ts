import type { Document } from '../../customs/documents/document.ts'
import { type Result, success } from '../../customs/result.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import type { DocumentStanding } from '../case-state.ts'
import type { ClearancePorts } from '../ports.ts'
import type { CaseJob } from '../queues.ts'
import { readCase } from '../store/case-store.ts'
import { readFacts } from '../store/case-fact.ts'
import { changeCase } from './change-case.ts'

/** Makes the file of a document; the same document always gives the same bytes. */
export type RenderDocument = (document: Document) => Promise<Result<Buffer>>

/**
 * Renders the papers of a case that have no file hash on record yet. The files themselves are not
 * kept: they are made again when somebody asks, and the hash shows that they are the same.
 */
export async function renderDocuments(
  ports: ClearancePorts,
  render: RenderDocument,
  { tenantId, caseId }: CaseJob,
): Promise<void> {
  for (const standing of await unrendered(ports, { tenantId, caseId })) {
    const document = await inTenant(ports.database, tenantId, async (transaction) => {
      const { facts } = await readFacts<[Document]>(transaction, [standing.document])
      return facts[0]
    })
    const file = await render(document)
    if (!file.ok) throw new Error(file.failures[0].message)
    await note(ports, { tenantId, caseId }, { standing, pdfSha256: sha256Hex(file.value) })
  }
}

async function unrendered(
  { database }: ClearancePorts,
  { tenantId, caseId }: CaseJob,
): Promise<readonly DocumentStanding[]> {
  const state = await inTenant(database, tenantId, (transaction) => readCase(transaction, caseId))
  return (state?.documents ?? []).filter(({ pdfSha256 }) => pdfSha256 === undefined)
}

interface Rendered {
  readonly standing: DocumentStanding
  readonly pdfSha256: string
}

/** The papers may have been made out anew meanwhile; a file of the old ones is not noted then. */
async function note(
  ports: ClearancePorts,
  { tenantId, caseId }: CaseJob,
  { standing: { kind, document }, pdfSha256 }: Rendered,
): Promise<void> {
  await inTenant(ports.database, tenantId, (transaction) =>
    changeCase(ports, transaction, caseId, {
      context: {
        tenantId,
        actor: { kind: 'worker', id: 'papers' },
        cause: { kind: 'job', id: caseId },
        now: ports.clock.now(),
      },
      decide: (state) => {
        const present = state.documents.find((known) => known.document.factId === document.factId)
        return success(
          present === undefined || present.pdfSha256 !== undefined
            ? []
            : [{ type: 'document-rendered', data: { kind, document, pdfSha256 } }],
        )
      },
    }),
  )
}
