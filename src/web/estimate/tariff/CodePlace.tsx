import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Calculator } from 'lucide-react'

import type { TariffCodeView } from '../../../api/tariff-codes.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useFormats, useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import { PlaceLink } from '../places.tsx'
import { textIn } from '../text-in.ts'
import { DutyHistory } from './DutyHistory.tsx'
import { LineList } from './LineList.tsx'
import { MeasureTable } from './MeasureTable.tsx'
import { printedCode } from './printed-code.ts'
import { RateOptions } from './RateOptions.tsx'
import styles from './tariff.module.css'
import { tariffPlace, type TariffReading } from './tariff-place.ts'
import { codeQuery } from './tariff-queries.ts'

const words = {
  top: { en: 'All chapters', zh: '全部章目' },
  path: { en: 'Where the code stands', zh: '编码所在位置' },
  below: { en: 'Below it', zh: '下级税目' },
  chapters: { en: 'Chapters', zh: '章目' },
  quote: { en: 'Quote this', zh: '按此报价' },
  edition: { en: 'Edition', zh: '版本' },
  from: { en: 'in use from', zh: '启用日期' },
  units: { en: 'Supplementary units', zh: '法定第二单位' },
}

/** The place in the tree that is read: what stands above it and below it, and its rates. */
export function CodePlace({ reading }: { readonly reading: TariffReading }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    ...codeQuery(reading),
    placeholderData: keepPreviousData,
  })
  if (error !== null) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingRows />
  const { line } = data
  return (
    <>
      <Path reading={reading} path={line.path} />
      {reading.code !== '' && <CodeHead reading={reading} view={data} />}
      {line.children.length > 0 && (
        <section>
          <Title order={2} size="h4" mb="xs">
            {say(reading.code === '' ? words.chapters : words.below)}
          </Title>
          <LineList lines={line.children} reading={reading} />
        </section>
      )}
      {line.isDeclarable && (
        <>
          <RateOptions view={data} />
          <DutyHistory reading={reading} />
        </>
      )}
      {line.measures !== undefined && line.measures.length > 0 && (
        <MeasureTable measures={line.measures} />
      )}
      <Text size="xs" c="dimmed" mt="lg">
        {say(words.edition)} {line.edition.id}, {say(words.from)}{' '}
        <Day at={line.edition.validFrom} />
      </Text>
    </>
  )
}

function Day({ at }: { readonly at: string }) {
  return <>{useFormats().day(at)}</>
}

interface PathProps {
  readonly reading: TariffReading
  readonly path: TariffCodeView['line']['path']
}

function Path({ reading, path }: PathProps) {
  const say = useSay()
  const { language } = useLanguage()
  if (reading.code === '') return null
  return (
    <nav aria-label={say(words.path)}>
      <ol className={styles.path}>
        <li>
          <Anchor component={PlaceLink} place={tariffPlace({ ...reading, code: '' })} size="sm">
            {say(words.top)}
          </Anchor>
        </li>
        {path.slice(0, -1).map(({ code, description }, index) => (
          <li key={index}>
            {code === undefined ? (
              <Text size="sm">{textIn(description, language)}</Text>
            ) : (
              <Anchor component={PlaceLink} place={tariffPlace({ ...reading, code })} size="sm">
                {printedCode(code)} {textIn(description, language)}
              </Anchor>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface CodeHeadProps {
  readonly reading: TariffReading
  readonly view: TariffCodeView
}

function CodeHead({ reading, view: { line } }: CodeHeadProps) {
  const say = useSay()
  const { language } = useLanguage()
  const own = line.path.at(-1)
  const units = line.supplementaryUnits ?? []
  return (
    <Group justify="space-between" align="flex-start" mb="md">
      <div className={styles.head}>
        <Title order={2} size="h3">
          {own === undefined ? '' : textIn(own.description, language)}
        </Title>
        <Text className={styles.code ?? ''} c="dimmed">
          {printedCode(line.code)}
        </Text>
        {units.length > 0 && (
          <Text size="sm">
            {say(words.units)} {units.join(', ')}
          </Text>
        )}
      </div>
      <Button
        component={PlaceLink}
        place={quotePlace(reading)}
        leftSection={<Calculator size={16} aria-hidden />}
      >
        {say(words.quote)}
      </Button>
    </Group>
  )
}

/**
 * An example for the reader to change: one piece worth a hundred, whose carriage costs nothing. A union
 * is no country that goods are sent to, so there its largest member stands.
 */
function quotePlace({ code, origin, territory, on }: TariffReading) {
  const to = territory === 'EU' ? 'DE' : territory
  const currency = currencies[territory] ?? 'USD'
  const sale = { line: `${code}~${origin}~1~100.00`, cur: currency, freight: '0', insurance: '0' }
  return { to: '/', search: { ...sale, from: origin, to, on } }
}

const currencies: Readonly<Partial<Record<string, string>>> = { EU: 'EUR', GB: 'GBP', US: 'USD' }
