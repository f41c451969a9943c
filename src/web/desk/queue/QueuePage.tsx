import { Button, Group, Kbd, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'

import { useCharacterKeys } from '../../kit/character-keys.ts'
import { EmptyState } from '../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { isEmbedded } from '../../kit/embedded.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useListKeys } from '../../kit/use-list-keys.ts'
import { useGo } from '../places.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { queueQuery } from './queue-queries.ts'
import { readQueueSearch, type QueueSearch } from './queue-search.ts'
import { QueueRow } from './QueueRow.tsx'
import { QueueViews } from './QueueViews.tsx'
import styles from './queue.module.css'

const words = {
  title: { en: 'Queue', zh: '待办' },
  lead: {
    en: 'Entries that wait for a decision, the riskiest first.',
    zh: '等待决定的申报，风险最高者在前。',
  },
  keys: { en: 'down, up, open', zh: '下移、上移、打开' },
  list: { en: 'Entries', zh: '申报列表' },
  more: { en: 'Show more', zh: '显示更多' },
  nothing: { en: 'Nothing waits here', zh: '这里没有待办' },
  nothingWhy: {
    en: 'Entries come here when a trader lodges a declaration and a risk rule selects it, or when an answer, a payment or a paper is awaited.',
    zh: '贸易商提交报关单并被风险规则选中，或等待答复、付款、单证时，申报会出现在这里。',
  },
  notFound: { en: 'No entry fits', zh: '没有符合条件的申报' },
  notFoundWhy: {
    en: 'Widen the filters, or look for an MRN, LRN or DUCR by its beginning.',
    zh: '请放宽筛选条件，或按 MRN、LRN、DUCR 的开头查找。',
  },
  all: { en: 'Show the whole register', zh: '显示全部申报' },
}

/** What waits for whom, sorted by risk; the way into every dossier. */
export function QueuePage() {
  const say = useSay()
  const search = readQueueSearch(useSearch({ strict: false }))
  const queue = useInfiniteQuery(queueQuery(search))
  const lines = queue.data?.pages.flatMap(({ lodgements }) => lodgements) ?? []
  const here = useListKeys({ count: lines.length })
  const hasCharacters = useCharacterKeys()
  return (
    <>
      {isEmbedded ? (
        <h1 className="screen-reader-only">{say(words.title)}</h1>
      ) : (
        <PageHead
          title={say(words.title)}
          lead={say(words.lead)}
          actions={
            <Text size="sm" c="dimmed" visibleFrom="sm">
              {hasCharacters ? (
                <>
                  <Kbd>j</Kbd> <Kbd>k</Kbd>
                </>
              ) : (
                <>
                  <Kbd>↓</Kbd> <Kbd>↑</Kbd>
                </>
              )}{' '}
              <Kbd>Enter</Kbd> {say(words.keys)}
            </Text>
          }
        />
      )}
      <QueueViews search={search} />
      <QueueFilters search={search} />
      <ProblemNote error={queue.error} onRetry={() => void queue.refetch()} />
      {queue.isPending && <LoadingRows height={84} />}
      {queue.isSuccess && lines.length === 0 && <NothingThere search={search} />}
      {lines.length > 0 && (
        <ul className={styles.list} aria-label={say(words.list)}>
          {lines.map((line, index) => (
            <QueueRow key={line.id} line={line} index={index} isHere={index === here} />
          ))}
        </ul>
      )}
      {queue.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={queue.isFetchingNextPage}
            onClick={() => void queue.fetchNextPage()}
          >
            {say(words.more)}
          </Button>
        </Group>
      )}
    </>
  )
}

function NothingThere({ search }: { readonly search: QueueSearch }) {
  const say = useSay()
  const go = useGo()
  const { view: _view, order: _order, ...filters } = search
  const isNarrowed = Object.keys(filters).length > 0
  return (
    <EmptyState
      icon={Inbox}
      title={say(isNarrowed ? words.notFound : words.nothing)}
      actions={
        <Button
          variant="default"
          onClick={() => go({ to: '/', search: { view: 'all', order: 'newest' } })}
        >
          {say(words.all)}
        </Button>
      }
    >
      {say(isNarrowed ? words.notFoundWhy : words.nothingWhy)}
    </EmptyState>
  )
}
