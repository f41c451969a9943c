import { Table, Title } from '@mantine/core'

import type { ReadMeasure } from '../../../customs/tariff-enquiry/code-in-tariff.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { Law } from './RateOptions.tsx'
import styles from './tariff.module.css'
import { useRateText } from './use-rate-text.ts'

const words = {
  title: { en: 'Measures', zh: '措施' },
  name: { en: 'Measure', zh: '措施' },
  rate: { en: 'Rate', zh: '税率' },
  area: { en: 'Origin', zh: '原产地' },
  since: { en: 'Since', zh: '起始' },
  documents: { en: 'with', zh: '须附' },
  all: { en: 'all countries', zh: '所有国家' },
  besides: { en: 'not', zh: '不含' },
}

/** Everything that the tariff states for the code and the origin, as it states it. */
export function MeasureTable({ measures }: { readonly measures: readonly ReadMeasure[] }) {
  const say = useSay()
  const { day } = useFormats()
  const rateText = useRateText()
  return (
    <section className={styles.part}>
      <Title order={3} size="h4" mb="xs">
        {say(words.title)}
      </Title>
      <div className={styles.wide} tabIndex={0} role="region" aria-label={say(words.title)}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(words.name)}</Table.Th>
              <Table.Th>{say(words.rate)}</Table.Th>
              <Table.Th>{say(words.area)}</Table.Th>
              <Table.Th>{say(words.since)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {measures.map((measure) => (
              <Table.Tr key={measure.id}>
                <Table.Td>
                  {say(measure.name)} {measure.additionalCode?.code}
                  {measure.law !== undefined && <Law law={measure.law} />}
                </Table.Td>
                <Table.Td>
                  {measure.rate === undefined
                    ? measure.notWorkedOut && say(measure.notWorkedOut)
                    : rateText(measure.rate)}
                  {measure.documents.length > 0 &&
                    ` (${say(words.documents)} ${measure.documents.join(', ')})`}
                </Table.Td>
                <Table.Td>
                  {measure.area === '1011' ? say(words.all) : measure.area}
                  {measure.excludedAreas.length > 0 &&
                    `, ${say(words.besides)} ${measure.excludedAreas.join(', ')}`}
                </Table.Td>
                <Table.Td>{day(measure.validity.from)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}
