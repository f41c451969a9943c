import { Textarea } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = {
  wanted: { en: 'Papers wanted, one a line', zh: '所需单证，每行一份' },
}

/** Asks the trader for papers. */
export function DocumentsForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const [wanted, setWanted] = useState('')
  const [reason, setReason] = useState('')
  const prepared = useAct(dossier, onDone)
  const papers = wanted
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return (
    <ActForm
      act="request-documents"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({
          path: 'document-requests',
          body: { wanted: papers, reason: reason.trim() },
        })
      }
    >
      <Textarea
        label={say(words.wanted)}
        value={wanted}
        required
        minLength={3}
        rows={3}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
      <ReasonField value={reason} onChange={setReason} isTold />
    </ActForm>
  )
}
