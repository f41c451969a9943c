import { Text, TextInput } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'

import type { CoverageView } from '../../../api/coverage.ts'
import { read } from '../../kit/api/ask.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useGo } from '../places.tsx'
import { type PlainSearch, valueOf } from '../plain-search.ts'
import styles from './coverage.module.css'
import { CoverageDetail } from './CoverageDetail.tsx'
import { CoverageGrid } from './CoverageGrid.tsx'
import { CoverageNotes } from './CoverageNotes.tsx'
import { coverageStates, stateWords } from './state-words.ts'

const words = {
  title: { en: 'What is covered', zh: '涵盖范围' },
  lead: {
    en: 'How far each charge of each destination is worked out. A quote names what is missing and concerns it.',
    zh: '各目的地每类税费的计算程度。与某笔交易有关的未涵盖内容会在其报价中列明。',
  },
  on: { en: 'On', zh: '日期' },
}

/** The matrix of what is worked out where; a press on a field says what is missing. */
export function CoveragePage() {
  const say = useSay()
  const go = useGo()
  const search: PlainSearch = useSearch({ strict: false })
  const on = valueOf(search, 'on') ?? ''
  const chosen = { destination: valueOf(search, 'at') ?? '', kind: valueOf(search, 'kind') ?? '' }
  const { data, error, refetch } = useQuery({
    ...coverageQuery(on),
    placeholderData: keepPreviousData,
  })
  const place = (at: string, kind: string, day = on) =>
    go({ to: '/coverage', search: { at, kind, on: day } }, 'in-place')
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <div className={styles.above}>
        <ul className={styles.legend}>
          {coverageStates.map((state) => (
            <li key={state}>
              <span className={styles.mark} data-state={state} aria-hidden>
                {stateWords[state].mark}
              </span>
              <Text size="sm">{say(stateWords[state].name)}</Text>
            </li>
          ))}
        </ul>
        <TextInput
          type="date"
          label={say(words.on)}
          value={on === '' ? (data?.on ?? '') : on}
          onChange={({ currentTarget }) =>
            place(chosen.destination, chosen.kind, currentTarget.value)
          }
        />
      </div>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={12} />}
      {data !== undefined && (
        <>
          <CoverageNotes view={data} chosen={chosen} />
          <div className={styles.beside}>
            <CoverageGrid view={data} chosen={chosen} onChoose={place} />
            <CoverageDetail view={data} chosen={chosen} />
          </div>
        </>
      )}
    </>
  )
}

function coverageQuery(on: string) {
  return queryOptions({
    queryKey: ['coverage', on],
    queryFn: ({ signal }) =>
      read<CoverageView>(`/v1/coverage${on === '' ? '' : `?on=${on}`}`, signal),
    staleTime: 5 * 60_000,
  })
}
