import { Badge, Button } from '@mantine/core'

import type {
  LandedCost,
  LandedLine,
  QuotedOption,
} from '../../../customs/landed-cost/landed-cost.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { AmountBar } from '../../kit/drawing/AmountBar.tsx'
import { largestOf } from '../../kit/drawing/bar-place.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './result.module.css'

const words = {
  title: (line: number, code: string) => ({
    en: `Line ${line}, ${code}: ways to charge these goods`,
    zh: `第 ${line} 行，${code}：可选的计征方式`,
  }),
  applied: { en: 'In this quote', zh: '本报价采用' },
  cheapest: { en: 'Cheapest lawful way', zh: '合法最低' },
  needs: { en: 'Needs', zh: '条件' },
  nothing: { en: 'Needs nothing more', zh: '无需其他条件' },
  total: { en: 'All charges then', zh: '此时税费合计' },
  claim: { en: 'I have this: use it', zh: '我已具备，采用此方式' },
  kinds: {
    'third-country': { en: 'Without a claim', zh: '不主张优惠' },
    preference: { en: 'Preference', zh: '优惠税率' },
    quota: { en: 'Quota', zh: '配额' },
    suspension: { en: 'Suspension', zh: '暂停征税' },
    'authorised-use': { en: 'Authorised use', zh: '特定用途' },
  },
}

interface OptionsProps {
  readonly quote: LandedCost
  /** Says that what an option needs is there, where that can be said of it. */
  readonly onClaim: (line: LandedLine, option: QuotedOption) => (() => void) | undefined
}

/** For each line that can be charged in more ways than one, the ways beside each other. */
export function Options({ quote, onClaim }: OptionsProps) {
  const say = useSay()
  return quote.lines
    .filter(({ options }) => options.length > 1)
    .map((line) => {
      const largest = largestOf(line.options.map(({ charges }) => charges))
      return (
        <section key={line.lineNumber} className={styles.panel}>
          <h3 className={styles.panelTitle}>
            {say(words.title(line.lineNumber, line.commodityCode ?? ''))}
          </h3>
          <ul className={styles.options}>
            {line.options.map((option) => (
              <Option
                key={option.id}
                option={option}
                largest={largest}
                onClaim={onClaim(line, option)}
              />
            ))}
          </ul>
        </section>
      )
    })
}

interface OptionProps {
  readonly option: QuotedOption
  readonly largest: { readonly amount: string }
  readonly onClaim: (() => void) | undefined
}

function Option({ option, largest, onClaim }: OptionProps) {
  const say = useSay()
  const { kind, name, rate, needs, charges, isApplied, isCheapest } = option
  return (
    <li className={styles.option} data-applied={isApplied || undefined}>
      <div className={styles.optionHead}>
        <span className={styles.quiet}>{say(words.kinds[kind])}</span>
        {isCheapest && (
          <Badge size="sm" variant="light" color="teal" c="var(--mantine-color-text)">
            {say(words.cheapest)}
          </Badge>
        )}
        {isApplied && (
          <Badge size="sm" variant="light" c="var(--mantine-color-text)">
            {say(words.applied)}
          </Badge>
        )}
      </div>
      <strong>{say(name)}</strong>
      <span>{rate}</span>
      <AmountBar
        to={charges}
        largest={largest}
        height={8}
        thickness={8}
        className={styles.optionBar}
        fill={{ 'data-cheapest': isCheapest || undefined }}
      />
      <span className={styles.optionTotal}>
        <span className={styles.quiet}>{say(words.total)}</span>
        <strong>
          <MoneyText value={charges} />
        </strong>
      </span>
      <span className={styles.needs}>
        {needs.length === 0
          ? say(words.nothing)
          : `${say(words.needs)}: ${needs.map((need) => say(need)).join('; ')}`}
      </span>
      {onClaim !== undefined && !isApplied && (
        <Button size="xs" variant="default" onClick={onClaim}>
          {say(words.claim)}
        </Button>
      )}
    </li>
  )
}
