import { List, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'

import type { CoverageView } from '../../../api/coverage.ts'
import { colon } from '../../kit/words/colon.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { LawLink } from '../result/ChargeDetail.tsx'
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
  between: { en: ', ', zh: '，' },
  sentences: { en: ' ', zh: '' },
  confidence: {
    verified: { en: 'read at the source', zh: '已在来源核实' },
    secondary: { en: 'read in a secondary source', zh: '来自二手资料' },
    unverified: { en: 'not confirmed', zh: '未获确认' },
  },
}

type Row = CoverageView['destinations'][number]

interface CoverageDetailProps {
  readonly view: CoverageView
  readonly chosen: ChosenField
}

/** What a field of the matrix rests on and what is missing; then who may import there. */
export function CoverageDetail({ view: { destinations }, chosen }: CoverageDetailProps) {
  const say = useSay()
  const section = useRef<HTMLElement>(null)
  const { destination, kind: chosenKind } = chosen
  // On a phone the matrix is longer than the screen, and what it tells stands above it.
  useEffect(() => {
    const told = section.current
    if (told !== null && told.getBoundingClientRect().top < 0) told.scrollIntoView()
  }, [destination, chosenKind])
  const row = destinations.find((one) => one.destination === destination)
  const field = row?.kinds.find(({ kind }) => kind === chosenKind)
  if (row === undefined || field === undefined) {
    return (
      <Text c="dimmed" className={styles.detail ?? ''}>
        {say(words.press)}
      </Text>
    )
  }
  const { name, state, notes, asOf } = field
  return (
    <section ref={section} className={styles.detail} aria-live="polite">
      <Title order={2} size="h4">
        {say(row.name)}
        {say(colon)}
        {say(name)}
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
      <RulesOf field={field} />
      {asOf !== undefined && <AsOf day={asOf} />}
      <Importers of={row} />
    </section>
  )
}

function RulesOf({
  field: { since, until, confidence },
}: {
  readonly field: Row['kinds'][number]
}) {
  const say = useSay()
  const { day } = useFormats()
  const dates = [
    ...(since === undefined ? [] : [`${say(words.since)} ${day(since)}`]),
    ...(until === undefined ? [] : [`${say(words.until)} ${day(until)}`]),
  ].join(' ')
  const told = [dates, confidence === undefined ? '' : say(words.confidence[confidence])]
  return (
    <Text size="sm" c="dimmed" mt="sm">
      {told.filter((one) => one !== '').join(say(words.between))}
    </Text>
  )
}

function AsOf({ day: asOf }: { readonly day: string }) {
  const say = useSay()
  const { day } = useFormats()
  return (
    <Text size="sm" c="dimmed">
      {say(words.asOf)} {day(asOf)}
    </Text>
  )
}

/** Who may import, what it needs for that, and the law on a line of its own. */
function Importers({ of: { importers } }: { readonly of: Row }) {
  const say = useSay()
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {say(words.importers)}
      </Title>
      <List size="sm" mt="xs" spacing="sm">
        {importers.map(({ who, name, needs, law, confidence }) => (
          <List.Item key={`${who} ${law.title}`}>
            <strong>{say(name)}</strong>
            {say(colon)}
            {needs.map(say).join(say(words.sentences))}
            <br />
            <LawLink law={law} />
            <Text component="span" size="sm" c="dimmed">
              {say(words.between)}
              {say(words.confidence[confidence])}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  )
}
