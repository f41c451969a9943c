import type { Document } from '../../customs/documents/document.ts'
import type { PreferenceProofs } from '../../customs/documents/held-proof.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { readFacts } from './case-fact.ts'

/** What a case holds in proof of preferential origin: signed statements, and what its importer vouches for. */
export async function readPreferenceProofs(
  transaction: TenantTransaction,
  { documents, importersKnowledge = [] }: CaseState,
): Promise<PreferenceProofs> {
  const signed = documents.filter((standing) => standing.signed !== undefined)
  if (signed.length === 0) return { statements: [], importersKnowledge }
  const references = signed.map(({ document }) => document)
  const { facts } = await readFacts<Document[]>(transaction, references)
  const statements = facts.flatMap((document) =>
    document.kind === 'preference-statement' ? [document.data] : [],
  )
  return { statements, importersKnowledge }
}
