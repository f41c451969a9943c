import { Collapse, UnstyledButton } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import type { LandedCost } from '../../../customs/landed-cost/landed-cost.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { AmountBar } from '../../kit/drawing/AmountBar.tsx'
import { largestOf, type DrawnAmount } from '../../kit/drawing/bar-place.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ChargeDetail } from './ChargeDetail.tsx'
import colours from './kinds.module.css'
import styles from './result.module.css'
import { waterfallSteps, type WaterfallStep } from './waterfall-steps.ts'

/**
 * How the price of the goods grows to what they cost at the door. Each bar is a row with its amount,
 * so that the drawing is read as a list where it is not seen; a charge opens what it was worked out by.
 */
export function Waterfall({ quote }: { readonly quote: LandedCost }) {
  const steps = waterfallSteps(quote)
  const largest = largestOf(steps.map(({ to }) => to))
  return (
    <ol className={styles.bars}>
      {steps.map((step) => (
        <li key={step.id} className={styles.bar} data-kind={step.kind}>
          <Step step={step} largest={largest} />
        </li>
      ))}
    </ol>
  )
}

interface StepProps {
  readonly step: WaterfallStep
  readonly largest: DrawnAmount
}

function Step({ step, largest }: StepProps) {
  const say = useSay()
  const { kind, name, amount, charges } = step
  const drawn = (
    <>
      <AmountBar
        from={step.from}
        to={step.to}
        largest={largest}
        height={28}
        thickness={20}
        className={styles.drawing}
        fill={{ className: colours.fill, 'data-kind': kind }}
      />
      <span className={styles.amount}>
        <MoneyText value={amount} />
      </span>
    </>
  )
  if (charges.length === 0) {
    return (
      <div className={styles.row}>
        <span className={styles.name}>{say(name)}</span>
        {drawn}
      </div>
    )
  }
  return (
    <Opening name={say(name)} rate={rateOf(step)} drawn={drawn}>
      {charges.map((charge, index) => (
        <ChargeDetail key={index} charge={charge} />
      ))}
    </Opening>
  )
}

interface OpeningProps {
  readonly name: string
  readonly rate: string
  readonly drawn: ReactNode
  readonly children: ReactNode
}

function Opening({ name, rate, drawn, children }: OpeningProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <UnstyledButton
        className={styles.row}
        aria-expanded={isOpen}
        onClick={() => setIsOpen((before) => !before)}
      >
        <span className={styles.name}>
          <ChevronDown
            className={styles.chevron}
            data-open={isOpen || undefined}
            size={14}
            aria-hidden
          />
          <span>
            {name} <span className={styles.rate}>{rate}</span>
          </span>
        </span>
        {drawn}
      </UnstyledButton>
      <Collapse expanded={isOpen}>{children}</Collapse>
    </>
  )
}

/** The rate, where all lines have the same; a long one stands in the detail alone. */
function rateOf({ charges: [first, ...others] }: WaterfallStep): string {
  if (first === undefined || others.some(({ rate }) => rate !== first.rate)) return ''
  return first.rate.length > 18 ? '' : first.rate
}
