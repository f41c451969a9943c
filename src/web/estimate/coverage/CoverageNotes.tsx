import { Alert, List } from '@mantine/core'
import { Info } from 'lucide-react'

import type { CoverageView } from '../../../api/coverage.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ChosenField } from './CoverageGrid.tsx'

const words = {
  between: { en: ', ', zh: '、' },
  noDestination: (at: string): BilingualText => ({
    en: `“${at}” is no destination of this table. The day is stated as “on”, such as on=2026-09-01.`,
    zh: `“${at}”不是此表中的目的地。日期以“on”注明，例如 on=2026-09-01。`,
  }),
  noKind: (kind: string): BilingualText => ({
    en: `“${kind}” is no kind of charge of this table.`,
    zh: `“${kind}”不是此表中的税费类别。`,
  }),
}

interface CoverageNotesProps {
  readonly view: CoverageView
  readonly chosen: ChosenField
}

/** What is said above the matrix: what of the address it does not have, and where nothing is covered. */
export function CoverageNotes({ view, chosen }: CoverageNotesProps) {
  const say = useSay()
  const notes = notInMatrix(view, chosen)
  const reasons = reasonsForNothing(view)
  if (notes.length + reasons.length === 0) return null
  return (
    <Alert role="status" color="gray" icon={<Info />} mb="md">
      <List size="sm" listStyleType="none">
        {notes.map((note) => (
          <List.Item key={note.en}>{say(note)}</List.Item>
        ))}
        {reasons.map(({ note, destinations }) => (
          <List.Item key={note.en}>
            {say(note)} {destinations.map(say).join(say(words.between))}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function notInMatrix(
  { destinations }: CoverageView,
  { destination, kind }: ChosenField,
): readonly BilingualText[] {
  const isDestination = destinations.some((row) => row.destination === destination)
  const isKind = destinations.some(({ kinds }) => kinds.some((field) => field.kind === kind))
  return [
    ...(destination === '' || isDestination ? [] : [words.noDestination(destination)]),
    ...(kind === '' || isKind ? [] : [words.noKind(kind)]),
  ]
}

interface SharedReason {
  readonly note: BilingualText
  readonly destinations: readonly BilingualText[]
}

/** Reasons that hold for every kind of charge of a destination, as before all of its rules. */
function reasonsForNothing({ destinations }: CoverageView): readonly SharedReason[] {
  const reasons = destinations.flatMap(({ name, kinds: [first, ...others] }) =>
    (first?.notes ?? [])
      .filter(({ en }) => others.every(({ notes }) => notes.some((note) => note.en === en)))
      .map((note) => ({ note, name })),
  )
  const notes = new Map(reasons.map(({ note }) => [note.en, note]))
  return [...notes.values()].map((note) => ({
    note,
    destinations: reasons.filter((one) => one.note.en === note.en).map(({ name }) => name),
  }))
}
