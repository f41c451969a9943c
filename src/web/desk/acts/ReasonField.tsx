import { Textarea } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  reason: { en: 'Reason', zh: '理由' },
  told: { en: 'The trader reads it.', zh: '贸易商会看到。' },
}

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (reason: string) => void
  /** Whether the message to the trader carries it. */
  readonly isTold?: true
}

/** The reason of an act, which it cannot do without. */
export function ReasonField({ value, onChange, isTold }: ReasonFieldProps) {
  const say = useSay()
  return (
    <Textarea
      label={say(words.reason)}
      description={isTold && say(words.told)}
      value={value}
      required
      minLength={3}
      maxLength={400}
      rows={2}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
