import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useGo } from '../places.tsx'
import { AttachmentsField } from './AttachmentsField.tsx'
import { correspondentsQuery } from './letters-query.ts'
import { useLetterAct } from './use-letter-act.ts'

const words = {
  to: { en: 'Trader', zh: '贸易商' },
  choose: { en: 'Choose', zh: '请选择' },
  subject: { en: 'Subject', zh: '主题' },
  text: { en: 'Letter', zh: '正文' },
  dueOn: { en: 'Answer until', zh: '答复期限' },
  dueHow: { en: 'Left empty, the days of the office’s settings', zh: '留空则按本关设置的天数' },
  send: { en: 'Send', zh: '发送' },
  cancel: { en: 'Cancel', zh: '取消' },
}

interface EnquiryFormProps {
  /** The declaration that it is about; without one the trader is chosen. */
  readonly mrn?: string
  readonly onDone: () => void
}

const empty = { clientId: '', subject: '', text: '', answerDueOn: '' }

/** Asks a trader, about a declaration or in general. */
export function EnquiryForm({ mrn, onDone }: EnquiryFormProps) {
  const say = useSay()
  const go = useGo()
  const traders = useQuery({ ...correspondentsQuery, enabled: mrn === undefined })
  const [letter, setLetter] = useState(empty)
  const [files, setFiles] = useState<readonly File[]>([])
  const send = useLetterAct(({ thread }) => {
    onDone()
    go({ to: '/letters/$thread', params: { thread } })
  })
  const field = (name: keyof typeof empty) => ({
    value: letter[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setLetter((before) => ({ ...before, [name]: value })),
  })
  const { clientId, subject, text, answerDueOn } = letter
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const about = mrn === undefined ? { clientId } : { mrn }
        const due = answerDueOn === '' ? {} : { answerDueOn }
        send.mutate({ path: '', body: { ...about, subject, text, ...due }, files })
      }}
    >
      <Stack gap="sm">
        {mrn === undefined && (
          <NativeSelect
            label={say(words.to)}
            required
            {...field('clientId')}
            data={[
              { value: '', label: say(words.choose) },
              ...(traders.data?.correspondents ?? []).map(({ clientId: value, name }) => ({
                value,
                label: name,
              })),
            ]}
          />
        )}
        <TextInput label={say(words.subject)} required maxLength={140} {...field('subject')} />
        <Textarea label={say(words.text)} required rows={5} maxLength={8000} {...field('text')} />
        <TextInput
          type="date"
          label={say(words.dueOn)}
          description={say(words.dueHow)}
          {...field('answerDueOn')}
        />
        <AttachmentsField files={files} onChange={setFiles} />
        <ProblemNote error={send.error} />
        <Group gap="xs">
          <Button type="submit" loading={send.isPending}>
            {say(words.send)}
          </Button>
          <Button variant="default" onClick={onDone}>
            {say(words.cancel)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
