import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { read } from '../../../kit/api/ask.ts'
import { showNotice } from '../../../kit/notices.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { type DraftChange, useDraftChanging } from './draft-queries.ts'

const words = {
  filled: (count: number, shown: string) => ({
    en: count === 1 ? '1 cell is filled.' : `${shown} cells are filled.`,
    zh: `已填写 ${shown} 个单元格。`,
  }),
  undo: { en: 'Undo', zh: '撤销' },
}

/** One text for a column, and in which of its cells. */
export type Filling = NonNullable<DraftChange['fill']>

interface CellBefore {
  readonly row: number
  readonly text: string
}

interface AskedFilling {
  readonly fill: Filling
  readonly before: readonly CellBefore[]
  /** Number of cells that hold something else now. */
  readonly overwritten: number
}

/** Fills a column: asks before anything is overwritten, and offers to take the whole back. */
export function useFilling(draftId: string) {
  const say = useSay()
  const { number } = useFormats()
  const { send, scope, onSuccess, onError } = useDraftChanging(draftId)
  const [asked, setAsked] = useState<AskedFilling>()
  const undo = useMutation({
    ...{ scope, onSuccess, onError },
    mutationFn: ({ fill: { column }, before }: AskedFilling) =>
      send({ cells: before.map(({ row, text }) => ({ row, column, text })) }),
  })
  const fill = useMutation({
    ...{ scope, onError },
    mutationFn: (wanted: AskedFilling) => send({ fill: wanted.fill }),
    onSuccess: (draft, wanted) => {
      setAsked(undefined)
      const { length } = wanted.before
      showNotice({
        message: (
          <Group justify="space-between">
            <Text size="sm">{say(words.filled(length, number(length)))}</Text>
            {length > 0 && (
              <Button size="xs" variant="default" onClick={() => undo.mutate(wanted)}>
                {say(words.undo)}
              </Button>
            )}
          </Group>
        ),
      })
      return onSuccess(draft)
    },
  })
  const look = useMutation({
    scope,
    mutationFn: async (wanted: Filling): Promise<AskedFilling> => {
      const { column, text, rows } = wanted
      const query = new URLSearchParams({ text, rows }).toString()
      const path = `/v1/list-drafts/${draftId}/columns/${column}/cells?${query}`
      const { items } = await read<{ items: readonly CellBefore[] }>(path)
      const overwritten = items.filter(({ text }) => text !== '').length
      return { fill: wanted, before: items, overwritten }
    },
    onSuccess: (wanted) => {
      if (wanted.overwritten > 0) setAsked(wanted)
      else fill.mutate(wanted)
    },
  })
  return {
    asked,
    begin: look.mutate,
    confirm: () => {
      if (asked !== undefined) fill.mutate(asked)
    },
    giveUp: () => setAsked(undefined),
    isPending: look.isPending || fill.isPending,
    error: look.error ?? fill.error ?? undo.error,
  }
}
