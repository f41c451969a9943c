import { Text } from '@mantine/core'

import type { DutyBreakdown } from '../../../../api/duty-breakdowns.ts'
import { taxTypeWords } from '../../../../customs/duty/tax-type-words.ts'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { SectionCard } from '../SectionCard.tsx'
import { AmountBar } from '../../../kit/drawing/AmountBar.tsx'
import { largestOf } from '../../../kit/drawing/bar-place.ts'
import styles from './Comparison.module.css'

const words = {
  title: { en: 'Quoted and assessed', zh: '报价与核定' },
  same: { en: 'Customs assessed exactly what was quoted.', zh: '海关核定与报价完全一致。' },
  differs: {
    en: 'Customs assessed otherwise than quoted; each difference is explained.',
    zh: '海关核定与报价不同，差异逐项说明如下。',
  },
  item: (number: number) => ({ en: `Item ${number}`, zh: `第 ${number} 项` }),
  quoted: { en: 'Quoted', zh: '报价' },
  assessed: { en: 'Assessed', zh: '核定' },
  difference: { en: 'Difference', zh: '差额' },
  all: { en: 'All taxes', zh: '税款合计' },
}

type ComparisonView = NonNullable<DutyBreakdown['comparison']>

/** What was quoted beside what customs assessed, tax by tax, with the cause of each difference. */
export function Comparison({ comparison }: { readonly comparison: ComparisonView }) {
  const say = useSay()
  const { taxes, quoted, assessed, difference } = comparison
  const largest = largestOf(taxes.flatMap((tax) => [tax.quoted, tax.assessed]))
  const isSame = taxes.every((tax) => isNothing(tax.difference))
  return (
    <SectionCard title={say(words.title)} lead={say(isSame ? words.same : words.differs)}>
      <ul className={styles.taxes}>
        {taxes.map((tax) => (
          <li key={`${tax.itemNumber} ${tax.taxType}`} className={styles.tax}>
            <Text fw={600} size="sm">
              {say(words.item(tax.itemNumber))} · {taxName(tax.taxType, say)}
            </Text>
            <Side name={say(words.quoted)} side="quoted" amount={tax.quoted} largest={largest} />
            <Side
              name={say(words.assessed)}
              side="assessed"
              amount={tax.assessed}
              largest={largest}
            />
            {!isNothing(tax.difference) && (
              <Text size="sm" className={styles.why}>
                {say(words.difference)} <MoneyText value={tax.difference} />
                {tax.explanation && `: ${say(tax.explanation)}`}
              </Text>
            )}
          </li>
        ))}
      </ul>
      <dl className={styles.totals}>
        <dt>
          {say(words.all)} · {say(words.quoted)}
        </dt>
        <dd>
          <MoneyText value={quoted} />
        </dd>
        <dt>
          {say(words.all)} · {say(words.assessed)}
        </dt>
        <dd>
          <MoneyText value={assessed} />
        </dd>
        <dt>{say(words.difference)}</dt>
        <dd>
          <MoneyText value={difference} />
        </dd>
      </dl>
    </SectionCard>
  )
}

interface SideProps {
  readonly name: string
  readonly side: 'quoted' | 'assessed'
  readonly amount: ComparisonView['quoted']
  readonly largest: { readonly amount: string }
}

function Side({ name, side, amount, largest }: SideProps) {
  return (
    <div className={styles.side}>
      <span className={styles.name}>{name}</span>
      <AmountBar
        to={amount}
        largest={largest}
        height={12}
        thickness={10}
        className={styles.drawing}
        fill={{ 'data-side': side }}
      />
      <span className={styles.amount}>
        <MoneyText value={amount} />
      </span>
    </div>
  )
}

function isNothing({ amount }: { readonly amount: string }): boolean {
  return /^-?0(\.0+)?$/.test(amount)
}

function taxName(taxType: string, say: ReturnType<typeof useSay>): string {
  const name = say(taxTypeWords(taxType))
  return name.endsWith(taxType) ? name : `${name} ${taxType}`
}
