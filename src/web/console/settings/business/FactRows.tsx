import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'

import { useRowIds } from '../../../kit/use-row-ids.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  remove: { en: 'Remove', zh: '移除' },
  removeOf: (number: number) => ({ en: `Remove number ${number}`, zh: `移除第 ${number} 项` }),
}

interface FactRowsProps<Fact> {
  readonly facts: readonly Fact[]
  readonly blank: Fact
  /** What is said while there are none. */
  readonly none: string
  /** On the button that adds one. */
  readonly add: string
  readonly onChange: (facts: readonly Fact[]) => void
  readonly children: (fact: Fact, set: (changed: Fact) => void) => ReactNode
}

/** Facts of one kind, each with its fields; more can be added and each be taken away. */
export function FactRows<Fact>({
  facts,
  blank,
  none,
  add,
  onChange,
  children,
}: FactRowsProps<Fact>) {
  const say = useSay()
  const { ids, forget } = useRowIds(facts.length)
  return (
    <Stack gap="sm">
      {facts.length === 0 && (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
      {facts.map((fact, index) => (
        <Card key={ids[index]} withBorder padding="md">
          {children(fact, (changed) => onChange(facts.with(index, changed)))}
          <Group justify="flex-end" mt="sm">
            <Button
              size="xs"
              variant="default"
              aria-label={say(words.removeOf(index + 1))}
              onClick={() => {
                forget(index)
                onChange(facts.toSpliced(index, 1))
              }}
            >
              {say(words.remove)}
            </Button>
          </Group>
        </Card>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => onChange([...facts, blank])}
        >
          {add}
        </Button>
      </Group>
    </Stack>
  )
}
