import type { LandedCost } from '../../../customs/landed-cost/landed-cost.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { chargeWords } from './charge-words.ts'
import { paidWhen, payers, timings } from './paid-when.ts'
import styles from './result.module.css'

const words = {
  title: { en: 'Who pays what, and when', zh: '谁在何时支付什么' },
  payer: { en: 'Payer', zh: '承担方' },
  sum: { en: 'Together', zh: '合计' },
  nothing: { en: 'nothing', zh: '无' },
}

/** The charges by who pays them and when; what is nothing is said to be. */
export function WhoPays({ quote }: { readonly quote: LandedCost }) {
  const say = useSay()
  const { cells, totals } = paidWhen(quote)
  return (
    <section className={styles.panel}>
      <h3 className={styles.panelTitle}>{say(words.title)}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say(words.payer)}</th>
            {timings.map((timing) => (
              <th key={timing} scope="col">
                {say(chargeWords.timing[timing])}
              </th>
            ))}
            <th scope="col">{say(words.sum)}</th>
          </tr>
        </thead>
        <tbody>
          {payers.map((payer) => (
            <tr key={payer}>
              <th scope="row">{say(chargeWords.payer[payer])}</th>
              {timings.map((timing) => {
                const amount = cells[payer][timing]
                return (
                  <td key={timing}>
                    {amount === undefined ? (
                      <span className={styles.quiet}>{say(words.nothing)}</span>
                    ) : (
                      <MoneyText value={amount} />
                    )}
                  </td>
                )
              })}
              <td>
                <strong>
                  <MoneyText value={totals[payer]} />
                </strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
