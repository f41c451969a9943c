import type { LandedCostRange } from '../../../customs/landed-cost/quote-sale.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './result.module.css'
import { Undecided, type UndecidedProps } from './Undecided.tsx'

const words = {
  between: { en: 'Between', zh: '介于' },
  and: { en: 'and', zh: '与' },
  landed: { en: 'Landed cost', zh: '到岸总成本' },
}

interface RangeResultProps {
  readonly range: LandedCostRange
  readonly onChoose: UndecidedProps['onChoose']
}

/** The least and the most that a sale can cost, with the codes that decide between them. */
export function RangeResult({ range, onChoose }: RangeResultProps) {
  const say = useSay()
  const { lowest, highest, undecided } = range
  return (
    <div className={styles.result}>
      <section className={styles.hero} aria-live="polite">
        <p className={styles.quiet}>{say(words.landed)}</p>
        <p className={styles.figure}>
          <small>{say(words.between)}</small> <MoneyText value={lowest.totals.landedCost} />{' '}
          <small>{say(words.and)}</small> <MoneyText value={highest.totals.landedCost} />
        </p>
      </section>
      {undecided.map((line) => (
        <Undecided key={line.lineNumber} line={line} onChoose={onChoose} />
      ))}
    </div>
  )
}
