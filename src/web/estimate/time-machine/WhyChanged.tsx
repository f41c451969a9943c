import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { QuoteComparison } from '../../../api/views/estimate-view.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { askFor } from '../ask-for.ts'
import { LawLink } from '../result/ChargeDetail.tsx'
import result from '../result/result.module.css'
import { overTimeRequest } from './use-series.ts'
import type { SaleDraft } from '../sale/sale-draft.ts'
import { dayOf, LAST_DAY, TIME_UNTIL } from './days.ts'
import { DifferenceText } from './DifferenceText.tsx'
import styles from './time-machine.module.css'

const words = {
  title: { en: 'Why did this change?', zh: '为什么会变？' },
  before: { en: 'Compare with', zh: '与此日相比' },
  on: { en: 'the chosen day', zh: '所选日期' },
  charge: { en: 'Charge', zh: '费用' },
  difference: { en: 'Difference', zh: '差额' },
  law: { en: 'By which law', zh: '依据' },
  all: { en: 'All charges', zh: '税费合计' },
  same: { en: 'Nothing is different between these two days.', zh: '这两天没有差别。' },
}

interface WhyChangedProps {
  readonly sale: SaleDraft
  readonly day: string
  readonly than: string
  readonly onThan: (day: string) => void
}

/** Two days beside each other, charge by charge, with the law behind each difference. */
export function WhyChanged({ sale, day, than, onThan }: WhyChangedProps) {
  const say = useSay()
  const formats = useFormats()
  const [before, after] = than <= day ? [than, day] : [day, than]
  const question = { sale: overTimeRequest(sale), before, after, exchangeRatesOf: TIME_UNTIL }
  const { data, error, refetch } = useQuery({
    queryKey: ['comparison', question],
    queryFn: ({ signal }) => askFor<QuoteComparison>('/v1/estimates/comparisons', question, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return (
    <section className={result.panel}>
      <h2 className={styles.title}>{say(words.title)}</h2>
      <label className={styles.than}>
        {say(words.before)}{' '}
        <input
          className={styles.date}
          type="date"
          min={dayOf(0)}
          max={dayOf(LAST_DAY)}
          value={than}
          onChange={({ currentTarget: { value, validity } }) => {
            if (value !== '' && validity.valid) onThan(value)
          }}
        />
      </label>
      {error !== null ? (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingRows rows={3} />
      ) : data.change.changes.length === 0 ? (
        <p>{say(words.same)}</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={say(words.title)}>
          <table className={styles.compared}>
            <thead>
              <tr>
                <th scope="col">{say(words.charge)}</th>
                <th scope="col">{formats.day(data.change.before.on)}</th>
                <th scope="col">{formats.day(data.change.after.on)}</th>
                <th scope="col">{say(words.difference)}</th>
                <th scope="col">{say(words.law)}</th>
              </tr>
            </thead>
            <tbody>
              {data.change.changes.map((change) => (
                <tr key={`${change.rule} ${change.lineNumber ?? ''} ${change.name.en}`}>
                  <th scope="row">{say(change.name)}</th>
                  <td>
                    <MoneyText value={change.before} />
                    <span className={styles.rate}>{change.rateBefore}</span>
                  </td>
                  <td>
                    <MoneyText value={change.after} />
                    <span className={styles.rate}>{change.rateAfter}</span>
                  </td>
                  <td>
                    <DifferenceText difference={change.difference} />
                  </td>
                  <td>{change.law && <LawLink law={change.law} />}</td>
                </tr>
              ))}
              <tr className={styles.all}>
                <th scope="row">{say(words.all)}</th>
                <td>
                  <MoneyText value={data.change.before.charges} />
                </td>
                <td>
                  <MoneyText value={data.change.after.charges} />
                </td>
                <td>
                  <DifferenceText difference={data.change.difference} />
                </td>
                <td />
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
