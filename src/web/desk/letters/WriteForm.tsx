import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { AttachmentsField } from './AttachmentsField.tsx'
import type { LetterFormInput } from './LetterActsPanel.tsx'
import { LetterForm } from './LetterForm.tsx'
import { useLetterAct } from './use-letter-act.ts'

const words = {
  write: { en: 'Write', zh: '致函' },
  writeEffect: { en: 'The trader reads it.', zh: '贸易商会收到此函。' },
  close: { en: 'Close the letters', zh: '结束往来函件' },
  closeEffect: {
    en: 'The trader reads why. Nobody writes in this thread any more.',
    zh: '贸易商会看到理由。此后双方不再在此往来。',
  },
  text: { en: 'Letter', zh: '正文' },
  reason: { en: 'Reason', zh: '理由' },
  asks: { en: 'I want an answer', zh: '需要答复' },
  dueOn: { en: 'Answer until', zh: '答复期限' },
  send: { en: 'Send', zh: '发送' },
}

/** Writes to the trader, with or without wanting an answer, or ends the thread with a last word. */
export function WriteForm({
  act,
  thread,
  onDone,
}: LetterFormInput & { readonly act: 'write' | 'close' }) {
  const say = useSay()
  const [text, setText] = useState('')
  const [asks, setAsks] = useState(false)
  const [answerDueOn, setAnswerDueOn] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const send = useLetterAct(onDone)
  const isClosing = act === 'close'
  const submit = (): void => {
    const at = `/${thread.thread}`
    if (isClosing) return send.mutate({ path: `${at}/closure`, body: { reason: text } })
    const due = asks ? { answerDueOn } : {}
    send.mutate({ path: `${at}/messages`, body: { text, ...due }, files })
  }
  return (
    <LetterForm
      label={say(words[act])}
      effect={say(isClosing ? words.closeEffect : words.writeEffect)}
      submit={say(isClosing ? words.close : words.send)}
      isBusy={send.isPending}
      error={send.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <Textarea
        label={say(isClosing ? words.reason : words.text)}
        value={text}
        required
        rows={5}
        maxLength={8000}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {!isClosing && (
        <>
          <Checkbox
            label={say(words.asks)}
            checked={asks}
            onChange={({ currentTarget }) => setAsks(currentTarget.checked)}
          />
          {asks && (
            <TextInput
              type="date"
              label={say(words.dueOn)}
              value={answerDueOn}
              required
              onChange={({ currentTarget }) => setAnswerDueOn(currentTarget.value)}
            />
          )}
          <AttachmentsField files={files} onChange={setFiles} />
        </>
      )}
    </LetterForm>
  )
}
