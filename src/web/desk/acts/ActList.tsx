import { Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './acts.module.css'

const words = { title: { en: 'What you can do', zh: '可执行的操作' } }

interface ActListProps<Act extends string> {
  /** Those that are possible now, in their order. */
  readonly acts: readonly Act[]
  readonly labelOf: (act: Act) => BilingualText
  /** What is said where nothing is possible. */
  readonly nothing: BilingualText
  readonly formOf: (act: Act, onDone: () => void) => ReactNode
}

/** What an officer can do, each act with its form below it; one form is open at a time. */
export function ActList<Act extends string>({ acts, labelOf, nothing, formOf }: ActListProps<Act>) {
  const say = useSay()
  const [open, setOpen] = useState<Act>()
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      aria-label={say(words.title)}
      className="screen-only"
    >
      <Title order={2} size="h4" mb="xs">
        {say(words.title)}
      </Title>
      {acts.length === 0 && <Text c="dimmed">{say(nothing)}</Text>}
      <Stack gap={0}>
        {acts.map((act) => (
          <div key={act} className={styles.act}>
            <UnstyledButton
              className={styles.head}
              data-act={act}
              aria-expanded={act === open}
              onClick={() => setOpen(act === open ? undefined : act)}
            >
              {act === open ? (
                <ChevronDown size={16} aria-hidden />
              ) : (
                <ChevronRight size={16} aria-hidden />
              )}
              {say(labelOf(act))}
            </UnstyledButton>
            {act === open &&
              // An act that comes to its end late must not shut the form that was opened since.
              formOf(act, () => setOpen((current) => (current === act ? undefined : current)))}
          </div>
        ))}
      </Stack>
    </Paper>
  )
}
