import { Alert } from '@mantine/core'
import { CircleAlert } from 'lucide-react'

import type { QuotesOverTime } from '../../../api/views/estimate-view.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { failureText } from '../../kit/words/failure-text.ts'
import { useFormats, useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import { valueOf, type PlainSearch } from '../plain-search.ts'
import { Waterfall } from '../result/Waterfall.tsx'
import result from '../result/result.module.css'
import { saleSearch, type SaleDraft } from '../sale/sale-draft.ts'
import { Chart } from './Chart.tsx'
import { chartShape } from './chart-shape.ts'
import { dayWithin } from './days.ts'
import { DaySlider } from './DaySlider.tsx'
import { LawSteps } from './LawSteps.tsx'
import styles from './time-machine.module.css'
import { useDay } from './use-day.ts'
import { WhyChanged } from './WhyChanged.tsx'

/** The day that is looked at before another one is chosen. */
const FIRST_DAY_SHOWN = '2026-03-01'

const words = {
  charges: { en: 'Duties, taxes and fees', zh: '关税、税费及费用' },
  breakdown: { en: 'On this day', zh: '当日明细' },
  free: { en: 'Nothing was charged.', zh: '无需缴纳任何税费。' },
  refused: { en: 'These days cannot be quoted', zh: '这些日期无法报价' },
}

interface TimelineProps {
  readonly series: QuotesOverTime
  readonly sale: SaleDraft
  readonly search: PlainSearch
}

/** The chart of a sale over time, the day that is chosen in it, and why it differs from another. */
export function Timeline({ series, sale, search }: TimelineProps) {
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
  const quoted = periods.find(({ quote }) => quote !== undefined)?.quote
  const charges = period.quote?.totals.charges
  return (
    <div className={result.result}>
      <section className={styles.stage}>
        <div className={styles.head}>
          <p className={result.quiet}>
            {formats.day(day)} · {say(words.charges)}
          </p>
          <p className={result.figure}>
            {charges === undefined ? '—' : <MoneyText value={charges} />}
          </p>
          {period.quote && <p className={result.quiet}>{say(period.quote.regime.name)}</p>}
        </div>
        <Chart
          shape={chartShape(periods)}
          currency={quoted?.totals.currency ?? sale.currency}
          day={day}
          onDay={setDay}
        />
        <DaySlider
          day={day}
          said={charges === undefined ? say(words.refused) : formats.money(charges)}
          changes={steps.map(({ on }) => on)}
          onDay={setDay}
        />
        <p className={styles.rates}>{say(exchangeRates.note)}</p>
      </section>
      <section className={result.panel}>
        <h2 className={styles.title}>{say(words.breakdown)}</h2>
        {period.quote === undefined ? (
          <Refused period={period} />
        ) : (
          <>
            {period.quote.charges.length === 0 && <p>{say(words.free)}</p>}
            <Waterfall quote={period.quote} />
          </>
        )}
      </section>
      {period.quote !== undefined && (
        <WhyChanged sale={sale} day={day} than={than} onThan={setThan} />
      )}
      <LawSteps series={series} day={day} onDay={setDay} />
    </div>
  )
}

/** Why days cannot be quoted, each reason with what mends it. */
function Refused({ period }: { readonly period: QuotesOverTime['periods'][number] }) {
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
