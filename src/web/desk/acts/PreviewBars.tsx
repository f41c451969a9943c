import { Text } from '@mantine/core'

import type { Assessment } from '../../../authority/assessment/assessment.ts'
import type { ReassessmentPreview } from '../../../authority/officers/preview-reassessment.ts'
import { addDecimals, decimal } from '../../../customs/money/decimal.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import type { Wire } from '../wire.ts'
import styles from './acts.module.css'

const words = {
  caption: { en: 'Before and after', zh: '更正前后' },
  before: { en: 'before', zh: '更正前' },
  after: { en: 'after', zh: '更正后' },
  value: { en: 'Customs value', zh: '完税价格' },
  duty: { en: 'Duties', zh: '关税等' },
  vat: { en: 'VAT', zh: '增值税' },
  payable: { en: 'Payable', zh: '应付' },
  more: (sum: string) => ({ en: `The trader pays ${sum} more.`, zh: `贸易商须补缴 ${sum}。` }),
  less: (sum: string) => ({ en: `The trader gets ${sum} back.`, zh: `应退还贸易商 ${sum}。` }),
  same: { en: 'Nothing more and nothing less is due.', zh: '应缴金额不变。' },
}

/** Import VAT, and in Northern Ireland that on the duty of the European Union. */
const vatTypes: ReadonlySet<string> = new Set(['B00', 'B05'])

/** An assessment before and after a correction, drawn side by side. */
export function PreviewBars({ preview }: { readonly preview: Wire<ReassessmentPreview> }) {
  const say = useSay()
  const { money } = useFormats()
  const { before, after, payableDifferenceGbp: difference } = preview
  const rows = [
    { label: words.value, of: (one: Wire<Assessment>) => one.customsValueGbp },
    { label: words.duty, of: (one: Wire<Assessment>) => taxOf(one, (type) => !vatTypes.has(type)) },
    { label: words.vat, of: (one: Wire<Assessment>) => taxOf(one, (type) => vatTypes.has(type)) },
    { label: words.payable, of: (one: Wire<Assessment>) => one.payableGbp },
  ]
  const longest = Math.max(...[before, after].map((one) => lengthOf(one.customsValueGbp)), 1)
  const sum = money({ amount: difference.replace('-', ''), currency: 'GBP' })
  const isNothing = /^-?0+(\.0+)?$/.test(difference)
  return (
    <div role="status">
      <table className={styles.bars}>
        <caption className="screen-reader-only">{say(words.caption)}</caption>
        <tbody>
          {rows.flatMap(({ label, of }) =>
            (['before', 'after'] as const).map((side) => {
              const amount = of(side === 'before' ? before : after)
              return (
                <tr key={`${label.en}-${side}`}>
                  <th scope="row">
                    {say(label)}, {say(words[side])}
                  </th>
                  <td style={{ width: '40%' }}>
                    <span
                      className={styles.bar}
                      data-side={side}
                      style={{ width: `${(lengthOf(amount) / longest) * 100}%` }}
                    />
                  </td>
                  <td>
                    <MoneyText value={{ amount, currency: 'GBP' }} />
                  </td>
                </tr>
              )
            }),
          )}
        </tbody>
      </table>
      <Text fw={700} mt={6}>
        {isNothing
          ? say(words.same)
          : say(difference.startsWith('-') ? words.less(sum) : words.more(sum))}
      </Text>
    </div>
  )
}

function taxOf({ items }: Wire<Assessment>, isMeant: (taxType: string) => boolean): string {
  const lines = items.flatMap(({ taxLines }) => taxLines)
  const amounts = lines.filter((line) => isMeant(line.taxType))
  return addDecimals(...amounts.map(({ assessedGbp }) => decimal(assessedGbp)))
}

/** Only for drawing: how long a bar is, to a pixel, needs no exact decimal. */
function lengthOf(amount: string): number {
  return Number(amount)
}
