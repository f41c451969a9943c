import { Alert, Badge, Button, Card, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import type { SampledDraftView } from '../../../../api/views/list-draft-view.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { columnGroups, columnLabel } from './column-label.ts'
import { Defaults } from './Defaults.tsx'
import { useDraftChange } from './draft-queries.ts'
import styles from './mapping-step.module.css'

const words = {
  yours: { en: 'Your columns', zh: '您的列' },
  lead: {
    en: 'Say what each of your columns is. What we recognised is filled in; the next table with the same headings is read in the same way.',
    zh: '请指定每列的含义。已识别的列已自动填写；下次上传相同表头的表格将沿用此设置。',
  },
  notRead: { en: 'Not read', zh: '不读取' },
  isWhat: (heading: string) => ({ en: `What is ${heading}?`, zh: `“${heading}”是什么？` }),
  beyond: { en: 'Cells beyond the last heading', zh: '表头之外的单元格' },
  empty: { en: 'empty', zh: '空' },
  guessed: { en: 'guessed from the cells', zh: '按内容推测' },
  vague: { en: 'guessed from the heading', zh: '按表头推测' },
  remembered: { en: 'as last time', zh: '沿用上次' },
  added: { en: 'added by you', zh: '您添加的列' },
  recognised: (count: number) => ({
    en: `${count} columns recognised: look them through`,
    zh: `已识别 ${count} 列，点击核对`,
  }),
  next: { en: 'Go on to the rows', zh: '继续核对行' },
  noReference: { en: 'Which column is the order reference?', zh: '哪一列是订单号？' },
  noReferenceMend: {
    en: 'Rows with the same reference become one order, so it has to be one of your columns.',
    zh: '相同订单号的行组成一个订单，因此必须指定其中一列。',
  },
}

interface MappingStepProps {
  readonly draft: SampledDraftView
  readonly columns: readonly ListColumnView[]
  readonly onDone: () => void
}

/** Says of each column of the file which of ours it is, and states what the file does not. */
export function MappingStep({ draft, columns, onDone }: MappingStepProps) {
  const say = useSay()
  const change = useDraftChange(draft.id)
  const map = (index: number, name: string | null) => {
    const mapping = draft.columns.map(({ column }, place) => {
      if (place === index) return name
      // A column of ours is one column of theirs: where it is given anew, it is taken from the other.
      return column === name ? null : (column ?? null)
    })
    change.mutate({ columns: mapping })
  }
  const places = draft.columns.map((_, index) => index)
  // A column that was just given stays where it is: rows that jump away cannot be read again.
  const [needsLook] = useState(() => places.filter((index) => isDoubtful(draft.columns[index])))
  const recognised = places.filter((index) => !needsLook.includes(index))
  const rowsOf = (indexes: readonly number[]) =>
    indexes.flatMap((index) => {
      const column = draft.columns[index]
      return column === undefined
        ? []
        : [
            <ColumnRow
              key={index}
              column={column}
              samples={draft.samples[index] ?? []}
              columns={columns}
              onMap={(name) => map(index, name)}
            />,
          ]
    })
  const lacksReference = draft.missingColumns.includes('order_reference')
  return (
    <Stack gap="xl">
      <ProblemNote error={change.error} />
      {lacksReference && (
        <Alert
          color="yellow"
          title={say(words.noReference)}
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
        >
          {say(words.noReferenceMend)}
        </Alert>
      )}
      <Defaults draft={draft} columns={columns} change={change} />
      <section aria-labelledby="yours">
        <Title order={2} size="h4" id="yours">
          {say(words.yours)}
        </Title>
        <Text c="dimmed" size="sm" mb="sm">
          {say(words.lead)}
        </Text>
        <Stack gap="xs">{rowsOf(needsLook)}</Stack>
        {recognised.length > 0 && (
          <details open={needsLook.length === 0}>
            <summary className={styles.summary}>{say(words.recognised(recognised.length))}</summary>
            <Stack gap="xs">{rowsOf(recognised)}</Stack>
          </details>
        )}
      </section>
      <Group justify="flex-end">
        <Button onClick={onDone} rightSection={<ArrowRight size={16} />}>
          {say(words.next)}
        </Button>
      </Group>
    </Stack>
  )
}

/** Whether somebody has to look at a column: it is not read, or taken for something by its cells. */
function isDoubtful(column: SampledDraftView['columns'][number] | undefined): boolean {
  return column?.column === undefined || isGuessed(column)
}

/** Whether nobody has said so, and it could be otherwise. */
function isGuessed({ basis }: SampledDraftView['columns'][number]): boolean {
  return basis === 'content' || basis === 'vague-heading'
}

interface ColumnRowProps {
  readonly column: SampledDraftView['columns'][number]
  readonly samples: readonly string[]
  readonly columns: readonly ListColumnView[]
  readonly onMap: (name: string | null) => void
}

function ColumnRow({ column, samples, columns, onMap }: ColumnRowProps) {
  const say = useSay()
  const heading = column.source === 'beyond-headings' ? say(words.beyond) : column.heading
  return (
    <Card withBorder padding="xs" className={styles.row}>
      <div className={styles.theirs}>
        <Text fw={600}>{heading}</Text>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {samples.length === 0 ? say(words.empty) : samples.join(' · ')}
        </Text>
      </div>
      <ArrowRight size={16} aria-hidden className={styles.arrow} />
      <div className={styles.ours}>
        <NativeSelect
          aria-label={say(words.isWhat(heading))}
          value={column.column ?? ''}
          onChange={(event) => onMap(event.currentTarget.value || null)}
          data={[
            { value: '', label: say(words.notRead) },
            ...columnGroups(columns).map((group) => ({
              group: say(group.title),
              items: group.columns.map((known) => ({
                value: known.name,
                label: say(columnLabel(known)) + (known.required ? ' *' : ''),
              })),
            })),
          ]}
        />
        <Basis column={column} />
      </div>
    </Card>
  )
}

function Basis({ column }: Pick<ColumnRowProps, 'column'>) {
  const { basis, source } = column
  const say = useSay()
  const word = source === 'added' ? words.added : basisWord(basis)
  if (word === undefined) return null
  return (
    <Badge
      variant="light"
      size="sm"

      color={isGuessed(column) ? 'yellow' : 'gray'}
      styles={{ label: { color: 'var(--mantine-color-text)' } }}
    >
      {say(word)}
    </Badge>
  )
}

function basisWord(basis: SampledDraftView['columns'][number]['basis']) {
  switch (basis) {
    case 'content':
      return words.guessed
    case 'vague-heading':
      return words.vague
    case 'remembered':
      return words.remembered
    case 'heading':
    case 'synonym':
    case 'person':
    case undefined:
      return undefined
  }
}
