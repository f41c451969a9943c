import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { EnquiryForm } from '../letters/EnquiryForm.tsx'
import { lettersAboutQuery } from '../letters/letters-query.ts'
import { LetterRow } from '../letters/LetterRow.tsx'
import styles from '../letters/letters.module.css'
import { Section } from '../Section.tsx'
import type { ShownDossier } from './dossier-query.ts'

const words = {
  title: { en: 'Letters', zh: '往来函件' },
  none: {
    en: 'None was written about this declaration. You may write first.',
    zh: '尚无关于该申报的函件。可主动致函。',
  },
  write: { en: 'Write to the trader', zh: '致函贸易商' },
  list: { en: 'Letters about this declaration', zh: '关于该申报的函件' },
}

/** The letters about a declaration, each with the way to it, and a new one. */
export function LettersSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const { mrn } = dossier.register
  const letters = useQuery(lettersAboutQuery(mrn))
  const [isWriting, setIsWriting] = useState(false)
  return (
    <Section
      title={say(words.title)}
      actions={
        <Button
          size="xs"
          variant="default"
          aria-expanded={isWriting}
          onClick={() => setIsWriting(!isWriting)}
        >
          {say(words.write)}
        </Button>
      }
    >
      <ProblemNote error={letters.error} onRetry={() => void letters.refetch()} />
      {isWriting && <EnquiryForm mrn={mrn} onDone={() => setIsWriting(false)} />}
      {letters.data?.threads.length === 0 && <Text c="dimmed">{say(words.none)}</Text>}
      <ul className={styles.list} aria-label={say(words.list)}>
        {letters.data?.threads.map((line) => (
          <LetterRow key={line.thread} line={line} />
        ))}
      </ul>
    </Section>
  )
}
