import { UnstyledButton } from '@mantine/core'

import type { QuotesOverTime } from '../../../api/views/estimate-view.ts'
import type { QuoteChange } from '../../../customs/landed-cost/compare-quotes.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { LawLink } from '../result/ChargeDetail.tsx'
import { DifferenceText } from './DifferenceText.tsx'
import { limitsOf } from './period-limits.ts'
import styles from './time-machine.module.css'

const words = {
  title: { en: 'What changed, and by which law', zh: '发生了什么变化，依据哪部法律' },
  none: { en: 'Nothing changed in these three years.', zh: '这三年间没有变化。' },
  effect: {
    begins: { en: 'begins', zh: '生效' },
    ends: { en: 'ends', zh: '终止' },
    changes: { en: 'changes its rate', zh: '税率变更' },
  },
  to: { en: 'to', zh: '至' },
  opens: { en: 'From here on this sale can be quoted.', zh: '自此可以报价。' },
  closes: { en: 'From here on this sale cannot be quoted.', zh: '自此无法报价。' },
  others: { en: 'Other reasons why it cannot be quoted.', zh: '无法报价的原因发生变化。' },
}

interface LawStepsProps {
  readonly series: QuotesOverTime
  readonly day: string
  readonly onDay: (day: string) => void
}

/** Each step of the chart by its number, with the laws that begin, end or change on its day. */
export function LawSteps({ series, day, onDay }: LawStepsProps) {
  const say = useSay()
  const formats = useFormats()
  const { steps, periods } = series
  const current = periods.findIndex(({ from, until }) => from <= day && day < until)
  return (
    <section>
      <h2 className={styles.title}>{say(words.title)}</h2>
      {steps.length === 0 && <p>{say(words.none)}</p>}
      <ol className={styles.steps}>
        {steps.map(({ on, change, changeOfHighest, laws }, index) => (
          <li key={on} className={styles.step} data-current={current === index + 1 || undefined}>
            <UnstyledButton className={styles.stepHead} onClick={() => onDay(on)}>
              <span className={styles.badge}>{index + 1}</span>
              <strong>{formats.day(on)}</strong>
              {change && <DifferenceText difference={change.difference} />}
              {changeOfHighest && isOther(change, changeOfHighest) && (
                <>
                  <span className={styles.rate}>{say(words.to)}</span>
                  <DifferenceText difference={changeOfHighest.difference} />
                </>
              )}
            </UnstyledButton>
            {change === undefined && <p className={styles.said}>{say(turnOf(series, index))}</p>}
            {laws.map(({ effect, law, names }) => (
              <p key={effect + law.title} className={styles.said} data-effect={effect}>
                <span className={styles.effect}>{say(words.effect[effect])}</span>{' '}
                <LawLink law={law} />{' '}
                <span className={styles.names}>{names.map((name) => say(name)).join(' · ')}</span>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Whether the most that a sale can cost changes by something else than the least. */
function isOther(least: QuoteChange | undefined, most: QuoteChange): boolean {
  return least?.difference.amount !== most.difference.amount
}

function turnOf({ periods }: QuotesOverTime, index: number) {
  const [before, after] = [periods[index]!, periods[index + 1]!]
  if (limitsOf(after) !== undefined) return words.opens
  return limitsOf(before) === undefined ? words.others : words.closes
}
