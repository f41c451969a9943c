import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { CaseSummary } from '../../../api/views/case-summary.ts'
import type { ListSearch } from './list-search.ts'
import { showChange, wouldBeListed } from './live-cases.ts'

/** How long a row that has changed is marked. */
const MARKED_MS = 2_500
/** Counts are asked for again once things have calmed down, not at every change. */
const COUNT_AFTER_MS = 1_500

/** What has changed while the list is looked at. */
export interface LiveCases {
  /** Cases whose row has just changed. */
  readonly marked: ReadonlySet<string>
  /** Cases that would stand in the list and do not yet: nothing jumps before somebody asks for it. */
  readonly fresh: ReadonlySet<string>
  readonly showFresh: () => void
}

/** Keeps the lists up to date while the page is open. */
export function useLiveCases(search: ListSearch, shown: ReadonlySet<string>): LiveCases {
  const queries = useQueryClient()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined)

  const countAgain = useEffectEvent(() => {
    clearTimeout(counting.current)
    counting.current = setTimeout(() => {
      void queries.invalidateQueries({ queryKey: ['cases', 'counts'] })
    }, COUNT_AFTER_MS)
  })
  const change = useEffectEvent((changed: CaseSummary) => {
    countAgain()
    if (shown.has(changed.id)) {
      showChange(queries, changed)
      setMarked((before) => new Set([...before, changed.id]))
      setTimeout(() => setMarked((before) => without(before, changed.id)), MARKED_MS)
    } else if (wouldBeListed(search, changed)) {
      setFresh((before) => new Set([...before, changed.id]))
    } else {
      setFresh((before) => without(before, changed.id))
    }
  })
  const readAnew = useEffectEvent(() => {
    void queries.invalidateQueries({ queryKey: ['cases'] })
  })

  useEffect(() => {
    const stream = new EventSource('/v1/cases/stream')
    stream.addEventListener('case-changed', ({ data }) => {
      change(JSON.parse(data as string) as CaseSummary)
    })
    stream.addEventListener('read-anew', () => readAnew())
    return () => stream.close()
  }, [])

  return {
    marked,
    fresh: new Set([...fresh].filter((id) => !shown.has(id))),
    showFresh: () => {
      setFresh(new Set())
      void queries.invalidateQueries({ queryKey: ['cases'] })
    },
  }
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (!set.has(id)) return set
  return new Set([...set].filter((each) => each !== id))
}
