import {
  Alert,
  Anchor,
  Button,
  CloseButton,
  Group,
  List,
  Paper,
  Progress,
  Text,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'

import type { BulkRunView } from '../../../api/bulk-runs.ts'
import { change } from '../../kit/api/ask.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { failureTitle } from '../../kit/components/failure-titles.ts'
import { failureText } from '../../kit/words/failure-text.ts'
import { useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import { bulkActionNames } from './bulk-action-names.ts'
import { bulkRunQuery } from './case-list-queries.ts'

const words = {
  region: { en: 'Progress', zh: '进度' },
  running: (done: number, total: number) => ({
    en: `${done} of ${total} cases`,
    zh: `${total} 个案件中已处理 ${done} 个`,
  }),
  finished: (done: number, failed: number) => ({
    en: failed === 0 ? `Done: ${done}` : `Done: ${done}, not possible: ${failed}`,
    zh: failed === 0 ? `已完成 ${done} 个` : `已完成 ${done} 个，未能处理 ${failed} 个`,
  }),
  why: { en: 'These stayed as they were:', zh: '以下案件保持不变：' },
  undo: { en: 'Undo: take them up again', zh: '撤销：重新启动' },
  undoReason: { en: 'The stop was undone.', zh: '撤销停办。' },
  close: { en: 'Close', zh: '关闭' },
}

interface BulkProgressProps {
  readonly runId: string
  readonly onClose: () => void
  readonly onStarted: (run: BulkRunView) => void
}

/** How far an action on many cases has come, and what became of each; what was stopped can be undone. */
export function BulkProgress({ runId, onClose, onStarted }: BulkProgressProps) {
  const say = useSay()
  const { data: run, error, refetch } = useQuery(bulkRunQuery(runId))
  const queries = useQueryClient()
  const isFinished = run?.state === 'finished'
  useEffect(() => {
    if (isFinished) void queries.invalidateQueries({ queryKey: ['cases'] })
  }, [isFinished, queries])
  const undo = useMutation({
    mutationFn: (caseIds: readonly string[]) =>
      change<BulkRunView>('/v1/cases/bulk', {
        body: { action: 'reopen', caseIds, reason: say(words.undoReason) },
      }),
    onSuccess: onStarted,
  })
  const close = <CloseButton aria-label={say(words.close)} onClick={onClose} />
  if (run === undefined) {
    return error === null ? null : (
      <Group align="flex-start" wrap="nowrap" mb="sm">
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {close}
      </Group>
    )
  }
  const { action, state, counts, cases } = run
  const done = counts.done + counts.failed
  const stopped = cases.filter(({ outcome }) => outcome === 'done').map(({ caseId }) => caseId)
  const progress = say(
    state === 'finished'
      ? words.finished(counts.done, counts.failed)
      : words.running(done, counts.total),
  )
  return (
    <Paper withBorder p="sm" mb="sm" component="section" aria-label={say(words.region)}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Text size="sm" fw={600} aria-live="polite">
          {say(bulkActionNames[action])} · {progress}
        </Text>
        {close}
      </Group>
      <Progress.Root size="sm">
        <Progress.Section
          value={(counts.done / counts.total) * 100}
          color="teal"
          aria-label={progress}
        />
        <Progress.Section
          value={(counts.failed / counts.total) * 100}
          color="orange"
          aria-label={progress}
        />
      </Progress.Root>
      {counts.failed > 0 && <Refused cases={cases} />}
      {action === 'stop' && state === 'finished' && stopped.length > 0 && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="light"
          loading={undo.isPending}
          onClick={() => undo.mutate(stopped)}
        >
          {say(words.undo)}
        </Button>
      )}
      <ProblemNote error={error} onRetry={() => void refetch()} />
      <ProblemNote error={undo.error} />
    </Paper>
  )
}

function Refused({ cases }: Pick<BulkRunView, 'cases'>) {
  const say = useSay()
  return (
    <Alert
      color="orange"
      mt="xs"
      p="xs"
      title={say(words.why)}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <List size="sm" listStyleType="none" mah={200} style={{ overflowY: 'auto' }} tabIndex={0}>
        {cases
          .filter(({ outcome }) => outcome === 'failed')
          .map(({ caseId, reference, failures: [first] }) => (
            <List.Item key={caseId}>
              <Anchor component={Link} to={`/cases/${caseId}`} size="sm" fw={600}>
                {reference}
              </Anchor>{' '}
              {first !== undefined && <RefusalText failure={first} />}
            </List.Item>
          ))}
      </List>
    </Alert>
  )
}

type Refusal = BulkRunView['cases'][number]['failures'][number]

function RefusalText({ failure }: { readonly failure: Refusal }) {
  const say = useSay()
  const { message, lang } = failureText(failure, useLanguage().language)
  return (
    <>
      {say(failureTitle(failure.code))}{' '}
      <Text span size="sm" c="dimmed" lang={lang}>
        {message}
      </Text>
    </>
  )
}
