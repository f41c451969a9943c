import { Alert, Anchor, NativeSelect, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import type { AppealableView } from '../../../api/views/appealable-view.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { appealableWords, nameOfDecision } from './thread-words.ts'

const words = {
  decision: { en: 'Decision that is to be reviewed', zh: '申请复核的决定' },
  of: (name: string, day: string) => ({ en: `${name}, ${day}`, zh: `${name}（${day}）` }),
  lastDay: { en: 'Last day to ask for the review:', zh: '申请复核的最后日期：' },
  late: {
    en: 'That day is over. Say why the appeal comes late; an officer decides whether the reason is accepted.',
    zh: '已过期限。请说明逾期原因，由海关官员决定是否接受。',
  },
  grounds: { en: 'Why the decision is wrong', zh: '理由' },
  wanted: { en: 'What should be decided instead', zh: '请求' },
  lateReason: { en: 'Why it comes late', zh: '逾期原因' },
}

/** An appeal as far as it is filled in. */
export interface AppealDraft {
  readonly decision: string
  /** The thread that tells of the decision, where a letter does. */
  readonly threadId?: string
  readonly grounds: string
  readonly wanted: string
  readonly lateReason?: string
}

interface AppealFieldsProps {
  readonly appealable: readonly AppealableView[]
  /** Told undefined while something is missing. */
  readonly onChange: (draft: AppealDraft | undefined) => void
}

/** Which decision is wrong, why, and what should be decided instead; with the last day for it. */
export function AppealFields({ appealable, onChange }: AppealFieldsProps) {
  const say = useSay()
  const { day } = useFormats()
  const [fields, setFields] = useState({ chosen: 0, grounds: '', wanted: '', lateReason: '' })
  const chosen = appealable[fields.chosen]
  const set = (changed: Partial<typeof fields>): void => {
    const next = { ...fields, ...changed }
    setFields(next)
    onChange(draftOf(next, appealable[next.chosen]))
  }
  const textareas = ['grounds', 'wanted', ...(chosen?.isLate === true ? ['lateReason'] : [])]
  return (
    <>
      <NativeSelect
        label={say(words.decision)}
        value={String(fields.chosen)}
        data={appealable.map(({ decision, decidedOn, toldIn }, index) => ({
          value: String(index),
          label: say(
            words.of(nameOfDecision(say(appealableWords[decision]), toldIn), day(decidedOn)),
          ),
        }))}
        onChange={({ currentTarget }) => set({ chosen: Number(currentTarget.value) })}
      />
      {chosen !== undefined && (
        <Text size="sm">
          {say(words.lastDay)} <strong>{day(chosen.lastDay)}</strong> (
          <Anchor href={chosen.law.url} size="sm" underline="always">
            {chosen.law.title}
          </Anchor>
          )
        </Text>
      )}
      {chosen?.isLate === true && <Alert color="orange">{say(words.late)}</Alert>}
      {(textareas as readonly ('grounds' | 'wanted' | 'lateReason')[]).map((name) => (
        <Textarea
          key={name}
          label={say(words[name])}
          required
          autosize
          minRows={2}
          maxLength={8_000}
          value={fields[name]}
          onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      ))}
    </>
  )
}

interface Typed {
  readonly grounds: string
  readonly wanted: string
  readonly lateReason: string
}

/** Undefined while something is missing. */
function draftOf(
  { grounds, wanted, lateReason }: Typed,
  chosen: AppealableView | undefined,
): AppealDraft | undefined {
  if (chosen === undefined) return undefined
  const { decision, toldIn, isLate } = chosen
  const needed = [grounds, wanted, ...(isLate ? [lateReason] : [])]
  if (needed.some((text) => text.trim() === '')) return undefined
  return {
    ...{ decision, grounds, wanted },
    ...(toldIn !== undefined && { threadId: toldIn.threadId }),
    ...(isLate && { lateReason }),
  }
}
