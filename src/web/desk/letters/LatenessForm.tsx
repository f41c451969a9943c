import { Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { LetterFormInput } from './LetterActsPanel.tsx'
import { LetterForm } from './LetterForm.tsx'
import { useLetterAct } from './use-letter-act.ts'

const words = {
  label: { en: 'Look at why it is late', zh: '审查逾期原因' },
  effect: {
    en: 'With a reasonable excuse the review is carried out, and its time begins; else the letters are closed.',
    zh: '有合理理由的予以复核，复核期限自此起算；否则结束往来函件。',
  },
  excuse: { en: 'The request', zh: '对该申请' },
  accepted: { en: 'Accept it: there was a reasonable excuse', zh: '接受：有合理理由' },
  refused: { en: 'Refuse it', zh: '不接受' },
  reason: { en: 'What the trader is told', zh: '告知贸易商的理由' },
  submit: { en: 'Say so', zh: '提交' },
}

/** Says whether a request for a review that came late is heard. */
export function LatenessForm({ thread, onDone }: LetterFormInput) {
  const say = useSay()
  const [answer, setAnswer] = useState('')
  const [reason, setReason] = useState('')
  const judge = useLetterAct(onDone)
  return (
    <LetterForm
      label={say(words.label)}
      effect={say(words.effect)}
      submit={say(words.submit)}
      isBusy={judge.isPending}
      error={judge.error}
      onCancel={onDone}
      onSubmit={() =>
        judge.mutate({
          path: `/${thread.thread}/lateness`,
          body: { isAccepted: answer === 'accepted', reason },
        })
      }
    >
      <Radio.Group label={say(words.excuse)} value={answer} onChange={setAnswer} required>
        <Stack gap="xs" mt={4}>
          {(['accepted', 'refused'] as const).map((value) => (
            <Radio key={value} value={value} label={say(words[value])} required />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={say(words.reason)}
        value={reason}
        required
        rows={4}
        maxLength={8000}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </LetterForm>
  )
}
