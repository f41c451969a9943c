import { useSearch } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'

import type { PlainSearch } from '../plain-search.ts'
import { useGo } from '../places.tsx'
import { readSaleSearch, type SaleDraft, saleSearch, statesSale } from './sale-draft.ts'

/** Typing is over when nothing was typed for so long. */
const PAUSE_MS = 350

/** A sale that is typed, and the address that holds it. */
export interface SaleAddress {
  /** As it stands in the fields. */
  readonly draft: SaleDraft
  readonly setDraft: (draft: SaleDraft) => void
  /** As it stands in the address: what is quoted. */
  readonly stated: SaleDraft
  readonly search: PlainSearch
}

/**
 * Keeps a sale in the address of a page: a link shows it to somebody else, and the way back leads to
 * what was before. An address that says none shows an example.
 */
export function useSaleAddress(place: string, example: SaleDraft): SaleAddress {
  const search: PlainSearch = useSearch({ strict: false })
  const go = useGo()
  const stated = statesSale(search) ? readSaleSearch(search) : example
  const address = keyOf(stated)
  const [draft, setDraft] = useState(stated)
  const [seen, setSeen] = useState(address)
  // Gone to from here and perhaps not seen yet: what was typed meanwhile is not put back.
  const [asked, setAsked] = useState(address)
  if (seen !== address) {
    setSeen(address)
    if (address !== asked) {
      setAsked(address)
      setDraft(stated)
    }
  }
  const settle = useEffectEvent(() => {
    const key = keyOf(draft)
    if (key === asked) return
    setAsked(key)
    go({ to: place, search: { ...besidesSale(search), ...saleSearch(draft) } })
  })
  useEffect(() => {
    const timer = setTimeout(settle, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  return { draft, setDraft, stated, search }
}

function keyOf(draft: SaleDraft): string {
  return JSON.stringify(saleSearch(draft))
}

/** What the address says besides the sale, such as the day that is looked at. */
function besidesSale({ day, than }: PlainSearch): PlainSearch {
  return { ...(day !== undefined && { day }), ...(than !== undefined && { than }) }
}
