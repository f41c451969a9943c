import { Checkbox, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { ThreadView, WholeThreadView } from '../../../api/views/thread-view.ts'
import { change } from '../../kit/api/ask.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseKey } from '../case/case-queries.ts'
import { ActionForm } from '../case/next/ActionForm.tsx'
import { SectionCard } from '../case/SectionCard.tsx'
import { correspondenceKey } from './correspondence-queries.ts'
import { outcomeWords } from './thread-words.ts'

const words = {
  title: { en: 'What the letter states', zh: '来函内容' },
  lead: {
    en: 'This way brings letters and nothing else. Read the letter and record what follows from it.',
    zh: '该通道只传递信函。请阅读来函，并记录由此产生的结果。',
  },
  letter: { en: 'Letter', zh: '来函' },
  outcome: { en: 'Decision', zh: '决定' },
  none: { en: 'It decides nothing', zh: '未作决定' },
  reasons: { en: 'Reasons that it gives', zh: '来函所载理由' },
  decidedOn: { en: 'Day of the decision', zh: '决定日期' },
  ruling: { en: 'Number of the ruling', zh: '裁定编号' },
  from: { en: 'Holds from', zh: '生效日' },
  until: { en: 'Holds until', zh: '失效日' },
  turn: { en: 'Whose turn is it now?', zh: '接下来由谁处理？' },
  trader: { en: 'Ours: they want an answer', zh: '我方：海关要求答复' },
  office: { en: 'Theirs: they will write again', zh: '海关：将再来函' },
  nobody: { en: 'Nobody’s', zh: '无人' },
  due: { en: 'Answer by', zh: '答复期限' },
  closed: { en: 'It ends the matter', zh: '此事到此结束' },
  record: { en: 'Record it', zh: '记录' },
}

type Outcome = NonNullable<ThreadView['decision']>['outcome']

interface Entry {
  readonly letterId: string
  readonly outcome: Outcome | ''
  readonly reasons: string
  readonly decidedOn: string
  readonly rulingReference: string
  readonly validFrom: string
  readonly validUntil: string
  readonly awaits: 'trader' | 'office' | 'nobody'
  readonly answerDueOn: string
  readonly isClosed: boolean
}

/** Records what a letter states where its carrier brings words alone. */
export function RecordReading({ thread }: { readonly thread: WholeThreadView }) {
  const say = useSay()
  const queries = useQueryClient()
  const { id, caseId, decidable, lettersInFull } = thread
  const theirs = lettersInFull.filter(({ writtenBy }) => writtenBy === 'office')
  const [entry, setEntry] = useState<Entry>(emptyEntry)
  const letterId = entry.letterId === '' ? (theirs.at(-1)?.id ?? '') : entry.letterId
  const recording = useMutation({
    mutationFn: () =>
      change<WholeThreadView>(`/v1/correspondence/${id}/readings`, {
        body: readingOf({ ...entry, letterId }),
      }),
    onSuccess: () => setEntry(emptyEntry),
    onSettled: async () => {
      const keys = [correspondenceKey, ...(caseId === undefined ? [] : [caseKey(caseId)])]
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
  return (
    <SectionCard title={say(words.title)}>
      <ActionForm
        button={say(words.record)}
        isPending={recording.isPending}
        isReady={isWhole(entry)}
        error={recording.error}
        onSubmit={() => recording.mutate()}
      >
        <Text size="sm" c="dimmed">
          {say(words.lead)}
        </Text>
        <LetterChoice theirs={theirs} letterId={letterId} entry={entry} onChange={setEntry} />
        {decidable.length > 0 && (
          <DecisionFields possible={decidable} entry={entry} onChange={setEntry} />
        )}
        <TurnFields entry={entry} onChange={setEntry} />
      </ActionForm>
    </SectionCard>
  )
}

const emptyEntry: Entry = {
  ...{ letterId: '', outcome: '', reasons: '', decidedOn: '' },
  ...{ rulingReference: '', validFrom: '', validUntil: '' },
  ...{ awaits: 'nobody', answerDueOn: '', isClosed: false },
}

function isWhole({ outcome, reasons, decidedOn, ...ruling }: Entry): boolean {
  if (outcome === '') return true
  const { rulingReference, validFrom, validUntil } = ruling
  const isRuled = rulingReference.trim() !== '' && validFrom !== '' && validUntil !== ''
  return reasons.trim() !== '' && decidedOn !== '' && (outcome !== 'issued' || isRuled)
}

function readingOf({ letterId, outcome, awaits, answerDueOn, isClosed, ...entry }: Entry) {
  const { reasons, decidedOn, rulingReference, validFrom, validUntil } = entry
  const details = { rulingReference, validFrom, validUntil }
  return {
    ...{ letterId, awaits },
    ...(outcome !== '' && {
      decision: { outcome, reasons, decidedOn, ...(outcome === 'issued' && { details }) },
    }),
    ...(awaits === 'trader' && answerDueOn !== '' && { answerDueOn }),
    ...(isClosed && { isClosed }),
  }
}

interface FieldsProps {
  readonly entry: Entry
  readonly onChange: (entry: Entry) => void
}

interface LetterChoiceProps extends FieldsProps {
  readonly theirs: WholeThreadView['lettersInFull']
  readonly letterId: string
}

function LetterChoice({ theirs, letterId, entry, onChange }: LetterChoiceProps) {
  const say = useSay()
  const { instant } = useFormats()
  if (theirs.length < 2) return null
  return (
    <NativeSelect
      label={say(words.letter)}
      value={letterId}
      data={theirs.map(({ id, at, officer }) => ({
        value: id,
        label: [instant(at), officer].filter(Boolean).join(', '),
      }))}
      onChange={({ currentTarget }) => onChange({ ...entry, letterId: currentTarget.value })}
    />
  )
}

function DecisionFields({
  possible,
  entry,
  onChange,
}: FieldsProps & { readonly possible: readonly Outcome[] }) {
  const say = useSay()
  const day = (label: keyof typeof words, field: 'decidedOn' | 'validFrom' | 'validUntil') => (
    <TextInput
      label={say(words[label])}
      type="date"
      required
      value={entry[field]}
      onChange={({ currentTarget }) => onChange({ ...entry, [field]: currentTarget.value })}
    />
  )
  return (
    <>
      <NativeSelect
        label={say(words.outcome)}
        value={entry.outcome}
        data={[
          { value: '', label: say(words.none) },
          ...possible.map((value) => ({ value, label: say(outcomeWords[value]) })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({ ...entry, outcome: currentTarget.value as Entry['outcome'] })
        }
      />
      {entry.outcome !== '' && (
        <>
          {day('decidedOn', 'decidedOn')}
          <Textarea
            label={say(words.reasons)}
            required
            autosize
            minRows={2}
            maxLength={8_000}
            value={entry.reasons}
            onChange={({ currentTarget }) => onChange({ ...entry, reasons: currentTarget.value })}
          />
        </>
      )}
      {entry.outcome === 'issued' && (
        <>
          <TextInput
            label={say(words.ruling)}
            required
            maxLength={140}
            value={entry.rulingReference}
            onChange={({ currentTarget }) =>
              onChange({ ...entry, rulingReference: currentTarget.value })
            }
          />
          {day('from', 'validFrom')}
          {day('until', 'validUntil')}
        </>
      )}
    </>
  )
}

function TurnFields({ entry, onChange }: FieldsProps) {
  const say = useSay()
  return (
    <>
      <NativeSelect
        label={say(words.turn)}
        value={entry.awaits}
        data={(['nobody', 'trader', 'office'] as const).map((value) => ({
          value,
          label: say(words[value]),
        }))}
        onChange={({ currentTarget }) =>
          onChange({ ...entry, awaits: currentTarget.value as Entry['awaits'] })
        }
      />
      {entry.awaits === 'trader' && (
        <TextInput
          label={say(words.due)}
          type="date"
          value={entry.answerDueOn}
          onChange={({ currentTarget }) => onChange({ ...entry, answerDueOn: currentTarget.value })}
        />
      )}
      <Checkbox
        label={say(words.closed)}
        checked={entry.isClosed}
        onChange={({ currentTarget }) => onChange({ ...entry, isClosed: currentTarget.checked })}
      />
    </>
  )
}
