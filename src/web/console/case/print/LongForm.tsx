import { useQuery } from '@tanstack/react-query'

import { caseQueries } from '../case-queries.ts'
import { ChargesSection } from '../charges/ChargesSection.tsx'
import { DeclarationSection } from '../declaration/DeclarationSection.tsx'
import { HistorySection } from '../history/HistorySection.tsx'
import { LedgerSection } from '../ledger/LedgerSection.tsx'
import { OverviewSection } from '../overview/OverviewSection.tsx'
import { PapersSection } from '../papers/PapersSection.tsx'

/** Everything that is known of a case, section after section. */
export function LongForm({ caseId }: { readonly caseId: string }) {
  const breakdown = useQuery(caseQueries.breakdown(caseId))
  const form = useQuery(caseQueries.form(caseId))
  return (
    <>
      <OverviewSection caseId={caseId} />
      {breakdown.isSuccess && <ChargesSection caseId={caseId} />}
      <PapersSection caseId={caseId} />
      {form.isSuccess && <DeclarationSection caseId={caseId} />}
      <LedgerSection caseId={caseId} />
      <HistorySection caseId={caseId} />
    </>
  )
}
