import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { actorWord } from '../terms/history.ts'
import { ruleSetsQuery, type ShownRule } from './rule-queries.ts'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'History', zh: '历史' },
  set: (number: number, rules: number) => ({
    en: `Set ${number}: ${rules} rules`,
    zh: `第 ${number} 套：${rules} 条规则`,
  }),
  holds: { en: 'holds now', zh: '现行' },
  tried: { en: 'tried before', zh: '经试行' },
  restores: (number: number) => ({ en: `back to set ${number}`, zh: `恢复第 ${number} 套` }),
  take: { en: 'Go back to this set', zh: '恢复到此套规则' },
}

interface RuleSetHistoryProps {
  /** Takes a set into the draft, from where it is tried and switched on like any other. */
  readonly onTake: (rules: readonly ShownRule[], restores: number) => void
}

/** What rules there were, who made them and why. */
export function RuleSetHistory({ onTake }: RuleSetHistoryProps) {
  const say = useSay()
  const sets = useQuery(ruleSetsQuery)
  return (
    <Section title={say(words.title)}>
      <ProblemNote error={sets.error} onRetry={() => void sets.refetch()} />
      {sets.isPending && <LoadingRows rows={3} />}
      <Stack gap="sm">
        {sets.data?.sets.map(
          ({ number, changedAt, changedBy, reason, tried, restores, rules }, index) => (
            <div key={number}>
              <Group gap={6}>
                <Text fw={600}>{say(words.set(number, rules.length))}</Text>
                {index === 0 && <Mark>{say(words.holds)}</Mark>}
                {tried && <Mark>{say(words.tried)}</Mark>}
                {restores !== null && <Mark>{say(words.restores(restores))}</Mark>}
              </Group>
              <Text size="sm" c="dimmed">
                {say(actorWord(changedBy))} · <InstantText at={changedAt} />
              </Text>
              {reason !== null && <Text size="sm">{reason}</Text>}
              {index > 0 && (
                <Button size="xs" mt={4} variant="default" onClick={() => onTake(rules, number)}>
                  {say(words.take)}
                </Button>
              )}
            </div>
          ),
        )}
      </Stack>
    </Section>
  )
}

function Mark({ children }: { readonly children: string }) {
  return (
    <Badge variant="light" color="gray" c="var(--mantine-color-text)">
      {children}
    </Badge>
  )
}
