import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './channels.module.css'
import { ChartFigure } from './ChartFigure.tsx'
import { type ChartSpan, latencyShape, type Tried } from './chart-shape.ts'
import { ChartTimes } from './ChartTimes.tsx'

const words = {
  title: { en: 'Latency', zh: '耗时' },
  top: (ms: string) => ({ en: `up to ${ms} ms`, zh: `最高 ${ms} 毫秒` }),
  median: { en: 'Half took no longer', zh: '半数不超过' },
  p95: { en: '95 of 100 took no longer', zh: '95% 不超过' },
  latest: (median: string, p95: string) => ({
    en: `Latest: half within ${median} ms, 95 of 100 within ${p95} ms`,
    zh: `最近：半数 ${median} 毫秒以内，95% 在 ${p95} 毫秒以内`,
  }),
  none: { en: 'Nothing came back in this time', zh: '此时段无应答' },
}

interface LatencyProps {
  readonly tried: readonly Tried[]
  readonly span: ChartSpan
}

/** How long the authority took to answer, without the wait for a turn. */
export function LatencyChart({ tried, span }: LatencyProps) {
  const say = useSay()
  const { number } = useFormats()
  const { median, p95, topMs } = latencyShape(tried, span)
  const latest = tried.findLast(({ p95Ms }) => p95Ms !== undefined)
  const summary =
    latest?.medianMs === undefined || latest.p95Ms === undefined
      ? say(words.none)
      : say(words.latest(number(latest.medianMs), number(latest.p95Ms)))
  return (
    <ChartFigure
      title={say(words.title)}
      note={latest === undefined ? undefined : say(words.top(number(topMs)))}
    >
      <svg
        className={styles.plot}
        viewBox="0 0 1000 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={summary}
      >
        <line className={styles.grid} x1={0} x2={1000} y1={50} y2={50} />
        <path className={styles.p95} d={p95} />
        <path className={styles.median} d={median} />
      </svg>
      <ChartTimes span={span} />
      <ul className={styles.legend}>
        <li>
          <span className={styles.medianKey} aria-hidden />
          {say(words.median)}
        </li>
        <li>
          <span className={styles.p95Key} aria-hidden />
          {say(words.p95)}
        </li>
      </ul>
      <p className={styles.quiet}>{summary}</p>
    </ChartFigure>
  )
}
