import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { QuotesOverTime } from '../../../api/views/estimate-view.ts'
import type { QuoteRequest } from '../../../customs/landed-cost/quote-request.ts'
import { askFor } from '../ask-for.ts'
import { saleRequest, type SaleDraft } from '../sale/sale-draft.ts'
import { TIME_FROM, TIME_UNTIL } from './days.ts'

/** The sale without a day of its own, which plays no part over time. */
export function overTimeRequest(sale: SaleDraft): QuoteRequest {
  return saleRequest({ ...sale, on: '' })
}

/** What a sale costs on every day of the time machine. */
export function useSeries(sale: SaleDraft) {
  const question = { sale: overTimeRequest(sale), from: TIME_FROM, until: TIME_UNTIL }
  return useQuery({
    queryKey: ['over-time', question],
    queryFn: ({ signal }) => askFor<QuotesOverTime>('/v1/estimates/over-time', question, signal),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })
}
