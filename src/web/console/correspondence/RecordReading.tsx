import { Checkbox, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { WholeThreadView } from '../../../api/views/thread-view.ts'
import { change } from '../../kit/api/ask.ts'
import { showNotice } from '../../kit/notices.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseKey } from '../case/case-queries.ts'
import { ActionForm } from '../case/next/ActionForm.tsx'
import { SectionCard } from '../case/SectionCard.tsx'
import { correspondenceKey } from './correspondence-queries.ts'
import {
  emptyEntry,
  isWholeReading,
  type ReadingEntry,
  readingOf,
  type ReadOutcome,
  type RulingAbout,
} from './reading-entry.ts'
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
  code: { en: 'Commodity code of the ruling', zh: '裁定的商品编码' },
  codeForm: { en: 'Six to ten digits, as the ruling has them', zh: '6 至 10 位数字，按裁定所载' },
  origin: { en: 'Origin of the ruling', zh: '裁定的原产地' },
  originForm: { en: 'Two letters of the country, such as JP', zh: '两位国家代码，如 JP' },
  turn: { en: 'Whose turn is it now?', zh: '接下来由谁处理？' },
  trader: { en: 'Ours: they want an answer', zh: '我方：海关要求答复' },
  office: { en: 'Theirs: they will write again', zh: '海关：将再来函' },
  nobody: { en: 'Nobody’s', zh: '无人' },
  due: { en: 'Answer by', zh: '答复期限' },
  closed: { en: 'It ends the matter', zh: '此事到此结束' },
  choose: { en: 'Choose', zh: '请选择' },
  record: { en: 'Record it', zh: '记录' },
  recorded: { en: 'What the letter states is on record', zh: '来函内容已记录' },
}

/** Records what a letter states where its carrier brings words alone. */
export function RecordReading({ thread }: { readonly thread: WholeThreadView }) {
  const say = useSay()
  const queries = useQueryClient()
  const { id, caseId, decidable, lettersInFull } = thread
  const about = thread.ruling?.ruling ?? 'tariff'
  const theirs = lettersInFull.filter(({ writtenBy }) => writtenBy === 'office')
  const latest = theirs.at(-1)?.id ?? ''
  // What is typed stays said of the letter that was the last one then, also when another comes.
  const [typed, setTyped] = useState(() => emptyEntry())
  const entry = typed.letterId === '' ? { ...typed, letterId: latest } : typed
  const recording = useMutation({
    mutationFn: () =>
      change<WholeThreadView>(`/v1/correspondence/${id}/readings`, {
        body: readingOf(entry, about),
      }),
    onSuccess: () => {
      setTyped(emptyEntry())
      showNotice({ message: say(words.recorded) })
    },
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
        isReady={isWholeReading(entry, about)}
        error={recording.error}
        onSubmit={() => recording.mutate()}
      >
        <Text size="sm" c="dimmed">
          {say(words.lead)}
        </Text>
        <LetterChoice theirs={theirs} entry={entry} onChange={setTyped} />
        {decidable.length > 0 && (
          <DecisionFields possible={decidable} {...{ about, entry }} onChange={setTyped} />
        )}
        <TurnFields entry={entry} onChange={setTyped} />
      </ActionForm>
    </SectionCard>
  )
}

interface FieldsProps {
  readonly entry: ReadingEntry
  readonly onChange: (entry: ReadingEntry) => void
}

interface LetterChoiceProps extends FieldsProps {
  readonly theirs: WholeThreadView['lettersInFull']
}

function LetterChoice({ theirs, entry, onChange }: LetterChoiceProps) {
  const say = useSay()
  const { instant } = useFormats()
  if (theirs.length < 2) return null
  return (
    <NativeSelect
      label={say(words.letter)}
      value={entry.letterId}
      data={theirs.map(({ id, at, officer }) => ({
        value: id,
        label: [instant(at), officer].filter(Boolean).join(', '),
      }))}
      onChange={({ currentTarget }) => onChange({ ...entry, letterId: currentTarget.value })}
    />
  )
}

interface DecisionFieldsProps extends FieldsProps {
  readonly possible: readonly ReadOutcome[]
  readonly about: RulingAbout
}

function DecisionFields({ possible, about, entry, onChange }: DecisionFieldsProps) {
  const say = useSay()
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
          onChange({ ...entry, outcome: currentTarget.value as ReadingEntry['outcome'] })
        }
      />
      {entry.outcome !== '' && (
        <>
          <DayField label={say(words.decidedOn)} field="decidedOn" {...{ entry, onChange }} />
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
      {entry.outcome === 'issued' && <RulingFields {...{ about, entry, onChange }} />}
    </>
  )
}

function RulingFields({ about, entry, onChange }: Omit<DecisionFieldsProps, 'possible'>) {
  const say = useSay()
  const isTariff = about === 'tariff'
  return (
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
      <TextInput
        label={say(isTariff ? words.code : words.origin)}
        description={say(isTariff ? words.codeForm : words.originForm)}
        required
        maxLength={isTariff ? 10 : 2}
        inputMode={isTariff ? 'numeric' : 'text'}
        value={entry.ruled}
        onChange={({ currentTarget }) =>
          onChange({ ...entry, ruled: currentTarget.value.trim().toUpperCase() })
        }
      />
      <DayField label={say(words.from)} field="validFrom" {...{ entry, onChange }} />
      <DayField label={say(words.until)} field="validUntil" {...{ entry, onChange }} />
    </>
  )
}

interface DayFieldProps extends FieldsProps {
  readonly label: string
  readonly field: 'decidedOn' | 'validFrom' | 'validUntil'
}

function DayField({ label, field, entry, onChange }: DayFieldProps) {
  return (
    <TextInput
      label={label}
      type="date"
      required
      value={entry[field]}
      onChange={({ currentTarget }) => onChange({ ...entry, [field]: currentTarget.value })}
    />
  )
}

function TurnFields({ entry, onChange }: FieldsProps) {
  const say = useSay()
  return (
    <>
      <Checkbox
        label={say(words.closed)}
        checked={entry.isClosed}
        onChange={({ currentTarget }) => onChange({ ...entry, isClosed: currentTarget.checked })}
      />
      {!entry.isClosed && (
        <NativeSelect
          label={say(words.turn)}
          required
          value={entry.awaits}
          data={[
            { value: '', label: say(words.choose) },
            ...turns.map((value) => ({ value, label: say(words[value]) })),
          ]}
          onChange={({ currentTarget }) =>
            onChange({ ...entry, awaits: currentTarget.value as ReadingEntry['awaits'] })
          }
        />
      )}
      {!entry.isClosed && entry.awaits === 'trader' && (
        <TextInput
          label={say(words.due)}
          type="date"
          value={entry.answerDueOn}
          onChange={({ currentTarget }) => onChange({ ...entry, answerDueOn: currentTarget.value })}
        />
      )}
    </>
  )
}

const turns = ['trader', 'office', 'nobody'] as const
