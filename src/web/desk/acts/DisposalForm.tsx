import { NativeSelect } from '@mantine/core'
import { useState } from 'react'

import type { Disposal } from '../../../authority/officers/decide-entry.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { disposalWords } from '../terms/findings.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = { what: { en: 'What became of the goods', zh: '货物去向' } }

const OF_REFUSED: readonly Disposal[] = ['returned', 'destroyed', 'abandoned', 'sold']
const OF_SEIZED: readonly Disposal[] = ['restored', 'forfeited', 'destroyed', 'sold']

/** Records what has become of refused or seized goods. */
export function DisposalForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const possible = dossier.register.state === 'seized' ? OF_SEIZED : OF_REFUSED
  const [disposal, setDisposal] = useState<string>(possible[0] ?? '')
  const [reason, setReason] = useState('')
  const prepared = useAct(dossier, onDone)
  return (
    <ActForm
      act="dispose"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({ path: 'disposal', body: { disposal, reason: reason.trim() } })
      }
    >
      <NativeSelect
        label={say(words.what)}
        value={disposal}
        data={possible.map((value) => ({ value, label: say(disposalWords[value]) }))}
        onChange={({ currentTarget }) => setDisposal(currentTarget.value)}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ActForm>
  )
}
