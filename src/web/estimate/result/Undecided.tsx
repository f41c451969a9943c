import { UnstyledButton } from '@mantine/core'

import type { UndecidedLine } from '../../../customs/landed-cost/quote-sale.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { AmountBar } from '../../kit/drawing/AmountBar.tsx'
import { largestOf } from '../../kit/drawing/bar-place.ts'
import { useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import { textIn } from '../text-in.ts'
import styles from './result.module.css'

const words = {
  decides: (line: number, code: string) => ({
    en: `Line ${line}: what ${code} stands for decides. Which goods are they?`,
    zh: `第 ${line} 行：${code} 具体为何种商品决定税费。请选择：`,
  }),
  onlyThese: {
    en: 'The loaded tariff holds only these goods of it; others may bear less or more.',
    zh: '已载入的税则仅含其中这些商品；其他商品的税费可能更低或更高。',
  },
}

/** A line whose code is too short, and where the choice goes. */
export interface UndecidedProps {
  readonly line: UndecidedLine
  readonly onChoose: (lineNumber: number, code: string) => void
}

/** The codes that goods of a short code can be declared by, each with what it would cost. */
export function Undecided({ line, onChoose }: UndecidedProps) {
  const say = useSay()
  const { language } = useLanguage()
  const largest = largestOf(line.choices.map(({ charges }) => charges))
  return (
    <section className={styles.panel}>
      <h2 className={styles.panelTitle}>
        {say(words.decides(line.lineNumber, line.commodityCode))}
      </h2>
      {!line.choicesAreAll && <p className={styles.aside}>{say(words.onlyThese)}</p>}
      <ul className={`${styles.bars} ${styles.choices}`}>
        {line.choices.map(({ commodityCode, description, charges }) => (
          <li key={commodityCode} className={styles.bar}>
            <UnstyledButton
              className={styles.row}
              onClick={() => onChoose(line.lineNumber, commodityCode)}
            >
              <span className={styles.name}>
                <span>
                  {textIn(description, language)}{' '}
                  <span className={styles.rate}>{commodityCode}</span>
                </span>
              </span>
              <AmountBar
                to={charges}
                largest={largest}
                height={28}
                thickness={20}
                className={styles.drawing}
                fill={{ className: styles.choice }}
              />
              <span className={styles.amount}>
                <MoneyText value={charges} />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
