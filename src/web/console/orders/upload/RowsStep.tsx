import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useCallback, useState } from 'react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import type { SampledDraftView } from '../../../../api/views/list-draft-view.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { draftRowsQuery, type RowFilter } from './draft-queries.ts'
import { FillColumn } from './FillColumn.tsx'
import { RowsTable } from './RowsTable.tsx'
import { useCellEdit } from './use-cell-edit.tsx'

const words = {
  which: { en: 'Which rows', zh: '显示哪些行' },
  all: (count: string) => ({ en: `All ${count}`, zh: `全部 ${count}` }),
  flawed: (count: string) => ({ en: `To mend ${count}`, zh: `待修正 ${count}` }),
  ready: (count: string) => ({ en: `Ready ${count}`, zh: `可接收 ${count}` }),
  taken: (count: string) => ({ en: `Taken ${count}`, zh: `已接收 ${count}` }),
  hint: {
    en: 'Press a cell to change it: Enter keeps, Escape leaves it as it was.',
    zh: '点击单元格即可修改：回车保存，Esc 放弃。',
  },
  none: { en: 'No such rows.', zh: '没有此类行。' },
  next: { en: 'Go on to take in', zh: '继续接收' },
}

interface RowsStepProps {
  readonly draft: SampledDraftView
  readonly columns: readonly ListColumnView[]
  /** What follows when the rows are mended; absent where they are only looked at. */
  readonly onDone?: () => void
}

/** The rows with what is wrong in them, to be mended in place. */
export function RowsStep({ draft, columns, onDone }: RowsStepProps) {
  const say = useSay()
  const { number } = useFormats()
  const { flawed, ready, taken } = draft.rows
  const [filter, setFilter] = useState<RowFilter>(flawed > 0 ? 'flawed' : 'all')
  const rows = useInfiniteQuery(draftRowsQuery(draft.id, filter))
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = rows
  const cellEdit = useCellEdit(draft.id)
  const items = rows.data?.pages.flatMap((page) => page.items) ?? []
  const shownRows = { all: flawed + ready + taken, flawed, ready, taken }[filter]
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage])
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          aria-label={say(words.which)}
          value={filter}
          onChange={(value) => setFilter(value)}
          data={[
            { value: 'all', label: say(words.all(number(flawed + ready + taken))) },
            { value: 'flawed', label: say(words.flawed(number(flawed))) },
            { value: 'ready', label: say(words.ready(number(ready))) },
            { value: 'taken', label: say(words.taken(number(taken))) },
          ]}
        />
        {onDone && (
          <Button onClick={onDone} rightSection={<ArrowRight size={16} />}>
            {say(words.next)}
          </Button>
        )}
      </Group>
      {onDone && <FillColumn draftId={draft.id} columns={columns} />}
      <ProblemNote error={cellEdit.error} />
      {onDone && (
        <Text size="sm" c="dimmed">
          {say(words.hint)}
        </Text>
      )}
      {rows.isPending && <LoadingRows />}
      {rows.isSuccess && items.length === 0 && <Text>{say(words.none)}</Text>}
      {items.length > 0 && (
        <RowsTable
          draft={draft}
          columns={columns}
          rows={items}
          total={Math.max(shownRows, items.length)}
          {...(onDone && { onEdit: (edit) => cellEdit.mutate(edit) })}
          onEnd={readMore}
        />
      )}
      <ProblemNote
        error={rows.error}
        onRetry={() => void (isFetchNextPageError ? fetchNextPage() : rows.refetch())}
      />
    </Stack>
  )
}
