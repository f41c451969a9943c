import { Alert } from '@mantine/core'
import { Info } from 'lucide-react'

import type {
  LandedCost,
  LandedLine,
  QuotedOption,
} from '../../../customs/landed-cost/landed-cost.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { LawLink } from './ChargeDetail.tsx'
import { NotCovered } from './NotCovered.tsx'
import { Options } from './Options.tsx'
import styles from './result.module.css'
import { Sources } from './Sources.tsx'
import { Waterfall } from './Waterfall.tsx'
import { WhoPays } from './WhoPays.tsx'

const words = {
  landed: { en: 'Landed cost', zh: '到岸总成本' },
  of: { en: 'of which duties, taxes and fees', zh: '其中关税、税费及费用' },
  breakdown: { en: 'From the goods to the door', zh: '从货值到家门' },
  comesIn: { en: 'How it comes in', zh: '进口方式' },
  standIn: {
    en: 'There are no official rates of this day yet, so those of an earlier period stand in.',
    zh: '该日的官方汇率尚未公布，暂以此前一期的汇率代替。',
  },
}

interface QuoteResultProps {
  readonly quote: LandedCost
  readonly onClaim: (line: LandedLine, option: QuotedOption) => (() => void) | undefined
}

/** What a sale costs at the door: the figure, how it builds up, and everything behind it. */
export function QuoteResult({ quote, onClaim }: QuoteResultProps) {
  const say = useSay()
  const { day } = useFormats()
  const { totals, regime, destination, on, inputs } = quote
  return (
    <div className={styles.result}>
      <section className={styles.hero} aria-live="polite">
        <p className={styles.quiet}>
          {say(words.landed)} · {say(destination.name)} · {day(on)}
        </p>
        <p className={styles.figure}>
          <MoneyText value={totals.landedCost} />
        </p>
        <p className={styles.quiet}>
          {say(words.of)}{' '}
          <strong className={styles.loud}>
            <MoneyText value={totals.charges} />
          </strong>
        </p>
      </section>
      {inputs.exchangeRates.some(({ isStandIn }) => isStandIn === true) && (
        <Alert color="yellow" icon={<Info />} p="xs">
          {say(words.standIn)}
        </Alert>
      )}
      <section className={styles.panel}>
        <h2 className={styles.panelTitle}>{say(words.breakdown)}</h2>
        <Waterfall quote={quote} />
        <p className={styles.regime}>
          <strong>
            {say(words.comesIn)}: {say(regime.name)}.
          </strong>{' '}
          {say(regime.why)} <LawLink law={regime.law} />
        </p>
      </section>
      <Options quote={quote} onClaim={onClaim} />
      <WhoPays quote={quote} />
      <NotCovered quote={quote} />
      <Sources quote={quote} />
    </div>
  )
}
