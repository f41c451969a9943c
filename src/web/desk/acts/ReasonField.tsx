import { Textarea } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = { reason: { en: 'Reason', zh: '理由' } }

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (reason: string) => void
}

/** The reason of an act, which it cannot do without. */
export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const say = useSay()
  return (
    <Textarea
      label={say(words.reason)}
      value={value}
      required
      minLength={3}
      maxLength={400}
      rows={2}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
