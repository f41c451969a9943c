import { ActionIcon, Box, Button, Loader } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowUp, Keyboard } from 'lucide-react'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'

import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { NotLiveNote } from '../../kit/components/NotLiveNote.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { isElsewhere } from '../../kit/use-list-keys.ts'
import { BulkBar } from './BulkBar.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { caseCountsQuery, caseListQuery } from './case-list-queries.ts'
import { CaseList } from './CaseList.tsx'
import { FilterBar } from './FilterBar.tsx'
import { filterOf, isNarrowed, type ListSearch } from './list-search.ts'
import { NoCases } from './NoCases.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { StateStrip } from './StateStrip.tsx'
import { useListSearch } from './use-list-search.ts'
import { type LiveCases, useLiveCases } from './use-live-cases.ts'
import { useNow } from './use-now.ts'
import { type Selection, useSelection } from './use-selection.ts'
import { ViewTabs } from './ViewTabs.tsx'

const words = {
  title: { en: 'Cases', zh: '案件' },
  keys: { en: 'Keys', zh: '快捷键' },
  fresh: (count: number) => ({ en: `${count} new`, zh: `${count} 个新案件` }),
  more: { en: 'Loading more', zh: '正在加载更多' },
}

/** All cases: narrowed, searched, sorted, picked, and kept up to date while they are looked at. */
export function CasesPage() {
  const say = useSay()
  const { search, change } = useListSearch()
  const list = useCaseList(search)
  const { data: counts } = useQuery(caseCountsQuery(filterOf(search)))
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const ids = useMemo(() => items.map(({ id }) => id), [items])
  const shown = useMemo(() => new Set(ids), [ids])
  const live = useLiveCases(search, {
    ids: shown,
    last: list.hasNextPage ? items.at(-1) : undefined,
  })
  const selection = useSelection(ids, JSON.stringify(filterOf(search)))
  const { focus, isHelpOpen, setHelpOpen } = usePageKeys()
  const start = (run: { readonly id: string }) => {
    change({ run: run.id })
    selection.clear()
  }
  if (
    list.data !== undefined &&
    items.length === 0 &&
    !isNarrowed(search) &&
    search.view === undefined
  ) {
    return (
      <>
        <PageHead title={say(words.title)} />
        <NoCases why="none-yet" />
      </>
    )
  }
  return (
    <>
      <PageHead
        title={say(words.title)}
        actions={
          <ActionIcon
            variant="subtle"
            size="lg"
            visibleFrom="sm"
            aria-label={say(words.keys)}
            onClick={() => setHelpOpen(true)}
          >
            <Keyboard size={18} />
          </ActionIcon>
        }
      />
      <ViewTabs />
      <StateStrip />
      <FilterBar focus={focus} />
      {search.run !== undefined && (
        <BulkProgress
          key={search.run}
          runId={search.run}
          onClose={() => change({ run: undefined })}
          onStarted={start}
        />
      )}
      <NotLiveNote state={live.state} />
      <FreshCases live={live} />
      <CaseRows
        list={list}
        items={items}
        total={counts?.total ?? 0}
        marked={live.marked}
        selection={selection}
      />
      <BulkBar
        cases={items.filter(({ id }) => selection.ids.has(id))}
        onClear={() => selection.clear()}
        onStarted={start}
      />
      <ShortcutsDialog opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  )
}

/** Tells how many cases would stand in the list by now, and shows them. */
function FreshCases({ live }: { readonly live: LiveCases }) {
  const say = useSay()
  return (
    <Box aria-live="polite" ta="center">
      {live.fresh.size > 0 && (
        <Button
          size="compact-sm"
          radius="xl"
          mb="xs"
          leftSection={<ArrowUp size={14} aria-hidden />}
          onClick={() => {
            live.showFresh()
            window.scrollTo({ top: 0 })
          }}
        >
          {say(words.fresh(live.fresh.size))}
        </Button>
      )}
    </Box>
  )
}

interface CaseRowsProps {
  readonly list: ReturnType<typeof useCaseList>
  readonly items: readonly CaseSummary[]
  readonly total: number
  readonly marked: ReadonlySet<string>
  readonly selection: Selection
}

function useCaseList(search: ListSearch) {
  return useInfiniteQuery(caseListQuery(search))
}

/** The rows, what stands in their place while there are none, and what went wrong. */
function CaseRows({ list, items, total, marked, selection }: CaseRowsProps) {
  const say = useSay()
  const { may } = useSession()
  const now = useNow()
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage])
  if (list.isPending) return <LoadingRows rows={10} />
  return (
    <>
      {!isFetchNextPageError && (
        <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      )}
      {items.length === 0 && !list.isError ? (
        <NoCases why="none-found" />
      ) : (
        <CaseList
          items={items}
          total={Math.max(total, items.length)}
          marked={marked}
          selection={selection}
          isSelectable={may('cases.change-many')}
          now={now}
          onEndNear={readMore}
        />
      )}
      {isFetchNextPageError && (
        <ProblemNote error={list.error} onRetry={() => void fetchNextPage()} />
      )}
      {list.isFetchingNextPage && <Loader size="sm" m="sm" aria-label={say(words.more)} />}
    </>
  )
}

/** The keys of the page itself: `/` goes to the search, `?` tells the keys. */
function usePageKeys() {
  const focus = useRef<HTMLInputElement>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isElsewhere(event)) return
    if (event.key === '/') {
      event.preventDefault()
      focus.current?.focus()
    } else if (event.key === '?') {
      setHelpOpen(true)
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return { focus, isHelpOpen, setHelpOpen }
}
