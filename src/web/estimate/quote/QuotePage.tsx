import { History } from 'lucide-react'

import type { LandedLine, QuotedOption } from '../../../customs/landed-cost/landed-cost.ts'
import { examples } from '../sale/examples.ts'
import { withCode } from '../sale/sale-draft.ts'
import { SalePage } from '../sale/SalePage.tsx'
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
  other: { en: 'See it over time', zh: '查看随时间的变化' },
}

/** Quotes a sale: goods, lane and terms on one side, what it costs on the other. */
export function QuotePage() {
  const address = useSaleAddress('/', examples[0]!.draft)
  const { draft, setDraft, stated } = address
  const estimate = useEstimate(stated)
  const onClaim = (line: LandedLine, option: QuotedOption) => {
    const facts = claimOf(line, option)
    return facts && (() => setDraft({ ...draft, facts: { ...draft.facts, ...facts } }))
  }
  return (
    <SalePage
      words={words}
      place="/"
      other={{ place: '/time-machine', icon: History }}
      address={address}
      error={estimate.error}
      day="asked"
    >
      <Estimate
        estimate={estimate}
        onChoose={(lineNumber, code) => setDraft(withCode(draft, lineNumber, code))}
        onClaim={onClaim}
      />
    </SalePage>
  )
}
