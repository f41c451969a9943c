import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'

import { CountryInput } from '../../../kit/components/CountryInput.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { Field } from './order-fields.ts'
import { useOrderForm } from './order-form.ts'
import { useFieldNotes } from './use-field-notes.ts'

const words = { choose: { en: 'Choose …', zh: '请选择…' } }

interface OrderFieldProps {
  readonly field: Field
  /** Goes before the pointer of the field, for lines. */
  readonly within?: string
}

/** A field of the order with what the check says of it, once somebody has been there. */
export function OrderField({ field, within = '' }: OrderFieldProps) {
  const say = useSay()
  const { draft, type } = useOrderForm()
  const pointer = within + field.pointer
  const [isLeft, setIsLeft] = useState(false)
  const notes = useFieldNotes(pointer, isLeft)
  const value = draft.texts[pointer] ?? ''
  const shared = {
    label: say(field.label),
    value,
    withAsterisk: field.isRequired === true,
    onBlur: () => setIsLeft(true),
    ...(field.hint && { description: say(field.hint) }),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as const,
    ...notes,
  }
  if (field.choices !== undefined) {
    return (
      <NativeSelect
        {...shared}
        inputWrapperOrder={[...shared.inputWrapperOrder]}
        onChange={(event) => type({ [pointer]: event.currentTarget.value })}
        data={[
          { value: '', label: say(words.choose) },
          ...field.choices.map((known) => ({ value: known.value, label: say(known.label) })),
        ]}
      />
    )
  }
  if (field.form === 'country') {
    return (
      <CountryInput
        {...shared}
        inputWrapperOrder={[...shared.inputWrapperOrder]}
        onType={(text) => type({ [pointer]: text })}
      />
    )
  }
  return (
    <TextInput
      {...shared}
      inputWrapperOrder={[...shared.inputWrapperOrder]}
      {...inputOf(field.form)}
      onChange={(event) => type({ [pointer]: spelled(event.currentTarget.value, field.form) })}
    />
  )
}

function inputOf(form: Field['form']) {
  switch (form) {
    case 'number':
      return { inputMode: 'decimal', styles: { input: { textAlign: 'right' } } } as const
    case 'date':
      return { type: 'date' } as const
    case 'country':
    case 'code':
    case undefined:
      return {}
  }
}

/** Codes are written in capitals, however they are typed. */
function spelled(text: string, form: Field['form']): string {
  return form === 'code' ? text.toUpperCase() : text
}
