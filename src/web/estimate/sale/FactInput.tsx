import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { FactField } from './fact-fields.ts'

const words = {
  unsaid: { en: 'Not answered', zh: '未回答' },
  yes: { en: 'Yes', zh: '是' },
  no: { en: 'No', zh: '否' },
}

interface FactInputProps {
  readonly field: FactField
  readonly value: string
  readonly error: ReactNode
  readonly onType: (value: string) => void
}

/** A field for a fact that the law asks of just these goods. */
export function FactInput({ field: { label, kind }, value, error, onType }: FactInputProps) {
  const say = useSay()
  if (kind === 'yes-or-no') {
    return (
      <NativeSelect
        label={say(label)}
        value={value}
        error={error}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        data={[
          { value: '', label: say(words.unsaid) },
          { value: 'yes', label: say(words.yes) },
          { value: 'no', label: say(words.no) },
        ]}
      />
    )
  }
  return (
    <TextInput
      type={kind === 'day' ? 'date' : 'text'}
      label={say(label)}
      value={value}
      error={error}
      autoComplete="off"
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  )
}
