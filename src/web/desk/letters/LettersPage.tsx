import { Badge, Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Mail } from 'lucide-react'
import { useState } from 'react'

import { EmptyState } from '../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useGo } from '../places.tsx'
import { Section } from '../Section.tsx'
import { EnquiryForm } from './EnquiryForm.tsx'
import { kindWords } from './letter-terms.ts'
import { lettersQuery, type ShownLetters } from './letters-query.ts'
import {
  letterKinds,
  letterViews,
  readLettersSearch,
  type LettersSearch,
} from './letters-search.ts'
import { LetterRow } from './LetterRow.tsx'
import styles from './letters.module.css'

const words = {
  title: { en: 'Letters', zh: '往来函件' },
  lead: {
    en: 'What traders write and what the office asks, by the last day for an answer.',
    zh: '贸易商来函与海关询问，按答复期限排列。',
  },
  write: { en: 'Write to a trader', zh: '致函贸易商' },
  list: { en: 'Threads', zh: '函件列表' },
  views: { en: 'Whose turn it is', zh: '按等待对象' },
  office: { en: 'For the office', zh: '待海关' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  trader: { en: 'With the trader', zh: '待贸易商' },
  all: { en: 'All', zh: '全部' },
  kind: { en: 'Kind', zh: '类别' },
  any: { en: 'Any', zh: '不限' },
  find: { en: 'Reference, MRN, subject or trader', zh: '编号、MRN、主题或贸易商' },
  search: { en: 'Search', zh: '查找' },
  nothing: { en: 'No letter is here', zh: '此处没有函件' },
  nothingWhy: {
    en: 'Letters come when traders ask, correct an error, want a ruling or a review. Look at all of them, or write first.',
    zh: '贸易商咨询、主动更正、申请预裁定或复核时，函件会出现在这里。可查看全部，或主动致函。',
  },
  seeAll: { en: 'Show all letters', zh: '显示全部函件' },
}

/** The letters of the office, by whose turn it is; the way into every thread. */
export function LettersPage() {
  const say = useSay()
  const go = useGo()
  const search = readLettersSearch(useSearch({ strict: false }))
  const [isWriting, setIsWriting] = useState(false)
  const letters = useQuery(lettersQuery(search))
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        actions={
          <Button aria-expanded={isWriting} onClick={() => setIsWriting(!isWriting)}>
            {say(words.write)}
          </Button>
        }
      />
      {isWriting && (
        <Section title={say(words.write)}>
          <EnquiryForm onDone={() => setIsWriting(false)} />
        </Section>
      )}
      <Views search={search} counts={letters.data?.counts} />
      <Filters key={JSON.stringify(search)} search={search} />
      <ProblemNote error={letters.error} onRetry={() => void letters.refetch()} />
      {letters.isPending && <LoadingRows height={72} />}
      {letters.data?.threads.length === 0 && (
        <EmptyState
          icon={Mail}
          title={say(words.nothing)}
          actions={
            <Button
              variant="default"
              onClick={() => go({ to: '/letters', search: { view: 'all' } })}
            >
              {say(words.seeAll)}
            </Button>
          }
        >
          {say(words.nothingWhy)}
        </EmptyState>
      )}
      <ul className={styles.list} aria-label={say(words.list)}>
        {letters.data?.threads.map((line) => (
          <LetterRow key={line.thread} line={line} />
        ))}
      </ul>
    </>
  )
}

interface ViewsProps {
  readonly search: LettersSearch
  readonly counts: ShownLetters['counts'] | undefined
}

function Views({ search, counts }: ViewsProps) {
  const say = useSay()
  const go = useGo()
  const { view = 'office' } = search
  return (
    <div className={styles.views} role="group" aria-label={say(words.views)}>
      {letterViews.map((name) => (
        <Button
          key={name}
          size="sm"
          variant={name === view ? 'filled' : 'default'}
          aria-pressed={name === view}
          rightSection={
            counts !== undefined && (
              <Badge circle={false} variant="white" color="dark" c="dark.9" size="sm">
                {counts[name]}
              </Badge>
            )
          }
          onClick={() => go({ to: '/letters', search: { ...search, view: name } })}
        >
          {say(words[name])}
        </Button>
      ))}
    </div>
  )
}

function Filters({ search }: { readonly search: LettersSearch }) {
  const say = useSay()
  const go = useGo()
  const [find, setFind] = useState(search.find ?? '')
  const narrow = (changes: Readonly<Record<string, string>>): void =>
    go({ to: '/letters', search: readLettersSearch({ ...search, ...changes }) })
  return (
    <form
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault()
        narrow({ find })
      }}
    >
      <TextInput
        label={say(words.find)}
        value={find}
        maxLength={70}
        style={{ flex: '2 1 240px' }}
        onChange={({ currentTarget }) => setFind(currentTarget.value)}
      />
      <NativeSelect
        label={say(words.kind)}
        value={search.kind ?? ''}
        data={[
          { value: '', label: say(words.any) },
          ...letterKinds.map((value) => ({ value, label: say(kindWords[value]) })),
        ]}
        onChange={({ currentTarget }) => narrow({ kind: currentTarget.value })}
      />
      <Button type="submit" variant="default">
        {say(words.search)}
      </Button>
    </form>
  )
}
