import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'

import { addDecimals, decimal } from '../../../customs/money/decimal.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownDossier } from '../dossier/dossier-query.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ItemCorrections } from './ItemCorrections.tsx'
import { correctionOf, entryOfFinding, type ItemEntry } from './item-entries.ts'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = {
  which: { en: 'Which security', zh: '哪一笔保证金' },
  found: {
    en: 'What the items have turned out to be. What is owed less than was secured is given back.',
    zh: '货物的实际情况。少于保证金的部分将予退还。',
  },
}

const PATHS = { 'release-security': 'release', 'take-security': 'taking' } as const

interface DecideSecurityFormProps extends ActFormInput {
  readonly act: keyof typeof PATHS
}

type Security = ShownDossier['securities'][number]

/** Gives a security back, or takes of it what the items have turned out to owe. */
export function DecideSecurityForm({ act, dossier, onDone }: DecideSecurityFormProps) {
  const say = useSay()
  const { money } = useFormats()
  const { items } = dossier.declaration
  const held = dossier.securities.filter(({ state }) => state === 'held')
  const [chosen, setChosen] = useState(held[0]?.id ?? '')
  const doubtedBy = (id: string) =>
    entriesOf(
      items,
      held.find((security) => security.id === id),
    )
  const [entries, setEntries] = useState<readonly ItemEntry[]>(() => doubtedBy(chosen))
  const [reason, setReason] = useState('')
  const prepared = useAct(dossier, onDone)
  const found = entries.flatMap(
    (entry, index) => correctionOf(items[index]?.sequence ?? 0, entry) ?? [],
  )
  const isTaken = act === 'take-security'
  return (
    <ActForm
      act={act}
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({
          path: `securities/${chosen}/${PATHS[act]}`,
          body: { reason: reason.trim(), ...(isTaken ? { items: found } : {}) },
        })
      }
    >
      <NativeSelect
        label={say(words.which)}
        value={chosen}
        data={held.map((security) => ({
          value: security.id,
          label: `${security.typeCode}, ${money({ amount: sumOf(security), currency: 'GBP' })}`,
        }))}
        onChange={({ currentTarget }) => {
          setChosen(currentTarget.value)
          setEntries(doubtedBy(currentTarget.value))
        }}
      />
      {isTaken && (
        <>
          <Text size="sm">{say(words.found)}</Text>
          <ItemCorrections items={items} entries={entries} onEdit={setEntries} />
        </>
      )}
      <ReasonField value={reason} onChange={setReason} isTold />
    </ActForm>
  )
}

function entriesOf(
  items: ShownDossier['declaration']['items'],
  security: Security | undefined,
): readonly ItemEntry[] {
  return items.map((item) =>
    entryOfFinding(
      item,
      security?.doubted.find(({ sequence }) => sequence === item.sequence),
    ),
  )
}

function sumOf({ lines }: Security): string {
  return addDecimals(decimal('0'), ...lines.map(({ amountGbp }) => decimal(amountGbp)))
}
