import { useSuspenseQuery } from '@tanstack/react-query'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SectionCard } from '../SectionCard.tsx'
import { KeptGoods } from './KeptGoods.tsx'
import { MainLine } from './MainLine.tsx'
import { PartiesCard } from './PartiesCard.tsx'
import { SideLines } from './SideLines.tsx'
import { TrackingLinks } from './TrackingLinks.tsx'

const words = {
  course: { en: 'Course of the case', zh: '案件进程' },
  courseLead: {
    en: 'What lies ahead is expected at the times that your own cases have usually taken.',
    zh: '预计时间按您以往案件的通常用时推算。',
  },
}

/** How the case has gone so far, what lies ahead, and who is who in it. */
export function OverviewSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { data: timeline } = useSuspenseQuery(caseQueries.timeline(caseId))
  const { data: view } = useSuspenseQuery(caseQueries.view(caseId))
  const hasOutlook = timeline.steps.some(({ expectedAt }) => expectedAt !== undefined)
  return (
    <>
      <SectionCard title={say(words.course)} {...(hasOutlook && { lead: say(words.courseLead) })}>
        <MainLine timeline={timeline} />
        <SideLines timeline={timeline} />
      </SectionCard>
      <KeptGoods caseId={caseId} />
      {view.parties && <PartiesCard caseId={caseId} />}
      <TrackingLinks caseId={caseId} />
    </>
  )
}
