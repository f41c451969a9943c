import { Box, SimpleGrid, Stack } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'

import type { WaitingWorkView } from '../../../api/waiting-work.ts'
import { read } from '../../kit/api/ask.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { NotLiveNote } from '../../kit/components/NotLiveNote.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ConnectionNotice } from '../settings/connections/ConnectionNotice.tsx'
import { caseCountsQuery } from './case-list-queries.ts'
import { LongestWaiting } from './home/LongestWaiting.tsx'
import { QuotedAndAssessed } from './home/QuotedAndAssessed.tsx'
import { RecentReleases } from './home/RecentReleases.tsx'
import { Turns } from './home/Turns.tsx'
import { isAnythingWaiting, WaitingWork } from './home/WaitingWork.tsx'
import { NoCases } from './NoCases.tsx'
import { useNews } from './use-news.ts'

const words = {
  title: { en: 'Today', zh: '今日' },
  lead: (name: string) => ({
    en: `What needs you at ${name}.`,
    zh: `${name}：需要您处理的事项。`,
  }),
}

const waitingWorkQuery = queryOptions({
  queryKey: ['waiting-work'],
  queryFn: ({ signal }) => read<WaitingWorkView>('/v1/warehouse/waiting-work', signal),
  // Whoever comes back from the warehouse has just changed it.
  staleTime: 0,
})

/** Where the day begins: what needs somebody, what waits the longest, what has come through. */
export function HomePage() {
  const say = useSay()
  const { tenant, may } = useSession()
  const liveness = useNews()
  const counts = useQuery(caseCountsQuery({}))
  const isAgent = tenant.kind === 'purchasing-agent' && may('warehouse.read')
  const work = useQuery({ ...waitingWorkQuery, enabled: isAgent })
  const waits = work.data !== undefined && isAnythingWaiting(work.data) ? work.data : undefined
  // Whoever has orders on the way has begun already.
  const isAtBeginning = counts.data?.total === 0 && (!isAgent || work.isSuccess) && !waits
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead(tenant.name))} />
      <NotLiveNote state={liveness} />
      <ConnectionNotice />
      <ProblemNote error={counts.error} onRetry={() => void counts.refetch()} />
      <ProblemNote error={work.error} onRetry={() => void work.refetch()} />
      {counts.isPending && <LoadingRows rows={3} height={80} />}
      {isAtBeginning && <NoCases why="none-yet" />}
      {waits !== undefined && (
        <Box mb="lg">
          <WaitingWork work={waits} />
        </Box>
      )}
      {counts.data !== undefined && counts.data.total > 0 && (
        <Stack gap="lg">
          <Turns counts={counts.data} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <LongestWaiting />
            <QuotedAndAssessed />
          </SimpleGrid>
          <RecentReleases />
        </Stack>
      )}
    </>
  )
}
