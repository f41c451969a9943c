import type { QuotesOverTime } from '../../../api/views/estimate-view.ts'
import type { ShownMoney } from '../../kit/format/formats.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { valueOf, type PlainSearch } from '../plain-search.ts'
import result from '../result/result.module.css'
import { saleSearch, type SaleDraft } from '../sale/sale-draft.ts'
import { Chart } from './Chart.tsx'
import { chartShape } from './chart-shape.ts'
import { dayWithin } from './days.ts'
import { DayBreakdown } from './DayBreakdown.tsx'
import { DaySlider } from './DaySlider.tsx'
import { LawSteps } from './LawSteps.tsx'
import { type Limits, limitsOf } from './period-limits.ts'
import styles from './time-machine.module.css'
import { useDay } from './use-day.ts'
import { WhyChanged } from './WhyChanged.tsx'

/** The day that is looked at before another one is chosen. */
const FIRST_DAY_SHOWN = '2026-03-01'

const words = {
  charges: { en: 'Duties, taxes and fees', zh: '关税、税费及费用' },
  refused: { en: 'cannot be quoted', zh: '无法报价' },
}

interface TimelineProps {
  readonly series: QuotesOverTime
  readonly sale: SaleDraft
  readonly search: PlainSearch
  /** Says which code the goods of a line have, where the one that was typed is too short. */
  readonly onChoose: (lineNumber: number, code: string) => void
}

/** The chart of a sale over time, the day that is chosen in it, and why it differs from another. */
export function Timeline({ series, sale, search, onChoose }: TimelineProps) {
  const say = useSay()
  const formats = useFormats()
  const address = { ...search, ...saleSearch(sale) }
  const [day, setDay] = useDay(dayWithin(valueOf(search, 'day'), FIRST_DAY_SHOWN), {
    name: 'day',
    search: address,
  })
  const { periods, steps, exchangeRates } = series
  const at = Math.max(
    periods.findIndex(({ from, until }) => from <= day && day < until),
    0,
  )
  const period = periods[at]!
  const [than, setThan] = useDay(
    dayWithin(valueOf(search, 'than'), dayWithin(periods[at - 1]?.from, day)),
    { name: 'than', search: address },
  )
  const currency = periods.map(limitsOf).find((limits) => limits !== undefined)?.lowest
    .totals.currency
  const limits = limitsOf(period)
  const said = limits && chargesBetween(limits, formats.money)
  return (
    <div className={result.result}>
      <section className={styles.stage}>
        <div className={styles.head}>
          <p className={result.quiet}>
            {formats.day(day)} · {say(words.charges)}
          </p>
          <p className={result.figure}>{said ?? '—'}</p>
          {limits && <p className={result.quiet}>{say(limits.lowest.regime.name)}</p>}
        </div>
        <Chart
          shape={chartShape(periods)}
          currency={currency ?? sale.currency}
          day={day}
          onDay={setDay}
        />
        <DaySlider
          day={day}
          said={said ?? say(words.refused)}
          changes={steps.map(({ on }) => on)}
          onDay={setDay}
        />
        <p className={styles.rates}>{say(exchangeRates.note)}</p>
      </section>
      <DayBreakdown period={period} onChoose={onChoose} />
      {limits !== undefined && <WhyChanged sale={sale} day={day} than={than} onThan={setThan} />}
      <LawSteps series={series} day={day} onDay={setDay} />
    </div>
  )
}

/** What is charged: exactly, or from the least to the most. */
function chargesBetween({ lowest, highest }: Limits, money: (value: ShownMoney) => string): string {
  return [...new Set([lowest, highest].map(({ totals }) => money(totals.charges)))].join(' – ')
}
