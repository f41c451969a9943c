import { Calculator } from 'lucide-react'

import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { examples } from '../sale/examples.ts'
import { withCode } from '../sale/sale-draft.ts'
import { SalePage } from '../sale/SalePage.tsx'
import { useSaleAddress } from '../sale/use-sale-address.ts'
import { Timeline } from './Timeline.tsx'
import { useSeries } from './use-series.ts'

const words = {
  title: { en: 'Time machine', zh: '时光机' },
  lead: {
    en: 'The same sale on every day since 2024: what was charged, what changed, and by which law.',
    zh: '同一笔交易自2024年以来每一天的税费：征了什么、何时变化、依据哪部法律。',
  },
  other: { en: 'The quote of one day', zh: '查看某一天的报价' },
}

/** Shows what one sale was charged over the years, and why that changed. */
export function TimeMachinePage() {
  const example = examples.find(({ id }) => id === 'us-post')!.draft
  const address = useSaleAddress('/time-machine', example)
  const { draft, setDraft, stated, search } = address
  const series = useSeries(stated)
  return (
    <SalePage
      words={words}
      place="/time-machine"
      other={{ place: '/', icon: Calculator }}
      address={address}
      error={series.error}
      day="elsewhere"
    >
      {series.error !== null ? (
        <ProblemNote error={series.error} onRetry={() => void series.refetch()} />
      ) : series.data === undefined ? (
        <LoadingRows rows={8} />
      ) : (
        <Timeline
          series={series.data}
          sale={stated}
          search={search}
          onChoose={(lineNumber, code) => setDraft(withCode(draft, lineNumber, code))}
        />
      )}
    </SalePage>
  )
}
