import { Button, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'

import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { messagesQuery } from '../exchange-queries.ts'
import { messageQueryOf } from '../exchange-search.ts'
import { useExchangeSearch } from '../use-exchange-search.ts'
import { MessageFilters } from './MessageFilters.tsx'
import { MessageTable } from './MessageTable.tsx'

const words = {
  none: { en: 'No message yet', zh: '还没有报文' },
  noneWhy: {
    en: 'When a case is declared, its messages to customs appear here with every attempt.',
    zh: '案件申报后，发往海关的报文及每次尝试都会显示在此。',
  },
  notFound: { en: 'Nothing matches', zh: '没有符合条件的报文' },
  otherFilter: { en: 'Take a filter away to see more.', zh: '请减少筛选条件。' },
  more: { en: 'Show more', zh: '显示更多' },
}

/** The messages to authorities, narrowed as the address says. */
export function MessageList() {
  const say = useSay()
  const { search } = useExchangeSearch()
  const query = messageQueryOf(search)
  const messages = useInfiniteQuery(messagesQuery(query))
  const items = messages.data?.pages.flatMap((page) => page.items) ?? []
  const isNarrowed = query !== ''
  return (
    <Stack gap="sm">
      <MessageFilters />
      <ProblemNote error={messages.error} onRetry={() => void messages.refetch()} />
      {messages.isPending && <LoadingRows />}
      {items.length > 0 && <MessageTable messages={items} />}
      {messages.isSuccess && items.length === 0 && (
        <EmptyState icon={MailCheck} title={say(isNarrowed ? words.notFound : words.none)}>
          {say(isNarrowed ? words.otherFilter : words.noneWhy)}
        </EmptyState>
      )}
      {messages.hasNextPage && (
        <Button
          variant="default"
          mx="auto"
          loading={messages.isFetchingNextPage}
          onClick={() => void messages.fetchNextPage()}
        >
          {say(words.more)}
        </Button>
      )}
    </Stack>
  )
}
