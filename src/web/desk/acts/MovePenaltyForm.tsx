import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { usePenaltyName } from '../dossier/penalty-name.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = {
  which: { en: 'Which one', zh: '哪一项' },
  reference: { en: 'Receipt', zh: '收据号' },
}

interface MovePenaltyFormProps extends ActFormInput {
  readonly act: 'record-penalty-payment' | 'withdraw-penalty'
}

/** A penalty was paid, or falls. */
export function MovePenaltyForm({ act, dossier, onDone }: MovePenaltyFormProps) {
  const say = useSay()
  const nameOf = usePenaltyName()
  const isPayment = act === 'record-penalty-payment'
  const open = dossier.penalties.filter(({ state }) =>
    isPayment ? state === 'imposed' : state !== 'withdrawn',
  )
  const [chosen, setChosen] = useState(String(open[0]?.number ?? ''))
  const [because, setBecause] = useState('')
  const prepared = useAct(dossier, onDone)
  return (
    <ActForm
      act={act}
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({
          path: `penalties/${chosen}/${isPayment ? 'payment' : 'withdrawal'}`,
          body: isPayment ? { reference: because.trim() } : { reason: because.trim() },
        })
      }
    >
      <NativeSelect
        label={say(words.which)}
        value={chosen}
        data={open.map((penalty) => ({ value: String(penalty.number), label: nameOf(penalty) }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      {isPayment ? (
        <TextInput
          label={say(words.reference)}
          value={because}
          required
          minLength={3}
          maxLength={400}
          onChange={({ currentTarget }) => setBecause(currentTarget.value)}
        />
      ) : (
        <ReasonField value={because} onChange={setBecause} isTold />
      )}
    </ActForm>
  )
}
