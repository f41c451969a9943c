import { TextInput } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = { form: { en: 'Pounds, such as 1000.00', zh: '英镑金额，如 1000.00' } }

/** How an amount in pounds is written, as the `pattern` of an input. */
export const poundsPattern = '\\d{1,13}(\\.\\d{1,2})?'

interface PoundsInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Asks for an amount in pounds. */
export function PoundsInput({ label, value, onChange }: PoundsInputProps) {
  const say = useSay()
  return (
    <TextInput
      label={label}
      value={value}
      required
      inputMode="decimal"
      pattern={poundsPattern}
      title={say(words.form)}
      w={150}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
