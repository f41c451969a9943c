import { Button } from '@mantine/core'
import { History } from 'lucide-react'

import type { LandedLine, QuotedOption } from '../../../customs/landed-cost/landed-cost.ts'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import layout from '../layout.module.css'
import { PlaceLink } from '../places.tsx'
import { ExampleLinks } from '../sale/ExampleLinks.tsx'
import { examples } from '../sale/examples.ts'
import { fieldNotesOf } from '../sale/field-notes.ts'
import { saleSearch } from '../sale/sale-draft.ts'
import { SaleForm } from '../sale/SaleForm.tsx'
import { useSaleAddress } from '../sale/use-sale-address.ts'
import { claimOf } from './claim-of.ts'
import { Estimate } from './Estimate.tsx'
import { useEstimate } from './use-estimate.ts'

const words = {
  title: { en: 'What it costs at the door', zh: '到门总成本' },
  lead: {
    en: 'Every duty, tax and fee of goods from abroad, with the law behind it.',
    zh: '境外商品的每一项关税、税费及其法律依据。',
  },
  time: { en: 'See it over time', zh: '查看随时间的变化' },
}

/** Quotes a sale: goods, lane and terms on one side, what it costs on the other. */
export function QuotePage() {
  const say = useSay()
  const { draft, setDraft, stated } = useSaleAddress('/', examples[0]!.draft)
  const estimate = useEstimate(stated)
  const choose = (lineNumber: number, code: string) =>
    setDraft({
      ...draft,
      lines: draft.lines.map((line, at) => (at === lineNumber - 1 ? { ...line, code } : line)),
    })
  const onClaim = (line: LandedLine, option: QuotedOption) => {
    const facts = claimOf(line, option)
    return facts && (() => setDraft({ ...draft, facts: { ...draft.facts, ...facts } }))
  }
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        actions={
          <Button
            component={PlaceLink}
            place={{ to: '/time-machine', search: saleSearch(stated) }}
            variant="default"
            leftSection={<History size={16} aria-hidden />}
          >
            {say(words.time)}
          </Button>
        }
      />
      <ExampleLinks place="/" shown={stated} />
      <div className={layout.beside}>
        <SaleForm
          draft={draft}
          notes={fieldNotesOf(estimate.error)}
          onChange={setDraft}
          day="asked"
        />
        <Estimate estimate={estimate} onChoose={choose} onClaim={onClaim} />
      </div>
    </>
  )
}
