import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './channels.module.css'
import { ChartFigure } from './ChartFigure.tsx'
import { barShape, type ChartSpan, outcomes, sumOf, type Tried } from './chart-shape.ts'
import { ChartTimes } from './ChartTimes.tsx'
import { outcomeWords } from './outcome-words.ts'

const words = {
  title: { en: 'Attempts', zh: '发送尝试' },
  top: (count: string) => ({ en: `up to ${count} at a time`, zh: `每格最多 ${count} 次` }),
  summary: (all: string, failed: string) => ({
    en: `${all} attempts, ${failed} of them failed`,
    zh: `共 ${all} 次，其中失败 ${failed} 次`,
  }),
}

interface TriedProps {
  readonly tried: readonly Tried[]
  readonly span: ChartSpan
}

/** What was tried and what came of it, step by step. */
export function TriedChart({ tried, span }: TriedProps) {
  const say = useSay()
  const { number } = useFormats()
  const shape = barShape(tried, span)
  const all = tried.reduce((sum, step) => sum + sumOf(step), 0)
  const failed = tried.reduce((sum, { failed }) => sum + failed, 0)
  return (
    <ChartFigure
      title={say(words.title)}
      note={all === 0 ? undefined : say(words.top(number(shape.top)))}
    >
      <svg
        className={styles.plot}
        viewBox="0 0 1000 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={say(words.summary(number(all), number(failed)))}
      >
        <line className={styles.grid} x1={0} x2={1000} y1={50} y2={50} />
        {shape.parts.map(({ outcome, x, width, y, height }) => (
          <rect
            key={`${outcome} ${x}`}
            data-outcome={outcome}
            x={x * 1000 + width * 80}
            width={width * 840}
            y={y * 100}
            height={height * 100}
          />
        ))}
      </svg>
      <ChartTimes span={span} />
      <ul className={styles.legend}>
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <span className={styles.swatch} data-outcome={outcome} aria-hidden />
            {say(outcomeWords[outcome])}
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}
