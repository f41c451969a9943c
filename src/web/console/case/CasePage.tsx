import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'

import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { caseQueries } from './case-queries.ts'
import type { CaseSection } from './case-sections.ts'
import { CaseHead } from './CaseHead.tsx'
import { ChargesSection } from './charges/ChargesSection.tsx'
import { DeclarationSection } from './declaration/DeclarationSection.tsx'
import { HistorySection } from './history/HistorySection.tsx'
import { LedgerSection } from './ledger/LedgerSection.tsx'
import { LettersSection } from './letters/LettersSection.tsx'
import { MessagesSection } from './messages/MessagesSection.tsx'
import { NextStep } from './next/NextStep.tsx'
import { OverviewSection } from './overview/OverviewSection.tsx'
import { PapersSection } from './papers/PapersSection.tsx'
import { SectionTabs } from './SectionTabs.tsx'
import { useLiveCase } from './use-live-case.ts'

const route = getRouteApi('/frame/cases/$caseId')

/** One case: what to do next, and everything that is known of it, live. */
export function CasePage() {
  const { caseId } = route.useParams()
  const { section = 'overview' } = route.useSearch()
  const { data: view } = useSuspenseQuery(caseQueries.view(caseId))
  const liveness = useLiveCase(caseId, view.version)
  return (
    <article>
      <CaseHead view={view} liveness={liveness} />
      <NextStep view={view} />
      <SectionTabs caseId={caseId} shown={section} />
      <Suspense key={section} fallback={<LoadingRows />}>
        <Section caseId={caseId} section={section} />
      </Suspense>
    </article>
  )
}

function Section({ caseId, section }: { readonly caseId: string; readonly section: CaseSection }) {
  switch (section) {
    case 'overview':
      return <OverviewSection caseId={caseId} />
    case 'charges':
      return <ChargesSection caseId={caseId} />
    case 'papers':
      return <PapersSection caseId={caseId} />
    case 'declaration':
      return <DeclarationSection caseId={caseId} />
    case 'messages':
      return <MessagesSection caseId={caseId} />
    case 'letters':
      return <LettersSection caseId={caseId} />
    case 'ledger':
      return <LedgerSection caseId={caseId} />
    case 'history':
      return <HistorySection caseId={caseId} />
  }
}
