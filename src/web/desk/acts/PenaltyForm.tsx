import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { contraventionsQuery } from '../contraventions-query.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = {
  what: { en: 'Contravention', zh: '违规事项' },
  atMost: (sum: string) => ({ en: `At most ${sum} for one.`, zh: `每项最高 ${sum}。` }),
  amount: { en: 'Penalty in pounds', zh: '罚款金额（英镑）' },
  amountHow: {
    en: 'With pence, such as 150.00. Left empty it is a warning letter.',
    zh: '须含两位小数，如 150.00。留空则为警告信。',
  },
  direct: { en: 'Why at once, without a warning before', zh: '未先警告而直接处罚的理由' },
  directHow: {
    en: 'Needed where the declarant was not warned of the same in the last two years.',
    zh: '两年内未就同一事项警告过申报人时必填。',
  },
}

/** Gives a warning letter or imposes a civil penalty. */
export function PenaltyForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const { money } = useFormats()
  const known = useQuery(contraventionsQuery())
  const contraventions = known.data?.contraventions ?? []
  const [chosen, setChosen] = useState<string>()
  const [amountGbp, setAmount] = useState('')
  const [direct, setDirect] = useState('')
  const [reason, setReason] = useState('')
  const prepared = useAct(dossier, onDone)
  const contravention = contraventions.find(({ id }) => id === chosen) ?? contraventions[0]
  return (
    <ActForm
      act="penalise"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({
          path: 'penalties',
          body: {
            ...{ contravention: contravention?.id ?? '', reason: reason.trim() },
            ...(amountGbp === '' ? {} : { amountGbp }),
            ...(direct.trim() === '' ? {} : { withoutWarningBecause: direct.trim() }),
          },
        })
      }
    >
      <NativeSelect
        label={say(words.what)}
        value={contravention?.id ?? ''}
        data={contraventions.map(({ id, reasonCode, name }) => ({
          value: id,
          label: reasonCode === undefined ? say(name) : `${reasonCode} ${say(name)}`,
        }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <ProblemNote error={known.error} />
      {contravention !== undefined && (
        <Text size="sm">
          {contravention.law}.{' '}
          {say(words.atMost(money({ amount: contravention.atMostGbp, currency: 'GBP' })))}
        </Text>
      )}
      <TextInput
        label={say(words.amount)}
        description={say(words.amountHow)}
        value={amountGbp}
        inputMode="decimal"
        pattern="\d{1,6}\.\d{2}"
        onChange={({ currentTarget }) => setAmount(currentTarget.value.trim())}
      />
      {amountGbp !== '' && (
        <TextInput
          label={say(words.direct)}
          description={say(words.directHow)}
          value={direct}
          maxLength={400}
          onChange={({ currentTarget }) => setDirect(currentTarget.value)}
        />
      )}
      <ReasonField value={reason} onChange={setReason} isTold />
    </ActForm>
  )
}
