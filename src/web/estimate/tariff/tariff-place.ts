import { useSearch } from '@tanstack/react-router'

import type { EstimatePlace } from '../places.tsx'
import { type PlainSearch, valueOf } from '../plain-search.ts'

/** What the address of the page says: which tariff is read where, for which origin and day. */
export interface TariffReading {
  /** Whose tariff: a country, or `EU`. */
  readonly territory: string
  /** Digits of the code that is read; empty for the top. */
  readonly code: string
  /** Where the goods were made. */
  readonly origin: string
  /** Empty for today. */
  readonly on: string
  /** What is searched for; empty while the tree is read. */
  readonly query: string
}

/** Where reading begins. */
const beginning: TariffReading = { territory: 'GB', code: '', origin: 'CN', on: '', query: '' }

/** Reads the address of the page. */
export function useTariffReading(): TariffReading {
  const search: PlainSearch = useSearch({ strict: false })
  return {
    territory: valueOf(search, 'of') ?? beginning.territory,
    code: valueOf(search, 'code') ?? beginning.code,
    origin: valueOf(search, 'origin') ?? beginning.origin,
    on: valueOf(search, 'on') ?? beginning.on,
    query: valueOf(search, 'q') ?? beginning.query,
  }
}

/** The address of a reading. */
export function tariffPlace({ territory, code, origin, on, query }: TariffReading): EstimatePlace {
  return { to: '/tariff', search: { of: territory, code, origin, on, q: query } }
}
