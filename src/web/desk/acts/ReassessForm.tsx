import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import type { ReassessmentPreview } from '../../../authority/officers/preview-reassessment.ts'
import type { Finding } from '../../../authority/officers/finding.ts'
import { change } from '../../kit/api/ask.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownDossier } from '../dossier/dossier-query.ts'
import type { Wire } from '../wire.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ItemCorrections } from './ItemCorrections.tsx'
import { correctionOf, entryOfFinding, type ItemEntry } from './item-entries.ts'
import { PreviewBars } from './PreviewBars.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = {
  preview: { en: 'See the difference', zh: '预览差额' },
}

/** Corrects items; the findings of the inspection are filled in, the difference is shown first. */
export function ReassessForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const { items } = dossier.declaration
  const { mrn } = dossier.register
  const [entries, setEntries] = useState<readonly ItemEntry[]>(() =>
    items.map((item) => entryOfFinding(item, findingOf(item.sequence, dossier))),
  )
  const [reason, setReason] = useState('')
  const preview = useMutation({
    mutationFn: (body: object) =>
      change<Wire<ReassessmentPreview>>(`/officers/lodgements/${mrn}/re-assessments/preview`, {
        body,
      }),
  })
  const prepared = useAct(dossier, onDone)
  // Somebody else's re-assessment makes another version of what was compared.
  const isPresent = preview.data?.version === dossier.register.version + 1
  const difference = isPresent ? preview.data : undefined
  const corrections = entries.flatMap(
    (entry, index) => correctionOf(items[index]?.sequence ?? 0, entry) ?? [],
  )
  const inspectionId = dossier.controls.find(
    ({ kind, state }) => kind === 'inspection' && state === 'open',
  )?.id
  const order = { items: corrections, ...(inspectionId === undefined ? {} : { inspectionId }) }
  return (
    <ActForm
      act="re-assess"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({ path: 're-assessments', body: { ...order, reason: reason.trim() } })
      }
    >
      <ItemCorrections
        items={items}
        entries={entries}
        onEdit={(edited) => {
          setEntries(edited)
          // What was previewed is not what stands in the form any more.
          preview.reset()
        }}
      />
      <Button
        variant="light"
        c="var(--mantine-color-text)"
        disabled={corrections.length === 0}
        loading={preview.isPending}
        onClick={() => preview.mutate(order)}
      >
        {say(words.preview)}
      </Button>
      <ProblemNote error={preview.error} />
      {difference !== undefined && <PreviewBars preview={difference} />}
      <ReasonField value={reason} onChange={setReason} />
    </ActForm>
  )
}

function findingOf(sequence: number, { history }: ShownDossier): Finding | undefined {
  return history
    .flatMap(({ detail }) => (detail as { readonly findings?: readonly Finding[] }).findings ?? [])
    .findLast((finding) => finding.sequence === sequence)
}
