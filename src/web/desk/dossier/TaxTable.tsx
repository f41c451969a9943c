import type {
  AssessedItem,
  TaxLine,
  TaxTreatment,
} from '../../../authority/assessment/assessment.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { colon } from '../../kit/words/colon.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { taxWord } from '../terms/taxes.ts'
import { valueStepWord } from '../terms/value-steps.ts'
import type { Wire } from '../wire.ts'
import styles from './dossier.module.css'

const words = {
  caption: { en: 'How the charge is worked out', zh: '税费计算过程' },
  value: { en: 'Customs value', zh: '完税价格' },
  units: (quantity: string) => ({ en: `by quantity: ${quantity}`, zh: `从量：${quantity}` }),
}

const treatmentWords: Readonly<Record<TaxTreatment, BilingualText | undefined>> = {
  charged: undefined,
  'relieved-low-value': { en: 'relieved: low value consignment', zh: '免征：低值货物' },
  'relieved-gift': { en: 'relieved: gift between private persons', zh: '免征：私人间礼品' },
  'relieved-returned-goods': { en: 'relieved: returned goods', zh: '免征：退运货物' },
  'relieved-vat-at-sale': {
    en: 'relieved: VAT was charged at the sale',
    zh: '免征：销售时已征增值税',
  },
  postponed: { en: 'postponed: accounted for by the importer', zh: '递延：由进口商申报' },
}

/** The customs value and the taxes of one item with their arithmetic. */
export function TaxTable({ item }: { readonly item: Wire<AssessedItem> }) {
  const say = useSay()
  return (
    <table className={styles.sums} style={{ marginTop: 10 }}>
      <caption className="screen-reader-only">{say(words.caption)}</caption>
      <tbody>
        {item.valueSteps.map(({ what, amountGbp }, index) => (
          <tr key={index}>
            <th scope="row">{say(valueStepWord(what))}</th>
            <td>
              <MoneyText value={{ amount: amountGbp, currency: 'GBP' }} />
            </td>
          </tr>
        ))}
        <tr data-total>
          <th scope="row">{say(words.value)}</th>
          <td>
            <MoneyText value={{ amount: item.customsValueGbp, currency: 'GBP' }} />
          </td>
        </tr>
        {item.taxLines.map((line) => (
          <TaxRow key={line.taxType} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function TaxRow({ line }: { readonly line: Wire<TaxLine> }) {
  const say = useSay()
  const { money, percent, number } = useFormats()
  const base = money({ amount: line.baseGbp, currency: 'GBP' })
  const treatment = treatmentWords[line.treatment]
  const arithmetic =
    line.ratePercent === undefined
      ? say(words.units(number(line.specificQuantity ?? '0')))
      : `${base} × ${percent(line.ratePercent)}`
  return (
    <tr>
      <th scope="row">
        {say(taxWord(line.taxType))}
        {say(colon)}
        <span className="figures">{arithmetic}</span>
        {treatment !== undefined && <span className={styles.basis}>{say(treatment)}</span>}
        <span className={styles.basis}>{say(line.basis)}</span>
      </th>
      <td>
        <MoneyText value={{ amount: line.assessedGbp, currency: 'GBP' }} />
      </td>
    </tr>
  )
}
