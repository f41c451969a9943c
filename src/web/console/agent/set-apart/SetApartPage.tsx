import { Button, SegmentedControl, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { PackageCheck } from 'lucide-react'
import { useState } from 'react'

import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { setApartQuery } from '../agent-queries.ts'
import { SetApartCard } from './SetApartCard.tsx'

const words = {
  title: { en: 'Goods set apart', zh: '异常货物' },
  lead: {
    en: 'Damaged, wrong, surplus and late pieces. They are never shipped; say how each left the warehouse.',
    zh: '破损、错发、多余及迟到的货物，一律不发运；请登记其去向。',
  },
  shown: { en: 'Which are shown', zh: '显示范围' },
  here: { en: 'Still here', zh: '仍在库' },
  all: { en: 'All', zh: '全部' },
  none: { en: 'Nothing is set apart', zh: '没有异常货物' },
  begin: {
    en: 'Pieces that come broken, wrong or beyond what was ordered are recorded while an order is received, and then wait here.',
    zh: '收货时登记为破损、错发或多余的货物会列在此处，等待处理。',
  },
  more: { en: 'Show more', zh: '显示更多' },
}

/** What lies in the warehouse and belongs to no shipment. */
export function SetApartPage() {
  const say = useSay()
  const [shown, setShown] = useState<'kept-apart' | 'all'>('kept-apart')
  const goods = useInfiniteQuery(setApartQuery(shown))
  const items = goods.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <Stack>
        <SegmentedControl
          aria-label={say(words.shown)}
          value={shown}
          onChange={(value) => setShown(value === 'all' ? 'all' : 'kept-apart')}
          data={[
            { value: 'kept-apart', label: say(words.here) },
            { value: 'all', label: say(words.all) },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
        <ProblemNote error={goods.error} onRetry={() => void goods.refetch()} />
        {goods.isPending && <LoadingRows height={72} />}
        {goods.isSuccess && items.length === 0 && (
          <EmptyState icon={PackageCheck} title={say(words.none)}>
            {say(words.begin)}
          </EmptyState>
        )}
        {items.map((pieces) => (
          <SetApartCard key={pieces.id} pieces={pieces} />
        ))}
        {goods.hasNextPage && (
          <Button
            variant="default"
            mx="auto"
            loading={goods.isFetchingNextPage}
            onClick={() => void goods.fetchNextPage()}
          >
            {say(words.more)}
          </Button>
        )}
      </Stack>
    </>
  )
}
