import { Chip, Group, Text } from '@mantine/core'

import type { Term } from '../../kit/terms/term.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'

interface CountChipsProps<Name extends string> {
  readonly title: string
  readonly terms: Readonly<Record<Name, Term>>
  /** How many cases there are of each; those of none are left out unless they are chosen. */
  readonly counts: ReadonlyMap<Name, number>
  readonly chosen: readonly Name[]
  /** Called with what is chosen now; nothing where nothing is narrowed. */
  readonly onChoose: (chosen: Name[] | undefined) => void
}

/** Chips that narrow the list, each with the number of cases that it would show. */
export function CountChips<Name extends string>(props: CountChipsProps<Name>) {
  const { title, terms, counts, chosen, onChoose } = props
  const say = useSay()
  const { number } = useFormats()
  const toggle = (name: Name, isAdded: boolean) => {
    const others = chosen.filter((each) => each !== name)
    const after = isAdded ? [...others, name] : others
    onChoose(after.length === 0 ? undefined : after)
  }
  const names = (Object.keys(terms) as Name[]).filter(
    (name) => counts.has(name) || chosen.includes(name),
  )
  return (
    <Group gap={6} role="group" aria-label={title}>
      <Text size="sm" c="dimmed" aria-hidden>
        {title}
      </Text>
      {names.map((name) => (
        <Chip
          key={name}
          size="xs"
          checked={chosen.includes(name)}
          onChange={(isAdded) => toggle(name, isAdded)}
        >
          {say(terms[name].label)} {number(counts.get(name) ?? 0)}
        </Chip>
      ))}
    </Group>
  )
}
