import { Checkbox, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSession } from '../../../kit/session.ts'
import { colon } from '../../../kit/words/colon.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { attachmentName } from '../paper-names.ts'
import { PaperUpload } from '../PaperUpload.tsx'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'

const words = {
  wanted: { en: 'Customs want to see', zh: '海关要求提供' },
  why: { en: 'Why', zh: '理由' },
  until: { en: 'Until', zh: '期限' },
  papers: { en: 'Papers to send', zh: '要发送的单证' },
  none: { en: 'Upload the papers first; then tick them here.', zh: '请先上传单证，再在此勾选。' },
  send: { en: 'Send to customs', zh: '发送给海关' },
  readOnly: {
    en: 'Your role may not answer customs. Somebody who declares can.',
    zh: '您的角色无权答复海关，请联系申报人员。',
  },
}

/** Answers the authority's wish for papers with papers of the case. */
export function AnswerDocuments({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const session = useSession()
  const { data } = useSuspenseQuery(caseQueries.attachments(view.id))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const answer = useCaseChange(view.id)
  const control = view.controls.find(({ state }) => state === 'documents-requested')
  if (control === undefined) return null
  const papers = data.items.filter(({ isErased }) => !isErased)
  const { controlId } = control
  return (
    <Stack gap="sm">
      <Text>
        {say(words.wanted)}
        {say(colon)}
        <strong>{control.wanted}</strong>
        {control.dueAt !== undefined && (
          <>
            {' '}
            · {say(words.until)} <InstantText at={control.dueAt} />
          </>
        )}
      </Text>
      {control.reason !== undefined && (
        <Text>
          {say(words.why)}
          {say(colon)}
          {control.reason}
        </Text>
      )}
      <PaperUpload caseId={view.id} />
      {session.may('authority.answer') ? (
        <ActionForm
          button={say(words.send)}
          isPending={answer.isPending}
          isReady={chosen.length > 0}
          error={answer.error}
          onSubmit={() =>
            answer.mutate({ at: '/answers', body: { controlId, attachmentIds: chosen } })
          }
        >
          <Checkbox.Group
            label={say(words.papers)}
            value={[...chosen]}
            onChange={(ids) => setChosen(ids)}
          >
            <Stack gap={6} mt="xs">
              {papers.map(({ attachmentId, fileName, kind }) => (
                <Checkbox
                  key={attachmentId}
                  value={attachmentId}
                  label={`${fileName} · ${say(attachmentName(kind))}`}
                />
              ))}
              {papers.length === 0 && (
                <Text size="sm" c="dimmed">
                  {say(words.none)}
                </Text>
              )}
            </Stack>
          </Checkbox.Group>
        </ActionForm>
      ) : (
        <Text size="sm">{say(words.readOnly)}</Text>
      )}
    </Stack>
  )
}
