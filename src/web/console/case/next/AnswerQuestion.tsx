import { Blockquote, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'

const words = {
  asks: { en: 'Customs ask', zh: '海关提问' },
  answer: { en: 'Your answer', zh: '您的答复' },
  hint: {
    en: 'Customs read it as it stands; write in English.',
    zh: '海关将看到原文，请用英文填写。',
  },
  send: { en: 'Send the answer', zh: '发送答复' },
  readOnly: {
    en: 'Your role may not answer customs. Somebody who declares can.',
    zh: '您的角色无权答复海关，请联系申报人员。',
  },
}

/** Answers the first question of the authority that stands open. */
export function AnswerQuestion({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const session = useSession()
  const [text, setText] = useState('')
  const answer = useCaseChange(view.id)
  const question = view.questions.find(({ state }) => state === 'asked')
  if (question === undefined) return null
  const at = `/questions/${encodeURIComponent(question.questionId)}/answer`
  return (
    <>
      <Blockquote
        p="sm"
        mb="sm"
        cite={say(words.asks)}
        styles={{ cite: { color: 'var(--mantine-color-dimmed)', opacity: 1 } }}
      >
        {question.text}
      </Blockquote>
      {session.may('authority.answer') ? (
        <ActionForm
          button={say(words.send)}
          isPending={answer.isPending}
          isReady={text.trim() !== ''}
          error={answer.error}
          onSubmit={() => answer.mutate({ at, body: { text } })}
        >
          <Textarea
            label={say(words.answer)}
            description={say(words.hint)}
            required
            autosize
            minRows={3}
            maxLength={4_000}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </ActionForm>
      ) : (
        <Text size="sm">{say(words.readOnly)}</Text>
      )}
    </>
  )
}
