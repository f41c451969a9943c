import type { QuoteChange } from '../../../customs/landed-cost/compare-quotes.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { LawLink } from '../result/ChargeDetail.tsx'
import { DifferenceText } from './DifferenceText.tsx'
import styles from './time-machine.module.css'

const words = {
  title: { en: 'Charge by charge', zh: '逐项比较' },
  charge: { en: 'Charge', zh: '费用' },
  difference: { en: 'Difference', zh: '差额' },
  law: { en: 'By which law', zh: '依据' },
  all: { en: 'All charges', zh: '税费合计' },
  same: { en: 'Nothing is different between these two days.', zh: '这两天没有差别。' },
}

/** What is different between two quotes, charge by charge, with the law behind each difference. */
export function ChangeTable({ change }: { readonly change: QuoteChange }) {
  const say = useSay()
  const formats = useFormats()
  if (change.changes.length === 0) return <p>{say(words.same)}</p>
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say(words.title)}>
      <table className={styles.compared}>
        <thead>
          <tr>
            <th scope="col">{say(words.charge)}</th>
            <th scope="col">{formats.day(change.before.on)}</th>
            <th scope="col">{formats.day(change.after.on)}</th>
            <th scope="col">{say(words.difference)}</th>
            <th scope="col">{say(words.law)}</th>
          </tr>
        </thead>
        <tbody>
          {change.changes.map((one) => (
            <tr key={`${one.rule} ${one.lineNumber ?? ''} ${one.name.en}`}>
              <th scope="row">{say(one.name)}</th>
              <td>
                <MoneyText value={one.before} />
                <span className={styles.rate}>{one.rateBefore}</span>
              </td>
              <td>
                <MoneyText value={one.after} />
                <span className={styles.rate}>{one.rateAfter}</span>
              </td>
              <td>
                <DifferenceText difference={one.difference} />
              </td>
              <td>{one.law && <LawLink law={one.law} />}</td>
            </tr>
          ))}
          <tr className={styles.all}>
            <th scope="row">{say(words.all)}</th>
            <td>
              <MoneyText value={change.before.charges} />
            </td>
            <td>
              <MoneyText value={change.after.charges} />
            </td>
            <td>
              <DifferenceText difference={change.difference} />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  )
}
