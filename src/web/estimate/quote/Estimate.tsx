import type { UseQueryResult } from '@tanstack/react-query'

import type { QuotedSale } from '../../../customs/landed-cost/quote-sale.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { QuoteResult } from '../result/QuoteResult.tsx'
import { RangeResult } from '../result/RangeResult.tsx'
import type { LandedLine, QuotedOption } from '../../../customs/landed-cost/landed-cost.ts'

interface EstimateProps {
  readonly estimate: UseQueryResult<QuotedSale>
  readonly onChoose: (lineNumber: number, code: string) => void
  readonly onClaim: (line: LandedLine, option: QuotedOption) => (() => void) | undefined
}

/** The answer to a sale: the cost, the two limits of it, or what has to be known first. */
export function Estimate({ estimate, onChoose, onClaim }: EstimateProps) {
  const { data, error, isPending, refetch } = estimate
  if (error !== null) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (isPending) return <LoadingRows />
  switch (data.kind) {
    case 'exact':
      return <QuoteResult quote={data.landedCost} onClaim={onClaim} />
    case 'range':
      return <RangeResult range={data.range} onChoose={onChoose} />
  }
}
