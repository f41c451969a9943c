import { Anchor, List, Text, Title } from '@mantine/core'

import type { CoverageView } from '../../../api/coverage.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './coverage.module.css'
import type { ChosenField } from './CoverageGrid.tsx'
import { stateWords } from './state-words.ts'

const words = {
  press: {
    en: 'Press a field of the matrix to read what it rests on and what is missing.',
    zh: '点按表格中的一格，查看依据和缺失的内容。',
  },
  since: { en: 'Rules since', zh: '规则起始' },
  until: { en: 'until before', zh: '截至（不含）' },
  asOf: { en: 'Last looked at', zh: '最近核对' },
  importers: { en: 'Who may import', zh: '谁可作为进口人' },
  confidence: {
    verified: { en: 'read at the source', zh: '已在来源核实' },
    secondary: { en: 'read in a secondary source', zh: '来自二手资料' },
    unverified: { en: 'not confirmed', zh: '未获确认' },
  },
}

interface CoverageDetailProps {
  readonly view: CoverageView
  readonly chosen: ChosenField
}

/** What a field of the matrix rests on, and what is missing. */
export function CoverageDetail({ view: { destinations }, chosen }: CoverageDetailProps) {
  const say = useSay()
  const { day } = useFormats()
  const row = destinations.find(({ destination }) => destination === chosen.destination)
  const field = row?.kinds.find(({ kind }) => kind === chosen.kind)
  if (row === undefined || field === undefined) {
    return (
      <Text c="dimmed" className={styles.detail ?? ''}>
        {say(words.press)}
      </Text>
    )
  }
  const { name, state, notes, since, until, asOf, confidence } = field
  return (
    <section className={styles.detail} aria-live="polite">
      <Title order={2} size="h4">
        {say(row.name)}: {say(name)}
      </Title>
      <Text fw={600}>
        <span className={styles.mark} data-state={state} aria-hidden>
          {stateWords[state].mark}
        </span>{' '}
        {say(stateWords[state].name)}
      </Text>
      <List size="sm" mt="xs" spacing={4}>
        {notes.map((note) => (
          <List.Item key={note.en}>{say(note)}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="sm">
        {since !== undefined && `${say(words.since)} ${day(since)}`}
        {until !== undefined && ` ${say(words.until)} ${day(until)}`}
        {confidence !== undefined && `, ${say(words.confidence[confidence])}`}
      </Text>
      {asOf !== undefined && (
        <Text size="sm" c="dimmed">
          {say(words.asOf)} {day(asOf)}
        </Text>
      )}
      <Title order={3} size="h5" mt="md">
        {say(words.importers)}
      </Title>
      <List size="sm" mt="xs" spacing={4}>
        {row.importers.map(({ who, name: party, needs, law, confidence: known }) => (
          <List.Item key={`${who} ${law.title}`}>
            <strong>{say(party)}</strong>: {needs.map(say).join(' ')}{' '}
            <Anchor href={law.url} inherit>
              {law.title}
            </Anchor>
            {`, ${say(words.confidence[known])}`}
          </List.Item>
        ))}
      </List>
    </section>
  )
}
