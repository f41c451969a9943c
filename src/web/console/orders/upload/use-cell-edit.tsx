import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'

import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useDraftChanging } from './draft-queries.ts'
import type { CellEdit } from './RowsTable.tsx'

const words = {
  changed: (row: number) => ({ en: `Row ${row} is changed.`, zh: `第 ${row} 行已修改。` }),
  undo: { en: 'Undo', zh: '撤销' },
}

/** Changes a cell, and offers to take the change back: each change its own, however quick they come. */
export function useCellEdit(draftId: string) {
  const { send, scope, onSuccess, onError } = useDraftChanging(draftId)
  const say = useSay()
  const asChange = ({ row, target, text }: Omit<CellEdit, 'before'>) =>
    send({ cells: [{ row, ...target, text }] })
  const takingBack = useMutation({ scope, onSuccess, onError, mutationFn: asChange })
  const edit = useMutation({
    ...{ scope, onError },
    mutationFn: asChange,
    onSuccess: (draft, { row, target, before }: CellEdit) => {
      showNotice({
        message: (
          <Group justify="space-between">
            <Text size="sm">{say(words.changed(row))}</Text>
            <Button
              size="xs"
              variant="default"
              onClick={() => takingBack.mutate({ row, target, text: before })}
            >
              {say(words.undo)}
            </Button>
          </Group>
        ),
      })
      return onSuccess(draft)
    },
  })
  return { mutate: edit.mutate, error: edit.error ?? takingBack.error }
}
