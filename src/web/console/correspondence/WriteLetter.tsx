import { NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { CaseCorrespondence } from '../../../api/case-correspondence.ts'
import type { AppealableView } from '../../../api/views/appealable-view.ts'
import type { ThreadView, WholeThreadView } from '../../../api/views/thread-view.ts'
import { change } from '../../kit/api/ask.ts'
import { StackedForm } from '../../kit/components/StackedForm.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseKey } from '../case/case-queries.ts'
import { AppealFields, type AppealDraft } from './AppealFields.tsx'
import { ClaimFields, type ClaimDraft } from './ClaimFields.tsx'
import { CorrectionFields, type CorrectionDraft } from './CorrectionFields.tsx'
import { correspondenceKey } from './correspondence-queries.ts'
import { type ChosenPaper, LetterPapers } from './LetterPapers.tsx'
import { RulingFields, type RulingDraft } from './RulingFields.tsx'
import { kindWords } from './thread-words.ts'

const words = {
  kind: { en: 'What it is about', zh: '信函种类' },
  subject: { en: 'Subject', zh: '主题' },
  text: { en: 'Letter', zh: '正文' },
  hint: {
    en: 'Customs read it as it stands; write in English.',
    zh: '海关将看到原文，请用英文填写。',
  },
  send: { en: 'Send the letter', zh: '发送信函' },
}

/** What can be written about. */
export type WritableKind = Exclude<ThreadView['kind'], 'enquiry'>

interface WriteLetterProps {
  readonly kinds: readonly WritableKind[]
  /** The case that it is about; about none where it is absent. */
  readonly caseId?: string
  /** What can be put to review; needed where appeals are among the kinds. */
  readonly appealable?: readonly AppealableView[]
  /** Until when what was paid can be claimed back; needed where claims are among the kinds. */
  readonly claimable?: CaseCorrespondence['claimable']
  /** Exports by which goods of the case went back, which a claim can name. */
  readonly exports?: CaseCorrespondence['exports']
  readonly onSent: (thread: WholeThreadView) => void
}

/** Writes the letter that opens a thread, with what its kind brings with it. */
export function WriteLetter(props: WriteLetterProps) {
  const { kinds, caseId, appealable = [], claimable = [], exports = [], onSent } = props
  const say = useSay()
  const queries = useQueryClient()
  const [kind, setKind] = useState<WritableKind>(kinds[0] ?? 'question')
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const [papers, setPapers] = useState<readonly ChosenPaper[]>([])
  const [correction, setCorrection] = useState<CorrectionDraft>()
  const [claim, setClaim] = useState<ClaimDraft>()
  const [ruling, setRuling] = useState<RulingDraft>()
  const [appeal, setAppeal] = useState<AppealDraft>()
  const matter = {
    question: {},
    'voluntary-correction': correction && { correction },
    'repayment-claim': claim && { claim },
    'ruling-request': ruling && { ruling },
    appeal: appeal && { appeal },
  }[kind]
  const sending = useMutation({
    mutationFn: () =>
      change<WholeThreadView>(
        caseId === undefined ? '/v1/correspondence' : `/v1/cases/${caseId}/correspondence`,
        {
          body: {
            ...{ kind, subject, text, ...matter },
            attachmentIds: papers.map(({ attachmentId }) => attachmentId),
          },
        },
      ),
    onSuccess: onSent,
    onSettled: async () => {
      const keys = [correspondenceKey, ...(caseId === undefined ? [] : [caseKey(caseId)])]
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
  return (
    <StackedForm
      submit={say(words.send)}
      isPending={sending.isPending}
      isReady={subject.trim() !== '' && text.trim() !== '' && matter !== undefined}
      error={sending.error}
      onSubmit={() => sending.mutate()}
    >
      {kinds.length > 1 && (
        <NativeSelect
          label={say(words.kind)}
          value={kind}
          data={kinds.map((value) => ({ value, label: say(kindWords[value]) }))}
          onChange={({ currentTarget }) => {
            setKind(currentTarget.value as WritableKind)
            // The fields of a kind begin empty each time; nothing goes that is not seen.
            for (const forget of [setCorrection, setClaim, setRuling, setAppeal]) forget(undefined)
          }}
        />
      )}
      <TextInput
        label={say(words.subject)}
        required
        maxLength={140}
        value={subject}
        onChange={({ currentTarget }) => setSubject(currentTarget.value)}
      />
      {kind === 'voluntary-correction' && (
        <CorrectionFields caseId={caseId} onChange={setCorrection} />
      )}
      {kind === 'repayment-claim' && (
        <ClaimFields claimable={claimable} exports={exports} onChange={setClaim} />
      )}
      {kind === 'ruling-request' && <RulingFields onChange={setRuling} />}
      {kind === 'appeal' && <AppealFields appealable={appealable} onChange={setAppeal} />}
      <Stack gap="xs">
        <Textarea
          label={say(words.text)}
          description={say(words.hint)}
          required
          autosize
          minRows={4}
          maxLength={8_000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Text component="div">
          <LetterPapers caseId={caseId} papers={papers} onChange={setPapers} />
        </Text>
      </Stack>
    </StackedForm>
  )
}
