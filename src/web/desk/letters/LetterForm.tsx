import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = { cancel: { en: 'Cancel', zh: '取消' } }

interface LetterFormProps {
  readonly label: string
  /** What the act does. */
  readonly effect: string
  readonly submit: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** The form of an act on letters: what it does, what it needs, why it was refused. */
export function LetterForm(props: LetterFormProps) {
  const say = useSay()
  const { label, effect, submit, isBusy, error, onSubmit, onCancel, children } = props
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack gap="sm" py="sm">
        <Text size="sm">{effect}</Text>
        {children}
        <ProblemNote error={error} />
        <Group gap="xs">
          <Button type="submit" loading={isBusy}>
            {submit}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {say(words.cancel)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
