import { Textarea } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { useAct } from './use-act.ts'

const words = {
  reason: { en: 'Reason', zh: '理由' },
  reasonWhy: { en: 'It stands in the dossier.', zh: '将载入卷宗。' },
  reasonTold: {
    en: 'The trader reads it; it also stands in the dossier.',
    zh: '贸易商可见，并载入卷宗。',
  },
  question: { en: 'Question', zh: '问题' },
}

const PATHS = {
  'ask-question': 'questions',
  'order-inspection': 'inspections',
  release: 'release',
  refuse: 'refusal',
  seize: 'seizure',
} as const

interface SentenceFormProps extends ActFormInput {
  readonly act: keyof typeof PATHS
}

/** An act that only wants one sentence: a reason, or the question itself. */
export function SentenceForm({ act, dossier, onDone }: SentenceFormProps) {
  const say = useSay()
  const [sentence, setSentence] = useState('')
  const prepared = useAct(dossier, onDone)
  const isQuestion = act === 'ask-question'
  const isTold = act === 'refuse' || act === 'seize' || isQuestion
  return (
    <ActForm
      act={act}
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({
          path: PATHS[act],
          body: isQuestion ? { question: sentence.trim() } : { reason: sentence.trim() },
        })
      }
    >
      <Textarea
        label={say(isQuestion ? words.question : words.reason)}
        description={say(isTold ? words.reasonTold : words.reasonWhy)}
        value={sentence}
        required
        minLength={3}
        maxLength={400}
        rows={3}
        onChange={({ currentTarget }) => setSentence(currentTarget.value)}
      />
    </ActForm>
  )
}
