import { TextInput } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { useAct } from './use-act.ts'

const words = {
  amount: { en: 'Amount in pounds', zh: '金额（英镑）' },
  form: { en: 'Pounds and pence, such as 344.00', zh: '英镑与便士，如 344.00' },
  reference: { en: 'Receipt', zh: '收据号' },
}

/** The cashier has received money. */
export function PaymentForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const [amountGbp, setAmount] = useState('')
  const [reference, setReference] = useState('')
  const prepared = useAct(dossier, onDone)
  return (
    <ActForm
      act="record-payment"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({ path: 'payments', body: { amountGbp, reference: reference.trim() } })
      }
    >
      <TextInput
        label={say(words.amount)}
        description={say(words.form)}
        value={amountGbp}
        required
        inputMode="decimal"
        pattern="\d{1,13}\.\d{2}"
        onChange={({ currentTarget }) => setAmount(currentTarget.value)}
      />
      <TextInput
        label={say(words.reference)}
        value={reference}
        required
        minLength={3}
        maxLength={400}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
      />
    </ActForm>
  )
}
