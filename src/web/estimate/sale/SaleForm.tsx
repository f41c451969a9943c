import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'

import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { CountryInput } from '../../kit/components/CountryInput.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { FactInput } from './FactInput.tsx'
import { factFieldAt } from './fact-fields.ts'
import { CURRENCY, type FieldNotes } from './field-notes.ts'
import { LineFields } from './LineFields.tsx'
import type { SaleDraft } from './sale-draft.ts'
import form from './sale-form.module.css'
import { choices } from './sale-words.ts'
import { useNote } from './use-note.tsx'

const words = {
  lane: { en: 'Lane', zh: '路线' },
  goods: { en: 'Goods', zh: '商品' },
  terms: { en: 'Terms', zh: '条款' },
  from: { en: 'Ships from', zh: '发货地' },
  to: { en: 'Destination', zh: '目的地' },
  region: { en: 'State or province', zh: '州/省' },
  channel: { en: 'By', zh: '运输方式' },
  mode: { en: 'Mode', zh: '运输工具' },
  incoterm: { en: 'Incoterm', zh: '贸易术语' },
  buyer: { en: 'Buyer', zh: '买方' },
  purpose: { en: 'Purpose', zh: '用途' },
  registrations: { en: 'Seller registered for', zh: '卖方登记的计划' },
  currency: { en: 'Currency', zh: '币种' },
  freight: { en: 'Freight', zh: '运费' },
  insurance: { en: 'Insurance', zh: '保险费' },
  on: { en: 'Day of import', zh: '进口日' },
  add: { en: 'Add a line', zh: '添加一行' },
  edit: { en: 'Change the sale', zh: '修改交易' },
  done: { en: 'Close', zh: '收起' },
}

/** What a form of a sale shows and tells. */
export interface SaleFormProps {
  readonly draft: SaleDraft
  readonly notes: FieldNotes
  readonly onChange: (draft: SaleDraft) => void
  /** Where the day is chosen otherwise, it is not asked for here. */
  readonly day: 'asked' | 'elsewhere'
}

/** Everything that decides what a sale costs. On a phone it opens when it is wanted. */
export function SaleForm({ draft, notes, onChange, day }: SaleFormProps) {
  const say = useSay()
  const note = useNote(notes)
  const [isOpen, setIsOpen] = useState(false)
  const set = (part: Partial<SaleDraft>) => onChange({ ...draft, ...part })
  const text = (field: TextField, label: BilingualText, place: string) => (
    <TextInput
      label={say(label)}
      value={draft[field]}
      error={note(place)}
      autoComplete="off"
      onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
    />
  )
  const choice = (field: keyof typeof choices, place: string) => (
    <NativeSelect
      label={say(words[field])}
      value={draft[field]}
      error={note(place)}
      onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
      data={Object.entries<BilingualText>(choices[field]).map(([value, label]) => ({
        value,
        label: say(label),
      }))}
    />
  )
  return (
    <div className={form.sale} data-open={isOpen || undefined}>
      <Button
        className={form.opener}
        variant="default"
        fullWidth
        aria-expanded={isOpen}
        onClick={() => setIsOpen((before) => !before)}
      >
        {say(isOpen ? words.done : words.edit)}
      </Button>
      <div className={form.fields}>
        <h2 className={form.title}>{say(words.lane)}</h2>
        <div className={form.two}>
          <CountryInput
            label={say(words.from)}
            value={draft.from}
            error={note('/shipFrom')}
            onType={(from) => set({ from })}
          />
          <CountryInput
            label={say(words.to)}
            value={draft.to}
            error={note('/destination/country')}
            onType={(to) => set({ to })}
          />
          {text('region', words.region, '/destination/region')}
          {choice('channel', '/channel')}
        </div>
        <Goods {...{ draft, notes, onChange }} />
        <h2 className={form.title}>{say(words.terms)}</h2>
        <div className={form.two}>
          {choice('incoterm', '/incoterm')}
          {text('currency', words.currency, CURRENCY)}
          {text('freight', words.freight, '/freight')}
          {text('insurance', words.insurance, '/insurance')}
          {choice('buyer', '/buyer/kind')}
          {choice('purpose', '/purpose')}
          {text('registrations', words.registrations, '/registrations')}
          {choice('mode', '/transportMode')}
          {day === 'asked' && (
            <TextInput
              type="date"
              label={say(words.on)}
              value={draft.on}
              error={note('/on')}
              onChange={({ currentTarget }) => set({ on: currentTarget.value })}
            />
          )}
          <SaleFacts {...{ draft, notes, onChange }} />
        </div>
      </div>
    </div>
  )
}

/** The lines of the goods, with room for one more. */
function Goods({ draft, notes, onChange }: Omit<SaleFormProps, 'day'>) {
  const say = useSay()
  return (
    <>
      <h2 className={form.title}>{say(words.goods)}</h2>
      {draft.lines.map((_, index) => (
        <LineFields key={index} {...{ index, draft, notes, onChange }} />
      ))}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() =>
          onChange({ ...draft, lines: [...draft.lines, { ...newLine, origin: draft.from }] })
        }
      >
        {say(words.add)}
      </Button>
    </>
  )
}

type TextField = 'region' | 'currency' | 'freight' | 'insurance' | 'registrations'

const newLine = { code: '', origin: '', quantity: '1', price: '' }

/** Facts of the whole sale that are asked for, such as what the buyer has bought this year. */
function SaleFacts({ draft, notes, onChange }: Omit<SaleFormProps, 'day'>) {
  const note = useNote(notes)
  const places = new Set([...Object.keys(draft.facts), ...notes.keys()])
  return [...places]
    .filter((place) => !place.startsWith('/lines/'))
    .flatMap((place) => factFieldAt(place) ?? [])
    .map((field) => (
      <FactInput
        key={field.place}
        field={field}
        value={draft.facts[field.place] ?? ''}
        error={note(field.place)}
        onType={(value) => onChange({ ...draft, facts: { ...draft.facts, [field.place]: value } })}
      />
    ))
}
