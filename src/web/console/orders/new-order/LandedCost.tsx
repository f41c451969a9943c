import { Card, Stack, Text, Title } from '@mantine/core'

import type { CheckedOrderView } from '../../../../api/order-checks.ts'
import { add } from '../../../../customs/money/money.ts'
import type { ShownMoney } from '../../../kit/format/formats.ts'
import { lanes } from '../../../kit/terms/lanes.ts'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './landed-cost.module.css'

const words = {
  title: { en: 'What it will cost', zh: '预计到岸成本' },
  waiting: {
    en: 'The estimate appears as soon as goods, prices, countries and terms are there. Names are not needed for it.',
    zh: '填好商品、价格、国家和条款后即显示估算，无需填写姓名。',
  },
  caption: { en: 'Landed cost, step by step', zh: '到岸成本构成' },
  value: { en: 'Goods and carriage', zh: '货值与运保费' },
  duty: { en: 'Customs duty', zh: '关税' },
  importVat: { en: 'Import VAT', zh: '进口增值税' },
  saleVat: { en: 'VAT charged at sale', zh: '销售时已收增值税' },
  fees: { en: 'Fees', zh: '费用' },
  total: { en: 'Landed cost', zh: '到岸成本' },
  atBorder: { en: 'of which due at the border', zh: '其中入境时应缴' },
  notCovered: { en: 'Not in this figure', zh: '未计入' },
}

type Quote = NonNullable<CheckedOrderView['quote']>

interface Step {
  readonly label: { readonly en: string; readonly zh: string }
  readonly amount: ShownMoney
  /** What stands before it. */
  readonly from: ShownMoney
}

/** The estimate for the order so far, as steps that build up to what the goods cost in the end. */
export function LandedCost({ quote }: { readonly quote: Quote | undefined }) {
  const say = useSay()
  if (quote === undefined) {
    return (
      <Card withBorder component="aside" aria-labelledby="landed-cost">
        <Title order={2} size="h5" id="landed-cost" mb="xs">
          {say(words.title)}
        </Title>
        <Text size="sm" c="dimmed">
          {say(words.waiting)}
        </Text>
      </Card>
    )
  }
  const { steps, total } = stepsOf(quote)
  const lane = lanes[quote.lane.lane]
  return (
    <Card withBorder component="aside" aria-labelledby="landed-cost">
      <Stack gap="xs">
        <Title order={2} size="h5" id="landed-cost">
          {say(words.title)}
        </Title>
        <Text size="sm" title={say(lane.explanation)}>
          {say(lane.label)}
        </Text>
        <table className={styles.steps} aria-label={say(words.caption)}>
          <tbody>
            {steps.map((step) => (
              <StepRow key={step.label.en} step={step} total={total} />
            ))}
            <tr className={styles.total}>
              <th scope="row">{say(words.total)}</th>
              <td>
                <MoneyText value={total} />
              </td>
            </tr>
            <tr className={styles.border}>
              <th scope="row">{say(words.atBorder)}</th>
              <td>
                <MoneyText value={quote.totals.dueAtImport} />
              </td>
            </tr>
          </tbody>
        </table>
        {quote.notCovered.length > 0 && (
          <details>
            <summary className={styles.summary}>{say(words.notCovered)}</summary>
            {quote.notCovered.map((note) => (
              <Text key={note.en} size="xs">
                {say(note)}
              </Text>
            ))}
          </details>
        )}
      </Stack>
    </Card>
  )
}

function StepRow({ step, total }: { readonly step: Step; readonly total: ShownMoney }) {
  const say = useSay()
  const { left, width } = barOf(step, total)
  return (
    <tr>
      <th scope="row">
        {say(step.label)}
        <span className={styles.track} aria-hidden>
          <span className={styles.bar} style={{ marginInlineStart: left, width }} />
        </span>
      </th>
      <td>
        <MoneyText value={step.amount} />
      </td>
    </tr>
  )
}

/** Where a bar begins and how long it is; the only place where an amount becomes a length. */
function barOf({ amount, from }: Step, total: ShownMoney): { left: string; width: string } {
  const share = (value: ShownMoney) =>
    Number(total.amount) === 0 ? 0 : (100 * Number(value.amount)) / Number(total.amount)
  return { left: `${share(from)}%`, width: `max(2px, ${share(amount)}%)` }
}

function stepsOf({ totals }: Quote): {
  readonly steps: readonly Step[]
  readonly total: ShownMoney
} {
  const parts = [
    { label: words.value, amount: totals.customsValue },
    { label: words.duty, amount: totals.customsDuty },
    { label: words.importVat, amount: totals.importVat },
    { label: words.saleVat, amount: totals.saleVat },
    { label: words.fees, amount: totals.fees },
  ]
  const steps: Step[] = []
  let from: ShownMoney = { amount: '0', currency: totals.customsValue.currency }
  for (const { label, amount } of parts) {
    const isShown = label === words.value || label === words.duty || /[1-9]/.test(amount.amount)
    if (!isShown || amount.currency !== from.currency) continue
    steps.push({ label, amount, from })
    from = add(from as typeof amount, amount)
  }
  return { steps, total: from }
}
