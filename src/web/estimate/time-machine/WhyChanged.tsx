import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { QuoteComparison } from '../../../api/views/estimate-view.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { askFor } from '../ask-for.ts'
import result from '../result/result.module.css'
import { overTimeRequest } from './use-series.ts'
import type { SaleDraft } from '../sale/sale-draft.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { dayOf, LAST_DAY, TIME_UNTIL } from './days.ts'
import styles from './time-machine.module.css'

const words = {
  title: { en: 'Why did this change?', zh: '为什么会变？' },
  before: { en: 'Compare with', zh: '与此日相比' },
  lowest: { en: 'The least it can cost', zh: '最低可能' },
  highest: { en: 'The most it can cost', zh: '最高可能' },
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
      ) : data.kind === 'exact' ? (
        <ChangeTable change={data.change} />
      ) : (
        <>
          <h3 className={styles.limit}>{say(words.lowest)}</h3>
          <ChangeTable change={data.lowest.change} />
          <h3 className={styles.limit}>{say(words.highest)}</h3>
          <ChangeTable change={data.highest.change} />
        </>
      )}
    </section>
  )
}
