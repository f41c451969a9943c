import { Button, Checkbox, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../kit/notices.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { switchOn, tryRules, type PresentRules } from './rule-queries.ts'
import { tidied } from './rule-test.ts'
import type { Draft } from './RulesPage.tsx'
import { TrialResult } from './TrialResult.tsx'

const words = {
  title: { en: 'Your draft', zh: '草稿' },
  same: {
    en: 'The draft is what holds now. Switch a rule on or off, edit one, or add one.',
    zh: '草稿与现行规则相同。可启用或停用、编辑或新建规则。',
  },
  restores: (number: number) => ({
    en: `Goes back to set ${number}.`,
    zh: `恢复至第 ${number} 套规则。`,
  }),
  try: { en: 'Try on past cases', zh: '在以往案件上试行' },
  reset: { en: 'Discard the draft', zh: '放弃草稿' },
  reason: { en: 'Why the rules are changed', zh: '修改规则的原因' },
  untried: { en: 'Switch on without trying', zh: '不经试行直接启用' },
  on: { en: 'Switch on', zh: '启用' },
  first: {
    en: 'Try the draft first, or say that you switch it on without trying.',
    zh: '请先试行草稿，或选择不经试行直接启用。',
  },
  done: { en: 'The rules are switched on', zh: '规则已启用' },
}

interface DraftPanelProps {
  readonly present: PresentRules
  readonly draft: Draft
  readonly onReset: () => void
}

/** Tries the draft and switches it on. */
export function DraftPanel({ present, draft, onReset }: DraftPanelProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isUntried, setIsUntried] = useState(false)
  const rules = draft.rules.map(tidied)
  const written = JSON.stringify(rules)
  const isChanged = written !== JSON.stringify(present.rules)
  const trial = useMutation({ mutationFn: () => tryRules(rules).then((run) => ({ run, written })) })
  const wasTried = trial.data?.written === written
  const put = useMutation({
    mutationFn: () =>
      switchOn({
        rules,
        tag: present.tag,
        reason: reason.trim(),
        restores: draft.restores,
        trial: wasTried ? 'tried' : 'untried',
      }),
    onSuccess: async () => {
      showNotice({ message: say(words.done), color: 'green' })
      await queries.invalidateQueries({ queryKey: ['rule-sets'] })
      await queries.invalidateQueries({ queryKey: ['present-rules'] })
      await queries.invalidateQueries({ queryKey: ['rules'] })
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    put.mutate()
  }
  return (
    <Paper component="section" withBorder p="md" aria-label={say(words.title)}>
      <Title order={2} size="h4" mb="xs">
        {say(words.title)}
      </Title>
      {!isChanged && <Text c="dimmed">{say(words.same)}</Text>}
      {draft.restores !== undefined && <Text size="sm">{say(words.restores(draft.restores))}</Text>}
      {isChanged && (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Group gap="xs">
              <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
                {say(words.try)}
              </Button>
              <Button variant="subtle" onClick={onReset}>
                {say(words.reset)}
              </Button>
            </Group>
            <ProblemNote error={trial.error} />
            {wasTried && trial.data !== undefined && <TrialResult run={trial.data.run} />}
            <TextInput
              label={say(words.reason)}
              value={reason}
              required
              minLength={3}
              maxLength={400}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            {!wasTried && (
              <>
                <Text size="sm">{say(words.first)}</Text>
                <Checkbox
                  label={say(words.untried)}
                  checked={isUntried}
                  onChange={({ currentTarget }) => setIsUntried(currentTarget.checked)}
                />
              </>
            )}
            <ProblemNote error={put.error} />
            <Button type="submit" disabled={!wasTried && !isUntried} loading={put.isPending}>
              {say(words.on)}
            </Button>
          </Stack>
        </form>
      )}
    </Paper>
  )
}
