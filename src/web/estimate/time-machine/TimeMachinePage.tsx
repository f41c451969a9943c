import { Button } from '@mantine/core'
import { Calculator } from 'lucide-react'

import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import layout from '../layout.module.css'
import { PlaceLink } from '../places.tsx'
import { ExampleLinks } from '../sale/ExampleLinks.tsx'
import { examples } from '../sale/examples.ts'
import { fieldNotesOf } from '../sale/field-notes.ts'
import { saleSearch } from '../sale/sale-draft.ts'
import { SaleForm } from '../sale/SaleForm.tsx'
import { useSaleAddress } from '../sale/use-sale-address.ts'
import { Timeline } from './Timeline.tsx'
import { useSeries } from './use-series.ts'

const words = {
  title: { en: 'Time machine', zh: '时光机' },
  lead: {
    en: 'The same sale on every day since 2024: what was charged, what changed, and by which law.',
    zh: '同一笔交易自2024年以来每一天的税费：征了什么、何时变化、依据哪部法律。',
  },
  quote: { en: 'All of one day', zh: '查看某一天的报价' },
}

/** Shows what one sale was charged over the years, and why that changed. */
export function TimeMachinePage() {
  const say = useSay()
  const example = examples.find(({ id }) => id === 'us-post')!.draft
  const { draft, setDraft, stated, search } = useSaleAddress('/time-machine', example)
  const series = useSeries(stated)
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        actions={
          <Button
            component={PlaceLink}
            place={{ to: '/', search: saleSearch(stated) }}
            variant="default"
            leftSection={<Calculator size={16} aria-hidden />}
          >
            {say(words.quote)}
          </Button>
        }
      />
      <ExampleLinks place="/time-machine" shown={stated} />
      <div className={layout.beside}>
        <SaleForm
          draft={draft}
          notes={fieldNotesOf(series.error)}
          onChange={setDraft}
          day="elsewhere"
        />
        {series.error !== null ? (
          <ProblemNote error={series.error} onRetry={() => void series.refetch()} />
        ) : series.data === undefined ? (
          <LoadingRows rows={8} />
        ) : (
          <Timeline series={series.data} sale={stated} search={search} />
        )}
      </div>
    </>
  )
}
