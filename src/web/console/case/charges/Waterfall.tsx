import { Collapse, UnstyledButton } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'

import type { DutyBreakdown } from '../../../../api/duty-breakdowns.ts'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { AmountBar } from '../../../kit/drawing/AmountBar.tsx'
import { largestOf } from '../../../kit/drawing/bar-place.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { ChargeDetail } from './ChargeDetail.tsx'
import styles from './Waterfall.module.css'

const words = {
  due: { en: 'Due at import', zh: '进口应缴' },
}

type Bar = DutyBreakdown['bars'][number]

/**
 * The charges as they build up on the price of the goods. Each bar is a line of text with its amount,
 * so that the drawing is read as a list where it is not seen.
 */
export function Waterfall({ breakdown }: { readonly breakdown: DutyBreakdown }) {
  const say = useSay()
  const largest = largestOf(breakdown.bars.map(({ to }) => to))
  return (
    <>
      <ol className={styles.bars}>
        {breakdown.bars.map((bar) => (
          <WaterfallBar key={bar.id} bar={bar} largest={largest} />
        ))}
      </ol>
      <p className={styles.due}>
        <span>{say(words.due)}</span>
        <strong>
          <MoneyText value={breakdown.dueAtImport} />
        </strong>
      </p>
    </>
  )
}

interface WaterfallBarProps {
  readonly bar: Bar
  readonly largest: { readonly amount: string }
}

function WaterfallBar({ bar, largest }: WaterfallBarProps) {
  const say = useSay()
  const [isOpen, setIsOpen] = useState(false)
  const { id, kind, name, amount, charges } = bar
  const drawn = (
    <>
      <span className={styles.name}>
        {charges.length > 0 && (
          <ChevronDown
            size={14}
            aria-hidden
            className={styles.chevron}
            data-open={isOpen || undefined}
          />
        )}
        {say(name)}
      </span>
      <AmountBar
        from={bar.from}
        to={bar.to}
        largest={largest}
        height={24}
        thickness={18}
        className={styles.drawing}
        fill={{ 'data-bar': id }}
      />
      <span className={styles.amount}>
        <MoneyText value={amount} />
      </span>
    </>
  )
  return (
    <li className={styles.bar} data-kind={kind}>
      {charges.length === 0 ? (
        <div className={styles.row}>{drawn}</div>
      ) : (
        <>
          <UnstyledButton
            className={styles.row}
            aria-expanded={isOpen}
            onClick={() => setIsOpen((before) => !before)}
          >
            {drawn}
          </UnstyledButton>
          <Collapse expanded={isOpen} className={styles.detail}>
            {charges.map((charge, index) => (
              <ChargeDetail key={index} charge={charge} />
            ))}
          </Collapse>
        </>
      )}
    </li>
  )
}
