import { NativeSelect } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { controlWords } from '../terms/states.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = { which: { en: 'What is closed', zh: '要结束的事项' } }

/** Closes one request, question or review; the others stay. */
export function CloseControlForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const open = dossier.controls.filter(
    ({ state, kind }) => state === 'open' && kind !== 'inspection',
  )
  const [chosen, setChosen] = useState(open[0]?.id ?? '')
  const [reason, setReason] = useState('')
  const prepared = useAct(dossier, onDone)
  return (
    <ActForm
      act="close-control"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({ path: `controls/${chosen}/closure`, body: { reason: reason.trim() } })
      }
    >
      <NativeSelect
        label={say(words.which)}
        value={chosen}
        data={open.map(({ id, kind }) => ({ value: id, label: say(controlWords[kind]) }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ActForm>
  )
}
