import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../kit/notices.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useOfficer } from '../desk-session.ts'
import { presentRulesQuery, switchOn, tryRules, type ShownRule } from './rule-queries.ts'
import { tidied } from './rule-test.ts'
import type { Draft } from './RulesPage.tsx'
import { TrialResult } from './TrialResult.tsx'
import { Section } from '../Section.tsx'

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
  headOnly: { en: 'The head of the office switches rules on.', zh: '由负责人启用规则。' },
  outdated: { en: 'The rules were changed meanwhile', zh: '规则在此期间已被修改' },
  outdatedHow: {
    en: 'Your draft still stands here, but it was made from rules that hold no more and cannot be switched on. The history says what was changed.',
    zh: '草稿仍保留在此，但它基于已失效的规则，无法启用。修改内容见历史。',
  },
  anew: { en: 'Begin anew from the present rules', zh: '从现行规则重新开始' },
}

interface DraftPanelProps {
  readonly draft: Draft
  /** Whether others have changed the rules since the draft was begun. */
  readonly isOutdated: boolean
  readonly onReset: () => void
}

/** Tries the draft and, for the head of the office, switches it on. */
export function DraftPanel({ draft, isOutdated, onReset }: DraftPanelProps) {
  const say = useSay()
  const { role } = useOfficer()
  const rules = draft.rules.map(tidied)
  const written = JSON.stringify(rules)
  const isChanged = written !== JSON.stringify(draft.base.rules)
  const trial = useMutation({ mutationFn: () => tryRules(rules).then((run) => ({ run, written })) })
  const wasTried = trial.data?.written === written
  return (
    <Section title={say(words.title)}>
      {!isChanged && !isOutdated && <Text c="dimmed">{say(words.same)}</Text>}
      {draft.restores !== undefined && <Text size="sm">{say(words.restores(draft.restores))}</Text>}
      {isOutdated && <Outdated onReset={onReset} />}
      {isChanged && (
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
          {role === 'head' ? (
            <SwitchOnForm
              draft={draft}
              rules={rules}
              trial={wasTried ? 'tried' : 'untried'}
              isOutdated={isOutdated}
              onDone={onReset}
            />
          ) : (
            <Text size="sm">{say(words.headOnly)}</Text>
          )}
        </Stack>
      )}
    </Section>
  )
}

function Outdated({ onReset }: { readonly onReset: () => void }) {
  const say = useSay()
  return (
    <Alert role="alert" color="orange" title={say(words.outdated)} mb="sm">
      <Text size="sm">{say(words.outdatedHow)}</Text>
      <Button size="xs" mt="xs" variant="default" onClick={onReset}>
        {say(words.anew)}
      </Button>
    </Alert>
  )
}

interface SwitchOnFormProps {
  readonly draft: Draft
  readonly rules: readonly ShownRule[]
  readonly trial: 'tried' | 'untried'
  readonly isOutdated: boolean
  readonly onDone: () => void
}

function SwitchOnForm({ draft, rules, trial, isOutdated, onDone }: SwitchOnFormProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isUntried, setIsUntried] = useState(false)
  const put = useMutation({
    mutationFn: () => {
      const { base, restores } = draft
      return switchOn({ rules, tag: base.tag, reason: reason.trim(), restores, trial })
    },
    onSuccess: async () => {
      showNotice({ message: say(words.done), color: 'green' })
      await queries.invalidateQueries({ queryKey: ['rule-sets'] })
      await queries.invalidateQueries({ queryKey: presentRulesQuery.queryKey })
      await queries.invalidateQueries({ queryKey: ['rules'] })
      onDone()
    },
    // Where others were faster the page is to know it; what was drafted stays.
    onError: () => queries.invalidateQueries({ queryKey: presentRulesQuery.queryKey }),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    put.mutate()
  }
  const mayBeSwitchedOn = !isOutdated && (trial === 'tried' || isUntried)
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={say(words.reason)}
          value={reason}
          required
          minLength={3}
          maxLength={400}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {trial === 'untried' && (
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
        <Button type="submit" disabled={!mayBeSwitchedOn} loading={put.isPending}>
          {say(words.on)}
        </Button>
      </Stack>
    </form>
  )
}
