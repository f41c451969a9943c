import { ActionIcon, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'

import { CountryInput } from '../../kit/components/CountryInput.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { FactInput } from './FactInput.tsx'
import { factFieldsBelow } from './fact-fields.ts'
import { GoodsField } from './GoodsField.tsx'
import type { LineDraft, SaleDraft } from './sale-draft.ts'
import { withoutLine } from './sale-draft.ts'
import type { FieldNotes } from './field-notes.ts'
import form from './sale-form.module.css'
import { useNote } from './use-note.tsx'

const words = {
  line: (number: number) => ({ en: `Line ${number}`, zh: `第 ${number} 行` }),
  remove: (number: number) => ({ en: `Remove line ${number}`, zh: `删除第 ${number} 行` }),
  origin: { en: 'Made in', zh: '原产国' },
  quantity: { en: 'Pieces', zh: '件数' },
  price: { en: 'Price each', zh: '单价' },
  weight: { en: 'Weight, kg', zh: '净重（千克）' },
}

interface LineFieldsProps {
  readonly index: number
  readonly draft: SaleDraft
  readonly notes: FieldNotes
  readonly onChange: (draft: SaleDraft) => void
}

/** One line of the goods, with what the law asks of just these goods below it. */
export function LineFields({ index, draft, notes, onChange }: LineFieldsProps) {
  const say = useSay()
  const note = useNote(notes)
  const line = draft.lines[index]!
  const place = `/lines/${index}`
  const weight = `${place}/netWeightKg`
  const set = (part: Partial<LineDraft>) =>
    onChange({
      ...draft,
      lines: draft.lines.map((other, at) => (at === index ? { ...other, ...part } : other)),
    })
  const state = (at: string, value: string) =>
    onChange({ ...draft, facts: { ...draft.facts, [at]: value } })
  const asked = factFieldsBelow(place, { facts: draft.facts, notes, standing: [weight] })
  return (
    <fieldset className={form.line}>
      <legend className="screen-reader-only">{say(words.line(index + 1))}</legend>
      <div className={form.goods}>
        <GoodsField
          code={line.code}
          destination={draft.to}
          error={note(`${place}/commodityCode`)}
          onPick={(code) => set({ code })}
        />
        {draft.lines.length > 1 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            mt={24}
            aria-label={say(words.remove(index + 1))}
            onClick={() => onChange(withoutLine(draft, index))}
          >
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div className={form.four}>
        <CountryInput
          label={say(words.origin)}
          value={line.origin}
          error={note(`${place}/origin`)}
          onType={(origin) => set({ origin })}
        />
        <TextInput
          label={say(words.quantity)}
          inputMode="numeric"
          value={line.quantity}
          error={note(`${place}/quantity`)}
          onChange={({ currentTarget }) => set({ quantity: currentTarget.value })}
        />
        <TextInput
          label={say(words.price)}
          inputMode="decimal"
          value={line.price}
          error={note(`${place}/unitPrice`)}
          onChange={({ currentTarget }) => set({ price: currentTarget.value })}
        />
        <TextInput
          label={say(words.weight)}
          inputMode="decimal"
          value={draft.facts[weight] ?? ''}
          error={note(weight)}
          onChange={({ currentTarget }) => state(weight, currentTarget.value)}
        />
      </div>
      {asked.length > 0 && (
        <div className={form.two}>
          {asked.map((field) => (
            <FactInput
              key={field.place}
              field={field}
              value={draft.facts[field.place] ?? ''}
              error={note(field.place)}
              onType={(value) => state(field.place, value)}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}
