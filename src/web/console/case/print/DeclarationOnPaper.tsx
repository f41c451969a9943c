import { DeclarationSection } from '../declaration/DeclarationSection.tsx'
import { HistorySection } from '../history/HistorySection.tsx'

/** The declaration field by field, and what became of it. */
export function DeclarationOnPaper({ caseId }: { readonly caseId: string }) {
  return (
    <>
      <DeclarationSection caseId={caseId} />
      <HistorySection caseId={caseId} />
    </>
  )
}
