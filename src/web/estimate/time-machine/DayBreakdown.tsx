import { Alert } from '@mantine/core'
import { CircleAlert } from 'lucide-react'

import { failureText } from '../../kit/words/failure-text.ts'
import { useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import result from '../result/result.module.css'
import { Undecided, type UndecidedProps } from '../result/Undecided.tsx'
import { Waterfall } from '../result/Waterfall.tsx'
import type { ShownPeriod } from './period-limits.ts'
import styles from './time-machine.module.css'

const words = {
  title: { en: 'On this day', zh: '当日明细' },
  free: { en: 'Nothing was charged.', zh: '无需缴纳任何税费。' },
  refused: { en: 'These days cannot be quoted', zh: '这些日期无法报价' },
}

interface DayBreakdownProps {
  readonly period: ShownPeriod
  readonly onChoose: UndecidedProps['onChoose']
}

/** What is behind the figure of a day: its charges, the codes that decide, or why there is none. */
export function DayBreakdown({ period, onChoose }: DayBreakdownProps) {
  const say = useSay()
  const { quote, range } = period
  if (range !== undefined) {
    return range.undecided.map((line) => (
      <Undecided key={line.lineNumber} line={line} onChoose={onChoose} />
    ))
  }
  return (
    <section className={result.panel}>
      <h2 className={styles.title}>{say(words.title)}</h2>
      {quote === undefined ? (
        <Refused period={period} />
      ) : (
        <>
          {quote.charges.length === 0 && <p>{say(words.free)}</p>}
          <Waterfall quote={quote} />
        </>
      )}
    </section>
  )
}

/** Why days cannot be quoted, each reason with what mends it. */
function Refused({ period }: { readonly period: ShownPeriod }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <Alert color="yellow" icon={<CircleAlert />} title={say(words.refused)}>
      <ul className={result.notes}>
        {(period.failures ?? []).map((failure, index) => {
          const { message, mend, lang } = failureText(failure, language)
          return (
            <li key={index} lang={lang}>
              {message} {mend}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
