import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { columnGroups, columnLabel } from './column-label.ts'
import type { DraftChange, useDraftChange } from './draft-queries.ts'

const words = {
  column: { en: 'Fill a column', zh: '整列填写' },
  choose: { en: 'Choose a column …', zh: '选择列…' },
  text: { en: 'with', zh: '填写内容' },
  where: { en: 'in', zh: '范围' },
  empty: { en: 'empty cells', zh: '空单元格' },
  flawed: { en: 'rows to mend', zh: '待修正的行' },
  all: { en: 'all rows', zh: '所有行' },
  fill: { en: 'Fill', zh: '填写' },
}

type FilledRows = NonNullable<DraftChange['fill']>['rows']

interface FillColumnProps {
  readonly columns: readonly ListColumnView[]
  readonly change: ReturnType<typeof useDraftChange>
}

/** Sets one text in a whole column, also in one that the table does not have yet. */
export function FillColumn({ columns, change }: FillColumnProps) {
  const say = useSay()
  const [column, setColumn] = useState('')
  const [text, setText] = useState('')
  const [rows, setRows] = useState<FilledRows>('empty')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ fill: { column, text: text.trim(), rows } })
      }}
    >
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={say(words.column)}
          value={column}
          onChange={(event) => setColumn(event.currentTarget.value)}
          data={[
            { value: '', label: say(words.choose) },
            ...columnGroups(columns).map((group) => ({
              group: say(group.title),
              items: group.columns
                .filter(({ name }) => name !== 'order_reference')
                .map((known) => ({ value: known.name, label: say(columnLabel(known)) })),
            })),
          ]}
        />
        <TextInput
          label={say(words.text)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={512}
        />
        <NativeSelect
          label={say(words.where)}
          value={rows}
          onChange={(event) => setRows(event.currentTarget.value as FilledRows)}
          data={[
            { value: 'empty', label: say(words.empty) },
            { value: 'flawed', label: say(words.flawed) },
            { value: 'all', label: say(words.all) },
          ]}
        />
        <Button
          type="submit"
          variant="default"
          loading={change.isPending}
          disabled={column === '' || text.trim() === ''}
        >
          {say(words.fill)}
        </Button>
      </Group>
    </form>
  )
}
