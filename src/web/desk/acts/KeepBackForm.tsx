import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import styles from './acts.module.css'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = {
  as: { en: 'How they are kept', zh: '留置方式' },
  detained: { en: 'Detained until it is known whether they may go', zh: '留置，待查明能否放行' },
  seized: { en: 'Seized as liable to forfeiture', zh: '扣押，可予没收' },
  which: {
    en: 'Choose the items that are kept. Where only some pieces are, say how many of how many; left empty all of the item is kept.',
    zh: '请选择留置的货物项。仅留置部分件数时，请填写留置件数和总件数；留空则整项留置。',
  },
  item: (sequence: number) => ({ en: `Item ${sequence}`, zh: `第 ${sequence} 项` }),
  kept: (sequence: number) => ({
    en: `Pieces kept of item ${sequence}`,
    zh: `第 ${sequence} 项留置件数`,
  }),
  of: (sequence: number) => ({
    en: `Pieces of item ${sequence} in all`,
    zh: `第 ${sequence} 项总件数`,
  }),
  already: { en: 'goods of it are kept already', zh: '已有货物被留置' },
}

interface Part {
  readonly kept: string
  readonly of: string
}

/** Keeps items or pieces of them while the rest may go. */
export function KeepBackForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const [as, setAs] = useState('detained')
  const [parts, setParts] = useState<ReadonlyMap<number, Part>>(new Map())
  const [reason, setReason] = useState('')
  const prepared = useAct(dossier, onDone)
  const change = (sequence: number, part: Part | undefined): void => {
    const next = new Map(parts)
    if (part === undefined) next.delete(sequence)
    else next.set(sequence, part)
    setParts(next)
  }
  const items = [...parts].map(([sequence, { kept, of }]) => ({
    sequence,
    ...(kept !== '' && { kept }),
    ...(of !== '' && { of }),
  }))
  return (
    <ActForm
      act="keep-back"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({ path: 'kept-goods', body: { as, reason: reason.trim(), items } })
      }
    >
      <NativeSelect
        label={say(words.as)}
        value={as}
        data={(['detained', 'seized'] as const).map((value) => ({
          value,
          label: say(words[value]),
        }))}
        onChange={({ currentTarget }) => setAs(currentTarget.value)}
      />
      <Text size="sm">{say(words.which)}</Text>
      {dossier.declaration.items.map(({ sequence, description = '', keptBack }) => (
        <fieldset key={sequence} className={styles.line}>
          <legend>
            {say(words.item(sequence))}
            {say(colon)}
            {description}
          </legend>
          <Checkbox
            label={
              keptBack === undefined
                ? say(words.item(sequence))
                : `${say(words.item(sequence))}${say(colon)}${say(words.already)}`
            }
            checked={parts.has(sequence)}
            disabled={keptBack !== undefined}
            onChange={({ currentTarget }) =>
              change(sequence, currentTarget.checked ? { kept: '', of: '' } : undefined)
            }
          />
          <Pieces sequence={sequence} part={parts.get(sequence)} onChange={change} />
        </fieldset>
      ))}
      <ReasonField value={reason} onChange={setReason} isTold />
    </ActForm>
  )
}

interface PiecesProps {
  readonly sequence: number
  /** Absent where the item is not kept. */
  readonly part: Part | undefined
  readonly onChange: (sequence: number, part: Part) => void
}

/** How many pieces of a chosen item are kept. */
function Pieces({ sequence, part, onChange }: PiecesProps) {
  const say = useSay()
  if (part === undefined) return null
  return (['kept', 'of'] as const).map((field) => (
    <TextInput
      key={field}
      label={say(words[field](sequence))}
      value={part[field]}
      inputMode="decimal"
      pattern="\d{1,10}(\.\d{1,6})?"
      required={part.kept !== '' || part.of !== ''}
      onChange={({ currentTarget }) =>
        onChange(sequence, { ...part, [field]: currentTarget.value.trim() })
      }
    />
  ))
}
