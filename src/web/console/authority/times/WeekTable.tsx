import { Table } from '@mantine/core'

import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../authority.module.css'
import { durationText } from './duration-text.ts'
import { responseWords, type Time } from './response-words.ts'

const words = {
  figures: { en: 'The charts in figures', zh: '图表数据' },
  what: { en: 'What', zh: '项目' },
  week: { en: 'Week from', zh: '周起始日' },
  count: { en: 'Measured', zh: '次数' },
  median: { en: 'Half within', zh: '半数以内' },
  p90: { en: 'Nine of ten within', zh: '九成以内' },
}

/** What the charts draw, for whoever cannot see them or wants to know exactly; the newest week first. */
export function WeekTable({ times }: { readonly times: readonly Time[] }) {
  const say = useSay()
  const { number, span } = useFormats()
  return (
    <details className={styles.details}>
      <summary>{say(words.figures)}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={say(words.figures)}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(words.what)}</Table.Th>
              <Table.Th>{say(words.week)}</Table.Th>
              <Table.Th ta="right">{say(words.count)}</Table.Th>
              <Table.Th ta="right">{say(words.median)}</Table.Th>
              <Table.Th ta="right">{say(words.p90)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {times.flatMap(({ id, weeks }) =>
              weeks.toReversed().map((week) => (
                <Table.Tr key={`${id} ${week.from}`}>
                  <Table.Td>{say(responseWords[id])}</Table.Td>
                  <Table.Td>
                    <InstantText at={week.from} as="day" />
                  </Table.Td>
                  <Table.Td ta="right">{number(week.count)}</Table.Td>
                  <Table.Td ta="right">{durationText(week.medianSeconds ?? 0, span)}</Table.Td>
                  <Table.Td ta="right">{durationText(week.p90Seconds ?? 0, span)}</Table.Td>
                </Table.Tr>
              )),
            )}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  )
}
