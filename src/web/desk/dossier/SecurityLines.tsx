import type { SecurityLine } from '../../../authority/security/security.ts'
import { addDecimals, decimal } from '../../../customs/money/decimal.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { methodWord, taxWord } from '../terms/taxes.ts'
import type { Wire } from '../wire.ts'
import styles from './dossier.module.css'

const words = {
  caption: { en: 'What the security stands for', zh: '保证金明细' },
  item: (sequence: number) => ({ en: `item ${sequence}`, zh: `第 ${sequence} 项` }),
  together: { en: 'Security together', zh: '保证金合计' },
}

/** A security by goods item and tax, with its sum. */
export function SecurityLines({ lines }: { readonly lines: readonly Wire<SecurityLine>[] }) {
  const say = useSay()
  const sum = addDecimals(decimal('0'), ...lines.map(({ amountGbp }) => decimal(amountGbp)))
  return (
    <table className={styles.sums}>
      <caption className="screen-reader-only">{say(words.caption)}</caption>
      <tbody>
        {lines.map(({ sequence, taxType, method, amountGbp }) => (
          <tr key={`${sequence} ${taxType}`}>
            <th scope="row">
              {say(taxWord(taxType))}, {say(words.item(sequence))}
              <span className={styles.basis}>{say(methodWord(method))}</span>
            </th>
            <td>
              <MoneyText value={{ amount: amountGbp, currency: 'GBP' }} />
            </td>
          </tr>
        ))}
        <tr data-total>
          <th scope="row">{say(words.together)}</th>
          <td>
            <MoneyText value={{ amount: sum, currency: 'GBP' }} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}
