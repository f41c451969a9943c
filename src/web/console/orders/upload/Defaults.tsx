import { Alert, Button, Group, SimpleGrid, Text, Title } from '@mantine/core'
import { Check } from 'lucide-react'
import { useState } from 'react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import type { SampledDraftView } from '../../../../api/views/list-draft-view.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { columnLabel } from './column-label.ts'
import { ColumnField } from './ColumnField.tsx'
import type { useDraftChange } from './draft-queries.ts'

const words = {
  title: { en: 'What your table does not say', zh: '表格中没有的信息' },
  lead: {
    en: 'No order can be read without these. State each once for all orders here, or map one of your columns below. Leave empty what differs from order to order and fill it in by rows.',
    zh: '缺少以下信息无法读取订单。可在此统一填写，或在下方指定您的某一列；各订单不同的请留空，在行中填写。',
  },
  all: { en: 'Nothing is missing', zh: '信息齐全' },
  allLead: {
    en: 'Every column that an order needs is there. What holds for all orders can still be stated here.',
    zh: '订单所需的列均已具备。对所有订单相同的信息可在此修改。',
  },
  own: {
    en: 'Some is filled in: your own facts as in your latest order, and what you stated for such a table before. Look it through.',
    zh: '部分内容已自动填写：取自您最近订单中的自有资料，以及此前同类表格的填写。请核对。',
  },
  save: { en: 'Use for all orders', zh: '应用于所有订单' },
}

interface DefaultsProps {
  readonly draft: SampledDraftView
  readonly columns: readonly ListColumnView[]
  readonly change: ReturnType<typeof useDraftChange>
}

/** Facts that hold for all orders of a table, because it does not state them itself. */
export function Defaults({ draft, columns, change }: DefaultsProps) {
  const say = useSay()
  const stated = Object.keys(draft.defaults)
  const shown = columns.filter(
    ({ name }) =>
      name !== 'order_reference' && (draft.missingColumns.includes(name) || stated.includes(name)),
  )
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const values = { ...draft.defaults, ...typed }
  const isComplete = draft.missingColumns.length === 0
  if (shown.length === 0) return null
  const save = () => {
    const defaults = Object.fromEntries(
      Object.entries(values).filter(([, text]) => text.trim() !== ''),
    )
    change.mutate({ defaults }, { onSuccess: () => setTyped({}) })
  }
  return (
    <Alert
      color={isComplete ? 'green' : 'yellow'}
      icon={isComplete ? <Check aria-hidden /> : undefined}
      variant="outline"
      component="section"
    >
      <Title order={2} size="h4">
        {say(isComplete ? words.all : words.title)}
      </Title>
      <Text size="sm" mb="sm">
        {say(isComplete ? words.allLead : words.lead)}
      </Text>
      {stated.length > 0 && (
        <Text size="sm" mb="sm">
          {say(words.own)}
        </Text>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          {shown.map((column) => (
            <ColumnField
              key={column.name}
              column={column}
              label={say(columnLabel(column))}
              value={values[column.name] ?? ''}
              onType={(text) => setTyped((others) => ({ ...others, [column.name]: text }))}
            />
          ))}
        </SimpleGrid>
        <Group justify="flex-end" mt="sm">
          <Button
            type="submit"
            loading={change.isPending}
            disabled={Object.keys(typed).length === 0}
          >
            {say(words.save)}
          </Button>
        </Group>
      </form>
    </Alert>
  )
}
