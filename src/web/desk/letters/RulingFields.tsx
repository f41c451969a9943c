import { TextInput } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  code: { en: 'Commodity code', zh: '商品编码' },
  codeHow: { en: 'Ten digits', zh: '十位数字' },
  origin: { en: 'Country of origin', zh: '原产国' },
  originHow: { en: 'Two letters, such as CN', zh: '两个字母，如 CN' },
  validFrom: { en: 'Holds from', zh: '生效日期' },
  validHow: {
    en: 'Today where left empty; it holds for three years',
    zh: '留空为今天；有效期三年',
  },
}

/** What is typed about a ruling. */
export interface RulingEntry {
  readonly code: string
  readonly origin: string
  readonly validFrom: string
}

interface RulingFieldsProps {
  readonly about: 'tariff' | 'origin'
  readonly entry: RulingEntry
  readonly onChange: (entry: RulingEntry) => void
}

/** What a ruling says the goods are, and from when it binds. */
export function RulingFields({ about, entry, onChange }: RulingFieldsProps) {
  const say = useSay()
  return (
    <>
      {about === 'tariff' ? (
        <TextInput
          label={say(words.code)}
          description={say(words.codeHow)}
          value={entry.code}
          required
          pattern="\d{10}"
          inputMode="numeric"
          maxLength={10}
          onChange={({ currentTarget }) => onChange({ ...entry, code: currentTarget.value })}
        />
      ) : (
        <TextInput
          label={say(words.origin)}
          description={say(words.originHow)}
          value={entry.origin}
          required
          pattern="[A-Z]{2}"
          maxLength={2}
          onChange={({ currentTarget }) => onChange({ ...entry, origin: currentTarget.value })}
        />
      )}
      <TextInput
        type="date"
        label={say(words.validFrom)}
        description={say(words.validHow)}
        value={entry.validFrom}
        onChange={({ currentTarget }) => onChange({ ...entry, validFrom: currentTarget.value })}
      />
    </>
  )
}
