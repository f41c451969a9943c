import { NativeSelect, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Bot, KeyRound, Landmark, Truck, UserRound, type LucideIcon } from 'lucide-react'
import { useState } from 'react'

import type { HistoryEntry } from '../../../../api/case-histories.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SectionCard } from '../SectionCard.tsx'
import styles from './HistorySection.module.css'

const words = {
  title: { en: 'Everything that has happened', zh: '全部记录' },
  lead: {
    en: 'Newest first. The record is never changed and nothing is removed from it.',
    zh: '最新的在前。记录不可更改，也不会删除。',
  },
  show: { en: 'Show', zh: '显示' },
  all: { en: 'Everything', zh: '全部' },
  subjects: {
    preparation: { en: 'Preparation', zh: '准备' },
    papers: { en: 'Papers', zh: '单证' },
    exchange: { en: 'Exchange with customs', zh: '与海关往来' },
    decisions: { en: 'Decisions of customs', zh: '海关决定' },
    controls: { en: 'Controls and questions', zh: '查验与提问' },
    correspondence: { en: 'Letters', zh: '信函' },
    money: { en: 'Money', zh: '税费与付款' },
    transport: { en: 'Transport', zh: '运输' },
  },
} satisfies { subjects: Record<HistoryEntry['subject'], BilingualText> } & Record<string, unknown>

const actors: Readonly<
  Record<string, { readonly icon: LucideIcon; readonly name: BilingualText }>
> = {
  person: { icon: UserRound, name: { en: 'Person', zh: '人员' } },
  'api-key': { icon: KeyRound, name: { en: 'Key', zh: '密钥' } },
  worker: { icon: Bot, name: { en: 'Tidewaiter', zh: '系统' } },
  authority: { icon: Landmark, name: { en: 'Customs', zh: '海关' } },
  carrier: { icon: Truck, name: { en: 'Carrier', zh: '承运人' } },
  operator: { icon: UserRound, name: { en: 'Operator', zh: '运营人员' } },
}

/** The record of the case in words: what, who, when. */
export function HistorySection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { items } = useSuspenseQuery(caseQueries.history(caseId)).data
  const [subject, setSubject] = useState('')
  const shown = items.filter((entry) => subject === '' || entry.subject === subject).toReversed()
  return (
    <SectionCard title={say(words.title)} lead={say(words.lead)}>
      <NativeSelect
        className="screen-only"
        maw={280}
        mb="sm"
        label={say(words.show)}
        value={subject}
        data={[
          { value: '', label: say(words.all) },
          ...Object.entries(words.subjects).map(([value, label]) => ({ value, label: say(label) })),
        ]}
        onChange={({ currentTarget }) => setSubject(currentTarget.value)}
      />
      <ol className={styles.entries} reversed>
        {shown.map((entry) => (
          <HistoryRow key={entry.sequence} entry={entry} />
        ))}
      </ol>
    </SectionCard>
  )
}

function HistoryRow({ entry }: { readonly entry: HistoryEntry }) {
  const say = useSay()
  const { sequence, at, actor, sentence } = entry
  const known = actors[actor.kind]
  const Icon = known?.icon ?? UserRound
  const kind = known === undefined ? actor.kind : say(known.name)
  return (
    <li className={styles.entry}>
      <span className={styles.sequence}>{sequence}</span>
      <span>
        <Text>{say(sentence)}</Text>
        <Text size="xs" c="dimmed" className={styles.by}>
          <Icon size={13} aria-hidden />
          {actor.name === undefined ? kind : `${actor.name} (${kind})`} · <InstantText at={at} />
        </Text>
      </span>
    </li>
  )
}
