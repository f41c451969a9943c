import { Button, NativeSelect, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { SecurityPreview } from '../../../authority/officers/preview-security.ts'
import { change } from '../../kit/api/ask.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { securityTypesQuery } from '../security-types-query.ts'
import { SecurityLines } from '../dossier/SecurityLines.tsx'
import type { Wire } from '../wire.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ItemCorrections } from './ItemCorrections.tsx'
import { correctionOf, emptyEntry, type ItemEntry } from './item-entries.ts'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = {
  type: { en: 'What it is for', zh: '收取原因' },
  doubt: {
    en: 'State what the items may turn out to be; the security is what that would cost more.',
    zh: '请填写货物可能的实际情况；保证金为因此多缴的税款。',
  },
  preview: { en: 'See the security', zh: '预览保证金' },
}

/** Requires security for what items may turn out to be; the amounts are shown first. */
export function RequireSecurityForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const { items } = dossier.declaration
  const [entries, setEntries] = useState<readonly ItemEntry[]>(() => items.map(emptyEntry))
  const [chosen, setChosen] = useState<string>()
  const [reason, setReason] = useState('')
  const types = useQuery(securityTypesQuery())
  const typeCode = chosen ?? types.data?.types[0]?.code ?? ''
  const path = `/officers/lodgements/${dossier.register.mrn}/securities/preview`
  const preview = useMutation({
    mutationFn: (body: object) => change<Wire<SecurityPreview>>(path, { body }),
  })
  const prepared = useAct(dossier, onDone)
  const doubted = entries.flatMap(
    (entry, index) => correctionOf(items[index]?.sequence ?? 0, entry) ?? [],
  )
  const inspectionId = dossier.controls.find(
    ({ kind, state }) => kind === 'inspection' && state === 'open',
  )?.id
  const order = {
    ...{ typeCode, items: doubted, reason: reason.trim() },
    ...(inspectionId === undefined ? {} : { inspectionId }),
  }
  return (
    <ActForm
      act="require-security"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() => prepared.take({ path: 'securities', body: order })}
    >
      <NativeSelect
        label={say(words.type)}
        value={typeCode}
        data={(types.data?.types ?? []).map(({ code, name }) => ({
          value: code,
          label: `${code} ${say(name)}`,
        }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <ProblemNote error={types.error} />
      <Text size="sm">{say(words.doubt)}</Text>
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
        disabled={doubted.length === 0}
        loading={preview.isPending}
        onClick={() => preview.mutate({ typeCode, items: doubted })}
      >
        {say(words.preview)}
      </Button>
      <ProblemNote error={preview.error} />
      {preview.data !== undefined && (
        <div role="status">
          <SecurityLines lines={preview.data.lines} />
        </div>
      )}
      <ReasonField value={reason} onChange={setReason} isTold />
    </ActForm>
  )
}
