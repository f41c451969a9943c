import { Table } from '@mantine/core'

import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './channels.module.css'
import { outcomes, type Tried } from './chart-shape.ts'
import { outcomeWords } from './outcome-words.ts'

const words = {
  figures: { en: 'The charts in figures', zh: '图表数据' },
  from: { en: 'From', zh: '起始' },
  median: { en: 'Half within, ms', zh: '半数以内（毫秒）' },
  p95: { en: '95 % within, ms', zh: '95% 以内（毫秒）' },
}

/** What the charts draw, for whoever cannot see them or wants to know exactly; the newest first. */
export function TriedTable({ tried }: { readonly tried: readonly Tried[] }) {
  const say = useSay()
  const { number } = useFormats()
  if (tried.length === 0) return null
  const ms = (value: number | undefined) => (value === undefined ? '–' : number(value))
  return (
    <details className={styles.figures}>
      <summary>{say(words.figures)}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={say(words.figures)}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(words.from)}</Table.Th>
              {outcomes.map((outcome) => (
                <Table.Th key={outcome} ta="right">
                  {say(outcomeWords[outcome])}
                </Table.Th>
              ))}
              <Table.Th ta="right">{say(words.median)}</Table.Th>
              <Table.Th ta="right">{say(words.p95)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tried.toReversed().map((step) => (
              <Table.Tr key={step.from}>
                <Table.Td>
                  <InstantText at={step.from} />
                </Table.Td>
                {outcomes.map((outcome) => (
                  <Table.Td key={outcome} ta="right">
                    {number(step[outcome])}
                  </Table.Td>
                ))}
                <Table.Td ta="right">{ms(step.medianMs)}</Table.Td>
                <Table.Td ta="right">{ms(step.p95Ms)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  )
}
