import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { WholeThreadView } from '../../../api/views/thread-view.ts'
import { change } from '../../kit/api/ask.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseKey } from '../case/case-queries.ts'
import { ActionForm } from '../case/next/ActionForm.tsx'
import { SectionCard } from '../case/SectionCard.tsx'
import { correspondenceKey } from './correspondence-queries.ts'
import { type ChosenPaper, LetterPapers } from './LetterPapers.tsx'

const words = {
  answer: { en: 'Answer', zh: '答复' },
  further: { en: 'A further letter', zh: '补充信函' },
  text: { en: 'Letter', zh: '正文' },
  hint: {
    en: 'Customs read it as it stands; write in English.',
    zh: '海关将看到原文，请用英文填写。',
  },
  send: { en: 'Send the letter', zh: '发送信函' },
}

/** Writes a further letter in a thread. */
export function AnswerLetter({ thread }: { readonly thread: WholeThreadView }) {
  const say = useSay()
  const queries = useQueryClient()
  const { id, caseId, awaits } = thread
  const [text, setText] = useState('')
  const [papers, setPapers] = useState<readonly ChosenPaper[]>([])
  const sending = useMutation({
    mutationFn: () =>
      change<WholeThreadView>(`/v1/correspondence/${id}/letters`, {
        body: { text, attachmentIds: papers.map(({ attachmentId }) => attachmentId) },
      }),
    onSuccess: () => {
      setText('')
      setPapers([])
    },
    onSettled: async () => {
      const keys = [correspondenceKey, ...(caseId === undefined ? [] : [caseKey(caseId)])]
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
  return (
    <SectionCard title={say(awaits === 'trader' ? words.answer : words.further)}>
      <ActionForm
        button={say(words.send)}
        isPending={sending.isPending}
        isReady={text.trim() !== ''}
        error={sending.error}
        onSubmit={() => sending.mutate()}
      >
        <Textarea
          label={say(words.text)}
          description={say(words.hint)}
          required
          autosize
          minRows={3}
          maxLength={8_000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <LetterPapers caseId={caseId} papers={papers} onChange={setPapers} />
      </ActionForm>
    </SectionCard>
  )
}
