import type { LandedCost } from '../../../customs/landed-cost/landed-cost.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './result.module.css'

const words = {
  sources: { en: 'What it was worked out from', zh: '计算依据' },
  basis: { en: 'Customs value', zh: '完税价格' },
  tariffs: { en: 'Tariffs', zh: '税则版本' },
  rates: { en: 'Exchange rates', zh: '汇率' },
  none: { en: 'none was needed', zh: '无需使用' },
  rate: (from: string, to: string) => ({ en: `${from} to ${to}`, zh: `${from} 兑 ${to}` }),
}

/** What the figures rest on. */
export function Sources({ quote }: { readonly quote: LandedCost }) {
  const say = useSay()
  const { day } = useFormats()
  const { inputs, valuationBasis } = quote
  return (
    <section className={styles.panel}>
      <h3 className={styles.panelTitle}>{say(words.sources)}</h3>
      <dl className={styles.facts}>
        <div>
          <dt>{say(words.basis)}</dt>
          <dd>{valuationBasis}</dd>
        </div>
        <div>
          <dt>{say(words.tariffs)}</dt>
          <dd>{inputs.tariffEditions.join(', ') || say(words.none)}</dd>
        </div>
        <div>
          <dt>{say(words.rates)}</dt>
          <dd>
            {inputs.exchangeRates.length === 0
              ? say(words.none)
              : inputs.exchangeRates.map(({ from, to, period }) => (
                  <span key={`${from}${to}`} className={styles.rateUsed}>
                    {say(words.rate(from, to))}: {inputs.ratesPublishedBy}, {day(period.from)}
                  </span>
                ))}
          </dd>
        </div>
      </dl>
    </section>
  )
}
