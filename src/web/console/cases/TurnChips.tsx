import { useQuery } from '@tanstack/react-query'

import { whoseTurn } from '../../kit/terms/whose-turn.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseCountsQuery } from './case-list-queries.ts'
import { CountChips } from './CountChips.tsx'
import { filterOf } from './list-search.ts'
import { useListSearch } from './use-list-search.ts'

const words = { title: { en: 'Whose turn', zh: '轮到谁' } }

/** Narrows the list by whose turn it is. */
export function TurnChips() {
  const say = useSay()
  const { search, change } = useListSearch()
  const { data } = useQuery(caseCountsQuery(filterOf(search)))
  return (
    <CountChips
      title={say(words.title)}
      terms={whoseTurn}
      counts={new Map(data?.whose.map(({ whose, count }) => [whose, count]))}
      chosen={search.whose ?? []}
      onChoose={(chosen) => change({ whose: chosen })}
    />
  )
}
