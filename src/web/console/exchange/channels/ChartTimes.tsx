import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './channels.module.css'
import type { ChartSpan } from './chart-shape.ts'

const words = { now: { en: 'now', zh: '现在' } }

const HOUR_SECONDS = 3_600

/** From when to when a chart goes. */
export function ChartTimes({ span: { from, stepSeconds } }: { readonly span: ChartSpan }) {
  const say = useSay()
  const { time, instant } = useFormats()
  return (
    <div className={styles.times} aria-hidden>
      <span>{stepSeconds < HOUR_SECONDS ? time(from) : instant(from)}</span>
      <span>{say(words.now)}</span>
    </div>
  )
}
