import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { DutyHistoryView } from '../../../api/tariff-codes.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { failureText } from '../../kit/words/failure-text.ts'
import { useFormats, useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import { historyShape, type HistoryShape } from './history-shape.ts'
import { lawsOfStep, type LawsOfStep } from './laws-of-step.ts'
import { Law } from './RateOptions.tsx'
import styles from './tariff.module.css'
import type { TariffReading } from './tariff-place.ts'
import { historyQuery } from './tariff-queries.ts'
import { useRateText } from './use-rate-text.ts'

const words = {
  title: { en: 'How the duty changed', zh: '税率的变化' },
  caption: { en: 'Duty in percent of the value', zh: '按价格百分比计的关税' },
  ended: { en: 'No longer:', zh: '不再适用：' },
  unknown: { en: 'No rate can be said', zh: '无法确定税率' },
}

type Period = DutyHistoryView['periods'][number]

/** The duty on goods that claim nothing, as steps over the years, each with its law. */
export function DutyHistory({ reading }: { readonly reading: TariffReading }) {
  const say = useSay()
  const isAsked = reading.origin.length === 2
  const { data, error } = useQuery({ ...historyQuery(reading), enabled: isAsked })
  return (
    <section className={styles.part}>
      <Title order={3} size="h4" mb="xs">
        {say(words.title)}
      </Title>
      <ProblemNote error={error} />
      {data === undefined && error === null && isAsked && <LoadingRows rows={3} />}
      {data !== undefined && (
        <>
          <Chart shape={historyShape(data.periods)} />
          <ol className={styles.steps}>
            {data.periods.map((period, index) => (
              <Step key={period.from} period={period} before={data.periods[index - 1]} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

const WIDTH = 1000
const HEIGHT = 200
/** Of a row of numbers above the drawing, in pixels. */
const NUMBER_HEIGHT = 18

/** Who does not see the drawing has the list below it, which says the same and more. */
function Chart({ shape }: { readonly shape: HistoryShape }) {
  const say = useSay()
  const rows = 1 + Math.max(0, ...shape.periods.map(({ numberRow }) => numberRow))
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>{say(words.caption)}</span>
        <span>{shape.topPercent}%</span>
      </figcaption>
      <div className={styles.plot} style={{ marginTop: rows * NUMBER_HEIGHT }} aria-hidden>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
          {shape.periods.map(({ x, width, height }) => (
            <rect
              key={x}
              className={height === undefined ? styles.gap : styles.step}
              x={x * WIDTH}
              width={width * WIDTH}
              y={height === undefined ? 0 : (1 - height) * HEIGHT}
              height={height === undefined ? HEIGHT : height * HEIGHT}
            />
          ))}
          {shape.periods.slice(1).map(({ x }) => (
            <line
              key={x}
              className={styles.border}
              x1={x * WIDTH}
              x2={x * WIDTH}
              y1={0}
              y2={HEIGHT}
            />
          ))}
        </svg>
        {shape.periods.map(({ x, numberRow }, index) => (
          <span
            key={x}
            className={styles.number}
            style={{ left: `${x * 100}%`, top: -(numberRow + 1) * NUMBER_HEIGHT }}
          >
            {index + 1}
          </span>
        ))}
      </div>
      <div className={styles.years} aria-hidden>
        {shape.years.map(({ year, x }) => (
          <span key={year} style={{ left: `${x * 100}%` }}>
            {year}
          </span>
        ))}
      </div>
    </figure>
  )
}

interface StepProps {
  readonly period: Period
  readonly before: Period | undefined
}

function Step({ period, before }: StepProps) {
  const { from, rates, failures } = period
  const say = useSay()
  const { day, percent } = useFormats()
  const rateText = useRateText()
  const { language } = useLanguage()
  const option = rates?.options[0]
  return (
    <li>
      <Text size="sm" fw={600} component="span">
        {day(from)}
      </Text>
      {option === undefined ? (
        <Text size="sm">
          {say(words.unknown)}
          {failures?.[0] !== undefined && `: ${failureText(failures[0], language).message}`}
        </Text>
      ) : (
        <>
          <Text size="sm" className="figures">
            {option.duties.length > 1 && option.percent !== undefined
              ? `${percent(option.percent)} = `
              : ''}
            {option.duties.length === 0
              ? rateText('free')
              : option.duties.map(({ name, rate }) => `${say(name)} ${rateText(rate)}`).join(' + ')}
          </Text>
          <StepLaws laws={lawsOfStep(before, period)} />
        </>
      )}
    </li>
  )
}

/** What changed it, and what no longer holds; the laws that stay are named at their own step. */
function StepLaws({ laws: { begun, ended } }: { readonly laws: LawsOfStep }) {
  const say = useSay()
  return (
    <>
      {begun.map((law) => (
        <Law key={law.title} law={law} />
      ))}
      {ended.length > 0 && (
        <Text size="xs" c="dimmed">
          {say(words.ended)} {ended.map(({ title }) => title).join('; ')}
        </Text>
      )}
    </>
  )
}
