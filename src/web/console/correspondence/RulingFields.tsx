import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  ruling: { en: 'What is to be ruled on', zh: '裁定内容' },
  tariff: { en: 'The commodity code', zh: '商品编码' },
  origin: { en: 'The origin', zh: '原产地' },
  goods: { en: 'The goods', zh: '货物' },
  goodsHint: {
    en: 'So that somebody who has not seen them can tell what they are.',
    zh: '请让未见过货物的人也能辨认。',
  },
  code: { en: 'Code that you propose', zh: '建议编码' },
  country: { en: 'Origin that you propose, two letters', zh: '建议原产地（两位字母代码）' },
  uses: { en: 'What they are for', zh: '用途' },
  materials: { en: 'What they are made of, and where', zh: '材料及产地' },
}

/** A request for a ruling as far as it is filled in. */
export interface RulingDraft {
  readonly ruling: 'tariff' | 'origin'
  readonly goodsDescription: string
  readonly proposedCode?: string
  readonly proposedOrigin?: string
  readonly uses?: string
  readonly materials?: string
}

interface RulingFieldsProps {
  /** Told undefined while something is missing. */
  readonly onChange: (draft: RulingDraft | undefined) => void
}

/** What a ruling is asked for, with what lets an officer decide. */
export function RulingFields({ onChange }: RulingFieldsProps) {
  const say = useSay()
  const [fields, setFields] = useState({
    ...{ ruling: 'tariff' as RulingDraft['ruling'], goodsDescription: '' },
    ...{ proposedCode: '', proposedOrigin: '', uses: '', materials: '' },
  })
  const set = (changed: Partial<typeof fields>): void => {
    const next = { ...fields, ...changed }
    setFields(next)
    const { ruling, goodsDescription, ...others } = next
    const said = Object.fromEntries(Object.entries(others).filter(([, text]) => text !== ''))
    onChange(goodsDescription.trim() === '' ? undefined : { ruling, goodsDescription, ...said })
  }
  return (
    <>
      <NativeSelect
        label={say(words.ruling)}
        value={fields.ruling}
        data={(['tariff', 'origin'] as const).map((value) => ({ value, label: say(words[value]) }))}
        onChange={({ currentTarget }) =>
          set({ ruling: currentTarget.value as RulingDraft['ruling'] })
        }
      />
      <Textarea
        label={say(words.goods)}
        description={say(words.goodsHint)}
        required
        autosize
        minRows={2}
        maxLength={8_000}
        value={fields.goodsDescription}
        onChange={({ currentTarget }) => set({ goodsDescription: currentTarget.value })}
      />
      {fields.ruling === 'tariff' ? (
        <TextInput
          label={say(words.code)}
          inputMode="numeric"
          maxLength={10}
          value={fields.proposedCode}
          onChange={({ currentTarget }) => set({ proposedCode: currentTarget.value.trim() })}
        />
      ) : (
        <TextInput
          label={say(words.country)}
          maxLength={2}
          value={fields.proposedOrigin}
          onChange={({ currentTarget }) =>
            set({ proposedOrigin: currentTarget.value.trim().toUpperCase() })
          }
        />
      )}
      {(['uses', 'materials'] as const).map((name) => (
        <Textarea
          key={name}
          label={say(words[name])}
          autosize
          maxLength={8_000}
          value={fields[name]}
          onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      ))}
    </>
  )
}
