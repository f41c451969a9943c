import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { columnGroups, columnLabel } from './column-label.ts'
import { ColumnField } from './ColumnField.tsx'
import { type Filling, useFilling } from './use-filling.tsx'

const words = {
  column: { en: 'Fill a column', zh: '整列填写' },
  choose: { en: 'Choose a column …', zh: '选择列…' },
  text: { en: 'with', zh: '填写内容' },
  where: { en: 'in', zh: '范围' },
  empty: { en: 'empty cells', zh: '空单元格' },
  flawed: { en: 'rows to mend', zh: '待修正的行' },
  all: { en: 'all rows', zh: '所有行' },
  fill: { en: 'Fill', zh: '填写' },
  overwrite: { en: 'Overwrite what stands there?', zh: '覆盖已有内容？' },
  overwritten: (count: number, shown: string, column: string) => ({
    en:
      count === 1
        ? `1 cell of ${column} holds another text, which goes.`
        : `${shown} cells of ${column} hold another text, which goes.`,
    zh: `“${column}”列有 ${shown} 个单元格已有其他内容，将被替换。`,
  }),
  confirm: { en: 'Overwrite', zh: '覆盖' },
  keep: { en: 'Leave them', zh: '保留原内容' },
}

interface FillColumnProps {
  readonly draftId: string
  readonly columns: readonly ListColumnView[]
}

/** Sets one text in a whole column, also in one that the table does not have yet. */
export function FillColumn({ draftId, columns }: FillColumnProps) {
  const say = useSay()
  const { number } = useFormats()
  const [fill, setFill] = useState<Filling>({ column: '', text: '', rows: 'empty' })
  const filling = useFilling(draftId)
  const { asked } = filling
  const known = columns.find(({ name }) => name === fill.column)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        filling.begin({ ...fill, text: fill.text.trim() })
      }}
    >
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={say(words.column)}
          value={fill.column}
          onChange={(event) => setFill({ ...fill, column: event.currentTarget.value, text: '' })}
          data={[
            { value: '', label: say(words.choose) },
            ...columnGroups(columns).map((group) => ({
              group: say(group.title),
              items: group.columns
                .filter(({ name }) => name !== 'order_reference')
                .map((column) => ({ value: column.name, label: say(columnLabel(column)) })),
            })),
          ]}
        />
        <ColumnField
          column={known}
          label={say(words.text)}
          value={fill.text}
          onType={(text) => setFill({ ...fill, text })}
        />
        <NativeSelect
          label={say(words.where)}
          value={fill.rows}
          onChange={(event) =>
            setFill({ ...fill, rows: event.currentTarget.value as Filling['rows'] })
          }
          data={[
            { value: 'empty', label: say(words.empty) },
            { value: 'flawed', label: say(words.flawed) },
            { value: 'all', label: say(words.all) },
          ]}
        />
        <Button
          type="submit"
          variant="default"
          loading={filling.isPending}
          disabled={fill.column === '' || fill.text.trim() === ''}
        >
          {say(words.fill)}
        </Button>
      </Group>
      <ProblemNote error={filling.error} />
      {asked !== undefined && (
        <Confirm
          isOpen
          title={say(words.overwrite)}
          confirm={say(words.confirm)}
          keep={say(words.keep)}
          isPending={filling.isPending}
          onConfirm={filling.confirm}
          onClose={filling.giveUp}
        >
          {say(
            words.overwritten(
              asked.overwritten,
              number(asked.overwritten),
              known === undefined ? asked.fill.column : say(columnLabel(known)),
            ),
          )}
        </Confirm>
      )}
    </form>
  )
}
