import { Box, Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { SlidersHorizontal, X } from 'lucide-react'
import type { RefObject } from 'react'

import type { CaseSort } from '../../../api/views/case-order.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { filterOf, isNarrowed, listSorts } from './list-search.ts'
import { MoreFilters } from './MoreFilters.tsx'
import { SearchBox } from './SearchBox.tsx'
import { TurnChips } from './TurnChips.tsx'
import { useListSearch } from './use-list-search.ts'
import { WaitingChips } from './WaitingChips.tsx'

const words = {
  sort: { en: 'Order', zh: '排序' },
  more: { en: 'More filters', zh: '更多筛选' },
  clear: { en: 'Clear filters', zh: '清除筛选' },
}

const sortNames: Readonly<Record<CaseSort, { readonly en: string; readonly zh: string }>> = {
  newest: { en: 'Newest first', zh: '最新在前' },
  'longest-waiting': { en: 'Longest waiting first', zh: '等待最久在前' },
  'highest-value': { en: 'Highest value first', zh: '价值最高在前' },
  reference: { en: 'By reference', zh: '按编号' },
}

/** Words to search, whose turn it is, what is waited for; the rarer filters open below. */
export function FilterBar({ focus }: { readonly focus: RefObject<HTMLInputElement | null> }) {
  const say = useSay()
  const { search, change, replace } = useListSearch()
  const [opened, { toggle }] = useDisclosure(hasMore(filterOf(search)))
  return (
    <Stack gap="xs" mb="sm" className="screen-only">
      <Group gap="xs" align="flex-end">
        <SearchBox focus={focus} />
        <NativeSelect
          aria-label={say(words.sort)}
          value={search.sort ?? 'newest'}
          data={listSorts.map((value) => ({ value, label: say(sortNames[value]) }))}
          onChange={(event) => change({ sort: event.currentTarget.value as CaseSort })}
        />
        <Button
          variant="default"
          leftSection={<SlidersHorizontal size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={toggle}
        >
          {say(words.more)}
        </Button>
        {isNarrowed(search) && (
          <Button
            variant="subtle"
            leftSection={<X size={16} aria-hidden />}
            onClick={() => replace(search.sort === undefined ? {} : { sort: search.sort })}
          >
            {say(words.clear)}
          </Button>
        )}
      </Group>
      <TurnChips />
      <Box visibleFrom="sm">
        <WaitingChips />
      </Box>
      {opened && (
        <>
          <Box hiddenFrom="sm">
            <WaitingChips />
          </Box>
          <MoreFilters />
        </>
      )}
    </Stack>
  )
}

function hasMore({
  lane,
  destination,
  waitedHours,
  currency,
  openedFrom,
  openedBefore,
}: ReturnType<typeof filterOf>) {
  return [lane, destination, waitedHours, currency, openedFrom, openedBefore].some(
    (part) => part !== undefined,
  )
}
