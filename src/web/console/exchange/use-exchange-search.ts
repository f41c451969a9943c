import { useNavigate, useSearch } from '@tanstack/react-router'

import { type ExchangeSearch, readExchangeSearch } from './exchange-search.ts'

type Part = { readonly [Name in keyof ExchangeSearch]?: ExchangeSearch[Name] | undefined }

/** What the address says of the page, and how to say something else; a link shows the same to others. */
export function useExchangeSearch(): {
  readonly search: ExchangeSearch
  /** Changes a part of it; `undefined` takes a part away. The way back leads to what was before. */
  readonly change: (part: Part) => void
} {
  const search = readExchangeSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  return {
    search,
    change: (part) => {
      const to = readExchangeSearch({ ...search, ...part })
      void navigate({ to: '/exchange', search: to, resetScroll: false })
    },
  }
}
