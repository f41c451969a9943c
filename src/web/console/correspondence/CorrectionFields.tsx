import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { CorrectionFigures } from './CorrectionFigures.tsx'
import { correctableWords } from './thread-words.ts'

const words = {
  item: { en: 'Goods item', zh: '商品项号' },
  what: { en: 'What was declared wrongly', zh: '申报有误的内容' },
  declared: { en: 'As declared', zh: '原申报' },
  correct: { en: 'As it should have been', zh: '应为' },
  reason: { en: 'How the error came to be', zh: '错误原因' },
  difference: { en: 'Duty and tax that it makes, in pounds', zh: '由此产生的税费差额（英镑）' },
  differenceHint: {
    en: 'Negative where less is due; leave it empty where you do not know.',
    zh: '应少缴时填负数；不清楚请留空。',
  },
}

/** A voluntary correction as far as it is filled in. */
export interface CorrectionDraft {
  readonly items: readonly {
    readonly goodsItem: number
    readonly what: string
    readonly declared: string
    readonly correct: string
  }[]
  readonly dutyDifference?: { readonly amount: string; readonly currency: 'GBP' }
  readonly reason: string
}

const AMOUNT = /^-?\d{1,13}(\.\d{1,2})?$/

interface CorrectionFieldsProps {
  /** The case whose goods data the figures are worked out from. */
  readonly caseId?: string | undefined
  /** Told undefined while something is missing. */
  readonly onChange: (draft: CorrectionDraft | undefined) => void
}

/** What was declared wrongly, how it should have been, and what it makes. */
export function CorrectionFields({ caseId, onChange }: CorrectionFieldsProps) {
  const say = useSay()
  const [fields, setFields] = useState({
    ...{ goodsItem: 1, what: 'customs-value', declared: '', correct: '' },
    ...{ reason: '', difference: '' },
  })
  const set = (changed: Partial<typeof fields>): void => {
    const next = { ...fields, ...changed }
    setFields(next)
    const { reason, difference, ...item } = next
    const isWhole =
      [item.declared, item.correct, reason].every((text) => text.trim() !== '') &&
      (difference === '' || AMOUNT.test(difference))
    if (!isWhole) return onChange(undefined)
    const dutyDifference = { amount: difference, currency: 'GBP' } as const
    onChange({ items: [item], reason, ...(difference !== '' && { dutyDifference }) })
  }
  return (
    <>
      <NumberInput
        label={say(words.item)}
        min={1}
        max={999}
        allowDecimal={false}
        value={fields.goodsItem}
        onChange={(value) => set({ goodsItem: Number(value) || 1 })}
      />
      <NativeSelect
        label={say(words.what)}
        value={fields.what}
        data={Object.entries(correctableWords).map(([value, label]) => ({
          value,
          label: say(label),
        }))}
        onChange={({ currentTarget }) => set({ what: currentTarget.value })}
      />
      {(['declared', 'correct'] as const).map((name) => (
        <TextInput
          key={name}
          label={say(words[name])}
          required
          maxLength={512}
          value={fields[name]}
          onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      ))}
      {caseId !== undefined && (
        <CorrectionFigures caseId={caseId} onWorkedOut={(difference) => set({ difference })} />
      )}
      <TextInput
        label={say(words.difference)}
        description={say(words.differenceHint)}
        inputMode="decimal"
        value={fields.difference}
        onChange={({ currentTarget }) => set({ difference: currentTarget.value.trim() })}
      />
      <Textarea
        label={say(words.reason)}
        required
        autosize
        minRows={2}
        maxLength={8_000}
        value={fields.reason}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
      />
    </>
  )
}
