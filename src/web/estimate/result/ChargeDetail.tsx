import { Anchor, Badge } from '@mantine/core'

import type { LandedCharge } from '../../../customs/landed-cost/landed-charge.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { chargeWords, confidenceColour } from './charge-words.ts'
import styles from './result.module.css'

const words = {
  line: (number: number) => ({ en: `Line ${number}`, zh: `第 ${number} 行` }),
  whole: { en: 'Whole consignment', zh: '整票货物' },
  paidBy: { en: 'Paid by', zh: '承担方' },
  collectedBy: { en: 'Collected by', zh: '收取方' },
  when: { en: 'When', zh: '时间' },
  rounding: { en: 'Rounding', zh: '取整' },
  rate: { en: 'Rate', zh: '税率' },
  heading: { en: 'Declared under', zh: '申报税号' },
  since: { en: 'As it is since', zh: '现行自' },
  beforeRecords: { en: 'before the records that state it', zh: '所依据的记录之前' },
}

/** How one charge was worked out, by which law, who pays it to whom and when. */
export function ChargeDetail({ charge }: { readonly charge: LandedCharge }) {
  const say = useSay()
  const { day } = useFormats()
  const { lineNumber, amount, formula, law, rate, rounding, confidence, declaredHeading } = charge
  const { inForceFrom } = charge
  const facts = [
    [words.rate, rate],
    ...(declaredHeading === undefined ? [] : [[words.heading, declaredHeading] as const]),
    [words.paidBy, say(chargeWords.payer[charge.payer])],
    [words.collectedBy, say(chargeWords.collector[charge.collector])],
    [words.when, say(chargeWords.timing[charge.timing])],
    [words.rounding, `${rounding.to}, ${say(chargeWords.rounding[rounding.rule])}`],
    [words.since, inForceFrom === undefined ? say(words.beforeRecords) : day(inForceFrom)],
  ] as const
  return (
    <div className={styles.charge}>
      <div className={styles.chargeHead}>
        <strong>{say(lineNumber === undefined ? words.whole : words.line(lineNumber))}</strong>
        <Badge
          size="sm"
          variant="dot"
          color={confidenceColour[confidence]}
          c="var(--mantine-color-text)"
        >
          {say(chargeWords.confidence[confidence])}
        </Badge>
        <span className={styles.chargeAmount}>
          <MoneyText value={amount} />
        </span>
      </div>
      <p className={styles.formula}>{say(formula)}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {law && <LawLink law={law} />}
    </div>
  )
}

/** The law by its title, with the way to its text where there is one. */
export function LawLink({ law }: { readonly law: NonNullable<LandedCharge['law']> }) {
  if (law.url === undefined) return <span className={styles.law}>{law.title}</span>
  return (
    <Anchor
      className={styles.law}
      href={law.url}
      target="_blank"
      rel="noreferrer"
      lang="en"
      underline="always"
    >
      {law.title}
    </Anchor>
  )
}
