import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../authority.module.css'
import { durationText } from './duration-text.ts'
import { responseWords, type Time, whoseWords } from './response-words.ts'
import { weekBars, type WeekSpan } from './week-bars.ts'

const words = {
  summary: (median: string, p90: string, count: string) => ({
    en: `Half within ${median}, nine of ten within ${p90}; ${count} measured`,
    zh: `半数在 ${median} 以内，九成在 ${p90} 以内；共测量 ${count} 次`,
  }),
  top: (span: string) => ({ en: `up to ${span}`, zh: `最长 ${span}` }),
  now: { en: 'this week', zh: '本周' },
}

interface ResponseChartProps {
  readonly time: Time
  readonly span: WeekSpan
}

/** How long one thing took, week by week. */
export function ResponseChart({ time, span }: ResponseChartProps) {
  const say = useSay()
  const { span: inUnits, number, day } = useFormats()
  const spanText = (seconds: number) => durationText(seconds, inUnits)
  const { id, whose, count, medianSeconds = 0, p90Seconds = 0, weeks } = time
  const { bars, topSeconds } = weekBars(weeks, span)
  const summary = say(words.summary(spanText(medianSeconds), spanText(p90Seconds), number(count)))
  return (
    <figure className={styles.figure} aria-label={say(responseWords[id])}>
      <figcaption className={styles.caption}>
        <strong>{say(responseWords[id])}</strong>
        <span>
          {say(whoseWords[whose])} · {say(words.top(spanText(topSeconds)))}
        </span>
      </figcaption>
      <svg
        className={styles.plot}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        role="img"
        aria-label={summary}
      >
        {bars.map(({ of, ...bar }, index) => (
          <rect key={index} data-of={of} {...bar} />
        ))}
      </svg>
      <div className={styles.times} aria-hidden>
        <span>{day(span.from)}</span>
        <span>{say(words.now)}</span>
      </div>
      <p className={styles.quiet}>{summary}</p>
    </figure>
  )
}
