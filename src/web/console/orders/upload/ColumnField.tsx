import { NativeSelect, TextInput } from '@mantine/core'
import { X } from 'lucide-react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import { useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { incoterms } from '../incoterms.ts'

const words = {
  choose: { en: 'Choose …', zh: '请选择…' },
  clear: (label: string) => ({ en: `Clear ${label}`, zh: `清除${label}` }),
}

interface ColumnFieldProps {
  /** Absent while none has been chosen. */
  readonly column: ListColumnView | undefined
  readonly label: string
  readonly value: string
  readonly onType: (text: string) => void
}

/** A text for a column: chosen where the column knows its words, typed elsewhere. */
export function ColumnField({ column, label, value, onType }: ColumnFieldProps) {
  const say = useSay()
  const { language } = useLanguage()
  if (column?.words !== undefined) {
    const choices = column.words.map(({ word, zh }) => ({
      value: word,
      label: language === 'zh' ? zh : word.replaceAll('-', ' '),
    }))
    // Three letters say nothing to who has not learnt them: each rule says who pays what.
    const rules = incoterms.map((rule) => ({ value: rule.value, label: say(rule.label) }))
    return (
      <NativeSelect
        label={label}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
        data={[
          { value: '', label: say(words.choose) },
          ...(column.name === 'incoterm' ? rules : choices),
        ]}
      />
    )
  }
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      maxLength={512}
      rightSection={
        value === '' ? undefined : (
          <button
            type="button"
            aria-label={say(words.clear(label))}
            onClick={() => onType('')}
            style={{ all: 'unset', cursor: 'pointer', display: 'flex' }}
          >
            <X size={14} aria-hidden />
          </button>
        )
      }
    />
  )
}
