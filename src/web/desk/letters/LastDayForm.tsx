import { TextInput } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ReasonField } from '../acts/ReasonField.tsx'
import type { LetterFormInput } from './LetterActsPanel.tsx'
import { LetterForm } from './LetterForm.tsx'
import { useLetterAct } from './use-letter-act.ts'

const words = {
  label: { en: 'Move the last day', zh: '变更期限' },
  effect: {
    en: 'For whoever is to answer. The time for a review is only extended as agreed with the trader.',
    zh: '适用于待答复的一方。复核期限须经贸易商同意方可延长。',
  },
  dueOn: { en: 'New last day', zh: '新期限' },
}

/** Moves the last day of whoever is to answer. */
export function LastDayForm({ thread, onDone }: LetterFormInput) {
  const say = useSay()
  const [answerDueOn, setAnswerDueOn] = useState(thread.answerDueOn ?? '')
  const [reason, setReason] = useState('')
  const move = useLetterAct(onDone)
  return (
    <LetterForm
      label={say(words.label)}
      effect={say(words.effect)}
      submit={say(words.label)}
      isBusy={move.isPending}
      error={move.error}
      onCancel={onDone}
      onSubmit={() =>
        move.mutate({
          path: `/${thread.thread}/last-day`,
          method: 'PUT',
          body: { answerDueOn, reason: reason.trim() },
        })
      }
    >
      <TextInput
        type="date"
        label={say(words.dueOn)}
        value={answerDueOn}
        required
        onChange={({ currentTarget }) => setAnswerDueOn(currentTarget.value)}
      />
      <ReasonField value={reason} onChange={setReason} />
    </LetterForm>
  )
}
