import { useSuspenseQuery } from '@tanstack/react-query'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { MainLine } from '../overview/MainLine.tsx'
import { SectionCard } from '../SectionCard.tsx'
import { ChargesInShort } from './ChargesInShort.tsx'
import { GoodsInShort } from './GoodsInShort.tsx'
import { PapersInShort } from './PapersInShort.tsx'
import { PartiesInShort } from './PartiesInShort.tsx'

const words = { course: { en: 'Course of the case', zh: '案件进程' } }

/** What one hands over of a case: its course, who is who, goods, charges and the list of papers. */
export function ShortForm({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { data: timeline } = useSuspenseQuery(caseQueries.timeline(caseId))
  return (
    <>
      <SectionCard title={say(words.course)}>
        <MainLine timeline={timeline} />
      </SectionCard>
      <PartiesInShort caseId={caseId} />
      <GoodsInShort caseId={caseId} />
      <ChargesInShort caseId={caseId} />
      <PapersInShort caseId={caseId} />
    </>
  )
}
