import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'

import type { Finding } from '../../../authority/officers/finding.ts'
import type { LodgedItem } from '../../../authority/message/lodged-declaration.ts'
import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownDossier } from '../dossier/dossier-query.ts'
import { findingWords } from '../terms/findings.ts'
import type { Wire } from '../wire.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import styles from './acts.module.css'
import { CorrectionFields, type CorrectionField } from './CorrectionFields.tsx'
import { correctionOf, emptyEntry, type ItemEntry } from './item-entries.ts'
import { PhotoField } from './PhotoField.tsx'
import { useAct } from './use-act.ts'

const words = {
  item: (sequence: number) => ({ en: `Item ${sequence}`, zh: `第 ${sequence} 项` }),
  result: { en: 'What was found', zh: '查验结果' },
  reason: { en: 'What was seen', zh: '所见情况' },
}

interface Line {
  readonly result: Finding['result']
  readonly reason: string
  readonly entry: ItemEntry
}

/** Which facts a result has to name. */
const FIELDS: Readonly<Record<Finding['result'], readonly CorrectionField[]>> = {
  satisfied: [],
  're-classified': ['code'],
  're-valued': ['price'],
  'quantity-differs': ['quantity'],
  'origin-doubted': ['origin'],
  restricted: [],
}

/** The findings of an inspection, item by item, with photos. */
export function FindingsForm({ dossier, onDone }: ActFormInput) {
  const { items } = dossier.declaration
  const inspection = dossier.controls.find(
    ({ kind, state }) => kind === 'inspection' && state === 'open',
  )
  const [lines, setLines] = useState<readonly Line[]>(() =>
    items.map((item) => ({ result: 'satisfied', reason: '', entry: emptyEntry(item) })),
  )
  const prepared = useAct(dossier, onDone)
  const findings = lines.map(({ result, reason, entry }, index) => {
    const sequence = items[index]?.sequence ?? 0
    const correction = FIELDS[result].length === 0 ? undefined : correctionOf(sequence, entry)
    return { sequence, ...correction, result, reason: reason.trim() }
  })
  return (
    <ActForm
      act="record-findings"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({ path: `inspections/${inspection?.id ?? ''}/findings`, body: { findings } })
      }
    >
      {items.map((item, index) => (
        <FindingLine
          key={item.sequence}
          item={item}
          line={lines[index]!}
          dossier={dossier}
          inspectionId={inspection?.id ?? ''}
          onChange={(line) => setLines(lines.with(index, line))}
        />
      ))}
    </ActForm>
  )
}

interface FindingLineProps {
  readonly item: Wire<LodgedItem>
  readonly line: Line
  readonly dossier: ShownDossier
  readonly inspectionId: string
  readonly onChange: (line: Line) => void
}

function FindingLine({ item, line, dossier, inspectionId, onChange }: FindingLineProps) {
  const say = useSay()
  const { sequence } = item
  return (
    <fieldset className={styles.line}>
      <legend>
        {say(words.item(sequence))}
        {say(colon)}
        {item.description}
      </legend>
      <NativeSelect
        label={say(words.result)}
        value={line.result}
        data={Object.entries(findingWords).map(([value, label]) => ({ value, label: say(label) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...line, result: currentTarget.value as Finding['result'] })
        }
      />
      <CorrectionFields
        entry={line.entry}
        fields={FIELDS[line.result]}
        onChange={(entry) => onChange({ ...line, entry })}
      />
      <Textarea
        label={say(words.reason)}
        value={line.reason}
        required
        minLength={3}
        maxLength={400}
        rows={2}
        onChange={({ currentTarget }) => onChange({ ...line, reason: currentTarget.value })}
      />
      <PhotoField
        mrn={dossier.register.mrn}
        inspectionId={inspectionId}
        sequence={sequence}
        photos={dossier.photos.filter(({ itemSequence }) => itemSequence === sequence)}
        recordedAt={recordedAt(dossier, inspectionId)}
      />
    </fieldset>
  )
}

/** When findings of an inspection were recorded last. */
function recordedAt({ history }: ShownDossier, inspectionId: string): string | undefined {
  return history.findLast(
    ({ what, detail }) =>
      what === 'recorded an inspection' &&
      (detail as { readonly inspectionId?: string }).inspectionId === inspectionId,
  )?.at
}
