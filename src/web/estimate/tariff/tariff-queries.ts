import { queryOptions } from '@tanstack/react-query'

import type {
  DutyHistoryView,
  LoadedEditionView,
  TariffCodeView,
} from '../../../api/tariff-codes.ts'
import type { TariffSearchView } from '../../../api/tariff-goods.ts'
import { read } from '../../kit/api/ask.ts'
import type { TariffReading } from './tariff-place.ts'

/** Tariffs change when an edition comes in, which is seldom. */
const STALE_MS = 5 * 60_000

/** The editions that are loaded. */
export const editionsQuery = queryOptions({
  queryKey: ['tariff-editions'],
  queryFn: ({ signal }) =>
    read<{ items: readonly LoadedEditionView[] }>('/v1/tariff/editions', signal),
  staleTime: STALE_MS,
})

/** What the tariff says of the code that is read. */
export function codeQuery({ territory, code, origin, on }: TariffReading) {
  const asked = new URLSearchParams({
    ...(on !== '' && { on }),
    ...(code !== '' && origin.length === 2 && { origin }),
  })
  const path = code === '' ? territory : `${territory}/codes/${code}`
  return queryOptions({
    queryKey: ['tariff-code', path, asked.toString()],
    queryFn: ({ signal }) => read<TariffCodeView>(`/v1/tariff/${path}?${asked}`, signal),
    staleTime: STALE_MS,
  })
}

/** How the duty on goods of the code changed. */
export function historyQuery({ territory, code, origin }: TariffReading) {
  return queryOptions({
    queryKey: ['duty-history', territory, code, origin],
    queryFn: ({ signal }) =>
      read<DutyHistoryView>(
        `/v1/tariff/${territory}/codes/${code}/history?${new URLSearchParams({ origin })}`,
        signal,
      ),
    staleTime: STALE_MS,
  })
}

/** Goods that a search finds in the tariff. */
export function searchQuery({ territory, query, on }: TariffReading) {
  const asked = new URLSearchParams({
    ...{ q: query.slice(0, 200), destination: territory, limit: '30' },
    ...(on !== '' && { on }),
  })
  return queryOptions({
    queryKey: ['tariff-search', asked.toString()],
    queryFn: ({ signal }) => read<TariffSearchView>(`/v1/tariff/goods?${asked}`, signal),
    staleTime: STALE_MS,
  })
}
