import { useQuery } from '@tanstack/react-query'

import { waitingFor } from '../../kit/terms/waiting-for.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseCountsQuery } from './case-list-queries.ts'
import { CountChips } from './CountChips.tsx'
import { filterOf } from './list-search.ts'
import { useListSearch } from './use-list-search.ts'

const words = { title: { en: 'Waits for', zh: '等待' } }

/** Narrows the list by what is waited for. */
export function WaitingChips() {
  const say = useSay()
  const { search, change } = useListSearch()
  const { data } = useQuery(caseCountsQuery(filterOf(search)))
  return (
    <CountChips
      title={say(words.title)}
      terms={waitingFor}
      counts={new Map(data?.waitingFor.map((each) => [each.waitingFor, each.count]))}
      chosen={search.waitingFor ?? []}
      onChoose={(chosen) => change({ waitingFor: chosen })}
    />
  )
}
