import { Button, Group, Stack, Tabs, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import type { SampledDraftView } from '../../../../api/views/list-draft-view.ts'
import { change } from '../../../kit/api/ask.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { LookOnlyNote } from '../../../kit/components/LookOnlyNote.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { draftQuery, listColumnsQuery } from './draft-queries.ts'
import { MappingStep } from './MappingStep.tsx'
import { RowsStep } from './RowsStep.tsx'
import { TakeStep } from './TakeStep.tsx'

const words = {
  lead: (rows: string, encoding: string) => ({
    en: `${rows} ${rows === '1' ? 'row' : 'rows'}, ${encoding}`,
    zh: `${rows} 行，${encoding}`,
  }),
  columns: { en: '1. Columns', zh: '1. 对应列' },
  rows: { en: '2. Rows', zh: '2. 核对行' },
  take: { en: '3. Take in', zh: '3. 接收' },
  discard: { en: 'Discard', zh: '丢弃' },
  sure: { en: 'Discard for good?', zh: '确定丢弃？' },
  keep: { en: 'Keep', zh: '保留' },
  steps: { en: 'Steps', zh: '步骤' },
}

/** A table on its way in: what its columns mean, what is wrong with its rows, what is taken. */
export function DraftPage() {
  const { draftId } = useParams({ from: '/frame/upload/$draftId' })
  const draft = useQuery(draftQuery(draftId))
  const columns = useQuery(listColumnsQuery)
  const error = draft.error ?? columns.error
  if (error !== null) return <ProblemNote error={error} onRetry={() => void draft.refetch()} />
  if (!draft.isSuccess || !columns.isSuccess) return <LoadingRows />
  return <Draft draft={draft.data} columns={columns.data} />
}

interface DraftProps {
  readonly draft: SampledDraftView
  readonly columns: readonly ListColumnView[]
}

function Draft({ draft, columns }: DraftProps) {
  const say = useSay()
  const { number } = useFormats()
  const { flawed, ready, taken } = draft.rows
  const { may } = useSession()
  const [step, setStep] = useState(() => firstStep(draft))
  const lead = words.lead(number(flawed + ready + taken), draft.encoding.toUpperCase())
  if (!may('orders.create')) {
    return (
      <>
        <PageHead title={draft.name} lead={say(lead)} />
        <LookOnlyNote others="operations" />
        <RowsStep draft={draft} columns={columns} />
      </>
    )
  }
  return (
    <>
      <PageHead title={draft.name} lead={say(lead)} actions={<Discard draftId={draft.id} />} />
      <Tabs value={step} onChange={(value) => setStep(value ?? 'columns')} keepMounted={false}>
        <Tabs.List aria-label={say(words.steps)} mb="md">
          <Tabs.Tab value="columns">{say(words.columns)}</Tabs.Tab>
          <Tabs.Tab value="rows">{say(words.rows)}</Tabs.Tab>
          <Tabs.Tab value="take">{say(words.take)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="columns">
          <MappingStep draft={draft} columns={columns} onDone={() => setStep('rows')} />
        </Tabs.Panel>
        <Tabs.Panel value="rows">
          <RowsStep draft={draft} columns={columns} onDone={() => setStep('take')} />
        </Tabs.Panel>
        <Tabs.Panel value="take">
          <TakeStep draft={draft} onMend={() => setStep('rows')} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

/** Where there is something to be said of the columns one begins with them. */
function firstStep({ columns, missingColumns, rows }: SampledDraftView): string {
  const isGuessed = columns.some(({ basis }) => basis === 'content')
  if (rows.taken === 0 && (missingColumns.length > 0 || isGuessed)) return 'columns'
  return 'rows'
}

function Discard({ draftId }: { readonly draftId: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const discard = useMutation({
    mutationFn: () => change(`/v1/list-drafts/${draftId}`, { method: 'DELETE' }),
    onSuccess: async () => {
      await navigate({ to: '/upload' })
      queries.removeQueries({ queryKey: draftQuery(draftId).queryKey })
      await queries.invalidateQueries({ queryKey: ['list-drafts'] })
    },
  })
  if (!isAsked) {
    return (
      <Button variant="default" leftSection={<Trash2 size={16} />} onClick={() => setIsAsked(true)}>
        {say(words.discard)}
      </Button>
    )
  }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm">{say(words.sure)}</Text>
        <Button size="xs" variant="default" onClick={() => setIsAsked(false)}>
          {say(words.keep)}
        </Button>
        <Button size="xs" color="red" loading={discard.isPending} onClick={() => discard.mutate()}>
          {say(words.discard)}
        </Button>
      </Group>
      <ProblemNote error={discard.error} />
    </Stack>
  )
}
