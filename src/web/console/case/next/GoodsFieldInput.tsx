import { NativeSelect, Textarea, TextInput } from '@mantine/core'

import { CountryInput } from '../../../kit/components/CountryInput.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { GoodsField } from './goods-fields.ts'

const words = {
  item: (item: string) => ({ en: `Item ${item}: `, zh: `第 ${item} 项：` }),
  choose: { en: 'Not stated', zh: '未填写' },
}

interface GoodsFieldInputProps {
  readonly field: GoodsField
  readonly value: string
  readonly onChange: (value: string) => void
  /** Says which goods item is meant, where the field stands outside of its item. */
  readonly namesItem?: boolean
}

/** Where one value of the goods data is typed. */
export function GoodsFieldInput({ field, value, onChange, namesItem }: GoodsFieldInputProps) {
  const say = useSay()
  const index = /^\/goodsItems\/(\d+)\//.exec(field.path)?.[1]
  const before =
    namesItem === true && index !== undefined ? say(words.item(String(Number(index) + 1))) : ''
  const common = {
    label: before + say(field.label),
    ...(field.hint && { description: say(field.hint) }),
    value,
  }
  switch (field.input) {
    case 'long-text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )
    case 'choice':
      return (
        <NativeSelect
          {...common}
          data={[
            { value: '', label: say(words.choose) },
            ...(field.choices ?? []).map((choice) => ({ ...choice, label: say(choice.label) })),
          ]}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )
    case 'text':
    case 'decimal':
    case 'date':
      if (isCountry(field)) return <CountryInput {...common} onType={onChange} />
      return (
        <TextInput
          {...common}
          type={field.input === 'date' ? 'date' : 'text'}
          inputMode={field.input === 'decimal' ? 'decimal' : 'text'}
          {...(field.choices && { list: `choices-of-${field.path}` })}
          inputContainer={(input) => (
            <>
              {input}
              {field.choices && (
                <datalist id={`choices-of-${field.path}`}>
                  {field.choices.map((choice) => (
                    <option key={choice.value} value={choice.value}>
                      {say(choice.label)}
                    </option>
                  ))}
                </datalist>
              )}
            </>
          )}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )
  }
}

function isCountry({ path }: GoodsField): boolean {
  return path.endsWith('/origin') || path.endsWith('/nationality')
}
