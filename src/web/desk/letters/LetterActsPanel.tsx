import { Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'

import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from '../acts/acts.module.css'
import { DecideForm } from './DecideForm.tsx'
import { LastDayForm } from './LastDayForm.tsx'
import { LatenessForm } from './LatenessForm.tsx'
import type { ShownThread } from './letters-query.ts'
import { WriteForm } from './WriteForm.tsx'

const words = {
  title: { en: 'What you can do', zh: '可执行的操作' },
  nothing: { en: 'The letters are closed.', zh: '往来函件已结束。' },
}

const acts = {
  lateness: { en: 'Look at why it is late', zh: '审查逾期原因' },
  decide: { en: 'Decide', zh: '作出决定' },
  write: { en: 'Write', zh: '致函' },
  'last-day': { en: 'Move the last day', zh: '变更期限' },
  close: { en: 'Close the letters', zh: '结束往来函件' },
} as const satisfies Readonly<Record<string, BilingualText>>

type LetterAct = keyof typeof acts

/** What the forms of all acts on a thread are given. */
export interface LetterFormInput {
  readonly thread: ShownThread
  readonly onDone: () => void
}

/** The acts that a thread admits, each with its form below it. */
export function LetterActsPanel({ thread }: { readonly thread: ShownThread }) {
  const say = useSay()
  const [open, setOpen] = useState<LetterAct>()
  const possible = actsOf(thread)
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
      {possible.length === 0 && <Text c="dimmed">{say(words.nothing)}</Text>}
      <Stack gap={0}>
        {possible.map((act) => (
          <div key={act} className={styles.act}>
            <UnstyledButton
              className={styles.head}
              aria-expanded={act === open}
              onClick={() => setOpen(act === open ? undefined : act)}
            >
              {act === open ? (
                <ChevronDown size={16} aria-hidden />
              ) : (
                <ChevronRight size={16} aria-hidden />
              )}
              {say(acts[act])}
            </UnstyledButton>
            {act === open && <FormOf act={act} thread={thread} onDone={() => setOpen(undefined)} />}
          </div>
        ))}
      </Stack>
    </Paper>
  )
}

function actsOf({ possible }: ShownThread): readonly LetterAct[] {
  const isPossible: Readonly<Record<LetterAct, boolean>> = {
    lateness: possible.judgeLateness,
    decide: possible.outcomes.length > 0,
    write: possible.write,
    'last-day': possible.moveLastDay,
    close: possible.close,
  }
  return (Object.keys(acts) as LetterAct[]).filter((act) => isPossible[act])
}

function FormOf({ act, ...input }: LetterFormInput & { readonly act: LetterAct }) {
  switch (act) {
    case 'lateness':
      return <LatenessForm {...input} />
    case 'decide':
      return <DecideForm {...input} />
    case 'last-day':
      return <LastDayForm {...input} />
    case 'write':
    case 'close':
      return <WriteForm act={act} {...input} />
  }
}
