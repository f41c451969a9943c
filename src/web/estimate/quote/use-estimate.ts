import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { QuotedSale } from '../../../customs/landed-cost/quote-sale.ts'
import { askFor } from '../ask-for.ts'
import { saleRequest, type SaleDraft } from '../sale/sale-draft.ts'

/** What a sale costs; the figures of before stay while new ones are worked out. */
export function useEstimate(sale: SaleDraft) {
  const request = saleRequest(sale)
  return useQuery({
    queryKey: ['estimate', request],
    queryFn: ({ signal }) => askFor<QuotedSale>('/v1/estimates', request, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
